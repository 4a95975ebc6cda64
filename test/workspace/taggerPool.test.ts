import assert from 'node:assert/strict';
import { taggerPool, type ThreadEvents, usualThreads } from '../../server/src/workspace/taggerPool';
import type { TaggingAnswer, TaggingQuestion } from '../../server/src/workspace/taggingThread';

const none = new Map();
const text = (words: string): { text: string; format: 'plain' }[] => [{ text: words, format: 'plain' }];

/** A thread whose answers the test gives. */
interface Fake {
  readonly events: ThreadEvents;
  readonly asked: string[];
  ended: boolean;
}

describe('a pool of threads that tag', () => {
  let threads: Fake[];
  let fails: number;
  beforeEach(() => {
    threads = [];
    fails = 0;
  });

  function start(events: ThreadEvents): { ask(question: TaggingQuestion): void; end(): void } {
    if (fails-- > 0) throw new Error('no worker to be had');
    const fake: Fake = { events, asked: [], ended: false };
    threads.push(fake);
    return { ask: ({ texts }) => void fake.asked.push(texts[0]!.text), end: () => void (fake.ended = true) };
  }

  const answered = (words: string): TaggingAnswer => [words] as unknown as TaggingAnswer;

  it('gives each thread one batch at a time, and starts no more than it may', async () => {
    const pool = taggerPool(start, 2);
    const all = ['a', 'b', 'c'].map((words) => pool.tag(text(words), none));
    assert.deepEqual(
      threads.map(({ asked }) => asked),
      [['a'], ['b']],
    );
    threads[1]!.events.answered(answered('B'));
    threads[1]!.events.answered(answered('C'));
    threads[0]!.events.answered(answered('A'));
    assert.deepEqual(await Promise.all(all), [['A'], ['B'], ['C']]);
    pool.rest();
    assert.deepEqual(
      threads.map(({ ended }) => ended),
      [true, true],
    );
  });

  it('goes on where one thread cannot be started', async () => {
    fails = 1;
    const pool = taggerPool(start, 1);
    await assert.rejects(pool.tag(text('a'), none), /no worker/);
    const second = pool.tag(text('b'), none);
    threads[0]!.events.answered(answered('B'));
    assert.deepEqual(await second, ['B']);
  });

  it('gives everybody back what nobody will tag', async () => {
    fails = Infinity;
    const pool = taggerPool(start, 2);
    for (let i = 0; i < 5; i++) await assert.rejects(pool.tag(text('a'), none));
    assert.equal(threads.length, 0);
  });

  it('takes the death of a thread once, however often it is told', async () => {
    const pool = taggerPool(start, 1);
    for (let i = 0; i < 2; i++) {
      const lost = pool.tag(text('a'), none);
      threads[i]!.events.died(new Error('gone'));
      threads[i]!.events.died(new Error('gone, I said'));
      await assert.rejects(lost, /^Error: gone$/);
    }
    const last = pool.tag(text('b'), none); // two deaths are not three
    threads[2]!.events.answered(answered('B'));
    assert.deepEqual(await last, ['B']);
  });

  it('leaves a core to the thread that asks', () => {
    assert.deepEqual([1, 2, 4, 64, undefined].map(usualThreads), [1, 1, 3, 4, 1]);
  });
});
