import { fileURLToPath } from 'node:url';
import { commonJsChunks } from './common-js-chunks.mjs';
import { oneCopyOfHelpers } from './one-copy-of-helpers.mjs';
import { shortenedFiles } from './shortened-files.mjs';
import { withoutUnusedFeatures } from './unused-features.mjs';
import { wordLists } from './word-lists.mjs';

/** The folder of the project, whatever folder a script is started in. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // The ES build of a library first: it can be shaken.
  mainFields: ['module', 'main'],
  conditions: ['import', 'module'],
  minify: true,
  charset: 'utf8', // the word lists of many languages are half as long
  sourcemap: 'linked',
  legalComments: 'none', // the licences go into one file: see notices.mjs
  metafile: true,
  // 46 kB for what is there already, or never needed.
  alias: {
    minimatch: slim('minimatch'),
    'semver/functions/parse': slim('semver'),
    'semver/functions/satisfies': slim('semver'),
  },
};

/** @param {string} name */
function slim(name) {
  return fileURLToPath(new URL(`slim/${name}.cjs`, import.meta.url));
}

/**
 * Leaves out what `vscode-languageserver` offers to servers that load modules of the user's from npm or Yarn: 4 kB.
 * @returns {import('esbuild').Plugin}
 */
function withoutModuleLookup() {
  return {
    name: 'without-module-lookup',
    setup(build) {
      build.onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({ contents: '' }));
    },
  };
}

/** @type {import('esbuild').BuildOptions} */
const inBrowser = {
  ...shared,
  platform: 'browser',
  target: 'chrome128',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser', 'import', 'module'],
  outdir: '.',
  plugins: [withoutUnusedFeatures(), oneCopyOfHelpers(), wordLists(), shortenedFiles()],
};

/**
 * What esbuild is told: one build for all the doors. The client and the server share the protocol, the server and the
 * command line all that reads texts; each would ship twice if every door were a file of its own.
 * @type {import('esbuild').BuildOptions[]}
 */
export const builds = [
  {
    ...shared,
    entryPoints: {
      'client/dist/extension': 'client/src/extension.ts',
      'server/dist/main': 'server/src/main.ts',
      'server/dist/cli': 'server/src/cli.ts',
      'server/dist/tagger': 'server/src/tagger.ts',
    },
    outdir: '.',
    external: ['vscode'],
    // esbuild splits ES modules only; the plugin makes CommonJS of them.
    format: 'esm',
    splitting: true,
    chunkNames: 'server/dist/shared-[hash]',
    plugins: [withoutUnusedFeatures(), withoutModuleLookup(), oneCopyOfHelpers(), wordLists(), commonJsChunks()],
  },
  {
    // A browser loads one file for the client and one for the server, which are of other origins than what would ask for a shared part.
    ...inBrowser,
    entryPoints: { 'client/dist/browser': 'client/src/browser.ts' },
    external: ['vscode'],
    format: 'cjs',
  },
  {
    ...inBrowser,
    entryPoints: { 'server/dist/browser': 'server/src/browser.ts' },
    format: 'iife',
  },
  {
    // The script of the panel runs in a page of its own, which loads nothing else.
    ...shared,
    platform: 'browser',
    target: 'chrome128',
    entryPoints: [
      { in: 'client/webview/main.ts', out: 'client/dist/panel' },
      { in: 'client/webview/panel.css', out: 'client/dist/panel' },
    ],
    outdir: '.',
    format: 'iife',
  },
];

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
