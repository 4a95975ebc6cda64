import { Backlog } from './backlog';
import { type Intern, interner } from './intern';
import type { Finding, Judgement, SourceDocument } from './model';
import type { KnownLinks, KnownPair } from './knownLinks';
import { Numbering } from './numbering';
import { Postings } from './postings';
import { clusterAround } from './quoteClusters';
import { findingsOfPairs } from './quoteFindings';
import { judgementOf } from './quoteReasons';
import { groupsOf, walkGroups } from './quoteGroups';
import { byLabel, comparePairs, inserted, involves, type QuotePair, type QuoteRef, refsOf } from './quotePairs';
import { compareAsSaid, ruledPair } from './quoteRulings';
import type { PairRuling, Rulings } from './rulings';
import { wordsOf } from './packedWording';
import { areOfOneText } from './sectionIds';
import { compactUtterance, placesOf, type Utterance, utterancesOf } from './utterances';
import { compareUtterances, type Comparison, mayBeOne, wordKeysOf } from './sameUtterance';
import { shinglesOf } from './wording';

interface Entry {
  readonly document: SourceDocument;
  readonly utterances: readonly Utterance[];
  /** By utterance, see `wordKeysOf`. */
  readonly words: readonly string[];
  /** The utterance that a quotation of the document is, by its index in `quotes`. */
  readonly byQuote: readonly number[];
  /** By utterance, the pairs it takes part in, ascending by the other's label, id and quote. */
  pairs: (readonly QuotePair[])[];
}

/** What was compared last: the quotations of a document that is written in, with all that they may be. */
const MOST_COMPARED = 512;

/** A triple of words that more quotations share is a phrase of the language, not of the speaker. */
const POSTING_CAP = 60;
/** Short quotations share one rare triple of words at most. */
const SHORT = 9;

/**
 * Which quotations of the folder's documents are one utterance. An inverted index over triples of folded words proposes candidates; each pair is
 * aligned once, when it is first asked for after either document changed. The state depends on the documents alone, not on the order in which
 * they came.
 */
export class QuotationIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly numbers = new Numbering();
  private readonly postings = new Postings(POSTING_CAP);
  private readonly stale = new Backlog((id, isOpen) => this.relink(id, isOpen));
  /** By document, then by where the quotation begins that a finding is about. */
  private readonly found = new Map<string, Map<number, Finding[]>>();
  /** Documents that were replaced, or gained or lost a pair, since the findings were last worked out. */
  private readonly unsettled = new Set<string>();
  private affected = new Set<string>();
  private grouped: QuoteRef[][] | null = null;
  /** By the content of both: a keystroke makes the pairs of its document anew, and changes the words of one quotation at most. */
  private readonly compared = new Map<string, Comparison | null>();

  /** Whose rulings changed is told by `relinkAll`. */
  constructor(
    private readonly said: Rulings | null = null,
    private readonly intern: Intern = interner(),
  ) {}

  /** Something else was said of quotations of these documents. */
  relinkAll(ids: Iterable<string>): void {
    for (const id of ids) if (this.entries.has(id)) this.stale.add(id);
  }

  replace(document: SourceDocument, facts: readonly Utterance[] = utterancesOf(document.tagged)): void {
    this.unlist(document.id);
    const utterances = facts.map((utterance) => compactUtterance(utterance, this.intern));
    const entry = {
      document,
      utterances,
      words: utterances.map(wordKeysOf),
      byQuote: numbersOf(utterances),
      pairs: utterances.map(() => NOTHING),
    };
    this.entries.set(document.id, entry);
    const base = this.numbers.allot(document.id, utterances.length);
    utterances.forEach((utterance, u) => this.postings.add(base + u, keysOf(utterance)));
    this.stale.add(document.id);
  }

  remove(id: string): void {
    this.unlist(id);
  }

  /** Makes the pairs of so many changed documents at most; true when none is left. Until then some are missing, others as they were. */
  settleSome(documents: number): boolean {
    for (const item of this.postings.crossed()) this.stale.add(this.numbers.owner(item));
    return this.stale.work(documents);
  }

  /** The pairs of a document with those of greater ids. Whoever asks for them wants all settled before. */
  pairsBeyond(id: string): KnownPair[] {
    const entry = this.entries.get(id);
    return (entry?.pairs ?? []).flatMap((list, mine) =>
      list.flatMap(({ a, b, comparison, superseded }) => {
        const { document, utterance } = a.document.id === id ? b : a;
        const theirs = this.entries.get(document.id)!.utterances.indexOf(utterance);
        return id < document.id ? [{ other: document.id, mine, theirs, comparison, superseded }] : [];
      }),
    );
  }

  /** The keys that are not live: see `Postings`. */
  dead(): number[] {
    return this.postings.dead();
  }

  /** Takes pairs that were found once: see `FigureIndex.restore`. */
  restore(known: ReadonlyMap<string, KnownLinks>, dead: readonly number[]): void {
    for (const [id, entry] of this.entries) {
      this.part(entry);
      this.stale.add(id);
    }
    for (const [id, { quotations }] of known) {
      this.stale.delete(id);
      for (const { other, mine, theirs, comparison, superseded } of quotations) {
        const [entry, others] = [this.entries.get(id), this.entries.get(other)];
        if (entry && others && known.has(other)) this.pair(entry, mine, others, theirs, comparison, superseded);
      }
    }
    for (const item of this.postings.crossedSince(dead)) this.stale.add(this.numbers.owner(item));
  }

  /** Takes what was found among them, too: see `FactIndex.restoreFound`. */
  restoreFound(known: ReadonlyMap<string, KnownLinks>): void {
    this.found.clear();
    for (const [, { found }] of known) for (const finding of found.filter(isOfQuotations)) this.note(finding);
    this.unsettled.clear();
    this.affected.clear();
  }

  /** How many documents are known to be compared anew. */
  get waiting(): number {
    return this.stale.size;
  }

  /** Makes the pairs of one document, whatever else has changed. */
  settleFirst(id: string): void {
    this.stale.workFirst(id);
  }

  /** Every other quotation of the utterance, with how it stands to this one where the two were compared; ascending by label and place. */
  related(document: string, quote: number): (QuoteRef & { readonly judgement: Judgement })[] {
    this.settleFirst(document);
    const entry = this.entries.get(document);
    return (entry?.pairs[utteranceAt(entry, quote)] ?? []).flatMap((pair) => {
      const other = pair.a.document.id === document ? pair.b : pair.a;
      const judgement: Judgement =
        pair.superseded === '' ? judgementOf(pair) : { verdict: 'updated', reason: pair.superseded };
      return refsOf(other).map((ref) => ({ ...ref, judgement }));
    });
  }

  /** Whom the text names as the speaker of a quotation that is compared; '' for nobody. */
  speakerOf(document: string, quote: number): string {
    const entry = this.entries.get(document);
    const utterance = entry?.utterances[utteranceAt(entry, quote)];
    return (utterance && placesOf(utterance).find((place) => place.quote === quote)?.speaker) ?? '';
  }

  /** Is this quotation compared at all? Words in marks, titles, indirect speech and the shortest quotations are not. */
  compares(document: string, quote: number): boolean {
    const entry = this.entries.get(document);
    return entry !== undefined && utteranceAt(entry, quote) >= 0;
  }

  /** Document by document, by label. */
  findings(): Finding[] {
    return this.inOrder().flatMap(({ document }) => this.findingsOf(document.id));
  }

  /** Ascending by offset. */
  findingsOf(document: string): Finding[] {
    this.settle();
    const found = [...(this.found.get(document)?.values() ?? [])].flat();
    return found.sort((x, y) => x.start - y.start || (x.id < y.id ? -1 : 1));
  }

  /** The documents whose findings may be others than when this was last asked. */
  takeAffected(): Set<string> {
    this.settle();
    const { affected } = this;
    this.affected = new Set();
    return affected;
  }

  /** The utterances that more than one document quotes, each with all its quotations, in the order of labels and places. */
  groups(): QuoteRef[][] {
    this.settleSome(Infinity);
    this.grouped ??= groupsOf(this.inOrder(), (side) => this.pairsOf(side));
    return this.grouped;
  }

  /** As many steps as there are `groups`; whoever takes them wants `takeAffected` called before. */
  *walkGroups(): Generator<void> {
    for (const _ of walkGroups(this.entries.values(), (side) => this.pairsOf(side))) yield;
  }

  /** Works out anew what is found among the quotations that hang together with changed ones; the rest stays. */
  private settle(): void {
    this.settleSome(Infinity);
    if (this.unsettled.size === 0) return;
    const start = [...this.unsettled].flatMap((id) => {
      this.found.delete(id);
      this.affected.add(id);
      const entry = this.entries.get(id);
      return entry ? entry.utterances.map((utterance) => ({ document: entry.document, utterance })) : [];
    });
    this.unsettled.clear();
    const { sides, pairs } = clusterAround(start, (side) => this.pairsOf(side), comparePairs);
    for (const { document, utterance } of sides) {
      this.affected.add(document.id);
      this.found.get(document.id)?.delete(utterance.start);
    }
    for (const finding of findingsOfPairs(pairs.filter(({ superseded }) => superseded === ''))) this.note(finding);
  }

  private note(finding: Finding): void {
    let ofDocument = this.found.get(finding.document);
    if (!ofDocument) this.found.set(finding.document, (ofDocument = new Map()));
    const list = ofDocument.get(finding.start);
    if (list) list.push(finding);
    else ofDocument.set(finding.start, [finding]);
  }

  private pairsOf({ document, utterance }: QuotePair['a']): readonly QuotePair[] {
    const entry = this.entries.get(document.id);
    return entry?.pairs[utteranceAt(entry, utterance.quote)] ?? [];
  }

  private inOrder(): Entry[] {
    return [...this.entries.values()].sort((x, y) => byLabel(x.document, y.document));
  }

  private unlist(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    const base = this.numbers.base(id);
    entry.utterances.forEach((utterance, u) => this.postings.remove(base + u, keysOf(utterance)));
    this.numbers.release(id);
    this.part(entry);
    this.entries.delete(id);
    this.stale.delete(id);
  }

  /** Takes back the pairs of a document. */
  private part(entry: Entry): void {
    const { id } = entry.document;
    for (const other of partnersOf(entry)) {
      this.unpair(other, id);
      this.unsettled.add(other);
    }
    this.unsettled.add(id);
    this.grouped = null;
    entry.pairs = entry.utterances.map(() => NOTHING);
  }

  private unpair(from: string, other: string): void {
    const entry = this.entries.get(from);
    if (!entry) return;
    entry.pairs = entry.pairs.map((list) =>
      list.some((pair) => involves(pair, other)) ? list.filter((pair) => !involves(pair, other)) : list,
    );
  }

  private relink(id: string, isOpen: (other: string) => boolean): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.part(entry);
    entry.utterances.forEach((_, u) => this.link(entry, u, isOpen));
  }

  private link(entry: Entry, u: number, isOpen: (other: string) => boolean): void {
    const candidates = this.candidates(entry, u);
    const further = this.ruledFor(entry, u).filter(([p, v]) => !candidates.some(([q, w]) => p === q && v === w));
    for (const [other, v] of [...candidates, ...further]) {
      if (!isOpen(other.document.id) || areOfOneText(entry.document.id, other.document.id)) continue;
      const [a, x, b, y] = inLabelOrder(entry, u, other, v);
      const ruling = ruledPair(this.said, a, x, b, y);
      if (!ruling && !mayBeOne(a.words[x]!, b.words[y]!)) continue;
      const comparison = this.compare(a.utterances[x]!, b.utterances[y]!, ruling);
      if (comparison) this.pair(a, x, b, y, comparison, ruling?.kind === 'superseded' ? ruling.reason : '');
    }
  }

  private compare(a: Utterance, b: Utterance, ruling: PairRuling | null): Comparison | null {
    if (ruling) return compareAsSaid(a, b, ruling);
    const key = contentOf(a) + contentOf(b);
    let comparison = this.compared.get(key);
    if (comparison === undefined) {
      if (this.compared.size >= MOST_COMPARED) this.compared.clear();
      this.compared.set(key, (comparison = compareUtterances(a, b)));
    }
    return comparison;
  }

  /** Makes a pair of two utterances; `comparison` is from that of the document that comes first by its label. */
  private pair(one: Entry, u: number, other: Entry, v: number, comparison: Comparison, superseded: string): void {
    const [a, x, b, y] = inLabelOrder(one, u, other, v);
    const pair: QuotePair = {
      a: { document: a.document, utterance: a.utterances[x]! },
      b: { document: b.document, utterance: b.utterances[y]! },
      comparison,
      superseded,
    };
    a.pairs[x] = inserted(a.pairs[x]!, pair, a.document.id);
    b.pairs[y] = inserted(b.pairs[y]!, pair, b.document.id);
    this.unsettled.add(a.document.id).add(b.document.id);
  }

  private candidates(entry: Entry, u: number): [Entry, number][] {
    const shared = new Map<number, number>();
    for (const key of keysOf(entry.utterances[u]!)) {
      this.postings.each(key, (item) => shared.set(item, (shared.get(item) ?? 0) + 1));
    }
    const out: [Entry, number][] = [];
    for (const [item, count] of shared) {
      const id = this.numbers.owner(item);
      const other = this.entries.get(id)!;
      if (other === entry) continue;
      const v = item - this.numbers.base(id);
      const shorter = Math.min(entry.utterances[u]!.count, other.utterances[v]!.count);
      if (count > 1 || shorter <= SHORT) out.push([other, v]);
    }
    return out;
  }

  /** The utterances that people set beside one, whatever words they share. */
  private ruledFor(entry: Entry, u: number): [Entry, number][] {
    return (this.said?.partners(entry.document.id) ?? []).flatMap((id) => {
      const other = this.entries.get(id);
      if (!other) return [];
      return other.utterances.flatMap((_, v): [Entry, number][] =>
        ruledPair(this.said, entry, u, other, v) ? [[other, v]] : [],
      );
    });
  }
}

function inLabelOrder(one: Entry, u: number, other: Entry, v: number): [a: Entry, x: number, b: Entry, y: number] {
  return byLabel(one.document, other.document) < 0 ? [one, u, other, v] : [other, v, one, u];
}

/** The documents that share an utterance with this one. */
function partnersOf({ document, pairs }: Entry): Set<string> {
  const ids = new Set<string>();
  for (const list of pairs)
    for (const { a, b } of list) ids.add(a.document.id === document.id ? b.document.id : a.document.id);
  return ids;
}

/** The utterance that a quotation of the document is, or -1. */
function utteranceAt({ byQuote }: Entry, quote: number): number {
  return byQuote[quote] ?? -1;
}

function numbersOf(utterances: readonly Utterance[]): number[] {
  const places = utterances.map(placesOf);
  const last = places.reduce((most, list) => Math.max(most, list[list.length - 1]!.quote), -1);
  const out = new Array<number>(last + 1).fill(-1);
  places.forEach((list, u) => list.forEach(({ quote }) => (out[quote] = u)));
  return out;
}

/** Nobody else has findings of these codes. */
function isOfQuotations({ code }: Finding): boolean {
  return code === 'quote-wording' || code === 'quote-speaker';
}

/** All of an utterance that `compareUtterances` asks for. */
function contentOf({ words, opens, gaps = NO_GAPS, speakerWords, named }: Utterance): string {
  return `${words}\n${opens.join(' ')}\n${gaps.join(' ')}\n${speakerWords.join(' ')}\n${named}\n`;
}

const NO_GAPS: readonly number[] = [];

/** The keys under which an utterance is looked up. */
function keysOf(utterance: Utterance): number[] {
  return shinglesOf(wordsOf(utterance));
}

const NOTHING: readonly QuotePair[] = [];
