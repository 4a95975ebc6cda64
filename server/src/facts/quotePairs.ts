import { compareStrings } from '../text/compareStrings';
import type { SourceDocument } from './model';
import type { Comparison } from './sameUtterance';
import { placesOf, type QuotePlace, type Utterance } from './utterances';

/** A quotation of a document. */
export interface QuoteRef extends QuotePlace {
  readonly document: string;
}

/** Two quotations of one utterance; `a` stands in the document that comes first by label, then id. */
export interface QuotePair {
  readonly a: { readonly document: SourceDocument; readonly utterance: Utterance };
  readonly b: { readonly document: SourceDocument; readonly utterance: Utterance };
  readonly comparison: Comparison;
  /** Why the one has replaced the other, where somebody said so; else ''. */
  readonly superseded: string;
}

/** The quotations of an utterance's side. */
export function refsOf({ document, utterance }: QuotePair['a']): QuoteRef[] {
  return placesOf(utterance).map(({ quote, start, end, speaker }) => ({
    document: document.id,
    quote,
    start,
    end,
    speaker,
  }));
}

/** The pairs of a document one after the other, each quotation's in the order of the other sides. */
export function comparePairs(x: QuotePair, y: QuotePair): number {
  return (
    byLabel(x.a.document, y.a.document) ||
    x.a.utterance.quote - y.a.utterance.quote ||
    byLabel(x.b.document, y.b.document) ||
    x.b.utterance.quote - y.b.utterance.quote
  );
}

export function involves(pair: QuotePair, document: string): boolean {
  return pair.a.document.id === document || pair.b.document.id === document;
}

export function byLabel(x: SourceDocument, y: SourceDocument): number {
  return compareStrings(x.label, y.label) || compareStrings(x.id, y.id);
}

/** An utterance's pairs with one more, in the order of the other side, however they came. `own`: the utterance's document. */
export function inserted(list: readonly QuotePair[], pair: QuotePair, own: string): QuotePair[] {
  const other = (p: QuotePair): QuotePair['a'] => (p.a.document.id === own ? p.b : p.a);
  const mine = other(pair);
  let at = list.length;
  while (at > 0) {
    const there = other(list[at - 1]!);
    const order = byLabel(there.document, mine.document) || there.utterance.quote - mine.utterance.quote;
    if (order <= 0) break;
    at--;
  }
  return list.toSpliced(at, 0, pair);
}
