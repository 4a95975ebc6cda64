import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';

/** What rules look for, in pieces that fall together in ways that no text has. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['“', '”', '"', "'", '’s ', '…', '—', '(', ')', ',', '. ', '\n', '\n\n', '\r', '\u2028', '\ud800', '\0'],
    ...['$61 billion', '12%', ' 5-7 ', '1,2,3', '9'.repeat(400), '1e999', '½', '−5 °C', '№ 5', '٣٤', 'between 5 and 7'],
    ...[
      'Mr. ',
      'Ann Orr',
      'U.S. ',
      'the ',
      ' said ',
      'according to ',
      'NAME: ',
      ' people ',
      'killed ',
      'two hundred and fifty',
    ],
    ...['May 16, 2024', 'last month ', 'http://x.co/a ', '# ', '> ', '* ', '```\n', '---\n', 'a '.repeat(30)],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('tagging and indexing', () => {
  it('throw on no input, and answer with places inside the texts', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.constantFrom('plain', 'markdown'), (texts, format) => {
        const index = new FactIndex({ keyCap: 5, smallestFolder: 2 });
        texts.forEach((content, i) => {
          index.replace({ id: `${i}`, label: `${i}.txt`, draft: i === 0, tagged: tag(content, format) });
        });
        const places = [
          ...index.findings().flatMap((finding) => [finding, ...finding.related]),
          ...index.facts().flatMap((fact) => fact.statements),
          ...index.entities().flatMap((entity) => entity.statements),
          ...texts.flatMap((content, i) => {
            const offsets = Array.from({ length: Math.ceil(content.length / 9) }, (_, n) => n * 9);
            return offsets.flatMap((offset) => index.factAt(`${i}`, offset)?.statements ?? []);
          }),
        ];
        for (const { document, start, end } of places) {
          assert.ok(start >= 0 && start < end && end <= texts[Number(document)]!.length);
        }
      }),
      { numRuns: 120 },
    );
  });
});
