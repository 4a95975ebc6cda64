import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimAtPlace, claimOfFigure, placeAt } from '../../server/src/facts/claimColumns';
import { HeldFigures } from '../../server/src/facts/heldFigures';
import { lastingMeasures } from '../../server/src/facts/lastingMeasures';
import { exactly } from '../../server/src/facts/mentionAt';
import { statedFigures } from '../../server/src/facts/statedFigures';
import { tag } from '../../server/src/tag/tag';

const piece = fc.oneof(
  fc.constantFrom(
    'The storm killed about 60 people in Port Ellery on 3 May 2021, Tomas Brandt said. ',
    'Ingrid Halvorsen (21 May 1860 – 9 July 1931) built the harbour. ',
    'The bridge in Łódź cost at least €61.5 million, two others 4 percent more. ',
    'In 2011, the town of Skerry had a population of 1,350. ',
    '“Two were killed and three others injured,” she said. ',
    'Updated: May 16, 2024\n\n',
  ),
  fc.constantFrom(
    '\ud800',
    '“',
    '9'.repeat(40),
    '1e999 people ',
    '−5 °C ',
    '№ 5 ',
    '٣٤ ships ',
    'between 5 and 7 ships ',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

function document(id: string, content: string) {
  return { id, label: `${id}.txt`, draft: false, tagged: tag(content) };
}

describe('what documents state, held', function () {
  this.timeout(20_000);

  it('is the same when it has been packed', () => {
    fc.assert(
      fc.property(text, (content) => {
        const source = document('a', content);
        const figures = statedFigures(source.tagged);
        const held = new HeldFigures().hold(source, figures);
        assert.ok(held.rests());
        const alone = figures.claims.map((_, i) => held.claim(i));
        assert.equal(held.atHand, false);
        assert.deepEqual(alone, JSON.parse(JSON.stringify(figures.claims)));
        figures.claims.forEach((claim, i) => {
          assert.deepEqual(placeAt(held.columns.cells, held.columns.cells[i]!), { start: claim.start, end: claim.end });
          assert.equal(
            claimOfFigure(held.columns, claim.index),
            figures.claims.findIndex(({ index }) => index === claim.index),
          );
          assert.equal(claimAtPlace(held.columns, claim), exactly(figures.claims, claim));
        });
        assert.equal(claimOfFigure(held.columns, source.tagged.figures.length), -1);
        assert.equal(claimAtPlace(held.columns, { start: 0, end: 0 }), -1);
        assert.deepEqual(
          { ...held.opened() },
          { document: source, ...JSON.parse(JSON.stringify(figures)), lasting: lastingMeasures(figures.claims) },
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is packed where there is much of it, but for what was asked for last', () => {
    const shelf = new HeldFigures(4, 1);
    const all = ['a', 'b', 'c', 'd'].map((id) => {
      const source = document(id, 'The storm killed 60 people in Varde. The bridge cost 4 million euros.');
      return shelf.hold(source, statedFigures(source.tagged));
    });
    const isAtHand = all.map((held) => held.atHand);
    assert.deepEqual(isAtHand, [false, false, true, true]);
    assert.equal(all[0]!.claims.length, 2);
    assert.equal(all[0]!.atHand, true);
    assert.equal(all[2]!.atHand, false);
    // It was asked for since it came: the one behind it goes first.
    assert.equal(all[3]!.claims.length, 2);
    assert.equal(all[1]!.claims.length, 2);
    assert.equal(all[3]!.atHand, true);
    shelf.release(all[3]!);
    assert.equal(all[3]!.claims.length, 2);
  });
});
