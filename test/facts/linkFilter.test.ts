import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsOf, weighWords } from '../../server/src/facts/claimColumns';
import { lastingMeasures } from '../../server/src/facts/lastingMeasures';
import { mayLink } from '../../server/src/facts/linkFilter';
import { type ClaimedDocument, weigh } from '../../server/src/facts/pairing';
import { weighAll } from '../../server/src/facts/similarity';
import { statedFigures } from '../../server/src/facts/statedFigures';
import { tag } from '../../server/src/tag/tag';

/** Sentences that agree and differ on every ground that there is; `#` is a figure, `@` a name. */
const SENTENCES = [
  'Parliament approved a # million dollar loan for the Varde bridge in April, and @ opposed it.',
  'The Varde bridge loan of about # million dollars was approved by parliament.',
  'The storm killed # people in @ on Monday, police said.',
  'The storm left more than # dead and 40 injured in @ on Monday.',
  'At least # people drowned off @ in the long winter of that year.',
  'In the winter, at least # were drowned and 300 houses lost in @.',
  '@ had a population of #.',
  'The population of @ was # at the census.',
  'Ingrid Halvorsen was born on # May 1860 in @.',
  'Ingrid Halvorsen (# May 1860 – 9 July 1931) built the harbour of @.',
  '@, #, has led the harbour board since 2019.',
  'The walk from @ to the harbour is # miles long and takes all day, say those who know.',
  'The walk from @ to the harbour is # kilometres long.',
  'Of the 350 ships of @, # were at sea when the old harbour wall fell down in the great storm of that long winter.',
  '“We had the fire under control within # minutes,” @ said.',
];
const VALUES = ['12', '21', '60', '61', '600', '1,200'];
const NAMES = ['Varde', 'Port Ellery', 'Tomas Brandt', 'Brandt', 'Skerry'];

const text = fc
  .array(
    fc
      .tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...VALUES), fc.constantFrom(...NAMES))
      .map(([sentence, value, name]) => sentence.replace('#', value).replace('@', name)),
    { minLength: 1, maxLength: 6 },
  )
  .map((sentences) => sentences.join(' '));

/** Two texts, of which the second may be the first with another figure in it. */
const texts = fc.tuple(text, text, fc.constantFrom(...VALUES), fc.nat(3)).map(([one, other, value, nth]) => {
  let seen = 0;
  return nth === 3 ? [one, other] : [one, one.replace(/\d[\d,]*/g, (number) => (seen++ === nth ? value : number))];
});

function claimed(content: string): ClaimedDocument {
  const tagged = tag(content);
  const figures = statedFigures(tagged);
  return {
    ...figures,
    document: { id: content, label: 'a.txt', draft: false, tagged },
    lasting: lastingMeasures(figures.claims),
  };
}

describe('the filter before claims are linked', function () {
  this.timeout(20_000);

  it('lets every pair through that would be linked', () => {
    let linked = 0;
    let stopped = 0;
    fc.assert(
      fc.property(texts, fc.constantFrom(15, 50, 100), fc.constantFrom(15, 100), ([one, other], worth, rest) => {
        const [x, y] = [claimed(one!), claimed(other!)];
        // Words of two worths, that no word's place decides.
        const rarity = (stem: number): number => (stem % 3 === 0 ? worth : rest);
        const scale = { rarity, total: (claim: ClaimedDocument['claims'][number]) => weighAll(claim, rarity) };
        const [p, q] = [columnsOf(x.claims), columnsOf(y.claims)];
        weighWords(p, 1, rarity);
        weighWords(q, 1, rarity);
        for (let a = 0; a < x.claims.length; a++) {
          for (let b = 0; b < y.claims.length; b++) {
            const passes = mayLink(p, a, q, b, rarity);
            if (!passes) stopped++;
            if (!weigh(x, y, a, b, scale)) continue;
            linked++;
            assert.ok(passes, `${x.claims[a]!.written} and ${y.claims[b]!.written}`);
            assert.ok(mayLink(q, b, p, a, rarity));
          }
        }
      }),
      { numRuns: 150 },
    );
    assert.ok(linked > 200 && stopped > linked, `${linked} linked, ${stopped} stopped`);
  });
});
