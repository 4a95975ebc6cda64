import assert from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf } from '../../server/src/facts/documentFacts';
import { FactIndex } from '../../server/src/facts/index';
import { packPlaces, placesIn } from '../../server/src/facts/mentionPlaces';
import { tag } from '../../server/src/tag/tag';

const piece = fc.oneof(
  fc.constantFrom(
    'Prime Minister Ingrid Halvorsen met Mr. Pell in Port Ellery on 3 May 2021. ',
    'The storm killed about 60 people; two of them, aged 3 and 91, were “strong as oaks”. ',
    'Jonas Halvorsen (21 May 1860 – 9 July 1931), an engineer from Skerry, built the harbour for €61.5 million. ',
    '“We left ‘the old house’ at nine,” she said, according to the board, “and took 12 boats.”\n\n',
    `${'salt and water, '.repeat(80)} `,
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('the places of mentions', () => {
  it('are those of what was tagged', () => {
    fc.assert(
      fc.property(text, (content) => {
        const tagged = tag(content);
        const packed = packPlaces(tagged);
        assert.match(packed, /^[#-Z]*$/);
        assert.deepEqual(placesIn(packed), {
          figures: tagged.figures.map(({ start, end, type }) => ({ start, end, date: type === 'date' })),
          names: tagged.names.map(({ start, end, titleStart, entity }) => ({ start, end, titleStart, entity })),
          quotes: tagged.quotes.map(({ start, end }) => ({ start, end })),
        });
      }),
      { numRuns: 150 },
    );
  });

  it('are read from any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('#', '$', '>', '?', 'Z'), maxLength: 12 }), (packed) => {
        const { figures, names, quotes } = placesIn(packed);
        assert.ok(figures.length + names.length + quotes.length <= packed.length);
      }),
    );
    assert.deepEqual(placesIn(''), { figures: [], names: [], quotes: [] });
  });

  it('tell what stands there, and what a figure or a name was read as', () => {
    fc.assert(
      fc.property(text, (content) => {
        const tagged = tag(content);
        const index = new FactIndex();
        const document = { id: 'a', label: 'a.txt', draft: false, tagged };
        index.replace(document, JSON.parse(JSON.stringify(factsOf(tagged))) as ReturnType<typeof factsOf>);
        for (const { start, end, entity } of tagged.names) {
          const { name, type, role } = tagged.entities[entity]!;
          assert.deepEqual(index.namedAt({ document: 'a', start, end }), { name, type, role });
        }
        for (const figure of tagged.figures) {
          const { start, end } = figure;
          const stated = index.figureStatedAt({ document: 'a', start, end });
          if (stated) assert.deepEqual(stated.figure, JSON.parse(JSON.stringify(figure)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
