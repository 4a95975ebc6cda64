import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeTagCache } from '../../server/src/workspace/nodeTagCache';
import type { CacheEntry } from '../../server/src/workspace/tagCache';

const entry = (text: string): CacheEntry => ({ text, bytes: Uint8Array.of(text.length % 256, 0, 255) });

describe('the cache of tags', function () {
  this.timeout(10_000); // on a busy machine

  let folder: string;
  beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'crosscheck-tags-')), 'tags')));
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const files = (): string[] => readdirSync(folder).sort();

  async function filled(contents: readonly string[], version = '1'): Promise<void> {
    const cache = nodeTagCache(folder, version);
    for (const content of contents) cache.put(cache.keyOf(content), entry(`facts of ${content}`));
    await cache.flush();
  }

  async function held(content: string, version = '1'): Promise<string | null> {
    const cache = nodeTagCache(folder, version);
    const found = await cache.get(cache.keyOf(content));
    await cache.flush();
    if (found) assert.deepEqual(found, entry(found.text));
    return found?.text ?? null;
  }

  it('gives back what was put, to the next start', async () => {
    await filled(['one', 'two \ud800']);
    assert.equal(await held('one'), 'facts of one');
    assert.equal(await held('two'), null);
  });

  it('gives nothing to another version of the taggers', async () => {
    await filled(['one']);
    assert.equal(await held('one', '2'), null);
  });

  it('can be read by those only who have the text', async () => {
    await filled(['the harbour board met in secret']);
    const cache = nodeTagCache(folder, '1');
    const key = cache.keyOf('the harbour board met in secret');
    const name = key.slice(0, 32);
    const bytes = Buffer.concat(files().map((file) => readFileSync(join(folder, file))));
    assert.ok(bytes.includes(Buffer.from(name, 'hex')));
    for (const part of [Buffer.from(key.slice(32), 'hex').subarray(0, 8), 'harbour', 'facts'])
      assert.ok(!bytes.includes(part));
    // Its name alone opens nothing.
    assert.equal(await cache.get(name + cache.keyOf('another').slice(32)), null);
    assert.ok(await cache.get(key));
    await cache.flush();
  });

  it('writes what it is given before there is too much of it, and loses nothing of it', async () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256));
    const cache = nodeTagCache(folder, '1');
    const keys = Array.from({ length: 150 }, (_, i) => cache.keyOf(`text ${i}`));
    for (const [i, key] of keys.entries()) {
      cache.put(key, { text: String(i), bytes: noise });
      if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await cache.flush();
    for (const [i, key] of keys.entries()) assert.equal((await cache.get(key))?.text, String(i));
    await cache.flush();
  });

  it('writes one shard for one edit', async () => {
    await filled(Array.from({ length: 300 }, (_, i) => `text ${i}`));
    const before = new Map(files().map((name) => [name, readFileSync(join(folder, name))]));
    assert.ok(before.size > 40);
    const cache = nodeTagCache(folder, '1');
    for (let i = 0; i < 300; i++) assert.ok(await cache.get(cache.keyOf(`text ${i}`)));
    cache.put(cache.keyOf('edited'), entry('new'));
    await cache.flush();
    const changed = files().filter((name) => !before.get(name)?.equals(readFileSync(join(folder, name))));
    assert.equal(changed.length, 1);
  });

  it('takes a damaged file for an empty one, and writes it anew', async () => {
    await filled(['one']);
    const [name] = files() as [string];
    const path = join(folder, name);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0x55;
      writeFileSync(path, damaged);
      assert.equal(await held('one'), null, `byte ${at}`);
      writeFileSync(path, whole.subarray(0, at)); // a crash in the middle of a write
      assert.equal(await held('one'), null, `${at} bytes`);
    }
    await filled(['one']);
    assert.equal(await held('one'), 'facts of one');
  });

  it('keeps what two windows write', async () => {
    const [left, right] = [nodeTagCache(folder, '1'), nodeTagCache(folder, '1')];
    const contents = Array.from({ length: 200 }, (_, i) => `text ${i}`);
    for (const cache of [left, right]) for (const content of contents) await cache.get(cache.keyOf(content));
    contents.forEach((content, i) => {
      const cache = i % 2 === 0 ? left : right;
      cache.put(cache.keyOf(content), entry(content));
    });
    await left.flush();
    await right.flush();
    for (const content of contents) assert.equal(await held(content), content);
  });

  it('finds what it holds while it is being written', async () => {
    const contents = Array.from({ length: 400 }, (_, i) => `text ${i}`);
    await filled(contents);
    const cache = nodeTagCache(folder, '1');
    const found = await Promise.all(
      contents.map((content, i) => {
        cache.put(cache.keyOf(`another ${i}`), entry('new'));
        if (i % 20 === 0) void cache.flush();
        return cache.get(cache.keyOf(content));
      }),
    );
    assert.deepEqual(
      found.map((each) => each?.text),
      contents.map((content) => `facts of ${content}`),
    );
    await cache.flush();
    for (let i = 0; i < 400; i++) assert.equal(await held(`another ${i}`), 'new');
  });

  it('reads on from the file that it began with, where another window has written since', async () => {
    const contents = Array.from({ length: 200 }, (_, i) => `text ${i}`);
    await filled(contents);
    const reading = nodeTagCache(folder, '1');
    const first = await reading.get(reading.keyOf('text 0'));
    await filled(contents.map((content) => `${content}, edited`));
    assert.equal(first?.text, 'facts of text 0');
    for (const content of contents) assert.ok(await reading.get(reading.keyOf(content)), content);
    await reading.flush();
  });

  it('does without where nothing can be written', async () => {
    writeFileSync(join(folder, '..', 'tags'), 'a file in the way');
    await filled(['one']);
    assert.equal(await held('one'), null);
  });

  it('leaves no half-written file behind, and lets nobody else read', async () => {
    await filled(['one', 'two', 'three']);
    assert.deepEqual(
      files().filter((name) => !/^[0-9a-f]{2}\.tags$/.test(name)),
      [],
    );
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, files()[0]!)).mode & 0o077, 0);
  });

  it('is bounded: what was asked for last stays', async () => {
    const noise = (i: number): string =>
      Array.from({ length: 400 }, (_, k) => ((i * 7919 + k * 104729) ** 2).toString(36)).join('');
    for (let round = 0; round < 3; round++) {
      const cache = nodeTagCache(folder, '1', 200_000);
      for (let i = 0; i < 100; i++) cache.put(cache.keyOf(`${round} ${i}`), entry(noise(1000 * round + i)));
      await cache.flush();
    }
    const bytes = files().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    assert.ok(bytes < 230_000, String(bytes));
    let kept = 0;
    for (let i = 0; i < 100; i++) if (await held(`2 ${i}`)) kept++;
    assert.ok(kept > 30, String(kept));
    assert.equal(await held('0 0'), null);
  });

  it('deletes what it holds when it is told to', async () => {
    await filled(['one']);
    await nodeTagCache(folder, '1').clear();
    assert.deepEqual(readdirSync(join(folder, '..')), []);
  });
});
