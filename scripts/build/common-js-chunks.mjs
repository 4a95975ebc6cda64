import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { shortened, watching } from './shortened.mjs';

/**
 * Writes the split ES modules of a build as CommonJS, which every Node and every VS Code loads without a package.json
 * that says what they are. The source maps still lead to the sources. Chunks of earlier builds are removed.
 * @returns {import('esbuild').Plugin}
 */
export function commonJsChunks() {
  return {
    name: 'common-js-chunks',
    setup(build) {
      // The first step hands its map to the second inside the code.
      Object.assign(build.initialOptions, { write: false, sourcemap: 'inline' });
      build.onEnd(async ({ errors, outputFiles }) => {
        if (errors.length > 0 || !outputFiles) return;
        for (const { path, text } of outputFiles) await writeCommonJs(path, text);
        await removeOthers(outputFiles.map(({ path }) => path));
      });
    },
  };
}

async function writeCommonJs(path, text) {
  const options = {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false }, // a `require` in its place: import() would not find the names in what is minified
    charset: 'utf8',
    minify: watching,
    sourcefile: path,
  };
  const chunk = await transform(text, { ...options, sourcemap: 'external' });
  const { code, map } = watching ? chunk : await shortened(withPlainExports(chunk));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.map`, map);
  await writeFile(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  if (code.startsWith('#!')) await chmod(path, 0o755);
}

/**
 * Only our own chunks ask a chunk for its exports, and by their names: it need not look like a module that was translated. Half a kB for
 * each of them, for what made the copy falls away.
 */
function withPlainExports({ code, map }) {
  return { code: code.replace(/^module\.exports = __toCommonJS\((\w+)\);$/m, 'module.exports = $1;'), map };
}

async function removeOthers(paths) {
  const kept = new Set(paths.flatMap((path) => [path, `${path}.map`]));
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    const chunks = (await readdir(folder)).filter((file) => file.startsWith('shared-'));
    const files = chunks.map((file) => join(folder, file));
    for (const file of files) if (!kept.has(file)) await rm(file, { force: true });
  }
}
