import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';

describe('groups of figures', () => {
  const values = fc.constantFrom('20', '21', '26', 'about 20', 'more than 20', 'dozens of');
  const sentences = [
    'The storm killed # people in the harbour of Port Ellery, police said.',
    'Police said the storm killed # people in the harbour of Port Ellery on the coast.',
    'In the harbour of Port Ellery the storm killed # people, Joan Pell said.',
  ];
  const document = fc.array(
    fc.tuple(fc.constantFrom(...sentences), values).map(([words, value]) => words.replace('#', value)),
    { minLength: 1, maxLength: 2 },
  );
  const folder = fc.array(fc.record({ draft: fc.boolean(), lines: document }), { maxLength: 7 });

  it('give findings in bounds, with ids of their own, in a line, and no source is reported twice for a fact', () => {
    fc.assert(
      fc.property(folder, (documents) => {
        const index = new FactIndex();
        documents.forEach(({ draft, lines }, i) => {
          const label = `${draft ? 'draft' : 'source'}${i}.txt`;
          index.replace({ id: label, label, draft, tagged: tag(lines.join('\n\n')) });
        });
        const found = index.findings();
        assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
        for (const { document, start, end, related, message, reason } of found) {
          for (const side of [{ document, start, end }, ...related]) {
            const { length } = index.document(side.document)!.tagged.scanned.text;
            assert.ok(0 <= side.start && side.start < side.end && side.end <= length);
          }
          assert.ok(!/[\n\r]/.test(message + reason) && message.length < 300, message);
        }
        const figureFindings = found.filter(({ code }) => code === 'conflicting-figure');
        const places = figureFindings.map(({ document, start }) => `${document} ${start}`);
        assert.equal(new Set(places).size, places.length);
        for (const { document, related } of figureFindings) {
          assert.ok(related.length > 0);
          if (!document.startsWith('draft'))
            assert.ok(
              related.every((side) => !side.document.startsWith('draft')) || documents.every(({ draft }) => draft),
            );
        }
      }),
      { numRuns: 50 },
    );
  });
});
