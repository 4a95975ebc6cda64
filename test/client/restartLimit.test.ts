import assert from 'node:assert/strict';
import { RestartLimit } from '../../client/src/restartLimit';

const second = 1000;

describe('restart limit', () => {
  it('gives up on a server that dies five times within three minutes', () => {
    const limit = new RestartLimit();
    const answers = [0, 10, 20, 30, 40].map((time) => limit.mayRestart(time * second));
    assert.deepEqual(answers, [true, true, true, true, false]);
  });

  it('forgives deaths that lie far apart', () => {
    const limit = new RestartLimit();
    const answers = [0, 60, 120, 180, 240, 300].map((time) => limit.mayRestart(time * second));
    assert.deepEqual(answers, [true, true, true, true, true, true]);
  });

  it('starts anew when the user asks for it', () => {
    const limit = new RestartLimit();
    for (let time = 0; time < 5; time++) limit.mayRestart(time);
    limit.reset();
    assert.equal(limit.mayRestart(5), true);
  });
});
