import type { Span } from '../text/span';
import type { TaggedText } from '../tag/model';
import type { IndexedFacts } from './documentFacts';

/** A tagged document in the index. `id` is what the door calls it: a URI in the server, a path on the command line. */
export interface SourceDocument {
  readonly id: string;
  /** The path inside its folder, with forward slashes: what finding ids are made of, so that they survive a move of the folder. */
  readonly label: string;
  /** The user's own writing, as against a source. */
  readonly draft: boolean;
  /** Named first: where others differ from it, the others are reported. */
  readonly trusted?: boolean;
  /** The text, where it can be had without what was tagged in it: see `textOf`. */
  readonly text?: string;
  /** May have to be unpacked first: for the document that is asked about, not for many. */
  readonly tagged: TaggedText;
  /** What `factsOf` makes of `tagged`, where somebody has made it already. */
  readonly facts?: IndexedFacts;
}

/** Do two versions of a document go by the same name, and count as much? */
export function sameIdentity(a: SourceDocument, b: SourceDocument): boolean {
  return a.label === b.label && a.draft === b.draft && a.trusted === b.trusted;
}

/** The text of a document; '' where there is none. */
export function textOf(document: SourceDocument | undefined): string {
  return document ? (document.text ?? document.tagged.scanned.text) : '';
}

/** `same`: the statement asked about itself. */
export type Verdict = 'agree' | 'compatible' | 'updated' | 'disputed' | 'conflict';

/** One place where a fact is stated. */
export interface Statement extends Span {
  readonly document: string;
}

export type FactKind = 'figure' | 'date' | 'quote' | 'entity';

/** How two statements of one fact stand to each other, and why, in an editor's words. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** A statement in relation to the one asked about; `judgement` is null where no direct comparison was made. */
export interface RelatedStatement extends Statement {
  readonly judgement: Judgement | null;
}

export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  /** What the fact is about, for a list: “$61 billion · arms package · Congress”. */
  readonly label: string;
  /** Ascending by document label, then offset. */
  readonly statements: readonly Statement[];
}

/** Stable: settings, decisions and pages name them. */
export const findingCodes = [
  'conflicting-figure',
  'conflicting-date',
  'quote-wording',
  'quote-speaker',
  'name-spelling',
  'unsupported-figure',
  'unsupported-quote',
] as const;

export type FindingCode = (typeof findingCodes)[number];

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding extends Statement {
  /** Stable: survives moves of the text and edits elsewhere. */
  readonly id: string;
  readonly code: FindingCode;
  readonly verdict: 'conflict' | 'disputed' | 'updated';
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  readonly related: readonly Statement[];
}
