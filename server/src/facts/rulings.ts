import { type Anchor, placesOf } from './anchors';
import type { Finding, SourceDocument, Statement } from './model';
import { fileName } from '../text/fileName';
import type { Span } from '../text/span';

/** What a person said of a difference, or of two claims. */
export type Ruling =
  /** The difference between what stands at the sides is known and accounted for. */
  | { readonly kind: 'checked'; readonly code: string; readonly sides: readonly Anchor[]; readonly reason: string }
  /** The two claims are not one fact, or are one although nothing shows it. */
  | { readonly kind: 'not-same' | 'same'; readonly sides: readonly [Anchor, Anchor]; readonly reason: string }
  /** The first claim has been replaced by the second. */
  | { readonly kind: 'superseded'; readonly sides: readonly [Anchor, Anchor]; readonly reason: string };

/** A ruling all of whose sides are found, with the place of each. */
export interface Attached {
  readonly ruling: Ruling;
  readonly places: readonly Statement[];
}

/** A ruling without effect: the words of one of its sides stand nowhere any more, or in two places alike. */
export interface Orphaned {
  readonly ruling: Ruling;
  readonly anchor: Anchor;
  readonly why: 'gone' | 'ambiguous';
}

/** What was said of a claim of one document and a claim of another. */
export interface PairRuling {
  readonly kind: 'not-same' | 'same' | 'superseded';
  readonly here: Span;
  readonly there: Span;
  /** In words, as a judgement's reason. */
  readonly reason: string;
}

interface Watched {
  readonly anchor: Anchor;
  place: Statement | null;
  why: 'gone' | 'ambiguous';
  /** Where the words stand in all documents, by document, when they are not where they stood. */
  wide: Map<string, Span[]> | null;
}

const none: readonly PairRuling[] = [];

/**
 * The rulings and where their anchors are. An anchor is looked for in the file that it names, and where it does not stand there, in all
 * documents; it has to stand in exactly one place. What is found depends on the documents and the rulings alone.
 */
export class Rulings {
  private list: readonly Ruling[] = [];
  private watched: Watched[][] = [];
  private fresh = false;
  private readonly changed = new Set<string>();
  private readonly labels = new Map<string, string>();
  private readonly byName = new Map<string, Set<string>>();
  private found: Attached[] = [];
  private lost: Orphaned[] = [];
  private pairs = new Map<string, Map<string, PairRuling[]>>();
  private keys = new Map<string, readonly [string, string]>();

  set(rulings: readonly Ruling[]): void {
    this.list = rulings;
    this.fresh = true;
  }

  /** A document came, went or changed. */
  touch(id: string): void {
    this.changed.add(id);
  }

  get attached(): readonly Attached[] {
    return this.found;
  }

  get orphaned(): readonly Orphaned[] {
    return this.lost;
  }

  /** What was said of claims of two documents; `here` is in the first. */
  between(x: string, y: string): readonly PairRuling[] {
    return this.pairs.get(x)?.get(y) ?? none;
  }

  /** Was it said that what stands at two places is not to be held against each other? */
  part(a: Statement, b: Statement): boolean {
    return this.between(a.document, b.document).some(
      ({ kind, here, there }) => kind !== 'same' && covers(here, a) && covers(there, b),
    );
  }

  /** The documents with a claim of which something was said beside one of this document. */
  partners(id: string): string[] {
    return [...(this.pairs.get(id)?.keys() ?? [])];
  }

  /** Finds the anchors anew where documents changed. Gives back the documents whose claims are to be linked again. */
  settle(documents: ReadonlyMap<string, SourceDocument>): ReadonlySet<string> {
    const touched = new Set<string>();
    if (!this.fresh && this.changed.size === 0) return touched;
    for (const id of this.changed) this.relabel(id, documents.get(id)?.label);
    if (this.fresh) {
      this.watched = this.list.map(({ sides }) =>
        sides.map((anchor): Watched => ({ anchor, place: null, why: 'gone', wide: null })),
      );
    }
    for (const watched of this.watched.flat()) this.find(watched, documents);
    this.fresh = false;
    const changed = new Set(this.changed);
    this.changed.clear();
    this.sort(touched, changed);
    return touched;
  }

  private relabel(id: string, label: string | undefined): void {
    const before = this.labels.get(id);
    if (before === label) return;
    if (before !== undefined) this.byName.get(fileName(before))?.delete(id);
    if (label === undefined) {
      this.labels.delete(id);
      return;
    }
    this.labels.set(id, label);
    const known = this.byName.get(fileName(label));
    if (known) known.add(id);
    else this.byName.set(fileName(label), new Set([id]));
  }

  private find(watched: Watched, documents: ReadonlyMap<string, SourceDocument>): void {
    const { anchor } = watched;
    const hinted = this.hinted(anchor.file);
    const moved = this.fresh || watched.wide !== null || [...this.changed].some((id) => hinted.includes(id));
    if (!moved && watched.place && !this.changed.has(watched.place.document)) return;
    const there = hinted.flatMap((id) => statementsIn(documents.get(id), anchor));
    if (there.length > 0) {
      watched.wide = null;
      decide(watched, there);
      return;
    }
    const looked = watched.wide ? [...this.changed] : [...documents.keys()];
    const wide: Map<string, Span[]> = (watched.wide ??= new Map<string, Span[]>());
    for (const id of looked) {
      const document = documents.get(id);
      const places = document ? placesOf(document.tagged.scanned, anchor) : [];
      if (places.length > 0) wide.set(id, places);
      else wide.delete(id);
    }
    decide(
      watched,
      [...wide].flatMap(([document, spans]) => spans.map((span) => ({ document, ...span }))),
    );
  }

  /**
   * The documents that a file's name may mean: that of exactly this label, or those whose labels are a longer or a shorter path to it, as
   * where the folder around was opened, or one of several.
   */
  private hinted(file: string): string[] {
    const ids = [...(this.byName.get(fileName(file)) ?? [])];
    const exact = ids.filter((id) => this.labels.get(id) === file);
    if (exact.length > 0) return exact;
    return ids.filter((id) => this.labels.get(id)!.endsWith(`/${file}`) || file.endsWith(`/${this.labels.get(id)!}`));
  }

  private sort(touched: Set<string>, changed: ReadonlySet<string>): void {
    this.found = [];
    this.lost = [];
    this.pairs = new Map();
    const before = this.keys;
    this.keys = new Map();
    this.list.forEach((ruling, i) => {
      const sides = this.watched[i]!;
      const missing = sides.find(({ place }) => place === null);
      if (missing) {
        this.lost.push({ ruling, anchor: missing.anchor, why: missing.why });
        return;
      }
      const places = sides.map(({ place }) => place!);
      this.found.push({ ruling, places });
      if (ruling.kind !== 'checked') this.pair(ruling, places, touched, changed);
    });
    for (const [key, documents] of [...before, ...this.keys])
      if (before.has(key) !== this.keys.has(key)) documents.forEach((id) => touched.add(id));
  }

  private pair(
    { kind, sides, reason }: Extract<Ruling, { kind: PairRuling['kind'] }>,
    [a, b]: readonly Statement[],
    touched: Set<string>,
    changed: ReadonlySet<string>,
  ): void {
    if (!a || !b || a.document === b.document) return;
    const words = kind === 'superseded' ? `${quoted(sides[0])} is superseded by ${quoted(sides[1])}` : wordsOf[kind];
    const said = reason === '' ? words : `${words}: ${reason}`;
    this.put(a, b, kind, said);
    this.put(b, a, kind, said);
    this.keys.set(JSON.stringify([kind, reason, a, b]), [a.document, b.document]);
    if (!changed.has(a.document) && !changed.has(b.document)) return;
    touched.add(a.document);
    touched.add(b.document);
  }

  /** Of two rulings on one pair the later counts. */
  private put(a: Statement, b: Statement, kind: PairRuling['kind'], reason: string): void {
    let row = this.pairs.get(a.document);
    if (!row) this.pairs.set(a.document, (row = new Map()));
    const others = (row.get(b.document) ?? []).filter((p) => !samePlace(p.here, a) || !samePlace(p.there, b));
    row.set(b.document, [...others, { kind, here: a, there: b, reason }]);
  }
}

const wordsOf = { 'not-same': 'decided to be two facts', same: 'decided to be the same fact' } as const;

function quoted({ quote }: Anchor): string {
  return `“${quote.length <= 60 ? quote : `${quote.slice(0, 59).replace(/\s\S*$/, '')} …`}”`;
}

/** Does a ruling say that this finding is accounted for: one of its places is here, and no side says anything that was not known then? */
export function accountsFor(
  { ruling, places }: Attached,
  finding: Finding,
  wordsAt: (statement: Statement) => string,
): boolean {
  if (ruling.kind !== 'checked' || ruling.code !== finding.code) return false;
  const sides = [finding, ...finding.related];
  if (!sides.some((side) => places.some((place) => isAt(place, side)))) return false;
  const known = new Set(ruling.sides.map(({ quote }) => quote));
  return sides.every((side) => places.some((place) => isAt(place, side)) || known.has(wordsAt(side)));
}

/**
 * Was the place of a finding parted from, or said to supersede or be superseded by, every place that says something else? Most findings
 * are not made then; those that compare more than two figures are.
 */
export function isParted(rulings: Rulings, finding: Finding, wordsAt: (statement: Statement) => string): boolean {
  const words = wordsAt(finding);
  const others = finding.related.filter((side) => wordsAt(side) !== words);
  return others.length > 0 && others.every((side) => rulings.part(finding, side));
}

function isAt(place: Statement, side: Statement): boolean {
  return place.document === side.document && covers(place, side);
}

/** Two spans for one mention: each takes in more than half of the other, for a later version may read it with a word more or less. */
export function covers(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 > a.end - a.start && shared * 2 > b.end - b.start;
}

function decide(watched: Watched, found: readonly Statement[]): void {
  watched.place = found.length === 1 ? found[0]! : null;
  watched.why = found.length === 0 ? 'gone' : 'ambiguous';
}

function statementsIn(document: SourceDocument | undefined, anchor: Anchor): Statement[] {
  if (!document) return [];
  return placesOf(document.tagged.scanned, anchor).map((span) => ({ document: document.id, ...span }));
}

function samePlace(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
