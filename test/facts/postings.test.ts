import assert from 'node:assert/strict';
import { Postings } from '../../server/src/facts/postings';

describe('postings', () => {
  it('gives the claims of a key by document, and forgets removed documents', () => {
    const postings = new Postings(10);
    postings.add('a', 0, ['x', 'y']);
    postings.add('a', 1, ['x']);
    postings.add('b', 0, ['x']);
    assert.deepEqual(
      [...postings.get('x')],
      [
        ['a', [0, 1]],
        ['b', [0]],
      ],
    );
    postings.remove('a', ['x', 'y']);
    assert.deepEqual([...postings.get('x')], [['b', [0]]]);
    assert.deepEqual([...postings.get('y')], []);
  });

  it('stops proposing candidates for a key that is about everything, and says which documents that touches', () => {
    const postings = new Postings(2);
    postings.add('a', 0, ['x']);
    postings.add('b', 0, ['x']);
    assert.deepEqual([...postings.crossed()], []);
    postings.add('c', 0, ['x']);
    assert.equal(postings.get('x').size, 0);
    assert.deepEqual([...postings.crossed()].sort(), ['a', 'b', 'c']);
    postings.remove('b', ['x']);
    assert.equal(postings.get('x').size, 2);
    assert.deepEqual([...postings.crossed()].sort(), ['a', 'c']);
    assert.deepEqual([...postings.crossed()], []);
  });

  it('does not count a line crossed twice', () => {
    const postings = new Postings(1);
    postings.add('a', 0, ['x']);
    postings.crossed();
    postings.add('b', 0, ['x']);
    postings.remove('b', ['x']);
    assert.deepEqual([...postings.crossed()], []);
  });
});
