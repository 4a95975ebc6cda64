import assert from 'node:assert/strict';
import { restful } from '../../server/src/workspace/restful';

describe('a restful pause', () => {
  const busy = (milliseconds: number): void => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };

  it('leaves the thread after some steps, and not after each', async () => {
    const pause = restful(async () => undefined, { busyUntil: () => -Infinity });
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

  it('lasts as long as others are busy', async () => {
    let questions = 0;
    let busyUntil = Infinity;
    const pause = restful(async () => undefined, { busyUntil: () => busyUntil });
    let steps = 0;
    const work = (async () => {
      while (steps < 3) {
        await pause();
        steps++;
      }
    })();
    while (questions++ < 20) {
      busyUntil = performance.now() + 300;
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.equal(steps, 0);
    }
    busyUntil = -Infinity;
    await work;
    assert.equal(steps, 3);
  });

  it('is none where somebody waits', async () => {
    let pauses = 0;
    const pause = restful(async () => void pauses++, { busyUntil: () => Infinity, isAwaited: () => true });
    busy(4);
    await pause();
    await pause();
    assert.equal(pauses, 2);
  });
});
