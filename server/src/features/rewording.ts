import { align } from '../facts/alignment';
import { wordingOf } from '../facts/wording';
import type { ScannedText } from '../text/scan';
import { type Span, spanText } from '../text/span';

/** Words to put in place of a span. */
export interface Replacement extends Span {
  readonly newText: string;
}

/**
 * What turns our wording of an utterance into theirs: the words that differ, and nothing else, so that what we cut stays cut. Ascending
 * and disjoint; null where the two are not one utterance, or one of them is cut where they differ, so that theirs is not known there.
 */
export function rewordingOf(
  ours: { readonly scanned: ScannedText; readonly content: Span },
  theirs: { readonly scanned: ScannedText; readonly content: Span },
): Replacement[] | null {
  const a = wordingOf(ours.scanned, ours.content);
  const b = wordingOf(theirs.scanned, theirs.content);
  const alignment = align(a, b);
  if (!alignment || alignment.differences.length === 0) return null;
  const out: Replacement[] = [];
  for (const { aFrom, aTo, bFrom, bTo } of alignment.differences) {
    if (cut(a.behindGap, aFrom, aTo) || cut(b.behindGap, bFrom, bTo)) return null;
    const first = b.spans[bFrom];
    const last = b.spans[bTo - 1];
    const words =
      first && last && bTo > bFrom ? spanText(theirs.scanned.text, { start: first.start, end: last.end }) : '';
    const from = a.spans[aFrom];
    const to = a.spans[aTo - 1];
    if (aTo > aFrom && from && to) {
      out.push(
        words === ''
          ? without(ours.scanned.text, { start: from.start, end: to.end })
          : { start: from.start, end: to.end, newText: words },
      );
    } else if (from) {
      out.push({ start: from.start, end: from.start, newText: `${words} ` });
    } else {
      return null;
    }
  }
  return out;
}

/** A cut or an insertion was marked before one of these words, or right behind them. */
function cut(behindGap: readonly boolean[], from: number, to: number): boolean {
  return behindGap.slice(from, to + 1).some((gap) => gap);
}

/** Words with the space before them, so that no two are left. */
function without(text: string, { start, end }: Span): Replacement {
  const space = /\s/.test(text[start - 1] ?? '');
  return { start: space ? start - 1 : start, end, newText: '' };
}
