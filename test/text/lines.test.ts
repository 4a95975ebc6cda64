import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf, offsetAt, packLines, positionAt, unpackLines, walkPositions } from '../../server/src/text/lines';

describe('lines', () => {
  it('ends a line after \\n, \\r\\n and a lone \\r', () => {
    assert.deepEqual(linesOf('a\r\nb\rc\n').starts, [0, 3, 5, 7]);
  });

  it('are those that a look at each character finds', () => {
    const ends = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n'), maxLength: 60 });
    fc.assert(
      fc.property(ends, (text) => {
        const starts = Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length);
        assert.deepEqual(linesOf(text).starts, [0, ...starts]);
      }),
    );
  });

  it('are the same when they have been packed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', 'é'.repeat(300)) }), (text) => {
        const lines = linesOf(text);
        const { starts, length } = unpackLines(packLines(lines)!);
        assert.deepEqual({ starts, length }, lines);
      }),
    );
    assert.equal(packLines(linesOf(`a\n${'b'.repeat(70_000)}\n`)), null);
  });

  it('turns offsets to positions and back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀'), maxLength: 60 }),
        fc.nat(80),
        (text, n) => {
          const lines = linesOf(text);
          const offset = Math.min(n, text.length);
          assert.equal(offsetAt(lines, positionAt(lines, offset)), offset);
        },
      ),
    );
  });

  it('gives the positions of offsets one after the other, packed or not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', 'é'.repeat(3)), maxLength: 60 }),
        fc.array(fc.integer({ min: -3, max: 200 })),
        (text, offsets) => {
          const lines = linesOf(text);
          const expected = offsets.map((offset) => positionAt(lines, offset));
          for (const each of [lines, unpackLines(packLines(lines)!)])
            assert.deepEqual(offsets.map(walkPositions(each)), expected);
        },
      ),
    );
  });

  it('moves what lies outside to the nearer end', () => {
    const lines = linesOf('ab\ncd');
    assert.deepEqual(positionAt(lines, 99), { line: 1, character: 2 });
    assert.deepEqual(positionAt(lines, -1), { line: 0, character: 0 });
    assert.equal(offsetAt(lines, { line: 9, character: 0 }), 5);
    assert.equal(offsetAt(lines, { line: 0, character: 99 }), 3);
  });
});
