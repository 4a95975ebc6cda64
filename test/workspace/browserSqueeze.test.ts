import assert from 'node:assert/strict';
import fc from 'fast-check';
import { browserSqueeze } from '../../server/src/workspace/browserSqueeze';

describe('what a browser holds texts in', () => {
  it('gives back every text that is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        assert.equal(browserSqueeze.expand(browserSqueeze.squeeze(text)), text);
      }),
    );
    assert.equal(browserSqueeze.expand(browserSqueeze.squeeze('\ufeffmarked')), '\ufeffmarked');
  });

  it('takes less room', () => {
    const text = 'The council of Fenwick approved a loan. '.repeat(100);
    assert.ok(browserSqueeze.squeeze(text).length < text.length / 10);
  });
});
