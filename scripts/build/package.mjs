import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../editor/run-command.mjs';
import { root } from './bundles.mjs';

const vsce = fileURLToPath(new URL('vsce', import.meta.resolve('@vscode/vsce/package.json')));
const options = [
  '--no-dependencies', // the bundles hold them
  '--allow-missing-repository',
  '--no-rewrite-relative-links', // there is no repository to lead to
];

/** What the VSIX may weigh: as much for a desktop as for a browser, each of which loads its own half. */
const packedLimit = 800_000;

/**
 * Makes a VSIX of the bundles as they are.
 * @param {string} file
 * @returns {Promise<number>} its size in bytes
 */
export async function makePackage(file) {
  await mkdir(dirname(file), { recursive: true });
  // By its command, not its API: that prints whatever it likes.
  await runCommand(process.execPath, [vsce, 'package', ...options, '--out', file], { cwd: root });
  const { size } = await stat(file);
  if (size > packedLimit) throw new Error(`the package is larger than ${packedLimit / 1000} kB: ${size} bytes`);
  return size;
}
