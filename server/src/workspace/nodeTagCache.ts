import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { promises as fs, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, type InputType, inflateRaw, type ZlibOptions } from 'node:zlib';
import { URI } from 'vscode-uri';
import type { CacheEntry, TagCache } from './tagCache';

/** Files that the cache is divided into, by key: an edit rewrites one of them. */
const shardCount = 64;
/** Bytes of all shards together, about; what was not asked for since the server started goes first, the oldest before the others. */
const largestCache = 256 * 1024 * 1024;
/** Bytes that wait for the end of the reading before they are written. */
const mostUnwritten = 32 * 1024 * 1024;
/** Bytes of an entry before it is compressed: a text of megabytes is tagged again. */
const largestEntry = 4 * 1024 * 1024;

// Both leave the thread to others.
const deflate = promisify<InputType, ZlibOptions, Buffer>(deflateRaw);
const inflate = promisify<InputType, ZlibOptions, Buffer>(inflateRaw);

const magic = 'crosscheck tags 2\n';
const checksumBytes = 32;
/** Of a key, what an entry is found by; the rest opens it, and is nowhere on the disk. */
const nameBytes = 16;
const secretBytes = 32;
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const sealBytes = 16;

interface Shard {
  /** Sealed, by name, the oldest first. */
  readonly entries: Map<string, Buffer>;
  readonly asked: Set<string>;
  changed: boolean;
}

/**
 * The cache in a folder of its own, `folder` (a disk path). A shard is written to a file of its own name and renamed, so that readers see the old or
 * the new one; it begins with a checksum, and one that does not fit counts as empty. Of two windows on one folder the later keeps what the
 * earlier has written. A write that fails (a full disk, no permission) is given up until the next one.
 *
 * `version` is whatever the taggers are told apart by.
 */
export function nodeTagCache(folder: string, version: string, largest = largestCache): TagCache {
  const shards = new Map<number, Promise<Shard>>();
  const kept = new Set<Promise<void>>();
  let writing: Promise<void> = Promise.resolve();
  let unwritten = 0;

  async function shardOf(key: string): Promise<Shard> {
    const number = Buffer.from(key.slice(0, 2), 'hex')[0]! % shardCount;
    for (;;) {
      let loading = shards.get(number);
      if (!loading) shards.set(number, (loading = readShard(pathOf(number))));
      const shard = await loading;
      if (shards.get(number) === loading) return shard; // else it was written and dropped meanwhile
    }
  }

  function pathOf(number: number): string {
    return join(folder, `${number.toString(16).padStart(2, '0')}.tags`);
  }

  async function keep(key: string, entry: CacheEntry): Promise<void> {
    const sealed = seal(secretOf(key), await deflate(entry.text, { level: 1 }), entry.bytes);
    const shard = await shardOf(key);
    shard.entries.set(nameOf(key), sealed);
    shard.asked.add(nameOf(key));
    shard.changed = true;
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
      if (shard.changed) await writeShard(pathOf(number), shard).catch(() => undefined);
    }
  }

  async function writeShard(path: string, shard: Shard): Promise<void> {
    // Another window may have written meanwhile.
    const { entries } = await readShard(path);
    for (const [key, entry] of shard.entries) {
      if (!shard.asked.has(key)) continue;
      entries.delete(key);
      entries.set(key, entry); // the latest of all
    }
    let bytes = [...entries.values()].reduce((sum, { length }) => sum + length, 0);
    for (const [key, { length }] of entries) {
      if (bytes <= largest / shardCount) break;
      entries.delete(key);
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
      const shard = await shardOf(key);
      const sealed = shard.entries.get(nameOf(key));
      if (!sealed) return null;
      shard.asked.add(nameOf(key));
      return opened(secretOf(key), sealed);
    },
    put: (key, entry) => {
      if (entry.text.length + entry.bytes.length > largestEntry) return;
      const keeping = keep(key, entry).finally(() => kept.delete(keeping));
      kept.add(keeping);
    },
    flush,
    clear: () => {
      shards.clear();
      return (writing = writing.then(() => fs.rm(folder, { recursive: true, force: true }).catch(() => undefined)));
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
    const plain = Buffer.concat([opening.update(sealed.subarray(nonceBytes, -sealBytes)), opening.final()]);
    const end = 4 + plain.readUInt32LE(0);
    const text = await inflate(plain.subarray(4, end), { maxOutputLength: 4 * largestEntry });
    return { text: text.toString('utf8'), bytes: new Uint8Array(plain.subarray(end)) };
  } catch {
    return null;
  }
}

/** What stands in a shard's file; nothing where there is none, or where it is not what was written. */
async function readShard(path: string): Promise<Shard> {
  const bytes = await fs.readFile(path).catch(() => Buffer.alloc(0));
  return { entries: entriesOf(bytes), asked: new Set(), changed: false };
}

function entriesOf(bytes: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const head = magic.length + checksumBytes;
  if (bytes.length < head || bytes.toString('latin1', 0, magic.length) !== magic) return entries;
  if (!bytes.subarray(magic.length, head).equals(checksumOf(bytes.subarray(head)))) return entries;
  for (let at = head; at < bytes.length;) {
    const key = bytes.toString('hex', at, at + nameBytes);
    const length = bytes.readUInt32LE(at + nameBytes);
    at += nameBytes + 4;
    entries.set(key, bytes.subarray(at, at + length));
    at += length;
  }
  return entries;
}

function bytesOf(entries: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  for (const [key, entry] of entries) {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(entry.length);
    parts.push(Buffer.from(key, 'hex'), length, entry);
  }
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(magic, 'latin1'), checksumOf(body), body]);
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
