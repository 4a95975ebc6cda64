import { type Corrections, formKey } from '../tag/corrections';
import { tag } from '../tag/tag';
import { factsOf, type IndexedFacts } from '../facts/documentFacts';
import type { Language } from '../tag/language';
import type { TextFormat } from '../text/markdown';
import type { Decoded } from './decode';
import { type FileSystem, reasonToTell } from './fileSystem';
import { heldTagged, type HeldText, PackedTexts, type TaggingAgain } from './heldText';
import { packDocument, type PackedDocument } from './packedTags';
import { readText } from './read';
import type { Spill } from './spill';
import { asBytes, type Squeeze } from './squeeze';
import type { CacheEntry, TagCache } from './tagCache';
import type { Taggers, TextToTag } from './taggers';

/** A file as it was read. `skipped: null` for one that is gone. */
export interface FileRead {
  readonly id: string;
  readonly read: Decoded | { readonly skipped: string | null };
  /** Tags the text that was read, which may have been done already. */
  readonly tagged: Tagging;
}

export type Tagging = (text: string, format: TextFormat, corrections: Corrections) => Tagged;

export interface Tagged {
  readonly held: HeldText;
  /** Those that came with it from elsewhere; null where `held` is to make them. */
  readonly facts: IndexedFacts | null;
}

/** All at hand, from this thread: for what is open. See `Reading.tagHere` for the rest. */
export const tagHere: Tagging = (text, format, corrections) => ({
  held: heldTagged(tag(text, format, corrections), corrections),
  facts: null,
});

/** Of what follows on a text that is at hand: only what changed in it is tagged. */
export function taggingNext(held: HeldText | undefined): Tagging {
  const next = held?.tagNext;
  return next ? (text, format, corrections) => ({ held: next(text, format, corrections), facts: null }) : tagHere;
}

/** A function that holds on to nothing of a text: it lives as long as a document does. */
export function taggingOf(corrections: Corrections): TaggingAgain {
  return (text, format) => tag(text, format, corrections);
}

interface Flight {
  readonly ids: ReadonlySet<string>;
}

interface Arrival extends FileRead {
  readonly flight: Flight;
}

/** From this many unread files on, threads tag: to start them costs as much as to tag a hundred. */
export const worthThreads = 200;
/** Files that are read and handed to a thread together, and the characters that are enough for one. */
export const batchFiles = 16;
export const batchCharacters = 1_000_000;
/** Of a batch, so many are read at a time. */
const readAtOnce = 4;

/** What a reading is given by its workspace. */
export interface ReadingFrom {
  readonly fs: FileSystem;
  readonly taggers: Taggers | null;
  readonly squeeze?: Squeeze;
  /** See `Workspace.setSpill`. */
  readonly spill?: () => Spill | null;
  readonly cache: () => TagCache | null;
  readonly formatOf: (id: string) => TextFormat;
  readonly corrections: () => Corrections;
}

/**
 * The files that are still to be read. A few are read and tagged ahead of being asked for; one that changes meanwhile is read again,
 * and what was read of it before goes nowhere.
 */
export class Reading {
  private readonly unread = new Set<string>();
  /** Under way, or arrived and not asked for yet. */
  private readonly flights = new Map<string, Flight>();
  private arrived: Arrival[] = [];
  private flying = 0;
  private large = false;
  /** Texts that were tagged in this thread and not packed. */
  private atHand = 0;
  private landed: () => void = () => undefined;

  private readonly squeeze: Squeeze;
  private readonly packedTexts: PackedTexts;

  constructor(private readonly from: ReadingFrom) {
    this.squeeze = from.squeeze ?? asBytes;
    this.packedTexts = new PackedTexts(this.squeeze, from.spill);
  }

  get size(): number {
    return this.unread.size;
  }

  /** To be read, or read again. */
  add(id: string): void {
    this.unread.add(id);
    this.flights.delete(id);
  }

  delete(id: string): void {
    this.unread.delete(id);
    this.flights.delete(id);
  }

  /** The next file that has been read; null when none is left. */
  async next(): Promise<FileRead | null> {
    while (this.unread.size > 0) {
      // What is to be read again takes nobody's place: with nothing under way, nothing would ever land.
      this.arrived = this.arrived.filter(({ id, flight }) => this.flights.get(id) === flight);
      this.takeOff();
      const arrival = this.arrived.shift();
      if (arrival) {
        this.delete(arrival.id);
        return arrival;
      }
      await new Promise<void>((resolve) => (this.landed = resolve));
    }
    this.large = false;
    this.from.taggers?.rest();
    return null;
  }

  /**
   * Tags in this thread. So many texts stay at hand as objects; what is tagged here beyond them is packed as threads pack it, for a folder may
   * be written file by file, for hours.
   */
  readonly tagHere = (
    text: string,
    format: TextFormat,
    corrections: Corrections,
    into: { readonly cache: TagCache; readonly key: string } | null = null,
  ): Tagged => {
    const tagged = tag(text, format, corrections);
    const facts = factsOf(tagged);
    const stays = this.atHand < worthThreads;
    if (stays) this.atHand++;
    const packed = stays && !into ? null : packDocument(tagged, this.squeeze, facts);
    if (packed) into?.cache.put(into.key, entryOf(packed));
    const held =
      stays || !packed ? null : this.packedTexts.hold(text, format, packed, taggingOf(corrections), into?.key);
    return held ?? { held: heldTagged(tagged, corrections), facts };
  };

  private takeOff(): void {
    const { taggers } = this.from;
    this.large ||= this.unread.size >= worthThreads;
    const threads = this.large ? taggers : null;
    const most = threads ? threads.batches : 1;
    // What has arrived is held in memory as what is under way is. Without threads nothing is read ahead.
    const mostArrived = threads ? most * batchFiles : 1;
    while (this.flying < most && this.arrived.length < mostArrived) {
      const ids = this.waiting(threads ? batchFiles : 1);
      if (ids.length === 0) return;
      const flight = { ids: new Set(ids) };
      for (const id of ids) this.flights.set(id, flight);
      this.flying++;
      void this.fly(flight, threads)
        .catch((error: unknown) => this.giveUp(flight, error))
        .finally(() => {
          this.flying--;
          this.landed();
        });
    }
  }

  /** What should never happen: nothing may wait for these files for ever. */
  private giveUp(flight: Flight, error: unknown): void {
    const there = new Set(this.arrived.map(({ id }) => id));
    const read = { skipped: String(error) };
    for (const id of flight.ids) if (!there.has(id)) this.arrived.push({ id, flight, read, tagged: tagHere });
  }

  private waiting(most: number): string[] {
    const ids: string[] = [];
    for (const id of this.unread) {
      if (this.flights.has(id)) continue;
      ids.push(id);
      if (ids.length >= most) break;
    }
    return ids;
  }

  private async fly(flight: Flight, threads: Taggers | null): Promise<void> {
    const corrections = this.from.corrections();
    const cache = this.from.cache();
    const texts: { id: string; text: string; format: TextFormat; key: string; kept: PackedDocument | null }[] = [];
    let characters = 0;
    const readOne = async (id: string): Promise<void> => {
      const read = await readText(this.from.fs, id).catch((error: unknown) => ({ skipped: reasonToTell(error) }));
      if ('skipped' in read) {
        this.arrived.push({ id, flight, read, tagged: tagHere });
        return;
      }
      const { text } = read;
      characters += text.length;
      const format = this.from.formatOf(id);
      const key = cache ? cache.keyOf(contentOf(text, format, corrections)) : '';
      texts.push({ id, text, format, key, kept: keptAs(await cache?.get(key)) });
    };
    const ids = [...flight.ids];
    for (let i = 0; i < ids.length; i += readAtOnce) {
      const some = ids.slice(i, i + readAtOnce);
      if (characters <= batchCharacters) await Promise.all(some.map(readOne));
      // The others are for the next flight.
      else for (const id of some) if (this.flights.get(id) === flight) this.flights.delete(id);
    }
    const untagged = texts.filter(({ kept }) => kept === null);
    const made =
      threads && untagged.length > 0 ? await threads.tag(untagged.map(toTag), corrections).catch(() => []) : []; // then they are tagged here
    const again = taggingOf(corrections);
    for (const { id, text, format, key, kept } of texts) {
      const fresh = kept === null ? made[untagged.findIndex((each) => each.id === id)] : undefined;
      if (fresh) cache?.put(key, entryOf(fresh));
      const packed = kept ?? fresh ?? null;
      const tagged: Tagging = (given, asked, said) => {
        const fits = given === text && asked === format && said === corrections;
        const known =
          fits && packed !== null ? this.packedTexts.hold(text, format, packed, again, key || undefined) : null;
        if (known) return known;
        return this.tagHere(given, asked, said, fits && cache ? { cache, key } : null);
      };
      this.arrived.push({ id, flight, read: { text }, tagged });
    }
  }
}

function toTag({ text, format }: TextToTag): TextToTag {
  return { text, format };
}

/** Behind how many numbers there are, and how many bytes of claims: these, and the tags. */
function entryOf({ language, facts, numbers, claims, tags }: PackedDocument): CacheEntry {
  const head = Uint32Array.of(numbers.length, claims.length);
  const parts = [bytesOf(head), bytesOf(numbers), claims, tags];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { text: `${language ?? ''}\n${facts}`, bytes };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Each part in an array of its own: what is asked for once does not hold on to the rest. */
function keptAs(entry: CacheEntry | null | undefined): PackedDocument | null {
  if (!entry || entry.bytes.length < HEAD) return null;
  const { text, bytes } = entry;
  const end = text.indexOf('\n');
  const language = text.slice(0, end);
  const [count = 0, length = 0] = new Uint32Array(bytes.slice(0, HEAD).buffer);
  const claims = HEAD + 4 * count;
  const tags = claims + length;
  if (tags > bytes.length) return null;
  return {
    language: language === '' ? null : (language as Language),
    facts: text.slice(end + 1),
    numbers: new Int32Array(bytes.slice(HEAD, claims).buffer),
    claims: bytes.slice(claims, tags),
    tags: bytes.slice(tags),
  };
}

const HEAD = 8;

/** All that the tagging of a text depends on: of what was said of names only what can be meant here, so that a decision leaves other texts alone. */
export function contentOf(text: string, format: TextFormat, corrections: Corrections): string {
  if (corrections.size === 0) return `${format}\n\n${text}`;
  const folded = formKey(text);
  const said = [...corrections].filter(([form]) => folded.includes(form)).sort();
  return `${format}\n${JSON.stringify(said)}\n${text}`;
}
