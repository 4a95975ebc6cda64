import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build/bundles.mjs';

/**
 * Makes JavaScript of test/editor, which the extension host can load: one file for each test file, so that a failure
 * names it, and the entry point beside them.
 * @returns {Promise<string>} path of the entry point
 */
export async function bundleSuite() {
  const folder = join(root, 'test/editor');
  const tests = (await readdir(folder)).filter((file) => file.endsWith('.test.ts'));
  const outdir = join(root, 'out/editor');
  await rm(outdir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...tests].map((file) => join(folder, file)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}
