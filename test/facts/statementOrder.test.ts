import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byRank, inDocumentOrder } from '../../server/src/facts/statementOrder';

describe('statements in order', () => {
  it('are sorted by the rank of their document, its id, and their offset', () => {
    const ranks = new Map([
      ['a', 2],
      ['b', 0],
      ['c', 1],
      ['d', 1],
    ]);
    const rankOf = (id: string): number => ranks.get(id)!;
    const fields = { document: fc.constantFrom(...ranks.keys()), start: fc.nat(9), end: fc.nat(9) };
    const statement = fc.record(fields, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        const before = structuredClone(statements);
        const sorted = [...statements].sort(
          (x, y) =>
            rankOf(x.document) - rankOf(y.document) || x.document.localeCompare(y.document) || x.start - y.start,
        );
        assert.deepEqual(inDocumentOrder(statements, rankOf), sorted);
        assert.deepEqual(statements, before);
      }),
    );
  });

  it('are sorted as numbers by their ranks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), (items) => {
        const rankOf = (item: number): number => item % 7;
        assert.deepEqual(
          byRank(items, rankOf),
          [...items].sort((x, y) => rankOf(x) - rankOf(y) || x - y),
        );
      }),
    );
  });
});
