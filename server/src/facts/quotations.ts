import { compareStrings } from '../text/compareStrings';
import type { Quote, SpeakerRule } from '../tag/model';
import type { Finding, Judgement, SourceDocument } from './model';
import { Numbering } from './numbering';
import { Postings } from './postings';
import { clusterAround } from './quoteClusters';
import { findingsOfPairs } from './quoteFindings';
import { judgementOf } from './quoteReasons';
import { compareAsSaid, quotesOf, ruledPair } from './quoteRulings';
import type { Rulings } from './rulings';
import { speakerWords, type Comparison, type Utterance } from './sameUtterance';
import { shinglesOf, wordingOf } from './wording';

export interface QuoteRef {
  readonly document: string;
  readonly quote: number;
}

/** Two quotations of one utterance; `a` stands in the document that comes first by label, then id. */
export interface QuotePair {
  readonly a: { readonly document: SourceDocument; readonly utterance: Utterance };
  readonly b: { readonly document: SourceDocument; readonly utterance: Utterance };
  readonly comparison: Comparison;
  /** Why the one has replaced the other, where somebody said so; else ''. */
  readonly superseded: string;
}

interface Entry {
  readonly document: SourceDocument;
  readonly utterances: readonly Utterance[];
  /** The utterance that a quotation of the document is, by its index in `quotes`. */
  readonly byQuote: ReadonlyMap<number, number>;
  /** By utterance, the keys under which it is looked up. */
  readonly keys: readonly (readonly number[])[];
  /** By utterance, the pairs it takes part in, ascending by the other's label, id and quote. */
  pairs: QuotePair[][];
}

/** A triple of words that more quotations share is a phrase of the language, not of the speaker. */
const POSTING_CAP = 60;
const FEWEST_WORDS = 4;
const FEWEST_WORDS_OF_PHRASE = 5;
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
  /** Documents whose pairs are to be made anew. A pair is made by that of its two documents whose turn comes last. */
  private readonly stale = new Set<string>();
  /** By document, then by where the quotation begins that a finding is about. */
  private readonly found = new Map<string, Map<number, Finding[]>>();
  /** Documents that were replaced, or gained or lost a pair, since the findings were last worked out. */
  private readonly unsettled = new Set<string>();
  private affected = new Set<string>();
  private grouped: QuoteRef[][] | null = null;

  /** Whose rulings changed is told by `relinkAll`. */
  constructor(private readonly said: Rulings | null = null) {}

  /** Something else was said of quotations of these documents. */
  relinkAll(ids: Iterable<string>): void {
    for (const id of ids) if (this.entries.has(id)) this.stale.add(id);
  }

  replace(document: SourceDocument): void {
    this.unlist(document.id);
    const utterances = utterancesOf(document);
    const byQuote = new Map(utterances.flatMap((utterance, u) => quotesOf(utterance).map((q) => [q, u] as const)));
    const keys = utterances.map(({ wording }) => shinglesOf(wording));
    this.entries.set(document.id, { document, utterances, byQuote, keys, pairs: utterances.map(() => []) });
    const base = this.numbers.allot(document.id, utterances.length);
    keys.forEach((list, u) => this.postings.add(base + u, list));
    this.stale.add(document.id);
  }

  remove(id: string): void {
    this.unlist(id);
  }

  /** Makes the pairs of so many changed documents at most; true when none is left. Until then some are missing, others as they were. */
  settleSome(documents: number): boolean {
    for (const item of this.postings.crossed()) this.stale.add(this.numbers.owner(item));
    let left = documents;
    for (const id of this.stale) {
      if (left-- <= 0) return false;
      this.stale.delete(id);
      this.relink(id, (other) => !this.stale.has(other));
    }
    return true;
  }

  /** Makes the pairs of one document, whatever else has changed. */
  settleFirst(id: string): void {
    if (this.stale.delete(id)) this.relink(id, () => true);
  }

  /** Every other quotation of the utterance, with how it stands to this one where the two were compared; ascending by label and place. */
  related(document: string, quote: number): { document: string; quote: number; judgement: Judgement }[] {
    this.settleFirst(document);
    const entry = this.entries.get(document);
    const u = entry?.byQuote.get(quote) ?? -1;
    return (entry?.pairs[u] ?? []).flatMap((pair) => {
      const other = pair.a.document.id === document ? pair.b : pair.a;
      const judgement: Judgement =
        pair.superseded === '' ? judgementOf(pair) : { verdict: 'updated', reason: pair.superseded };
      return quotesOf(other.utterance).map((q) => ({ document: other.document.id, quote: q, judgement }));
    });
  }

  /** Is this quotation compared at all? Words in marks, titles, indirect speech and the shortest quotations are not. */
  compares(document: string, quote: number): boolean {
    return this.entries.get(document)?.byQuote.has(quote) ?? false;
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
    this.grouped ??= groupsOf(this.inOrder());
    return this.grouped;
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
      this.found.get(document.id)?.delete(document.tagged.quotes[utterance.quote]!.start);
    }
    for (const finding of findingsOfPairs(pairs.filter(({ superseded }) => superseded === ''))) {
      let ofDocument = this.found.get(finding.document);
      if (!ofDocument) this.found.set(finding.document, (ofDocument = new Map()));
      const list = ofDocument.get(finding.start);
      if (list) list.push(finding);
      else ofDocument.set(finding.start, [finding]);
    }
  }

  private pairsOf({ document, utterance }: QuotePair['a']): readonly QuotePair[] {
    const entry = this.entries.get(document.id);
    return entry?.pairs[entry.byQuote.get(utterance.quote) ?? -1] ?? [];
  }

  private inOrder(): Entry[] {
    return [...this.entries.values()].sort((x, y) => byLabel(x.document, y.document));
  }

  private unlist(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    const base = this.numbers.base(id);
    entry.keys.forEach((list, u) => this.postings.remove(base + u, list));
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
    entry.pairs = entry.utterances.map(() => []);
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
      if (!isOpen(other.document.id)) continue;
      const forward = byLabel(entry.document, other.document) < 0;
      const [a, b] = forward ? [entry, other] : [other, entry];
      const [x, y] = forward ? [u, v] : [v, u];
      const ruling = ruledPair(this.said, a, x, b, y);
      const comparison = compareAsSaid(a.utterances[x]!, b.utterances[y]!, ruling);
      if (!comparison) continue;
      const pair: QuotePair = {
        a: { document: a.document, utterance: a.utterances[x]! },
        b: { document: b.document, utterance: b.utterances[y]! },
        comparison,
        superseded: ruling?.kind === 'superseded' ? ruling.reason : '',
      };
      insert(a.pairs, x, pair, a.document.id);
      insert(b.pairs, y, pair, b.document.id);
      this.unsettled.add(other.document.id);
    }
  }

  private candidates(entry: Entry, u: number): [Entry, number][] {
    const shared = new Map<number, number>();
    for (const key of entry.keys[u]!) {
      for (const item of this.postings.get(key)) shared.set(item, (shared.get(item) ?? 0) + 1);
    }
    const out: [Entry, number][] = [];
    for (const [item, count] of shared) {
      const id = this.numbers.owner(item);
      const other = this.entries.get(id)!;
      if (other === entry) continue;
      const v = item - this.numbers.base(id);
      const shorter = Math.min(entry.utterances[u]!.wording.words.length, other.utterances[v]!.wording.words.length);
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

/** The documents that share an utterance with this one. */
function partnersOf({ document, pairs }: Entry): Set<string> {
  const ids = new Set<string>();
  for (const list of pairs)
    for (const { a, b } of list) ids.add(a.document.id === document.id ? b.document.id : a.document.id);
  return ids;
}

/** The pairs of a document one after the other, each quotation's in the order of the other sides. */
function comparePairs(x: QuotePair, y: QuotePair): number {
  return (
    byLabel(x.a.document, y.a.document) ||
    x.a.utterance.quote - y.a.utterance.quote ||
    byLabel(x.b.document, y.b.document) ||
    x.b.utterance.quote - y.b.utterance.quote
  );
}

function involves(pair: QuotePair, document: string): boolean {
  return pair.a.document.id === document || pair.b.document.id === document;
}

export function byLabel(x: SourceDocument, y: SourceDocument): number {
  return compareStrings(x.label, y.label) || compareStrings(x.id, y.id);
}

/** Keeps an utterance's pairs in the order of the other side, however they came. */
function insert(pairs: QuotePair[][], u: number, pair: QuotePair, own: string): void {
  const list = pairs[u]!;
  const other = (p: QuotePair): QuotePair['a'] => (p.a.document.id === own ? p.b : p.a);
  const mine = other(pair);
  let at = list.length;
  while (at > 0) {
    const there = other(list[at - 1]!);
    const order = byLabel(there.document, mine.document) || there.utterance.quote - mine.utterance.quote;
    if (order <= 0) break;
    at--;
  }
  list.splice(at, 0, pair);
}

function utterancesOf(document: SourceDocument): Utterance[] {
  const { quotes, scanned } = document.tagged;
  const out: Utterance[] = [];
  /** The repeats of what was said, by speaker and words. */
  const first = new Map<string, number[]>();
  let outerEnd = -1;
  quotes.forEach((quote, index) => {
    if (!quote.direct || quote.use === 'title') return;
    if (quote.end <= outerEnd) return; // a quotation inside one that is compared
    const wording = wordingOf(scanned, quote.content);
    if (wording.words.length < (quote.use === 'phrase' ? FEWEST_WORDS_OF_PHRASE : FEWEST_WORDS)) return;
    outerEnd = Math.max(outerEnd, quote.end);
    if (shinglesOf(wording).length === 0) return;
    const speaker = speakerWords(quote);
    const said = `${speaker.join(' ')}: ${wording.words.join(' ')}`;
    const known = first.get(said);
    if (known) {
      known.push(index);
      return;
    }
    const repeats: number[] = [];
    first.set(said, repeats);
    out.push({ quote: index, repeats, wording, speaker, named: isNamed(document, quote) });
  });
  return out;
}

/** The rules by which the speaker stands in the quotation's own sentence. */
const NAMED_BESIDE: ReadonlySet<SpeakerRule> = new Set(['label', 'after', 'afterInverted', 'before', 'accordingTo']);

/** A person's name stands beside the quotation itself: not a pronoun, a role, or a speaker carried over. */
function isNamed(document: SourceDocument, quote: Quote): boolean {
  const { speaker } = quote;
  if (!speaker || speaker.entity < 0 || !NAMED_BESIDE.has(quote.rule)) return false;
  if (quote.confidence === 'low' || (quote.rule === 'before' && quote.confidence !== 'high')) return false;
  const { entities, scanned } = document.tagged;
  if (entities[speaker.entity]?.type !== 'person') return false;
  const written = scanned.text.slice(speaker.start, speaker.end).toLowerCase();
  return speaker.name
    .toLowerCase()
    .split(' ')
    .some((word) => word.length > 1 && written.includes(word));
}

function groupsOf(entries: readonly Entry[]): QuoteRef[][] {
  const out: QuoteRef[][] = [];
  const seen = new Set<Utterance>();
  const pairsOf = new Map(
    entries.flatMap((entry) => entry.utterances.map((utterance, u) => [utterance, entry.pairs[u]!] as const)),
  );
  for (const entry of entries) {
    entry.utterances.forEach((utterance, u) => {
      if (seen.has(utterance) || entry.pairs[u]!.length === 0) return;
      const members: QuotePair['a'][] = [];
      const open: QuotePair['a'][] = [{ document: entry.document, utterance }];
      seen.add(utterance);
      while (open.length > 0) {
        const member = open.pop()!;
        members.push(member);
        for (const pair of pairsOf.get(member.utterance)!) {
          for (const side of [pair.a, pair.b]) {
            if (seen.has(side.utterance)) continue;
            seen.add(side.utterance);
            open.push(side);
          }
        }
      }
      members.sort((x, y) => byLabel(x.document, y.document) || x.utterance.quote - y.utterance.quote);
      out.push(
        members.flatMap((member) =>
          quotesOf(member.utterance).map((quote) => ({ document: member.document.id, quote })),
        ),
      );
    });
  }
  return out;
}
