import { align } from '../facts/alignment';
import { type PrintedWording, wordingOf } from '../facts/wording';
import { clipEnd, clipStart } from '../text/inContext';
import { oneLine } from '../text/oneLine';
import type { ScannedText } from '../text/scan';
import type { Span } from '../text/span';

/** A quotation with its marks, and what stands between them. */
export interface Quoted {
  readonly scanned: ScannedText;
  readonly span: Span;
  readonly content: Span;
}

/** Characters that are shown before the first difference, and on either side of what is left out between two. */
const lead = 14;
const tail = 120;
const mostMarks = 12;
/** The proofreader’s caret: here the others have words. */
const caret = '‸';

/** Wordings among which that one is looked for. */
const mostCompared = 6;

/**
 * Of each of the wordings of one utterance the words around those that differ: in turn words in common, which may be none, and words that
 * differ. It begins shortly before the first difference; [] where nothing differs. One wording, which has most of the words of the others,
 * is compared with all of them, they with it. Linear in their number.
 */
export function markedWordings(quotations: readonly Quoted[]): (readonly string[])[] {
  const wordings = quotations.map(({ scanned, content }) => wordingOf(scanned, content));
  const keys = wordings.map(({ words }) => words.join(' '));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const distinct = [...times.keys()].sort((a, b) => times.get(b)! - times.get(a)!);
  const wording = (key: string): PrintedWording => wordings[keys.indexOf(key)]!;
  const compared = distinct.slice(0, mostCompared);
  const missing = (from: string, key: string): number =>
    from === key ? 0 : wording(key).words.length - (align(wording(from), wording(key))?.matched ?? 0);
  const [usual = ''] = compared
    .map((from) => ({ from, sum: compared.reduce((sum, key) => sum + missing(from, key) * times.get(key)!, 0) }))
    .sort((a, b) => a.sum - b.sum)
    .map(({ from }) => from);
  const differing = new Map<string, Range[]>([[usual, []]]);
  for (const key of distinct) {
    if (key === usual) continue;
    const differences = align(wording(usual), wording(key))?.differences ?? [];
    differing.get(usual)!.push(...differences.map(({ aFrom, aTo }) => ({ from: aFrom, to: aTo })));
    differing.set(
      key,
      differences.map(({ bFrom, bTo }) => ({ from: bFrom, to: bTo })),
    );
  }
  return quotations.map((quoted, i) => marked(quoted, spansOf(wordings[i]!, differing.get(keys[i]!) ?? [])));
}

/** Words of a wording, half open; none where only the others have any. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Ascending and disjoint. */
function spansOf({ spans }: PrintedWording, ranges: readonly Range[]): Span[] {
  const out: Span[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const missing = to === from;
    const start = (missing ? spans[from - 1]?.end : undefined) ?? spans[from]?.start ?? 0;
    const end = missing ? start : spans[to - 1]!.end;
    const last = out[out.length - 1];
    if (last && start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out.slice(0, mostMarks);
}

function marked({ scanned: { text }, span }: Quoted, differing: readonly Span[]): string[] {
  if (differing.length === 0) return [];
  const between = (start: number, end: number): string => oneLine(`|${text.slice(start, end)}|`).slice(1, -1);
  const out: string[] = [];
  let at = span.start;
  for (const { start, end } of differing) {
    const common = between(at, start);
    if (at === span.start) out.push(clipStart(common, lead));
    else if (common.length <= 3 * lead) out.push(common);
    else out.push(clipEnd(common, lead) + clipStart(common, lead).slice(1));
    out.push(oneLine(text.slice(start, end)) || caret);
    at = end;
  }
  return [...out, clipEnd(between(at, span.end), tail)];
}
