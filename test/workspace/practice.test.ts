import assert from 'node:assert/strict';
import { practise } from '../../server/src/workspace/practice';

describe('practice', () => {
  const held = { text: 'The mayor of Grenby said that 40 people were hurt.', format: 'plain' as const };

  async function rests(text: string, most: number): Promise<number> {
    let count = 0;
    const rest = async (): Promise<void> => void count++;
    await practise({ ...held, text }, new Map(), rest, () => count >= most);
    return count;
  }

  it('is a few times, each after a rest', async () => {
    assert.ok((await rests(held.text, Infinity)) > 4);
  });

  it('ends when nobody needs it any more', async () => {
    assert.equal(await rests(held.text, 3), 3);
  });

  it('is none with a long text', async () => {
    assert.equal(await rests(held.text.repeat(1000), Infinity), 0);
  });
});
