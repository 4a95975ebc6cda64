import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { shortened, watching } from './shortened.mjs';

/**
 * Writes what a build puts out, and its source maps, shorter than esbuild leaves it.
 * @returns {import('esbuild').Plugin}
 */
export function shortenedFiles() {
  return {
    name: 'shortened-files',
    setup(build) {
      if (watching) return;
      build.initialOptions.write = false;
      build.onEnd(async ({ errors, outputFiles }) => {
        if (errors.length > 0 || !outputFiles) return;
        for (const { path, text } of outputFiles) {
          if (!path.endsWith('.js')) continue;
          const map = outputFiles.find((file) => file.path === `${path}.map`)?.text ?? '';
          await write(path, await shortened({ code: text, map }));
        }
      });
    },
  };
}

async function write(path, { code, map }) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.map`, map);
  await writeFile(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
}
