import assert from 'node:assert/strict';
import { provideFoldingRanges } from '../../server/src/features/foldingRange';
import { markedSources } from '../fixtures/sources';

describe('folding', () => {
  const folds = (text: string): string[] => {
    const { sources, id } = markedSources(`//- /a.md\n${text}`);
    return provideFoldingRanges(sources, id).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  };
  it('takes a section to the next headline', () => {
    assert.deepEqual(folds('# One\n\nText of one.\n\n# Two\n\nText of two.\n'), ['0-2', '4-6']);
  });
  it('takes what is no prose in a section with it', () => {
    assert.deepEqual(folds('# One\n\nText of one.\n\n```js\ncode()\n```\n\n# Two\n'), ['0-6']);
  });
  it('takes a paragraph of several lines', () => {
    assert.deepEqual(folds('The first line of it\ngoes on here.\n\nAnother.\n'), ['0-1']);
  });
  it('takes the front matter', () => assert.deepEqual(folds('---\ntitle: A\ndate: B\n---\n\nText.\n')[0], '0-3'));
  it('has nothing to fold in one line, in an empty text, or where nothing is known', () => {
    assert.deepEqual(folds('One line.\n'), []);
    assert.deepEqual(folds(''), []);
    assert.deepEqual(provideFoldingRanges(markedSources('A').sources, 'file:///none'), []);
  });
});
