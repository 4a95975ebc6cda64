import assert from 'node:assert/strict';
import { moved } from '../../../client/webview/gridMoves';

const size = { lastRow: 100, lastColumn: 5, page: 10 };

describe('keys in the grid', () => {
  it('go to the next cell, and stop at the edges', () => {
    assert.deepEqual(moved({ row: 1, column: 1 }, 'ArrowDown', false, size), { row: 2, column: 1 });
    assert.deepEqual(moved({ row: 0, column: 0 }, 'ArrowUp', false, size), { row: 0, column: 0 });
    assert.deepEqual(moved({ row: 1, column: 5 }, 'ArrowRight', false, size), { row: 1, column: 5 });
    assert.deepEqual(moved({ row: 1, column: 1 }, 'ArrowLeft', false, size), { row: 1, column: 0 });
  });

  it('go to the ends of a row, and with Control to those of the grid', () => {
    assert.deepEqual(moved({ row: 7, column: 3 }, 'Home', false, size), { row: 7, column: 0 });
    assert.deepEqual(moved({ row: 7, column: 3 }, 'End', false, size), { row: 7, column: 5 });
    assert.deepEqual(moved({ row: 7, column: 3 }, 'Home', true, size), { row: 0, column: 0 });
    assert.deepEqual(moved({ row: 7, column: 3 }, 'End', true, size), { row: 100, column: 5 });
  });

  it('go by pages, up to the first fact and not into the headings', () => {
    assert.deepEqual(moved({ row: 50, column: 2 }, 'PageDown', false, size), { row: 60, column: 2 });
    assert.deepEqual(moved({ row: 99, column: 2 }, 'PageDown', false, size), { row: 100, column: 2 });
    assert.deepEqual(moved({ row: 5, column: 2 }, 'PageUp', false, size), { row: 1, column: 2 });
    assert.deepEqual(moved({ row: 0, column: 2 }, 'PageUp', false, size), { row: 0, column: 2 });
  });

  it('leave other keys to others', () => {
    assert.equal(moved({ row: 1, column: 1 }, 'Tab', false, size), undefined);
    assert.equal(moved({ row: 1, column: 1 }, 'a', false, size), undefined);
  });
});
