import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tag } from '../../server/src/tag/tag';
import { keysOf } from '../../server/src/facts/blockingKeys';
import { HeldFigures } from '../../server/src/facts/heldFigures';
import { factsOf } from '../../server/src/facts/documentFacts';
import { PackedTexts } from '../../server/src/workspace/heldText';
import { restOf } from '../../server/src/facts/packedFigures';
import { nodeSqueeze } from '../../server/src/workspace/nodeSqueeze';
import {
  claimsOf,
  packDocument,
  type PackedDocument,
  packedFacts,
  packTagged,
  unpacked,
  unpackTagged,
} from '../../server/src/workspace/packedTags';
import { openedFacts } from '../fixtures/openedFacts';
import type { Spill } from '../../server/src/workspace/spill';
import { asBytes } from '../../server/src/workspace/squeeze';

const news = `OSLO, May 3, 2024 — Ada Brook, who leads the harbour board, said repairs would cost $61 billion.

“We will rebuild the bridge before winter,” Brook told reporters on Thursday. About 1,200 people were hurt, up 4 percent.`;

function never(): string {
  throw new Error('made anew');
}

function claimsIn({ claims }: PackedDocument): () => string {
  return () => claimsOf(claims, nodeSqueeze)!;
}

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
        const packed = packDocument(tagged, nodeSqueeze);
        assert.deepEqual(
          openedFacts(packedFacts(packed, claimsIn(packed))!),
          JSON.parse(JSON.stringify(factsOf(tagged))),
        );
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

  it('are tagged anew where the claims cannot be read', () => {
    const packed = { ...packDocument(tag(news), nodeSqueeze), claims: Uint8Array.of(1, 2) };
    const { facts } = new PackedTexts(nodeSqueeze).hold(news, 'plain', packed, (text) => tag(text))!;
    const { figures } = facts;
    assert.ok('rest' in figures);
    assert.equal(figures.rest(), restOf(factsOf(tag(news)).figures));
  });

  it('are put away where there is a place for them, and tagged anew where it loses them', () => {
    const tagged = tag(news);
    const packed = packDocument(tagged, nodeSqueeze);
    const taken: number[] = [];
    let isLost = false;
    const spill: Spill = {
      put: (parts) => ({
        take: (part) => {
          taken.push(part);
          return isLost ? null : parts[part]!;
        },
      }),
    };
    let again = 0;
    const texts = new PackedTexts(nodeSqueeze, () => spill);
    const hold = (): ReturnType<PackedTexts['hold']> =>
      texts.hold(news, 'plain', packed, (text) => {
        again++;
        return tag(text);
      });
    for (const lost of [false, true]) {
      isLost = lost;
      const { held, facts } = hold()!;
      assert.deepEqual(openedFacts(facts), factsOf(tagged));
      assert.deepEqual(held.tagged, tagged);
      assert.equal(again > 0, lost);
    }
    assert.deepEqual([...new Set(taken)].sort(), [0, 1]);
    assert.deepEqual(
      new PackedTexts(nodeSqueeze, () => ({ put: () => null })).hold(news, 'plain', packed, () => never() as never)!
        .held.tagged,
      tagged,
    );
  });

  it('are a part of a document, beside its language and its facts', () => {
    const tagged = tag(news);
    const packed = packDocument(tagged, nodeSqueeze);
    assert.equal(packed.language, null);
    const facts = packedFacts(packed, claimsIn(packed))!;
    assert.deepEqual(openedFacts(facts), factsOf(tagged));
    const { figures } = facts;
    const { figures: stated } = factsOf(tagged);
    const source = { id: 'a', label: 'a.txt', draft: false, tagged };
    const shelf = new HeldFigures();
    const [held, made] = [shelf.hold(source, figures), shelf.hold(source, stated)];
    assert.ok(!held.atHand);
    assert.deepEqual(held.columns, made.columns);
    assert.deepEqual(held.claim(1), made.claim(1));
    assert.deepEqual('keys' in figures && figures.keys, stated.claims.map(keysOf));
    assert.deepEqual(unpacked(packed.tags, nodeSqueeze, news, 'plain'), tagged);
    for (const wrong of [
      { facts: 'no JSON' },
      { numbers: new Int32Array() },
      { numbers: Int32Array.of(1, 0, 5, 1, -9) },
    ])
      assert.equal(packedFacts({ ...packed, ...wrong }, never), null);
  });
});
