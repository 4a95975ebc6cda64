import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makePackage } from '../build/package.mjs';
import { root } from '../build/bundles.mjs';
import { installExtension, makeRunFolder, startStandIn } from '../editor/stand-in-server.mjs';
import { workbenchUrl } from '../editor/workbench-url.mjs';

/**
 * Opens a folder in the user's own VS Code, with the extension as it was built here.
 * @param {string} code the `code` command
 * @param {string} folder
 */
export async function openInDesktop(code, folder) {
  console.log(`Opening ${folder} in VS Code (${code}).`);
  const file = await firstDocument(folder);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])];
  await new Promise((resolve, reject) => {
    const child = spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', reject).once('close', resolve);
  });
}

/**
 * Serves the stand-in with the packaged extension on this machine, until it is interrupted.
 * @param {string} folder
 */
export async function openInStandIn(folder) {
  console.log('VS Code is not installed here (no `code` on PATH): starting VS Code for the browser.');
  const run = await makeRunFolder();
  const vsix = join(run.folder, 'crosscheck.vsix');
  await makePackage(vsix);
  await installExtension(vsix, run);
  const server = await startStandIn({ ...run, endWhenIdle: false, settings: { 'editor.wordWrap': 'on' } });
  const address = workbenchUrl(server, { folder, openFile: await firstDocument(folder) });
  console.log(`\nOpen this address in a browser:\n\n    ${address}\n\nCtrl+C ends it.`);
  // An interrupt leaves through the exit hooks, which end the server and remove its folder.
  await new Promise((resolve) => server.process.once('exit', resolve));
  console.error('The editor has ended.');
  process.exitCode = 1;
}

/** Crosscheck wakes up with the first text that is opened, so one is. */
async function firstDocument(folder) {
  const files = (await readdir(folder)).filter((name) => /^[^.].*\.(txt|text|md|markdown)$/i.test(name));
  const [first] = files.sort((a, b) => Number(isReadme(a)) - Number(isReadme(b)) || a.localeCompare(b, 'en'));
  return first && join(folder, first);
}

function isReadme(name) {
  return /^readme\./i.test(name);
}
