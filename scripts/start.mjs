#!/usr/bin/env node
// Builds Crosscheck, prints what it finds in a folder, and opens the folder in an editor with it.
//   npm start                    samples/
//   npm start -- FOLDER          a folder of yours
//   npm start -- --no-open       only the findings
import { spawn } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/bundles.mjs';
import { codeOnPath } from './editor/find-editor.mjs';
import { Missing } from './editor/missing.mjs';
import { openInDesktop, openInStandIn } from './start/open-folder.mjs';

const usage = 'usage: npm start -- [--no-open] [FOLDER]';

try {
  await main(readArguments());
} catch (error) {
  console.error(error instanceof Missing ? error.message : error);
  process.exitCode = 1;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'no-open': { type: 'boolean' } } });
    if (positionals.length > 1) throw new Error('one folder at a time');
    // npm starts a script in the project's folder; INIT_CWD is where the user stood.
    const folder = positionals[0] ? resolve(process.env.INIT_CWD ?? '.', positionals[0]) : join(root, 'samples');
    return { folder, open: !values['no-open'] };
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

/** @param {{ folder: string, open: boolean }} options */
async function main({ folder, open }) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`There is no folder ${folder}.\n${usage}`);
    process.exitCode = 2;
    return;
  }
  console.log('Building…');
  if ((await run([join(root, 'scripts/build.mjs')], ['ignore', 'ignore', 'inherit'])) !== 0) {
    process.exitCode = 1;
    return;
  }
  const shown = relative(process.cwd(), folder) || '.';
  console.log(`What Crosscheck finds in ${shown}:\n`);
  await run([join(root, 'server/dist/cli.js'), 'check', shown], 'inherit'); // findings are no failure here
  if (!open) return;
  console.log();
  const code = codeOnPath();
  if (code) await openInDesktop(code, realpathSync(folder));
  else await openInStandIn(realpathSync(folder));
}

/** @returns {Promise<number | null>} the exit code */
function run(args, stdio) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, { stdio }).once('error', reject).once('close', resolve);
  });
}
