import type { ScannedText } from '../text/scan';
import type { Section } from '../text/sections';
import type { Span } from '../text/span';
import type { PersonName } from './names/personName';

/** What tagging gives: plain data, every span in UTF-16 offsets into the text, every list ascending by `start`. */
export interface TaggedText {
  readonly scanned: ScannedText;
  readonly storyDate: StoryDate | null;
  /** Disjoint. */
  readonly names: readonly NameMention[];
  readonly entities: readonly Entity[];
  /** Direct quotations may hold others (nested marks); indirect speech may hold direct quotations. */
  readonly quotes: readonly Quote[];
  /** Disjoint. */
  readonly figures: readonly Figure[];
  /** Of a long text, its parts: what it holds is what they hold. */
  readonly sections?: readonly TaggedSection[];
}

/** A part of a long text, tagged by itself. */
export interface TaggedSection extends Section {
  /** As it reads by itself; all offsets from its own start. */
  readonly alone: TaggedText;
  /** The people that it names by itself. */
  readonly people: readonly NamedPerson[];
  /** The same with what people are called in the whole text; `alone` itself where that is nothing else. */
  readonly tagged: TaggedText;
}

export interface NamedPerson {
  /** Index into `entities`. */
  readonly entity: number;
  readonly name: string;
  readonly parts: PersonName;
}

/** The day a text was written for, and how that is known. */
export interface StoryDate {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly evidence: 'frontMatter' | 'updated' | 'dateline' | 'byline' | 'header' | 'caption';
  readonly span: Span;
}

export type EntityType = 'person' | 'organization' | 'place' | 'other';

/** Whom or what a document's name mentions refer to. */
export interface Entity {
  readonly type: EntityType;
  /** The document says little for the type: the rest of the folder may know better. */
  readonly tentative?: true;
  /** The fullest form in the document, without titles: “Vladimir V. Putin”. A person whom it names in capitals alone has them no more. */
  readonly name: string;
  /** Every other form in the document, titles left out. */
  readonly aliases: readonly string[];
  /** The role as the text introduces it (“Russian President”, “professor at …”), or ''. */
  readonly role: string;
  readonly gender: 'male' | 'female' | '';
  /** Indices into `names`, ascending. */
  readonly mentions: readonly number[];
}

/** A span that names someone or something. Titles (“Mr.”, “President”) and possessive clitics are not in it. */
export interface NameMention extends Span {
  readonly type: EntityType;
  /** Where the titles directly before the name begin (“Mr. Putin”, “Prime Minister Narendra Modi”), or `start`. */
  readonly titleStart: number;
  /** Index into `entities`. */
  readonly entity: number;
}

export type Modality = 'said' | 'denied' | 'predicted' | 'promised' | 'doubted' | 'proposed' | 'asked';
export type Confidence = 'high' | 'medium' | 'low';

/** Which pattern found the speaker, in the order in which they are tried (METHODS, “Who speaks”). It decides the confidence. */
export type SpeakerRule =
  | 'label'
  | 'after' // “…,” Xi said
  | 'afterInverted' // “…,” said Xi
  | 'accordingTo'
  | 'before' // Xi said: “…”
  | 'sameParagraph'
  | 'cueInSentence'
  | 'paragraphBefore'
  | 'topic'
  | 'indirect'
  | 'none';

export interface Speaker extends Span {
  /** The canonical name where the mention refers to an entity, else the phrase as written (“two officials”). */
  readonly name: string;
  /** Index into `entities`, or -1. */
  readonly entity: number;
  /** Where the text itself says only “he”: the pronoun as written, else ''. `name` is then whom it was taken to mean, or the pronoun again. */
  readonly pronoun: string;
}

export interface Quote extends Span {
  readonly direct: boolean;
  /** `speech`: somebody said it. `phrase`: words in marks (“no limits”). `title`: the name of a work, or a nickname. */
  readonly use: 'speech' | 'phrase' | 'title';
  /** What stands between the marks; for indirect speech the whole span. */
  readonly content: Span;
  /** False where the closing mark is missing. */
  readonly closed: boolean;
  readonly speaker: Speaker | null;
  /** The cue as written (“said”, “according to”), or ''. */
  readonly cue: string;
  readonly rule: SpeakerRule;
  readonly confidence: Confidence;
  readonly modality: Modality;
}

export type FigureType = 'money' | 'quantity' | 'percent' | 'ordinal' | 'age' | 'date' | 'time' | 'duration';
export type Operator = '=' | '~' | '>' | '>=' | '<' | '<=' | '..';

/**
 * A figure as read. Numbers are in the unit's base (61 billion -> 61e9). Dates count days since 1970-01-01 in `low`..`high` (inclusive),
 * durations days, times of day minutes.
 */
export interface Figure extends Span {
  readonly type: FigureType;
  /** A number (of a range or a vague count its lower end, `op` '..'); for dates, times and durations an ISO 8601 string; null for a date that nothing resolves. */
  readonly value: number | string | null;
  /** ISO 4217 for money, or the name where several countries share it and the text does not tell which ('peso', 'rupee', 'cent'); 'year' … for ages and durations; 'percent', 'percentage point', 'basis point'; a singular measure ('mile', 'tonne', 'celsius'); '' for a plain count. */
  readonly unit: string;
  /** What a rate is per, singular: 'barrel', 'hour', 'year', '100000' (“$85 a barrel”, “3 percent a year”, “12 per 100,000”); '' where it is no rate. */
  readonly per: string;
  readonly op: Operator;
  /**
   * The interval that the words and the hedge allow; equal to each other for a bare number; null for an unresolved date. Always finite: of a bound (`>`, `<`)
   * the far end is where people expect it at most, a coarse step or 20 % away.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** The weight of the last written digit: 61bn -> 1e9, 2.5m -> 1e5, 1,487 -> 1. */
  readonly fine: number;
  /** The step of the trailing zeros, where a round number may be rounded: 50,000 -> 10,000; else equal to `fine`. */
  readonly coarse: number;
  /** The hedge as written (“more than”, “about”, “or more”), or ''. Outside the span, which is the figure itself; `op`, `low` and `high` take it in. */
  readonly hedge: string;
  readonly role: 'level' | 'change' | 'threshold' | 'rank';
  /** The counted noun phrase as written, behind the number (“Russian troops”), or ''. */
  readonly counted: string;
  /** Its head, lower case, singular (“troop”), or ''. */
  readonly head: string;
  /** Is it a count with a definite determiner (“the two leaders”, “these three”, “all five”), which speaks of what is known already? */
  readonly definite: boolean;
  /** For dates: 'absolute' (all in the text), 'story' (resolved against the story's date), 'open' (nothing resolves it). Else 'absolute'. */
  readonly resolution: 'absolute' | 'story' | 'open';
  /** Does it stand in a page's furniture (a masthead's date, “Updated on …”, a copyright line)? Then no claim is made of it. */
  readonly furniture: boolean;
}
