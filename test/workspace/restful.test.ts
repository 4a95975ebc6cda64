import assert from 'node:assert/strict';
import { restful } from '../../server/src/workspace/restful';

describe('a restful pause', () => {
  const busy = (milliseconds: number): void => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };

  it('leaves the thread after some steps, and not after each', async () => {
    const pause = restful(async () => undefined, { askedAt: () => -Infinity });
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    for (let i = 0; i < 10; i++) {
      busy(1);
      await pause();
    }
    clearInterval(timer);
    assert.ok(turns > 0); // others had theirs
    let rests = 0;
    for (let i = 0; i < 1000; i++) {
      const before = performance.now();
      await pause();
      if (performance.now() - before > 5) rests++;
    }
    assert.ok(rests < 100);
  });

  it('lasts as long as questions come', async () => {
    let questions = 0;
    let asked = performance.now();
    const pause = restful(async () => undefined, { askedAt: () => asked });
    let steps = 0;
    const work = (async () => {
      while (steps < 3) {
        await pause();
        steps++;
      }
    })();
    while (questions++ < 20) {
      asked = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.equal(steps, 0);
    }
    asked = -Infinity;
    await work;
    assert.equal(steps, 3);
  });

  it('is none where somebody waits', async () => {
    let pauses = 0;
    const pause = restful(async () => void pauses++, { askedAt: () => performance.now(), isAwaited: () => true });
    busy(4);
    await pause();
    await pause();
    assert.equal(pauses, 2);
  });
});
