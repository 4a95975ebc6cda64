import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workerTaggers } from '../../server/src/workspace/workerTaggers';

const none = new Map();
const texts = (...words: string[]): { text: string; format: 'plain' }[] =>
  words.map((text) => ({ text, format: 'plain' }));

describe('threads that tag', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'crosscheck-threads-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A thread that answers with what `answer`, an expression of `texts` and `corrections`, says. */
  function script(name: string, answer: string): string {
    const path = join(folder, `${name}.cjs`);
    writeFileSync(
      path,
      `const { parentPort, threadId } = require('node:worker_threads');
       parentPort.on('message', ({ texts, corrections }) => parentPort.postMessage(${answer}));`,
    );
    return path;
  }

  it('answer each batch with its own', async () => {
    const taggers = workerTaggers(script('echo', 'texts.map(({ text }) => text.toUpperCase())'), 2);
    const batches = Array.from({ length: 9 }, (_, i) => texts(`a${i}`, `b${i}`));
    const answers = await Promise.all(batches.map((batch) => taggers.tag(batch, none)));
    assert.deepEqual(
      answers,
      batches.map((batch) => batch.map(({ text }) => text.toUpperCase())),
    );
    taggers.rest();
  });

  it('are told what people said of names', async () => {
    const taggers = workerTaggers(script('said', '[[...corrections].join()]'), 1);
    assert.deepEqual(await taggers.tag(texts('x'), new Map([['may', 'person']])), ['may,person']);
    taggers.rest();
  });

  it('are replaced when one dies, and its batch is given back', async () => {
    const taggers = workerTaggers(script('dies', "texts[0].text === 'die' ? process.exit(3) : [String(threadId)]"), 1);
    const [first] = await taggers.tag(texts('x'), none);
    await assert.rejects(taggers.tag(texts('die'), none));
    const [second] = await taggers.tag(texts('x'), none);
    assert.notEqual(first, second);
    taggers.rest();
  });

  it('are given up when none stays alive', async () => {
    const taggers = workerTaggers(join(folder, 'missing.cjs'), 1);
    for (let i = 0; i < 5; i++) await assert.rejects(taggers.tag(texts('x'), none));
  });

  it('start again after a rest', async () => {
    const taggers = workerTaggers(script('again', '[String(threadId)]'), 1);
    const [first] = await taggers.tag(texts('x'), none);
    taggers.rest();
    const [second] = await taggers.tag(texts('x'), none);
    assert.notEqual(first, second);
    taggers.rest();
  });
});
