import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Numbering } from '../../server/src/facts/numbering';

describe('numbering', () => {
  it('gives each item of each document a number of its own, whatever came and went', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -1, max: 30 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const numbering = new Numbering();
        const counts = new Map<string, number>();
        for (const [document, count] of all) {
          numbering.release(document);
          counts.delete(document);
          if (count < 0) continue;
          numbering.allot(document, count);
          counts.set(document, count);
        }
        const taken = new Set<number>();
        for (const [document, count] of counts) {
          const base = numbering.base(document);
          for (let number = base; number < base + count; number++) {
            assert.ok(!taken.has(number) && number < numbering.size);
            taken.add(number);
            assert.equal(numbering.owner(number), document);
          }
        }
      }),
    );
  });

  it('gives out again what was given back', () => {
    const numbering = new Numbering();
    numbering.allot('a', 20);
    const { size } = numbering;
    for (let i = 0; i < 100; i++) {
      numbering.release('a');
      numbering.allot('a', 17 + (i % 7));
    }
    assert.equal(numbering.size, size);
  });
});
