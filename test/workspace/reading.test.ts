import assert from 'node:assert/strict';
import { factsOf } from '../../server/src/facts/documentFacts';
import { tag } from '../../server/src/tag/tag';
import { linesOf } from '../../server/src/text/lines';
import { packDocument } from '../../server/src/workspace/packedTags';
import { Reading, worthThreads } from '../../server/src/workspace/reading';
import type { Decoded } from '../../server/src/workspace/decode';
import type { CacheEntry, TagCache } from '../../server/src/workspace/tagCache';
import type { Taggers } from '../../server/src/workspace/taggers';
import { asBytes } from '../../server/src/workspace/squeeze';
import { answerTagging } from '../../server/src/workspace/taggingThread';
import { openedFacts } from '../fixtures/openedFacts';
import { memoryCache } from '../fixtures/memoryCache';
import { memoryFileSystem } from '../fixtures/memoryFileSystem';

const none = new Map();
const many = worthThreads + 50;

interface Made {
  readonly reading: Reading;
  readonly fs: ReturnType<typeof memoryFileSystem>;
  readonly asked: number[];
}

function made(files: Record<string, string>, taggers: Partial<Taggers> | null, cache: TagCache | null = null): Made {
  const fs = memoryFileSystem(files);
  const asked: number[] = [];
  const threads: Taggers = {
    batches: 2,
    tag: async (texts, corrections) => {
      asked.push(texts.length);
      return answerTagging({ texts, corrections }, asBytes);
    },
    rest: () => undefined,
    ...taggers,
  };
  const reading = new Reading({
    fs,
    taggers: taggers && threads,
    cache: () => cache,
    formatOf: () => 'plain',
    corrections: () => none,
  });
  for (const id of Object.keys(files)) reading.add(id);
  return { reading, fs, asked };
}

function folder(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`/ws/${i}.txt`, `Ada Brook paid $${i} million.`]));
}

async function all({ reading }: Made): Promise<Map<string, string>> {
  const out = new Map<string, string>();
  for (let next = await reading.next(); next; next = await reading.next()) {
    assert.ok(!out.has(next.id));
    if (!('text' in next.read)) continue;
    const { held, facts } = next.tagged(next.read.text, 'plain', none);
    assert.deepEqual(held.tagged, tag(next.read.text));
    assert.deepEqual(openedFacts(facts ?? held.facts()), factsOf(held.tagged));
    assert.equal(held.tagged.scanned.text, held.text);
    const { starts, length } = held.lines();
    assert.deepEqual({ starts, length }, linesOf(held.text));
    out.set(next.id, held.text);
  }
  return out;
}

describe('reading', function () {
  this.timeout(10_000); // on a busy machine

  it('has threads tag a large folder, and gives every file once', async () => {
    const files = folder(many);
    const it = made(files, {});
    assert.deepEqual(Object.fromEntries(await all(it)), files);
    assert.ok(it.asked.reduce((a, b) => a + b, 0) > many / 2);
  });

  it('leaves threads alone in a small folder', async () => {
    const it = made(folder(20), {});
    assert.equal((await all(it)).size, 20);
    assert.deepEqual(it.asked, []);
  });

  it('tags itself what threads do not', async () => {
    const it = made(folder(many), { tag: () => Promise.reject(new Error('gone')) });
    assert.equal((await all(it)).size, many);
  });

  it('does not believe what a thread did not write', async () => {
    const it = made(folder(many), {
      tag: async (texts) =>
        texts.map(() => ({ ...packDocument(tag(''), asBytes), facts: '{"names":', tags: Uint8Array.of(1) })),
    });
    assert.equal((await all(it)).size, many);
  });

  it('holds a bounded number of files', async () => {
    let most = 0;
    let taken = 0;
    const it = made(folder(4 * many), {});
    for (let next = await it.reading.next(); next; next = await it.reading.next()) {
      taken++;
      await new Promise((resolve) => setImmediate(resolve));
      most = Math.max(most, it.fs.reads.length - taken);
    }
    assert.equal(taken, 4 * many);
    assert.ok(most > 8 && most <= 100, String(most));
  });

  it('packs what it tags itself beyond a small folder', async () => {
    const { reading } = made(folder(many), null);
    let objects = 0;
    for (let next = await reading.next(); next; next = await reading.next()) {
      assert.ok('text' in next.read);
      const { held, facts } = next.tagged(next.read.text, 'plain', none);
      assert.deepEqual(held.tagged, tag(next.read.text));
      assert.deepEqual(openedFacts(facts ?? held.facts()), factsOf(held.tagged));
      if (held.tagNext) objects++;
    }
    assert.equal(objects, worthThreads);
  });

  it('gives the last state of a file that changes while it is under way', async () => {
    const it = made(folder(many), {});
    const seen = new Map<string, string>();
    let rounds = 0;
    for (let next = await it.reading.next(); next; next = await it.reading.next()) {
      if ('text' in next.read) seen.set(next.id, next.read.text);
      if (rounds++ > 20) continue;
      for (let i = 0; i < 60; i++) {
        it.fs.files.set(`/ws/${i}.txt`, `round ${rounds}`);
        it.reading.add(`/ws/${i}.txt`);
      }
    }
    for (let i = 0; i < 60; i++) assert.equal(seen.get(`/ws/${i}.txt`), `round ${rounds > 21 ? 21 : rounds}`);
  });

  it('goes on where all that had arrived is to be read again', async () => {
    const files = folder(many);
    const it = made(files, {});
    // After the second, more is read ahead than would be begun now; then nobody asks for a while.
    assert.ok((await it.reading.next()) && (await it.reading.next()));
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    for (const id of Object.keys(files)) it.reading.add(id);
    assert.deepEqual(Object.fromEntries(await all(it)), files);
  });

  it('gives nothing of a file that was taken out', async () => {
    const it = made(folder(many), {});
    const first = await it.reading.next();
    for (let i = 0; i < many; i++) it.reading.delete(`/ws/${i}.txt`);
    assert.ok(first);
    assert.equal(await it.reading.next(), null);
  });

  it('tags nothing twice that is in the cache', async () => {
    const cache = memoryCache();
    const files = folder(many);
    await all(made(files, {}, cache));
    assert.equal(cache.held.size, many);
    const again = made(files, {}, cache);
    assert.deepEqual(Object.fromEntries(await all(again)), files);
    assert.deepEqual(again.asked, []);
    const single = memoryCache();
    await all(made(folder(3), null, single));
    assert.equal(single.held.size, 3);
    const { facts, tags } = packDocument(tag('Ada Brook paid $0 million.'), asBytes);
    const [{ text, bytes }] = [...single.held.values()] as [CacheEntry];
    assert.equal(text, `\n${facts}`);
    assert.deepEqual(bytes.slice(-tags.length), tags);
    const opened = made(folder(3), null, single);
    for (let next = await opened.reading.next(); next; next = await opened.reading.next()) {
      const { figures } = next.tagged((next.read as Decoded & { text: string }).text, 'plain', none).facts!;
      assert.equal('rest' in figures, true);
    }
    await all(made(folder(3), null, single));
  });
});
