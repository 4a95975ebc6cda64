import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const helpers = fileURLToPath(new URL('slim/typescript-helpers.cjs', import.meta.url));
const definition =
  /^var (__createBinding|__setModuleDefault|__importStar|__exportStar) = \(this && this\.\1\) \|\| [^]*?^\}.*;$/gm;

/**
 * The libraries of the protocol carry TypeScript's helpers in each of their modules; a build needs them once.
 * @returns {import('esbuild').Plugin}
 */
export function oneCopyOfHelpers() {
  return {
    name: 'one-copy-of-helpers',
    setup(build) {
      build.onLoad(
        { filter: /[\\/]vscode-(?:jsonrpc|language\w+(?:-\w+)?)[\\/]lib[\\/].*\.js$/ },
        async ({ path }) => ({
          contents: withoutHelpers(await readFile(path, 'utf8')),
        }),
      );
    },
  };
}

/**
 * @param {string} source of a module as TypeScript's compiler writes it; any other is left as it is
 * @returns {string} the same with the helpers taken from one place
 */
export function withoutHelpers(source) {
  return source.replace(definition, (_, name) => `var ${name} = require(${JSON.stringify(helpers)}).${name};`);
}
