import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { promises as fs, readdirSync, readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRaw, type InputType, inflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { URI } from 'vscode-uri';
import type { CacheEntry, TagCache } from './tagCache';

/** Files that the cache is divided into, by key: an edit rewrites one of them. */
const shardCount = 64;
/** Bytes of all shards together, about; what was not asked for since the server started goes first, the oldest before the others. */
const largestCache = 256 * 1024 * 1024;
/** Bytes that wait for the end of the reading before they are written. */
const mostUnwritten = 8 * 1024 * 1024;
/** Bytes of an entry before it is compressed: a text of megabytes is tagged again. */
const largestEntry = 4 * 1024 * 1024;

// Both leave the thread to others, which costs more than to inflate what a text of usual length is kept as.
const deflate = promisify<InputType, ZlibOptions, Buffer>(deflateRaw);
const small = 16 * 1024;
const inflate = promisify<InputType, ZlibOptions, Buffer>(inflateRaw);

const magic = 'crosscheck tags 3\n';
/** Tells what was not written to its end; what somebody changed, each entry's seal tells. */
const checksumBytes = 4;
const countBytes = 4;
/** Of a key, what an entry is found by; the rest opens it, and is nowhere on the disk. */
const nameBytes = 16;
const secretBytes = 32;
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const sealBytes = 16;

/** Where a sealed entry stands in the file of its shard. */
interface Place {
  readonly start: number;
  readonly length: number;
}

interface Shard {
  /** Open until the shard is written or given up: what another window writes meanwhile is another file. */
  readonly file: FileHandle | null;
  /** By name, what the file has, the oldest first. */
  readonly places: Map<string, Place>;
  /** Sealed, by name, what is not in the file yet. */
  readonly fresh: Map<string, Buffer>;
  readonly asked: Set<string>;
}

/**
 * The cache in a folder of its own, `folder` (a disk path). A shard is written to a file of its own name and renamed, so that readers see the old or
 * the new one. It begins with a list of its entries, by which each is read alone when it is asked for; a list that does not fit its checksum counts as empty,
 * and an entry is sealed. Of two windows on one folder the later keeps what the
 * earlier has written. A write that fails (a full disk, no permission) is given up until the next one.
 *
 * `version` is whatever the taggers are told apart by.
 */
export function nodeTagCache(folder: string, version: string, largest = largestCache): TagCache {
  const shards = new Map<number, Promise<Shard>>();
  const kept = new Set<Promise<void>>();
  let writing: Promise<void> = Promise.resolve();
  let unwritten = 0;

  /** What `use` makes of a key's shard, which is not written or closed before `use` has returned. */
  async function inShard<T>(key: string, use: (shard: Shard, name: string) => T): Promise<Awaited<T>> {
    const number = Buffer.from(key.slice(0, 2), 'hex')[0]! % shardCount;
    for (;;) {
      let loading = shards.get(number);
      if (!loading) shards.set(number, (loading = openShard(pathOf(number))));
      const shard = await loading;
      if (shards.get(number) === loading) return await use(shard, nameOf(key)); // else it was written and dropped meanwhile
    }
  }

  function pathOf(number: number): string {
    return join(folder, `${number.toString(16).padStart(2, '0')}.tags`);
  }

  async function keep(key: string, entry: CacheEntry): Promise<void> {
    const sealed = seal(secretOf(key), await deflate(entry.text, { level: 1 }), entry.bytes);
    await inShard(key, ({ fresh, asked }, name) => {
      fresh.set(name, sealed);
      asked.add(name);
    });
    unwritten += sealed.length;
    if (unwritten < mostUnwritten) return;
    unwritten = 0;
    void flush();
  }

  function flush(): Promise<void> {
    return (writing = writing.then(write));
  }

  async function write(): Promise<void> {
    await Promise.all(kept);
    for (const [number, loaded] of [...shards]) {
      const shard = await loaded;
      // What was read is on the disk: it is read again when it is needed.
      if (shards.get(number) === loaded) shards.delete(number);
      await closed(shard); // first, for some systems rename no file that is open
      if (shard.fresh.size > 0) await writeShard(pathOf(number), shard).catch(() => undefined);
    }
  }

  async function writeShard(path: string, shard: Shard): Promise<void> {
    const entries = await entriesIn(path); // another window may have written meanwhile
    for (const name of shard.asked) {
      const entry = shard.fresh.get(name) ?? entries.get(name);
      if (!entry) continue;
      entries.delete(name);
      entries.set(name, entry); // the latest of all
    }
    let bytes = [...entries.values()].reduce((sum, { length }) => sum + length, 0);
    for (const [name, { length }] of entries) {
      if (bytes <= largest / shardCount) break;
      entries.delete(name);
      bytes -= length;
    }
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    try {
      // Not forced to the disk: what a loss of power leaves behind does not fit its checksum.
      await fs.writeFile(beside, bytesOf(entries), { mode: 0o600 });
      await fs.rename(beside, path);
    } catch (error) {
      await fs.rm(beside, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  return {
    keyOf: (content) =>
      createHash('sha512')
        .update(version)
        .update('\n')
        .update(content, 'utf16le')
        .digest('hex')
        .slice(0, 2 * (nameBytes + secretBytes)),
    get: async (key) => {
      const sealed = await inShard(key, (shard, name) => {
        const found = shard.fresh.get(name) ?? sealedAt(shard, name);
        if (found) shard.asked.add(name);
        return found;
      });
      if (!sealed) return null;
      return opened(secretOf(key), sealed);
    },
    put: (key, entry) => {
      if (entry.text.length + entry.bytes.length > largestEntry) return;
      const keeping = keep(key, entry).finally(() => kept.delete(keeping));
      kept.add(keeping);
    },
    flush,
    clear: () => {
      const open = [...shards.values()];
      shards.clear();
      return (writing = writing.then(async () => {
        for (const shard of open) await closed(await shard);
        await fs.rm(folder, { recursive: true, force: true }).catch(() => undefined);
      }));
    },
  };
}

/** The cache in the folder that a client names by its URI, null where that is not on this disk. The taggers are told apart by the bundle in `program`. */
export function nodeTagCacheAt(storage: string, program: string): TagCache | null {
  const uri = URI.parse(storage);
  if (uri.scheme !== 'file') return null;
  try {
    const hash = createHash('sha256');
    const files = readdirSync(program).filter((name) => name.endsWith('.js'));
    for (const file of files.sort()) hash.update(readFileSync(join(program, file)));
    return nodeTagCache(join(uri.fsPath, 'tags'), hash.digest('hex'));
  } catch {
    return null;
  }
}

function nameOf(key: string): string {
  return key.slice(0, 2 * nameBytes);
}

function secretOf(key: string): Buffer {
  return Buffer.from(key.slice(2 * nameBytes), 'hex');
}

/** A nonce, and behind it, enciphered, how many bytes of `text` there are, these, and the others; at the end what tells that nobody changed it. */
function seal(secret: Buffer, text: Uint8Array, others: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const sealing = createCipheriv(cipher, secret, nonce);
  const parts = [length, text, others].map((part) => sealing.update(part));
  return Buffer.concat([nonce, ...parts, sealing.final(), sealing.getAuthTag()]);
}

async function opened(secret: Buffer, sealed: Buffer): Promise<CacheEntry | null> {
  try {
    const opening = createDecipheriv(cipher, secret, sealed.subarray(0, nonceBytes), { authTagLength: sealBytes });
    opening.setAuthTag(sealed.subarray(-sealBytes));
    const plain = opening.update(sealed.subarray(nonceBytes, -sealBytes));
    opening.final(); // which throws where the seal is broken, and has nothing to add
    const end = 4 + plain.readUInt32LE(0);
    const deflated = plain.subarray(4, end);
    const options = { maxOutputLength: 4 * largestEntry };
    const text = deflated.length <= small ? inflateRawSync(deflated, options) : await inflate(deflated, options);
    return {
      text: text.toString('utf8'),
      bytes: new Uint8Array(plain.buffer, plain.byteOffset + end, plain.length - end),
    };
  } catch {
    return null;
  }
}

/** With nothing in it where there is no file, or another one than was written. */
async function openShard(path: string): Promise<Shard> {
  const file = await fs.open(path, 'r').catch(() => null);
  const places = file ? await placesIn(file).catch(() => new Map<string, Place>()) : new Map<string, Place>();
  return { file, places, fresh: new Map(), asked: new Set() };
}

async function closed({ file }: Shard): Promise<void> {
  await file?.close().catch(() => undefined);
}

/** What stands in the file, which may have been cut short since; null at once where it has no such entry. To close the file waits for it. */
function sealedAt({ file, places }: Shard, name: string): Promise<Buffer | null> | null {
  const place = places.get(name);
  return place && file ? readAt(file, place).catch(() => null) : null;
}

/** Throws where the file ends before. */
async function readAt(file: FileHandle, { start, length }: Place): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length); // of its own, for it may be held longer than others of a pool
  const { bytesRead } = await file.read(bytes, 0, length, start);
  if (bytesRead < length) throw new Error('the file ends early');
  return bytes;
}

/** Throws for what is no file of ours. */
async function placesIn(file: FileHandle): Promise<Map<string, Place>> {
  const head = await readAt(file, { start: 0, length: magic.length + checksumBytes + countBytes });
  if (head.toString('latin1', 0, magic.length) !== magic) throw new Error('another file');
  const length = head.readUInt32LE(magic.length + checksumBytes) * listedBytes;
  if (length > (await file.stat()).size) throw new Error('the file ends early');
  const list = await readAt(file, { start: head.length, length });
  const count = head.subarray(magic.length + checksumBytes);
  if (!head.subarray(magic.length, -countBytes).equals(checksumOf(Buffer.concat([count, list]))))
    throw new Error('a damaged file');
  const places = new Map<string, Place>();
  let start = head.length + length;
  for (let at = 0; at < length; at += listedBytes) {
    const size = list.readUInt32LE(at + nameBytes);
    places.set(list.toString('hex', at, at + nameBytes), { start, length: size });
    start += size;
  }
  return places;
}

/** All entries of a file, sealed, by name, the oldest first. */
async function entriesIn(path: string): Promise<Map<string, Buffer>> {
  const { file, places } = await openShard(path);
  const all = [...places.values()];
  const start = all[0]?.start ?? 0;
  const end = all.reduce((sum, { length }) => sum + length, start);
  const none = Buffer.alloc(0);
  const bytes = file ? await readAt(file, { start, length: end - start }).catch(() => none) : none;
  await file?.close().catch(() => undefined);
  if (bytes === none) return new Map();
  return new Map(
    [...places].map(([name, at]) => [name, bytes.subarray(at.start - start, at.start - start + at.length)]),
  );
}

/** Of the list at the head of a file: the name of an entry, and its length. */
const listedBytes = nameBytes + 4;

function bytesOf(entries: ReadonlyMap<string, Buffer>): Buffer {
  const list = Buffer.alloc(countBytes + entries.size * listedBytes);
  list.writeUInt32LE(entries.size);
  let at = countBytes;
  for (const [name, { length }] of entries) {
    list.write(name, at, 'hex');
    list.writeUInt32LE(length, at + nameBytes);
    at += listedBytes;
  }
  return Buffer.concat([Buffer.from(magic, 'latin1'), checksumOf(list), list, ...entries.values()]);
}

function checksumOf(bytes: Uint8Array): Buffer {
  const checksum = Buffer.alloc(checksumBytes);
  checksum.writeUInt32LE(crc32(bytes));
  return checksum;
}
