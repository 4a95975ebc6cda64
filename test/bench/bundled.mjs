import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { root } from '../../scripts/build/bundles.mjs';

/**
 * What sources export, as they ship: bundled, not through a loader.
 * @param {Readonly<Record<string, string>>} exported the file, from the folder of the project, by the name of what it exports
 * @returns {Promise<any>} all of it by its names
 */
export async function bundled(exported) {
  const contents = Object.entries(exported)
    .map(([name, file]) => `export { ${name} } from './${file}';`)
    .join('\n');
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', outputFiles[0].text);
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
