import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkColumnsOf, linksFrom } from '../../server/src/facts/linkColumns';

const link = fc.record(
  {
    a: fc.nat(),
    b: fc.nat(),
    judgement: fc.record(
      {
        verdict: fc.constantFrom('agree' as const, 'conflict' as const),
        reason: fc.string(),
        difference: fc.constantFrom('none' as const, 'plain' as const),
      },
      { noNullPrototype: true },
    ),
    score: fc.double({ min: 0, max: 1 }),
    evidence: fc.double({ min: 0, max: 100 }),
    shared: fc.string(),
  },
  { noNullPrototype: true },
);

describe('links in columns', () => {
  it('are what they were made of', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 5 }), (links) => {
        assert.deepEqual(linksFrom(linkColumnsOf(links, (text) => text)), links);
      }),
    );
  });
});
