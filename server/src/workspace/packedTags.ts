import { type DocumentFacts, factsOf, type IndexedFacts } from '../facts/documentFacts';
import { figuresIn, type FigureSigns, numbersOf, restOf, signsOf } from '../facts/packedFigures';
import { joinSections } from '../tag/joinSections';
import { type Language, languageIn } from '../tag/language';
import type { TaggedText } from '../tag/model';
import type { TextFormat } from '../text/markdown';
import { scan, type ScannedText } from '../text/scan';
import type { Section } from '../text/sections';
import type { Squeeze } from './squeeze';

/** A list of objects: the keys that the first has, and each object as its values in that order, or as it is where its keys are others. */
interface PackedList {
  readonly keys: readonly string[];
  readonly rows: readonly unknown[];
}

type Packed = Pick<TaggedText, 'storyDate'> & Record<'names' | 'entities' | 'quotes' | 'figures', PackedList>;

/** A long text is what its sections are. */
interface PackedSections {
  readonly sections: readonly (Section & { readonly alone: Packed })[];
}

/**
 * What tagging found, as a string. Neither the text nor its tokens are in it:
 * to scan the text again costs less than to carry them.
 */
export function packTagged(tagged: TaggedText): string {
  const packed: Packed | PackedSections = tagged.sections
    ? {
        sections: tagged.sections.map(({ start, end, name, fence, alone }) => ({
          start,
          end,
          name,
          fence,
          alone: pack(alone),
        })),
      }
    : pack(tagged);
  return JSON.stringify(packed);
}

function pack({ storyDate, names, entities, quotes, figures }: TaggedText): Packed {
  return {
    storyDate,
    names: packList(names),
    entities: packList(entities),
    quotes: packList(quotes),
    figures: packList(figures),
  };
}

/**
 * The tagged text that a string was made of by this version, with the text that it was made of; it is scanned when that is asked for. Throws on any
 * other string.
 */
export function unpackTagged(packed: string, text: string, format: TextFormat): TaggedText {
  const tags = JSON.parse(packed) as Packed | PackedSections;
  if (!('sections' in tags)) return unpack(tags, () => scan(text, format));
  const sections = tags.sections.map(({ alone, ...section }) => {
    const { start, end, fence } = section;
    const preceding = start === 0 ? null : { fence };
    return { ...section, alone: unpack(alone, () => scan(text.slice(start, end), format, preceding)) };
  });
  return joinSections(text, format, sections);
}

function unpack({ storyDate, names, entities, quotes, figures }: Packed, scanning: () => ScannedText): TaggedText {
  let scanned: ScannedText | null = null;
  return {
    get scanned() {
      return (scanned ??= scanning());
    },
    storyDate,
    names: unpackList(names),
    entities: unpackList(entities),
    quotes: unpackList(quotes),
    figures: unpackList(figures),
  };
}

/** All that is known of a text when it has been tagged, for the way from a thread to the server and for the cache. To read the one part, the other need not be read. */
export interface PackedDocument {
  readonly language: Language | null;
  /** What the index needs of it, as JSON; of figures what is neither in `numbers` nor in `claims`, but for a long text. */
  readonly facts: string;
  /** See `numbersOf`; none for a long text. */
  readonly numbers: Int32Array;
  /** See `restOf`; squeezed. */
  readonly claims: Uint8Array;
  /** What `packTagged` made, squeezed. */
  readonly tags: Uint8Array;
}

export function packDocument(
  tagged: TaggedText,
  squeeze: Squeeze,
  facts: DocumentFacts = factsOf(tagged),
): PackedDocument {
  const language = languageIn(tagged);
  const tags = squeeze.squeeze(packTagged(tagged));
  const { figures } = facts;
  if (facts.sections)
    return { language, facts: JSON.stringify(facts), numbers: new Int32Array(), claims: new Uint8Array(), tags };
  return {
    language,
    facts: JSON.stringify({ ...facts, figures: signsOf(figures) }),
    numbers: numbersOf(figures),
    claims: squeeze.squeeze(restOf(figures)),
    tags,
  };
}

/** Null for what is no packed document. `rest` gives what `restOf` made, whenever that is asked for: see `claimsOf`. */
export function packedFacts({ facts: json, numbers }: PackedDocument, rest: () => string): IndexedFacts | null {
  try {
    const facts = JSON.parse(json) as Omit<DocumentFacts, 'figures'> & { readonly figures: FigureSigns };
    if (facts.sections) return facts as unknown as DocumentFacts;
    const figures = figuresIn(numbers);
    return figures && { ...facts, figures: { ...facts.figures, ...figures, rest } };
  } catch {
    return null;
  }
}

/** What `restOf` made, of what it was squeezed to; null for other bytes. */
export function claimsOf(bytes: Uint8Array, squeeze: Squeeze): string | null {
  try {
    return squeeze.expand(bytes);
  } catch {
    return null;
  }
}

/** The tagged text of a packed document, or null where it is none: then the text is to be tagged here. */
export function unpacked(tags: Uint8Array, squeeze: Squeeze, text: string, format: TextFormat): TaggedText | null {
  try {
    return unpackTagged(squeeze.expand(tags), text, format);
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
