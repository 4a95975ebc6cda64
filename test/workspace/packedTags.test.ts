import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tag } from '../../server/src/tag/tag';
import { factsOf } from '../../server/src/facts/documentFacts';
import { nodeSqueeze } from '../../server/src/workspace/nodeSqueeze';
import { packDocument, packedFacts, packTagged, unpacked, unpackTagged } from '../../server/src/workspace/packedTags';
import { asBytes } from '../../server/src/workspace/squeeze';

const news = `OSLO, May 3, 2024 — Ada Brook, who leads the harbour board, said repairs would cost $61 billion.

“We will rebuild the bridge before winter,” Brook told reporters on Thursday. About 1,200 people were hurt, up 4 percent.`;

describe('packed tags', () => {
  it('come back as they were', () => {
    for (const format of ['plain', 'markdown'] as const) {
      const tagged = tag(news, format);
      assert.ok(tagged.figures.length > 3 && tagged.quotes.length > 0 && tagged.entities.length > 0);
      assert.deepEqual(unpackTagged(packTagged(tagged), news, format), tagged);
    }
  });

  it('come back of any text', () => {
    const words = fc.constantFrom(
      '“',
      '”',
      ' said ',
      'Ada Brook',
      '5',
      '%',
      '$',
      '\n',
      '\ud800',
      'May',
      ' ',
      '1e999',
      '- ',
      '¶',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const tagged = tag(text);
        assert.deepEqual(unpackTagged(packTagged(tagged), text, 'plain'), tagged);
      }),
      { numRuns: 20 },
    );
  }).timeout(10_000); // on a busy machine

  it('do not hold the text', () => {
    assert.ok(!packTagged(tag(news)).includes('before winter'));
  });

  it('are refused where they are something else', () => {
    assert.throws(() => unpackTagged('{}', news, 'plain'));
    assert.throws(() => unpackTagged('', news, 'plain'));
    for (const wrong of ['', '{}', '\ud800'])
      assert.equal(unpacked(asBytes.squeeze(wrong), asBytes, news, 'plain'), null);
    assert.equal(unpacked(Uint8Array.of(1, 2), nodeSqueeze, news, 'plain'), null);
  });

  it('are a part of a document, beside its language and its facts', () => {
    const tagged = tag(news);
    const packed = packDocument(tagged, nodeSqueeze);
    assert.equal(packed.language, null);
    assert.deepEqual(packedFacts(packed), factsOf(tagged));
    assert.deepEqual(unpacked(packed.tags, nodeSqueeze, news, 'plain'), tagged);
    assert.equal(packedFacts({ ...packed, facts: 'no JSON' }), null);
  });
});
