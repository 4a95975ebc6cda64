import assert from 'node:assert/strict';
import { Latest } from '../../server/src/workspace/latest';

describe('what was asked for last', () => {
  const [a, b, c] = [{}, {}, {}];

  function counting(most: number): { ask: (key: object, characters?: number) => void; made: object[] } {
    const latest = new Latest<string>(most);
    const made: object[] = [];
    const ask = (key: object, characters = 10): void => {
      latest.of(key, () => {
        made.push(key);
        return { value: '', size: characters };
      });
    };
    return { ask, made };
  }

  it('is made once, as long as it is among it', () => {
    const { ask, made } = counting(20);
    [a, b, a, b].forEach((key) => ask(key));
    assert.deepEqual(made, [a, b]);
  });

  it('is forgotten when others were asked for since', () => {
    const { ask, made } = counting(20);
    [a, b, a, c].forEach((key) => ask(key)); // b has waited longest
    made.length = 0;
    [a, c].forEach((key) => ask(key));
    assert.deepEqual(made, []);
    ask(b);
    assert.deepEqual(made, [b]);
  });

  it('stays where it alone is too long', () => {
    const { ask, made } = counting(20);
    ask(a, 100);
    ask(a, 100);
    assert.equal(made.length, 1);
  });
});
