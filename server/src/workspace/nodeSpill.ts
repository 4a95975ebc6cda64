import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Spill, Spilled } from './spill';

/** Bytes of a segment: room is given back by the segment. Nothing longer is put away. */
const segmentBytes = 4 * 1024 * 1024;
/** Bytes that are gathered before they are written. */
const unwrittenBytes = 128 * 1024;

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const sealBytes = 16;

/** A part of the file. */
interface Segment {
  readonly start: number;
  /** Bytes that were put into it, the last of them not written yet perhaps. */
  length: number;
  /** Of these, the bytes that somebody may still ask for. */
  live: number;
  readonly blocks: Set<Block>;
}

/** Parts that were put away together, each sealed, one after the other. */
interface Block {
  segment: Segment;
  /** In the segment. */
  start: number;
  readonly length: number;
  /** Where in the block each part ends. */
  readonly ends: readonly number[];
}

/**
 * In the file that `openFile` opens when there is something to put, by its number. What is in it is enciphered with a key that is nowhere but in memory,
 * and sealed.
 *
 * Written like a log, in segments. Where more than half of one is of no use to anybody, the rest of it moves to the end when room is needed, and it is
 * written anew: the file has some twice the bytes that somebody may ask for. After a write that fails (a full disk) nothing more is taken, and what was not
 * written stays in memory.
 */
export function nodeSpill(openFile: () => number, segmentSize = segmentBytes): Spill {
  const key = randomBytes(32);
  const segments: Segment[] = [];
  /** The segment that is written to, its last bytes still here. */
  let open: Segment | null = null;
  const unwritten = Buffer.allocUnsafeSlow(Math.min(unwrittenBytes, segmentSize));
  let waiting = 0;
  let file: number | null = null;
  let isFull = false;
  let sealed = 0;

  const freed = new FinalizationRegistry<Block>((block) => {
    block.segment.blocks.delete(block);
    block.segment.live -= block.length;
  });

  function put(parts: readonly Uint8Array[]): Spilled | null {
    if (isFull) return null;
    const pieces = parts.map(seal);
    const bytes = Buffer.concat(pieces);
    // What moves takes less than half of a segment, and leaves room for this.
    if (2 * bytes.length > segmentSize) return null;
    try {
      file ??= openFile();
      const segment = roomFor(bytes.length);
      let end = 0;
      const ends = pieces.map(({ length }) => (end += length));
      const block: Block = { segment, start: segment.length, length: bytes.length, ends };
      append(segment, block, bytes);
      const spilled = { take: (part: number) => take(block, part) };
      freed.register(spilled, block);
      return spilled;
    } catch {
      isFull = true;
      return null;
    }
  }

  function take(block: Block, part: number): Uint8Array | null {
    try {
      const from = block.ends[part - 1] ?? 0;
      return opened(bytesAt(block.segment, block.start + from, block.ends[part]! - from));
    } catch {
      return null;
    }
  }

  /** A segment with so much room left. Throws where a write fails. */
  function roomFor(length: number): Segment {
    if (open && open.length + length <= segmentSize) return open;
    write();
    const full = segments.filter((segment) => segment !== open);
    open = reused(full.find(({ live }) => live === 0)) ?? added();
    const [emptiest] = segments.filter((segment) => segment !== open).sort((a, b) => a.live - b.live);
    if (emptiest && 2 * emptiest.live < segmentSize) move(emptiest, open);
    return open;
  }

  function added(): Segment {
    const segment: Segment = { start: segments.length * segmentSize, length: 0, live: 0, blocks: new Set() };
    segments.push(segment);
    return segment;
  }

  function move(from: Segment, to: Segment): void {
    for (const block of from.blocks) {
      const start = to.length;
      append(to, block, bytesAt(from, block.start, block.length));
      from.blocks.delete(block);
      from.live -= block.length;
      block.segment = to;
      block.start = start;
    }
  }

  function append(segment: Segment, block: Block, bytes: Uint8Array): void {
    if (waiting + bytes.length > unwritten.length) write();
    if (bytes.length > unwritten.length) writeAt(bytes, bytes.length, segment.start + segment.length);
    else {
      unwritten.set(bytes, waiting);
      waiting += bytes.length;
    }
    segment.length += bytes.length;
    segment.live += bytes.length;
    segment.blocks.add(block);
  }

  /** Writes what waits, the end of the open segment. */
  function write(): void {
    if (open && waiting > 0) writeAt(unwritten, waiting, open.start + open.length - waiting);
    waiting = 0;
  }

  function writeAt(bytes: Uint8Array, length: number, position: number): void {
    for (let done = 0; done < length;) done += writeSync(file!, bytes, done, length - done, position + done);
  }

  /** Throws where the file ends before. */
  function bytesAt(segment: Segment, start: number, length: number): Uint8Array {
    const written = segment === open ? segment.length - waiting : segment.length;
    if (start >= written) return unwritten.subarray(start - written, start - written + length);
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;) {
      const more = readSync(file!, bytes, done, length - done, segment.start + start + done);
      if (more === 0) throw new Error('the file ends early');
      done += more;
    }
    return bytes;
  }

  /** Never the same number twice under one key: they are counted. */
  function seal(part: Uint8Array): Buffer {
    const nonce = Buffer.alloc(nonceBytes);
    nonce.writeUIntBE(sealed++, 0, 6);
    const sealing = createCipheriv(cipher, key, nonce);
    return Buffer.concat([nonce, sealing.update(part), sealing.final(), sealing.getAuthTag()]);
  }

  function opened(bytes: Uint8Array): Uint8Array {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: sealBytes });
    opening.setAuthTag(bytes.subarray(-sealBytes));
    const plain = opening.update(bytes.subarray(nonceBytes, -sealBytes));
    opening.final(); // which throws where the seal is broken, and has nothing to add
    return plain;
  }

  return { put };
}

function reused(segment: Segment | undefined): Segment | null {
  if (!segment) return null;
  segment.length = 0;
  return segment;
}

/**
 * A new file in a folder of its own (a disk path), both deleted already: the system forgets it with the process. Where an open file keeps its name, they
 * are there until `nodeSpillAt` is called again.
 */
export function namelessFile(folder: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${process.pid}.${randomBytes(4).toString('hex')}`);
  const file = openSync(path, 'wx+', 0o600);
  forget(folder);
  return file;
}

/** In the folder that a client names by its URI, where nothing is left of the server before; null where that is not on this disk. */
export function nodeSpillAt(storage: string): Spill | null {
  const uri = URI.parse(storage);
  if (uri.scheme !== 'file') return null;
  const folder = join(uri.fsPath, 'spilled');
  forget(folder);
  return nodeSpill(() => namelessFile(folder));
}

function forget(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Its turn comes at the next start.
  }
}
