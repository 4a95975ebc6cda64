import assert from 'node:assert/strict';
import { markdown } from '../../server/src/features/markup';
import { wordingInContext } from '../../server/src/features/wordingInContext';
import { inContext } from '../../server/src/text/inContext';
import { scan } from '../../server/src/text/scan';

describe('wording in context', () => {
  const shown = (text: string, words: string): string => {
    const start = text.indexOf(words);
    return wordingInContext(inContext(scan(text), { start, end: start + words.length }), markdown);
  };

  it('is the sentence in quotation marks, the words in bold', () => {
    assert.equal(
      shown('The dike cost $61 million to build.', '$61 million'),
      '“The dike cost **$61 million** to build.”',
    );
  });

  it('has the marks of a quotation that the sentence begins with, and no others', () => {
    assert.equal(shown('“We paid $61 million,” she said.', '$61 million'), '“We paid **$61 million**,” she said.');
    assert.equal(shown('“We paid $61 million.', '$61 million'), '“We paid **$61 million**.”');
  });

  it('is a quotation in its own marks', () => {
    assert.equal(shown('“We paid.”', '“We paid.”'), '**“We paid.”**');
  });
});
