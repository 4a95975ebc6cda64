import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Minimatch: ours } = require('../../scripts/build/slim/minimatch.cjs');
const { Minimatch: theirs } = require('minimatch');

describe('the glob matcher of the client', () => {
  const globs = ['**/*', '**/*.{txt,md}', '/home/**/drafts/**', '*.txt', '**/.crosscheck/decisions.jsonl', 'a?c.md'];
  const paths = [
    '/home/ann/a.txt',
    '/home/ann/drafts/b.md',
    'a.txt',
    'abc.md',
    '/x/.crosscheck/decisions.jsonl',
    '/x/c.pdf',
  ];
  for (const glob of globs) {
    it(`matches what minimatch does: ${glob}`, () => {
      for (const path of paths)
        assert.equal(new ours(glob, { noext: true }).match(path), new theirs(glob, { noext: true }).match(path), path);
    });
  }
  it('has an expression for a sound pattern', () => assert.ok(new ours('**/*').makeRe() instanceof RegExp));
});
