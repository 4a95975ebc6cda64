import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { scan } from '../../server/src/text/scan';
import { tagQuotes } from '../../server/src/tag/quotes';
import { markedSpans } from '../../server/src/tag/quotes/marks';
import { processorTime } from '../fixtures/processorTime';

const piece = fc.oneof(
  fc.constantFrom(
    '\n\n— Go',
    '— said Tom.',
    'FENWICK (AP) —',
    'Bob “Bo” Reed',
    '"',
    '“',
    '”',
    "'",
    '‘',
    '’',
    "''",
    '«',
    '»',
    ',',
    '.',
    '?',
    ' ',
    '\n',
    '\n\n',
    ':',
    '—',
    '(',
    ')',
    '[',
    '…',
  ),
  fc.constantFrom(
    'Ada Brook',
    'she',
    'said',
    'told',
    'according to',
    'that',
    'and',
    'the mayor of',
    'REED',
    'Q',
    'A',
    '> ',
    '6',
    'officials',
    'saying',
    '’s',
    'Mr.',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 60 }).chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')));

describe('quotes: properties', () => {
  it('total on any text; spans lie in it, ascend, and hold their content and nothing empty', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary' })),
        fc.constantFrom('plain' as const, 'markdown' as const),
        (source, format) => {
          const quotes = tagQuotes(scan(source, format), [], []);
          let last = 0;
          for (const q of quotes) {
            assert.ok(q.start >= last && q.end > q.start && q.end <= source.length);
            assert.ok(q.content.start >= q.start && q.content.end <= q.end && q.content.start <= q.content.end);
            if (q.speaker)
              assert.ok(q.speaker.start < q.speaker.end && q.speaker.end <= source.length && q.speaker.name !== '');
            assert.equal(q.speaker === null, q.rule === 'none');
            last = q.start;
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('marked spans nest or are disjoint', () => {
    fc.assert(
      fc.property(text, (source) => {
        const open: { end: number }[] = [];
        for (const span of markedSpans(scan(source))) {
          while (open.length > 0 && open[open.length - 1]!.end <= span.start) open.pop();
          const holder = open[open.length - 1];
          assert.ok(!holder || span.end <= holder.end);
          open.push(span);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the same text gives the same quotations', () => {
    fc.assert(
      fc.property(text, (source) => assert.deepEqual(tagQuotes(scan(source), [], []), tagQuotes(scan(source), [], []))),
      { numRuns: 50 },
    );
  });

  for (const unit of [
    '"',
    "'",
    '“a” said ',
    '"We go on\n',
    'AB: x\nCD: y\n',
    'Ab, saying he said that ',
    'Ab, who said he was, ',
    'As Ab said, x — Cd said he ',
    'It, Ab said in May, and ',
    '— Go, said Tom.\n\n',
    'FENWICK, May 4 (AP) — ',
    'Bob “Bo” ',
    'Ab said in a statement. “Go on then now.” ',
  ]) {
    it(`time grows with the text: ${JSON.stringify(unit)}`, () => {
      const time = (length: number): number => {
        const scanned = scan(unit.repeat(Math.ceil(length / unit.length)));
        return processorTime(() => tagQuotes(scanned, [], []));
      };
      // Quadratic growth would be sixteenfold; the floor keeps a busy machine from deciding.
      const small = Math.max(time(6_000), 5);
      assert.ok(time(24_000) < small * 12, 'slower than linear');
    });
  }
});
