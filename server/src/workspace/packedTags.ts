import { factsOf } from '../facts/documentFacts';
import { type Language, languageOf } from '../tag/language';
import type { TaggedText } from '../tag/model';
import type { TextFormat } from '../text/markdown';
import { scan } from '../text/scan';

/** A list of objects: the keys that the first has, and each object as its values in that order, or as it is where its keys are others. */
interface PackedList {
  readonly keys: readonly string[];
  readonly rows: readonly unknown[];
}

type Packed = Pick<TaggedText, 'storyDate'> & Record<'names' | 'entities' | 'quotes' | 'figures', PackedList>;

/**
 * What tagging found, as a string. Neither the text nor its tokens are in it:
 * to scan the text again costs less than to carry them.
 */
export function packTagged(tagged: TaggedText): string {
  const { storyDate, names, entities, quotes, figures } = tagged;
  const packed: Packed = {
    storyDate,
    names: packList(names),
    entities: packList(entities),
    quotes: packList(quotes),
    figures: packList(figures),
  };
  return JSON.stringify(packed);
}

/** The tagged text that a string was made of by this version, with the text that it was made of. Throws on any other string. */
export function unpackTagged(packed: string, text: string, format: TextFormat): TaggedText {
  const { storyDate, names, entities, quotes, figures } = JSON.parse(packed) as Packed;
  return {
    scanned: scan(text, format),
    storyDate,
    names: unpackList(names),
    entities: unpackList(entities),
    quotes: unpackList(quotes),
    figures: unpackList(figures),
  };
}

/**
 * All that is known of a text when it has been tagged, for the way from a thread to the server, line by line: its language, what the index needs
 * of it, and what was tagged. To read the one, the others need not be read.
 */
export function packDocument(tagged: TaggedText): string {
  return [languageOf(tagged.scanned) ?? '', JSON.stringify(factsOf(tagged)), packTagged(tagged)].join('\n');
}

/** The parts of a packed document, still packed. */
export interface PackedParts {
  readonly language: Language | null;
  readonly facts: string;
  readonly tags: string;
}

/** Null for what is no packed document. */
export function partsOf(packed: string): PackedParts | null {
  const [language, facts, tags] = packed.split('\n');
  if (language === undefined || facts === undefined || tags === undefined) return null;
  return { language: language === '' ? null : (language as Language), facts, tags };
}

/** The same, or null where it throws: then the text is to be tagged here. */
export function unpacked(packed: string, text: string, format: TextFormat): TaggedText | null {
  try {
    return unpackTagged(packed, text, format);
  } catch {
    return null;
  }
}

function packList(list: readonly object[]): PackedList {
  const keys = Object.keys(list[0] ?? {});
  return {
    keys,
    rows: list.map((item) => {
      const own = Object.keys(item);
      const alike = own.length === keys.length && own.every((key, i) => key === keys[i]);
      return alike ? Object.values(item) : item;
    }),
  };
}

function unpackList<T>({ keys, rows }: PackedList): T[] {
  return rows.map((row) => {
    if (!Array.isArray(row)) return row as T;
    const item: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) item[keys[i]!] = row[i];
    return item as T;
  });
}
