import assert from 'node:assert/strict';
import { Backlog } from '../../server/src/facts/backlog';

describe('what waits to be compared', () => {
  const made: string[] = [];
  const others = ['a', 'b', 'c', 'd'];
  const fresh = (): Backlog => {
    made.length = 0;
    return new Backlog((document, isOpen) =>
      made.push(`${document}: ${others.filter((each) => each !== document && isOpen(each)).join(' ')}`.trim()),
    );
  };

  it('makes each pair once, by that of the two whose turn comes last', () => {
    const backlog = fresh();
    for (const each of ['a', 'b', 'c']) backlog.add(each);
    assert.equal(backlog.work(2), false);
    assert.equal(backlog.work(2), true);
    assert.deepEqual(made, ['a: d', 'b: a d', 'c: a b d']);
  });

  it('gives a document that is asked for its turn with all, once until something is added', () => {
    const backlog = fresh();
    for (const each of ['a', 'b', 'c']) backlog.add(each);
    for (const each of ['b', 'b', 'd', 'd']) backlog.workFirst(each);
    assert.deepEqual(made, ['b: a c d', 'd: a b c']);
    assert.equal(backlog.size, 2);
    backlog.add('a');
    backlog.workFirst('b');
    assert.deepEqual(made.slice(2), ['b: a c d']);
  });

  it('makes nothing where nothing waits', () => {
    const backlog = fresh();
    backlog.workFirst('a');
    assert.deepEqual(made, []);
  });
});
