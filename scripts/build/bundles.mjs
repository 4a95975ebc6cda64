import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever folder a script is started in. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @type {{ entry: string, outfile: string, options?: import('esbuild').BuildOptions }[]} */
const doors = [
  { entry: 'client/src/extension.ts', outfile: 'client/dist/extension.js', options: { external: ['vscode'] } },
  { entry: 'server/src/main.ts', outfile: 'server/dist/main.js' },
  { entry: 'server/src/cli.ts', outfile: 'server/dist/cli.js' },
];

/**
 * What esbuild is told for each bundle.
 * @returns {(import('esbuild').BuildOptions & { outfile: string })[]}
 */
export function bundles() {
  return doors
    .filter(({ entry }) => existsSync(`${root}/${entry}`))
    .map(({ entry, outfile, options }) => ({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      // The ES build first: it can be shaken. chrono-node is 46 kB this way and 343 kB as CommonJS.
      mainFields: ['module', 'main'],
      conditions: ['import', 'module'],
      minify: true,
      keepNames: false,
      sourcemap: 'linked',
      sourcesContent: true,
      legalComments: 'none', // the licences go into one file: see notices.mjs
      metafile: true,
      logLevel: 'warning',
      ...options,
    }));
}

/**
 * Modules that must never be inside: natural's root loads database clients, reads `.env` and prints to stdout, which is
 * the protocol's; its Brill tagger comes with a lexicon under another licence.
 */
const forbidden = ['dotenv', 'mongoose', 'brill_pos_tagger', 'natural/index'];

/**
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]} one sentence for each module that must not be there; empty when all is well
 */
export function forbiddenInputs(metafile) {
  const problems = [];
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    for (const input of Object.keys(inputs)) {
      const name = forbidden.find((part) => input.includes(part));
      if (name) problems.push(`${output} contains ${name} (${input}); import natural by its submodules only`);
    }
  }
  return problems;
}
