import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { root } from '../../scripts/build/bundles.mjs';
import { folded, wordLists } from '../../scripts/build/word-lists.mjs';

const resolveDir = join(root, 'server/src');
const { unfolded } = createRequire(import.meta.url)('../../scripts/build/slim/unfolded.cjs');

describe('the word lists of a build', () => {
  it('are those of the sources, without where they are from', async () => {
    const files = readdirSync(join(root, 'server/src'), { recursive: true })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\/data\/\w+\.json$/.test(file));
    assert.ok(files.length > 10);
    const { outputFiles } = await build({
      stdin: {
        contents: files.map((file, i) => `export { default as _${i} } from './${file}';`).join('\n'),
        resolveDir,
      },
      bundle: true,
      write: false,
      format: 'cjs',
      plugins: [wordLists()],
    });
    const module = { exports: {} };
    new Function('module', outputFiles[0].text)(module);
    files.forEach((file, i) => {
      const { origin, ...lists } = JSON.parse(readFileSync(join(resolveDir, file), 'utf8'));
      assert.ok(origin, `${file} does not say where it is from`);
      assert.deepEqual(module.exports[`_${i}`], lists, file);
    });
  });

  it('are front-coded: words share their beginning with the one before', () => {
    assert.equal(folded('ada adm adms zoe', ' '), ':ada<m=s:zoe');
    assert.equal(unfolded(':ada<m=s:zoe', ' '), 'ada adm adms zoe');
  });

  it('come back as they were, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^:-@,]*$/u)), (words) => {
        const list = words.join(',');
        assert.equal(unfolded(folded(list, ','), ','), list);
      }),
    );
  });
});
