#!/usr/bin/env node
// Runs the editor suite, test/editor, inside VS Code.
//   node scripts/editor/run-suite.mjs                      the extension as it was built here
//   node scripts/editor/run-suite.mjs --packaged X.vsix    the packaged extension: made of the bundles, and installed
//   … --results FILE                                       where the results go, as JSON
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { root } from '../build/bundles.mjs';
import { makePackage } from '../build/package.mjs';
import { bundleSuite } from './bundle-suite.mjs';
import { atInterrupt, removeAtExit } from './exit-hooks.mjs';
import { findEditor } from './find-editor.mjs';
import { Missing } from './missing.mjs';
import { writeSettings } from './profile.mjs';
import { installExtension } from './stand-in-server.mjs';

const { values } = parseArgs({ options: { packaged: { type: 'string' }, results: { type: 'string' } } });

try {
  await main(
    values.packaged && resolve(values.packaged),
    resolve(values.results ?? join(root, 'out/results/editor.json')),
  );
} catch (error) {
  console.error(error instanceof Missing ? error.message : error);
  process.exitCode = 1;
}

async function main(vsix, resultsFile) {
  const editor = await findEditor();
  console.log(`editor: ${editor.why}`);
  const suite = await bundleSuite();
  const run = removeAtExit(await mkdtemp(join(tmpdir(), 'crosscheck-suite-')));
  const workspace = join(run, 'workspace');
  const profile = { userDataDir: join(run, 'user-data'), extensionsDir: join(run, 'extensions') };
  await cp(join(root, 'test/editor/workspace'), workspace, { recursive: true });
  await writeSettings(profile.userDataDir);
  await mkdir(profile.extensionsDir);
  if (vsix) {
    await makePackage(vsix);
    await installPackaged(editor, vsix, profile);
  }
  await mkdir(join(resultsFile, '..'), { recursive: true });
  await rm(resultsFile, { force: true }); // an old one must not stand for this run

  const running = runTests({
    vscodeExecutablePath: editor.executable,
    extensionDevelopmentPath: vsix ? await makeEmptyExtension(run) : root,
    extensionTestsPath: suite,
    extensionTestsEnv: { CROSSCHECK_RESULTS: resultsFile },
    launchArgs: [workspace, `--user-data-dir=${profile.userDataDir}`, `--extensions-dir=${profile.extensionsDir}`],
  });
  atInterrupt(() => running); // the signal reaches the editor too, which has processes of its own to end
  const exitCode = await running.catch(() => 1); // the suite has printed why
  await rm(run, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.exitCode = (await believable(resultsFile, exitCode)) ? exitCode : 1;
}

/** An extension host that died may have reported success: only the results that the suite wrote at its end count. */
async function believable(resultsFile, exitCode) {
  const results = await readFile(resultsFile, 'utf8').then(JSON.parse, () => undefined);
  if (!results && exitCode === 0) console.error('editor: the suite left no results: the extension host must have died');
  else if (results?.stats.passes === 0) console.error('editor: no test has passed');
  return Boolean(results) && results.stats.failures === 0 && results.stats.passes > 0;
}

async function installPackaged(editor, vsix, profile) {
  if (editor.kind === 'stand-in') {
    await installExtension(vsix, profile);
    return;
  }
  const [cli] = resolveCliArgsFromVSCodeExecutablePath(editor.executable);
  const folders = [`--user-data-dir=${profile.userDataDir}`, `--extensions-dir=${profile.extensionsDir}`];
  await promisify(execFile)(cli, ['--no-sandbox', ...folders, '--install-extension', vsix], {
    shell: process.platform === 'win32',
  });
}

/** VS Code runs a suite only beside an extension under development: with this one, only what is installed is tested. */
async function makeEmptyExtension(run) {
  const folder = join(run, 'empty-extension');
  await mkdir(folder);
  const manifest = { name: 'empty', publisher: 'crosscheck-tests', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
