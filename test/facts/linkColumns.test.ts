import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkColumnsOf, linksFrom, linksOfClaim } from '../../server/src/facts/linkColumns';

const shape = {
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
};
const link = fc.record(shape, { noNullPrototype: true });

describe('links in columns', () => {
  it('are what they were made of', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 5 }), (links) => {
        assert.deepEqual(linksFrom(linkColumnsOf(links, (text) => text)), links);
      }),
    );
  });

  it('are read off for one claim', () => {
    const few = fc.record({ ...shape, a: fc.nat(3), b: fc.nat(3) }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(few, { maxLength: 5 }), fc.nat(4), (links, claim) => {
        const columns = linkColumnsOf(links, (text) => text);
        for (const side of ['a', 'b'] as const)
          assert.deepEqual(
            linksOfClaim(columns, side, claim),
            links.filter((each) => each[side] === claim),
          );
      }),
    );
  });
});
