/**
 * What Crosscheck's client and server say to each other beyond the Language Server Protocol. Plain data and names of methods, nothing
 * else: both sides import it. Positions are those of LSP (lines and UTF-16 columns from 0), documents are URIs.
 */

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** What the server says of its index. The counts are those of all workspace folders together. */
export interface Status {
  /** `stopped`: the user ended the reading before everything was read. */
  readonly phase: 'indexing' | 'ready' | 'stopped';
  /** Documents found, of which `done` have been dealt with: read, or skipped. */
  readonly documents: number;
  readonly done: number;
  readonly facts: number;
  readonly findings: number;
  /** Files that should have been read and were not, and why in words. */
  readonly skipped: readonly SkippedFile[];
  /** Grows with every change of the index: what was asked for earlier may be out of date. */
  readonly generation: number;
}

export interface SkippedFile {
  readonly uri: string;
  readonly reason: string;
}

/** A notification with a `Status`, when it changes. */
export const statusMethod = 'crosscheck/status';

/** A request without parameters; answered with the `Status` once everything that is known of has been read and reported. */
export const readyMethod = 'crosscheck/ready';

/** A notification without parameters: reading goes on where the user stopped it. */
export const resumeMethod = 'crosscheck/resume';

/**
 * A request to the client, a `FileQuestion`, answered with a `FileAnswer`: what the server cannot reach itself. In a browser that is every file, else
 * those that do not lie on the disk.
 */
export const fileMethod = 'crosscheck/file';

export type FileQuestion =
  | { readonly ask: 'bytes' | 'entries' | 'stat'; readonly uri: string }
  /** The folder around it is made. */
  | { readonly ask: 'write'; readonly uri: string; readonly text: string };

export type FileAnswer =
  /** `message` is for `other`: what went wrong, in the editor's words. */
  | { readonly failed: 'gone' | 'forbidden' | 'other'; readonly message: string }
  /** One character for each byte: JSON has no bytes. */
  | { readonly bytes: string }
  | { readonly entries: readonly { readonly name: string; readonly kind: FileKind | 'link' }[] }
  /** Bytes, and milliseconds since 1970. */
  | { readonly stat: { readonly kind: FileKind; readonly size: number; readonly modified: number } }
  | { readonly written: true };

export type FileKind = 'file' | 'folder' | 'other';

/** How the statements of one fact stand together, the gravest first. */
export type FactVerdict = 'conflict' | 'disputed' | 'updated' | 'compatible' | 'agree';
export const factVerdicts: readonly FactVerdict[] = ['conflict', 'disputed', 'updated', 'compatible', 'agree'];

export type FactKind = 'figure' | 'date' | 'quote';
export const factKinds: readonly FactKind[] = ['figure', 'date', 'quote'];

/** Answered with a `FactTable`. */
export const factsMethod = 'crosscheck/facts';

export interface FactsQuestion {
  /** Only facts of these verdicts; all where absent. */
  readonly verdicts?: readonly FactVerdict[];
  readonly kinds?: readonly FactKind[];
  /** Only facts that this document states. */
  readonly uri?: string;
  /** Only facts with these words in their label, speakers or wordings; case and accents are of no account. */
  readonly words?: string;
  /** Facts at most; the gravest and most widely stated first. */
  readonly limit: number;
}

/** Facts as rows; the documents that state them as columns. */
export interface FactTable {
  readonly generation: number;
  /** Ascending by path. Only documents that state a fact of the table. */
  readonly documents: readonly FactDocument[];
  readonly facts: readonly FactRow[];
  /** How many facts answer the question; more than `facts` where the limit was reached. */
  readonly total: number;
  /** How many of those there are of each verdict. */
  readonly counts: Readonly<Record<FactVerdict, number>>;
}

export interface FactDocument {
  readonly uri: string;
  /** The path inside its folder, with forward slashes. */
  readonly path: string;
  readonly draft: boolean;
  /** The story's date, ISO 8601, or null where it cannot be told. */
  readonly date: string | null;
}

export interface FactRow {
  /** Stable as long as its statements stay where they are. */
  readonly id: string;
  readonly kind: FactKind;
  readonly label: string;
  readonly verdict: FactVerdict;
  /** The message of the finding that stands on it, or ''. */
  readonly message: string;
  /** Ascending by document, then by place. */
  readonly statements: readonly FactStatement[];
}

export interface FactStatement {
  /** Index into the table's documents. */
  readonly document: number;
  readonly range: PlaceRange;
  /** As written, on one line. */
  readonly text: string;
  /** The sentence around it, cut to be read at a glance. */
  readonly before: string;
  readonly after: string;
  /** Of a quotation that is worded otherwise elsewhere the words around that: in turn in common and differing. Else []. */
  readonly marked: readonly string[];
  /** What it was read as: “61,000,000,000 US dollars”; '' where that says no more than the text. */
  readonly value: string;
  /** Who says so: “Ann Orr”; '' where it is the document's own statement. */
  readonly speaker: string;
  /** The day that a date means or, for what is no date, the one that its sentence names: ISO 8601, or null. */
  readonly day: string | null;
  /** How it stands to what most of the documents state. */
  readonly verdict: FactVerdict;
}

/** Answered with `People`. */
export const peopleMethod = 'crosscheck/people';

export interface PeopleQuestion {
  readonly words?: string;
  readonly limit: number;
}

/** Who is quoted, the most quoted first. */
export interface People {
  readonly people: readonly Person[];
  /** How many answer the question; more than `people` where the limit was reached. */
  readonly total: number;
}

export interface Person {
  readonly name: string;
  /** “President of Lorania”; '' where no text introduces them. */
  readonly role: string;
  readonly mentions: number;
  /** Each document that names them, ascending by path. */
  readonly documents: readonly {
    readonly uri: string;
    readonly path: string;
    readonly mentions: number;
    /** Where the document first names them. */
    readonly first: PlaceRange;
    /** What the document has them say, in order. */
    readonly quotes: readonly PersonQuote[];
  }[];
  /** Quotations in all documents. */
  readonly quotes: number;
}

export interface PersonQuote {
  readonly range: PlaceRange;
  readonly text: string;
  readonly direct: boolean;
}

/**
 * Everything known of the fact, or of the person, at a place, as Markdown for the file notes: every statement, source, date, speaker,
 * verdict. The answer is a `FactSheet`, or null where nothing is known.
 */
export const factSheetMethod = 'crosscheck/factSheet';

export interface FactSheetQuestion {
  readonly uri: string;
  readonly position: Place;
}

export interface FactSheet {
  readonly title: string;
  readonly markdown: string;
}

/**
 * The paragraphs of the statements of the fact at a place, to be laid side by side: first the one asked about, then the others, the
 * gravest verdict first. Empty where the fact is stated nowhere else.
 */
export const passagesMethod = 'crosscheck/passages';

export interface Passage {
  readonly uri: string;
  readonly path: string;
  /** Of the statement, in the document. */
  readonly range: PlaceRange;
  /** The paragraph, unwrapped to one line, or the quotation for a quotation. */
  readonly text: string;
  readonly verdict: FactVerdict;
  readonly reason: string;
}

/** Answered with `Linkable[]`: what might state the same fact as what stands at a place, the likeliest first. */
export const linkableMethod = 'crosscheck/linkable';

export interface Linkable {
  readonly words: string;
  readonly path: string;
  /** From 0. */
  readonly line: number;
  /** The sentence around the words, cut to be read at a glance. */
  readonly context: string;
  /** The argument of the command `crosscheck.decide` that joins the two. */
  readonly deciding: unknown;
}

/** Asked when words copied from one document are pasted into another. Answered with an `Attribution`, or null where there is none to offer. */
export const attributionMethod = 'crosscheck/attribution';

export interface AttributionQuestion {
  /** Where the words were copied from. */
  readonly source: { readonly uri: string; readonly range: PlaceRange };
  /** The document that they are pasted into: only drafts are offered an attribution. */
  readonly target: string;
  readonly text: string;
}

export interface Attribution {
  /** The words with whom and what they are from: “…,” Ann Orr said (wire.txt, 2 April 2024). */
  readonly text: string;
}
