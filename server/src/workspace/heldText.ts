import { type DocumentFacts, factsOf, type IndexedFacts } from '../facts/documentFacts';
import type { SourceDocument } from '../facts/model';
import { restOf } from '../facts/packedFigures';
import type { Corrections } from '../tag/corrections';
import { type Language, languageIn } from '../tag/language';
import type { TaggedText } from '../tag/model';
import { tagAgain } from '../tag/tag';
import { type Lines, linesOf, packLines, unpackLines } from '../text/lines';
import type { TextFormat } from '../text/markdown';
import { scan, type ScannedText } from '../text/scan';
import { SECTION_SIZES } from '../text/sections';
import { Latest, type Measured } from './latest';
import { claimsOf, type PackedDocument, packedFacts, unpacked } from './packedTags';
import { inMemory, type Spill, type Spilled } from './spill';
import { asBytes, type Squeeze } from './squeeze';

/** A text with what was tagged in it. */
export interface HeldText {
  readonly text: string;
  readonly format: TextFormat;
  readonly tagged: TaggedText;
  /** Made each time. */
  lines(): Lines;
  /** See `languageOf`. */
  readonly language: Language | null;
  /** Under which a cache has what was tagged in it, where that is known: see `contentOf`. */
  readonly key?: string | undefined;
  /** Made each time: what the index needs of it, the index keeps. */
  facts(): DocumentFacts;
  /** Tags another version of the text, without its sections that are the same; of what is at hand. */
  readonly tagNext?: (text: string, format: TextFormat, corrections: Corrections) => HeldText;
}

/** All of it at hand: of what is open, and of small folders. */
export function heldTagged(tagged: TaggedText, corrections: Corrections): HeldText {
  const { text, format } = tagged.scanned;
  return {
    text,
    format,
    tagged,
    lines: () => linesOf(text),
    language: languageIn(tagged),
    facts: () => factsOf(tagged),
    tagNext: (next, itsFormat, said) =>
      heldTagged(tagAgain(next, itsFormat, said, said === corrections ? tagged : null), said),
  };
}

/** A long text at hand, so that its next version is compared with it. `corrections`: those that it was tagged with, as far as they concern it. */
export function toBeEdited(held: HeldText, corrections: Corrections): HeldText {
  const isReady = held.tagNext !== undefined || held.text.length <= SECTION_SIZES.long;
  return isReady ? held : heldTagged(held.tagged, corrections);
}

/** Tags a text once more. */
export type TaggingAgain = (text: string, format: TextFormat) => TaggedText;

/** Characters of the texts that are unpacked at a time: a hundred articles and more, what is looked at and its neighbours. */
const mostUnpacked = 1_000_000;

/** The same for texts alone, and for claims: an edit reads those around it some hundred times. */
const mostRead = 1_000_000;

/**
 * Texts held compressed, a seventh of what they take when unpacked, which takes half a millisecond and lasts until others were asked for. A
 * folder has ten thousand texts and a reader looks at ten.
 */
export class PackedTexts {
  private readonly unpacked = new Latest<TaggedText>(mostUnpacked);
  private readonly read = new Latest<string>(mostRead);
  private readonly claims = new Latest<string>(mostRead);

  /** @param spill where what was tagged goes from now on, or null for nowhere */
  constructor(
    private readonly squeeze: Squeeze = asBytes,
    private readonly spill: () => Spill | null = () => null,
  ) {}

  /**
   * Null where `packed` is not what `packDocument` makes with the same squeeze. `tagging` is for the text whose other parts, against all odds,
   * cannot be read; it is kept, and so is what it holds on to.
   */
  hold(
    text: string,
    format: TextFormat,
    packed: PackedDocument,
    tagging: TaggingAgain,
    key?: string,
  ): { held: HeldText; facts: IndexedFacts } | null {
    const held = new PackedText(this, this.squeeze, text, format, packed, tagging, key);
    const parts = [packed.tags, packed.claims];
    const facts = packedFacts(packed, () => this.claimsOf(held));
    if (!facts) return null;
    held.parts = this.spill()?.put(parts) ?? inMemory(parts);
    return { held, facts };
  }

  textOf(held: PackedText): string {
    const { kept } = held;
    if (typeof kept === 'string') return kept;
    return this.read.of(held, () => {
      const text = this.squeeze.expand(kept);
      return measured(text, text.length);
    });
  }

  taggedOf(held: PackedText): TaggedText {
    return this.unpacked.of(held, () => {
      const text = this.textOf(held);
      const unpack = (): TaggedText => {
        const tags = held.parts.take(TAGS);
        return (tags && unpacked(tags, this.squeeze, text, held.format)) ?? held.tagging(text, held.format);
      };
      const isLong = text.length > SECTION_SIZES.long;
      return measured(isLong ? unpack() : whenAsked(text, held.format, unpack), text.length);
    });
  }

  private claimsOf(held: PackedText): string {
    return this.claims.of(held, () => {
      const bytes = held.parts.take(CLAIMS);
      const claims = (bytes && claimsOf(bytes, this.squeeze)) ?? restOf(held.facts().figures);
      return measured(claims, claims.length);
    });
  }
}

/** What was tagged in a text, by the order in which it is put away: see `PackedDocument`. */
const TAGS = 0;
const CLAIMS = 1;

/** See `PackedTexts`. A class, for ten thousand objects that each have getters of their own take a kilobyte each. */
class PackedText implements HeldText {
  /** The text, squeezed; a lone surrogate is no UTF-8, and such a text stays what it is. */
  readonly kept: Uint8Array | string;
  readonly language: Language | null;
  /** What was tagged in it. */
  parts: Spilled = inMemory([]);
  /** References on a name that thousands of texts have do not read them all for where their lines begin. */
  private readonly packedLines: string | null;

  constructor(
    private readonly among: PackedTexts,
    squeeze: Squeeze,
    text: string,
    readonly format: TextFormat,
    { language }: PackedDocument,
    readonly tagging: TaggingAgain,
    readonly key: string | undefined,
  ) {
    this.kept = text.isWellFormed() ? squeeze.squeeze(text) : text;
    this.packedLines = packLines(linesOf(text));
    this.language = language;
  }

  get text(): string {
    return this.among.textOf(this);
  }

  get tagged(): TaggedText {
    return this.among.taggedOf(this);
  }

  lines(): Lines {
    return this.packedLines === null ? linesOf(this.text) : unpackLines(this.packedLines);
  }

  facts(): DocumentFacts {
    return factsOf(this.tagged);
  }
}

/** A text of one section. Whoever asks for a sentence does not ask what was tagged in it, nor the other way round. */
function whenAsked(text: string, format: TextFormat, unpack: () => TaggedText): TaggedText {
  let scanned: ScannedText | null = null;
  let made: TaggedText | null = null;
  const tagged = (): TaggedText => (made ??= unpack());
  return {
    get scanned() {
      return (scanned ??= made?.scanned ?? scan(text, format));
    },
    get storyDate() {
      return tagged().storyDate;
    },
    get names() {
      return tagged().names;
    },
    get entities() {
      return tagged().entities;
    },
    get quotes() {
      return tagged().quotes;
    },
    get figures() {
      return tagged().figures;
    },
  };
}

function measured<T>(value: T, size: number): Measured<T> {
  return { value, size };
}

/** The document for the index: what was tagged in it is unpacked when it is asked for. */
export function documentOf(
  { id, label, draft, trusted }: Pick<SourceDocument, 'id' | 'label' | 'draft' | 'trusted'>,
  held: HeldText,
): SourceDocument {
  return new LazyDocument(id, label, draft, trusted === true, held);
}

class LazyDocument implements SourceDocument {
  constructor(
    readonly id: string,
    readonly label: string,
    readonly draft: boolean,
    readonly trusted: boolean,
    private readonly held: HeldText,
  ) {}

  get text(): string {
    return this.held.text;
  }

  get tagged(): TaggedText {
    return this.held.tagged;
  }
}
