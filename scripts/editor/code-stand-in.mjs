#!/usr/bin/env node
// Takes the flags of desktop VS Code and does the same with the stand-in: what `runTests({ vscodeExecutablePath })` is
// given where desktop VS Code cannot be had. Ends with the exit code of the suite.
import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { Missing } from './missing.mjs';
import { makeRunFolder, startStandIn } from './stand-in-server.mjs';
import { workbenchUrl } from './workbench-url.mjs';

const suiteTimeout = 10 * 60_000;

/** What the workbench itself logs at every start, in between the lines of the suite. */
const chatter =
  /^(Ignoring fetching|Updating additional builtin|(Resolving|Resolved) connection token|Creating a socket|\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate)\b)/;

endWithParent();
try {
  process.exitCode = await main(parse(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Missing ? error.message : error);
  process.exitCode = 1;
}

/** @param {string[]} args flags that are not ours are let go, as desktop VS Code does */
function parse(args) {
  const all = (name) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => resolve(arg.slice(name.length + 3)));
  return {
    developmentPaths: all('extensionDevelopmentPath'),
    testsPath: all('extensionTestsPath').at(-1),
    userDataDir: all('user-data-dir').at(-1),
    extensionsDir: all('extensions-dir').at(-1),
    paths: args.filter((arg) => !arg.startsWith('-')).map((arg) => resolve(arg)),
  };
}

/** @param {ReturnType<typeof parse>} options */
async function main({ developmentPaths, testsPath, userDataDir, extensionsDir, paths }) {
  if (!testsPath) throw new Error('the stand-in runs a suite: give it --extensionTestsPath=FILE');
  const run = await makeRunFolder();
  const browser = await launchChromium();
  let server;
  try {
    server = await startStandIn({
      userDataDir: userDataDir ?? run.userDataDir,
      extensionsDir: extensionsDir ?? run.extensionsDir,
    });
    const context = await browser.newContext({ extraHTTPHeaders: { 'accept-encoding': 'identity' } }); // saves two seconds
    const page = await context.newPage();
    const { exitCode } = await watchSuite(page, server, browser);
    const folder = await firstFolder(paths);
    await page.goto(workbenchUrl(server, { folder, developmentPaths, testsPath }), { waitUntil: 'commit' });
    return await exitCode;
  } finally {
    await browser.close();
    await server?.stop();
    await rm(run.folder, { recursive: true, force: true });
  }
}

/**
 * The exit code of the suite, which the workbench reports through a function that the page offers it. An extension host
 * that is killed reports 0 there, so its end, and everything else that ends a run early, counts as a failure.
 */
async function watchSuite(page, server, browser) {
  let ended = false;
  let resolveExitCode;
  const exitCode = new Promise((resolve) => (resolveExitCode = resolve));
  const finish = (code) => {
    ended = true;
    resolveExitCode(code);
  };
  const fail = (why) => {
    if (!ended) console.error(`editor: ${why}`);
    finish(1);
  };
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    if (!chatter.test(text)) console[type === 'error' ? 'error' : 'log'](text);
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  // An orderly end is told by both, in either order.
  void server.extensionHostDied.then((why) => setTimeout(() => fail(why), 3_000).unref());
  page.on('crash', () => fail('the page crashed'));
  browser.on('disconnected', () => fail('the browser left'));
  setTimeout(() => fail(`the suite did not end within ${suiteTimeout / 60_000} minutes`), suiteTimeout).unref();
  return { exitCode };
}

/** Whoever started this may be killed before it can say so. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1_000).unref();
}

/** Desktop VS Code takes files and folders; a suite needs the folder only. */
async function firstFolder(paths) {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) return path;
  }
  return undefined;
}
