import { forbiddenInputs } from './bundles.mjs';

let building = 0;

/**
 * Prints what the problem matcher of `.vscode/tasks.json` reads: a line when the first bundle starts, the errors with
 * their places, a line when the last bundle is done.
 * @returns {import('esbuild').Plugin}
 */
export function watchReporter() {
  return {
    name: 'watch-reporter',
    setup(build) {
      build.onStart(() => {
        if (building++ === 0) console.log('[watch] build started');
      });
      build.onEnd(({ errors, metafile }) => {
        for (const { text, location } of errors) {
          console.error(`✘ [ERROR] ${text}`);
          if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
        for (const problem of metafile ? forbiddenInputs(metafile) : []) console.error(`✘ [ERROR] ${problem}`);
        if (--building === 0) console.log('[watch] build finished');
      });
    },
  };
}
