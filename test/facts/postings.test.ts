import assert from 'node:assert/strict';
import { Postings } from '../../server/src/facts/postings';

describe('postings', () => {
  it('give the items of a key, and forget removed ones', () => {
    const postings = new Postings(10);
    postings.add(1, [7, 8]);
    postings.add(2, [7]);
    postings.add(9, [7]);
    assert.deepEqual([...postings.get(7)].sort(), [1, 2, 9]);
    postings.remove(1, [7, 8]);
    assert.deepEqual([...postings.get(7)].sort(), [2, 9]);
    assert.deepEqual([...postings.get(8)], []);
  });

  it('stop proposing candidates for a key that is about everything, and say which items that touches', () => {
    const postings = new Postings(2);
    postings.add(1, [7]);
    postings.add(2, [7]);
    assert.deepEqual([...postings.crossed()], []);
    postings.add(3, [7]);
    assert.equal(postings.get(7).length, 0);
    assert.deepEqual([...postings.crossed()].sort(), [1, 2, 3]);
    postings.remove(2, [7]);
    assert.equal(postings.get(7).length, 2);
    assert.deepEqual([...postings.crossed()].sort(), [1, 3]);
    assert.deepEqual([...postings.crossed()], []);
  });

  it('do not count a line crossed twice', () => {
    const postings = new Postings(1);
    postings.add(1, [7]);
    postings.crossed();
    postings.add(2, [7]);
    postings.remove(2, [7]);
    assert.deepEqual([...postings.crossed()], []);
  });
});
