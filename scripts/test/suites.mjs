import { join } from 'node:path';
import { root } from '../build/bundles.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name what it is called on the command line
 * @property {string[][]} commands each a program of Node's with its arguments
 * @property {boolean} [mocha] the command leaves its results in a file, which it is told; else it counts as one test,
 *   which its exit code decides
 * @property {boolean} [needsBuild]
 */

const bin = (path) => join(root, 'node_modules', path);
const mocha = (...args) => [bin('mocha/bin/mocha.js'), '--reporter', 'json', ...args];
const typescript = ['--require', 'tsx/cjs'];

/** @type {Suite[]} in the order in which they run */
export const suites = [
  {
    name: 'lint',
    commands: [
      [bin('eslint/bin/eslint.js'), '.'],
      [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
      [bin('typescript/bin/tsc'), '-b'],
    ],
  },
  { name: 'build', commands: [['scripts/build.mjs']] },
  {
    name: 'unit',
    mocha: true,
    commands: [
      mocha(
        ...typescript,
        'test/**/*.test.ts',
        'scripts/**/*.test.mjs',
        '--ignore',
        'test/{protocol,grammar,editor,bench}/**',
      ),
    ],
  },
  { name: 'grammar', mocha: true, commands: [mocha(...typescript, 'test/grammar/**/*.test.ts')] },
  {
    name: 'protocol',
    mocha: true,
    needsBuild: true,
    commands: [mocha(...typescript, '--timeout', '60000', 'test/protocol/**/*.test.ts')],
  },
  { name: 'editor', mocha: true, needsBuild: true, commands: [['scripts/editor/run-suite.mjs']] },
  {
    name: 'packaged',
    mocha: true,
    needsBuild: true,
    commands: [['scripts/editor/run-suite.mjs', '--packaged', join('out', 'crosscheck.vsix')]],
  },
  { name: 'ui', mocha: true, needsBuild: true, commands: [mocha('test/ui/**/*.test.mjs')] },
];
