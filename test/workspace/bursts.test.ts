import assert from 'node:assert/strict';
import { changed, contents, created, deleted, opened, type Opened, tell } from '../fixtures/openedWorkspace';

describe('a workspace in a burst of changes', () => {
  const many = 400; // more than what threads begin at
  const path = (i: number, folder = 'in'): string => `/ws/${folder}/${i}.txt`;
  const text = (i: number, words: string): string => `${words} of ${i}`;
  const folder = (words: string, name = 'in'): Record<string, string> =>
    Object.fromEntries(Array.from({ length: many }, (_, i) => [path(i, name), text(i, words)]));
  const rewrite = ({ fs }: Opened, files: Record<string, string>): void => {
    for (const [location, content] of Object.entries(files)) fs.files.set(location, content);
  };

  it('reads what a checkout changes once, and ends with its last state', async () => {
    const made = await opened(folder('one'));
    const before = made.fs.reads.length;
    rewrite(made, folder('two'));
    for (let i = 0; i < 100; i++) made.fs.files.delete(path(i));
    const events = Array.from({ length: many }, (_, i) => (i < 100 ? deleted(path(i)) : changed(path(i))));
    // Watchers repeat themselves.
    await tell(made, ...events, ...events);
    assert.ok(made.fs.reads.length - before < many + 50, String(made.fs.reads.length - before));
    const held = Object.values(contents(made));
    assert.equal(held.length, many - 100);
    assert.ok(held.every((each) => each.startsWith('two')));
  });

  it('follows a folder of many files that is moved', async () => {
    const made = await opened(folder('one'));
    for (let i = 0; i < many; i++) made.fs.files.delete(path(i));
    rewrite(made, folder('one', 'moved'));
    await tell(made, deleted('/ws/in'), created('/ws/moved'));
    const labels = Object.keys(contents(made));
    assert.equal(labels.length, many);
    assert.ok(labels.every((label) => label.startsWith('moved/')));
  });

  it('takes the last state of files that are written again and again', async () => {
    const made = await opened(folder('0'));
    for (let round = 1; round <= 5; round++) {
      rewrite(made, Object.fromEntries(Array.from({ length: 50 }, (_, i) => [path(i), text(i, String(round))])));
      made.workspace.filesChanged(Array.from({ length: 50 }, (_, i) => changed(path(i))));
      for (let turn = 0; turn < round; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    await made.workspace.settled();
    const held = contents(made);
    for (let i = 0; i < 50; i++) assert.equal(held[`in/${i}.txt`], text(i, '5'));
  });

  it('does nothing about a storm in folders that are left out', async () => {
    const made = await opened({ '/ws/a.txt': 'one' });
    const { length } = made.fs.reads;
    const generation = made.workspace.sources.generation();
    const storm = ['.git', 'node_modules'].flatMap((name) =>
      Array.from({ length: many }, (_, i) => [created(path(i, name)), changed(path(i, name)), deleted(path(i, name))]),
    );
    await tell(made, ...storm.flat());
    assert.equal(made.fs.reads.length, length);
    assert.equal(made.workspace.sources.generation(), generation);
  });

  it('does not tag again what was written and is the same', async () => {
    const made = await opened(folder('one'));
    const generation = made.workspace.sources.generation();
    await tell(made, ...Array.from({ length: many }, (_, i) => changed(path(i))));
    assert.equal(made.workspace.sources.generation(), generation);
  });
});
