import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberLists } from '../../server/src/facts/numberLists';

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

describe('lists of numbers', () => {
  it('have what was added and not removed, whatever the order', () => {
    const step = fc.record({
      adds: fc.boolean(),
      key: fc.oneof(fc.nat(6), fc.constantFrom(0x3fffffff, 256, 512, 1024)),
      value: fc.nat(8),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const lists = new NumberLists();
        const known = new Map<number, number[]>();
        for (const { adds, key, value } of steps) {
          const list = known.get(key) ?? [];
          known.set(key, list);
          if (adds) assert.equal(lists.add(key, value), list.push(value));
          else {
            lists.remove(key, value);
            const at = list.indexOf(value);
            if (at >= 0) list.splice(at, 1);
          }
          assert.equal(lists.count(key), list.length);
        }
        for (const [key, list] of known) assert.deepEqual(sorted(lists.get(key)), sorted(list));
        const keys = [...known].filter(([, list]) => list.length > 0).map(([key]) => key);
        assert.deepEqual(sorted([...lists.keys()]), sorted(keys));
      }),
    );
  });

  it('may be long, and many', () => {
    const lists = new NumberLists();
    const long = 200_000;
    for (let i = 0; i < long; i++) {
      assert.equal(lists.add(7, i), i + 1);
      lists.add(1000 + i, i);
    }
    for (let i = 0; i < long; i += 2) lists.remove(1000 + i, i);
    assert.equal(lists.count(7), long);
    assert.deepEqual([lists.count(1000), lists.count(1001)], [0, 1]);
    assert.equal(
      lists.get(7).reduce((sum, each) => sum + each),
      (long * (long - 1)) / 2,
    );
    assert.equal([...lists.keys()].length, 1 + long / 2);
    for (let i = long - 1; i > 0; i--) lists.remove(7, i);
    assert.deepEqual(lists.get(7), [0]);
  });
});
