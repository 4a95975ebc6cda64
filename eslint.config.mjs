import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { floors } from './scripts/lint/floors.mjs';

const pureFloors = ['server/src/text/**/*.ts', 'server/src/tag/**/*.ts', 'server/src/facts/**/*.ts'];

export default defineConfig(
  globalIgnores(['**/dist/', 'out/', '.vscode-test/', 'samples/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The two mistakes that a server makes in silence: a promise that nobody waits for, and one taken for a value. To
    // see them, ESLint needs the types, which takes time: it looks where there are promises.
    files: ['client/**/*.ts', 'server/src/**/*.ts'],
    ignores: pureFloors,
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    plugins: { crosscheck: { rules: { floors } } },
    rules: { 'crosscheck/floors': 'error' },
  },
  {
    // Anything but a door that prints would write into the protocol: stdout is the client's.
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/cli.ts', 'server/src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: pureFloors,
    rules: {
      'no-restricted-globals': [
        'error',
        ...impureGlobals().map((name) => ({ name, message: 'This floor is pure: text in, plain data out.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'This floor has no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'The same input must give the same output.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'This floor has no clock: take the time as an argument.',
        },
        {
          selector: 'CallExpression[callee.name="Date"]',
          message: 'This floor has no clock: take the time as an argument.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: readOnly(
        'process',
        'console',
        'URL',
        'Buffer',
        'performance',
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
      ),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    // Tests of mocha's, and what they hand to the page to be run there.
    files: ['test/**/*.mjs'],
    languageOptions: { globals: readOnly('describe', 'it', 'before', 'after', 'document', 'NodeFilter') },
  },
);

function impureGlobals() {
  return [
    'process',
    'console',
    'performance',
    'crypto',
    'fetch',
    'Buffer',
    'globalThis',
    'require',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
  ];
}
function readOnly(...names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
