import type { ScannedText } from '../text/scan';
import { lastStartingAtOrBefore, type Span, spanText } from '../text/span';

/**
 * A place in a text, named by what stands there: the words, and those before and after, all with single spaces. `¶` at the outer end
 * of `before` or `after` is the start or the end of the paragraph. `file` is where the words stood when they were quoted: a hint.
 */
export interface Anchor {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly file: string;
}

export const longestQuote = 4000;
const edge = '¶';

/** How far to look around, in UTF-16 units, until the words stand in one place only. */
const reaches = [
  { units: 40, bounds: 'paragraph' },
  { units: 160, bounds: 'paragraph' },
  { units: 80, bounds: 'text' },
  { units: 320, bounds: 'text' },
] as const;

/** White space takes no more than this many times the units of the words that it stands between. */
const slack = 4;

/** The anchor of a place, or null where nothing tells it from another place of the same text. */
export function anchorOf(scanned: ScannedText, span: Span, file: string): Anchor | null {
  const quote = folded(spanText(scanned.text, span)).trim();
  if (quote === '' || quote.length > longestQuote) return null;
  for (const { units, bounds } of reaches) {
    const inside = bounds === 'paragraph' ? paragraphAt(scanned, span) : null;
    if (bounds === 'paragraph' && !inside) continue;
    const before = contextBefore(scanned.text, span.start, units, inside);
    const after = contextAfter(scanned.text, span.end, units, inside);
    const anchor = { quote, before, after, file };
    const places = placesOf(scanned, anchor);
    if (places.length === 1 && places[0]!.start <= span.start && span.end <= places[0]!.end + slack) return anchor;
  }
  return null;
}

/** Where the quoted words stand in their context: none, one, or the first two. Linear in the text. */
export function placesOf(scanned: ScannedText, { quote, before, after }: Anchor): Span[] {
  const { text } = scanned;
  const space = quote.indexOf(' ');
  const head = space < 0 ? quote : quote.slice(0, space);
  const out: Span[] = [];
  if (head === '') return out;
  for (let at = text.indexOf(head); at >= 0 && out.length < 2; at = text.indexOf(head, at + 1)) {
    const end = matchForward(text, at, quote);
    if (end < 0) continue;
    const span = { start: at, end };
    if (precedes(scanned, span, before) && follows(scanned, span, after)) out.push(span);
  }
  return out;
}

/** Is it the same place, quoted with more or less around it? */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
  if (a.quote !== b.quote || a.file !== b.file) return false;
  const bare = (words: string): string => words.replaceAll(edge, '');
  const [x, y] = [bare(a.before), bare(b.before)];
  const [v, w] = [bare(a.after), bare(b.after)];
  return (x.endsWith(y) || y.endsWith(x)) && (v.startsWith(w) || w.startsWith(v));
}

function contextBefore(text: string, start: number, units: number, inside: Span | null): string {
  const from = Math.max(inside?.start ?? 0, start - units * slack);
  const words = folded(text.slice(from, start));
  if (inside && from === inside.start && words.trimStart().length <= units) return edge + words.trimStart();
  if (words.length <= units) return words;
  const cut = words.slice(-units);
  const space = cut.indexOf(' ');
  return space < 0 || space === cut.length - 1 ? cut : cut.slice(space + 1);
}

function contextAfter(text: string, end: number, units: number, inside: Span | null): string {
  const to = Math.min(inside?.end ?? text.length, end + units * slack);
  const words = folded(text.slice(end, to));
  if (inside && to === inside.end && words.trimEnd().length <= units) return words.trimEnd() + edge;
  if (words.length <= units) return words;
  const cut = words.slice(0, units);
  const space = cut.lastIndexOf(' ');
  return space <= 0 ? cut : cut.slice(0, space);
}

function precedes(scanned: ScannedText, span: Span, before: string): boolean {
  if (!before.startsWith(edge)) return matchBackward(scanned.text, span.start, before) >= 0;
  const inside = paragraphAt(scanned, span);
  const at = inside ? matchBackward(scanned.text, span.start, before.slice(1)) : -1;
  return inside !== null && at >= inside.start && skipBack(scanned.text, at) <= inside.start;
}

function follows(scanned: ScannedText, span: Span, after: string): boolean {
  if (!after.endsWith(edge)) return matchForward(scanned.text, span.end, after) >= 0;
  const inside = paragraphAt(scanned, span);
  const at = inside ? matchForward(scanned.text, span.end, after.slice(0, -1)) : -1;
  return inside !== null && at >= 0 && at <= inside.end && skip(scanned.text, at) >= inside.end;
}

function paragraphAt({ paragraphs }: ScannedText, { start, end }: Span): Span | null {
  const paragraph = paragraphs[lastStartingAtOrBefore(paragraphs, start)];
  return paragraph && end <= paragraph.end ? paragraph : null;
}

/** The end of the words that stand at an offset, white space of any length being one space; or -1. */
function matchForward(text: string, at: number, words: string): number {
  for (let i = 0; i < words.length; i++) {
    if (words[i] !== ' ') {
      if (text[at] !== words[i]) return -1;
      at++;
      continue;
    }
    const next = skip(text, at);
    if (next === at) return -1;
    at = next;
  }
  return at;
}

/** The start of the words that end at an offset, or -1. */
function matchBackward(text: string, at: number, words: string): number {
  for (let i = words.length - 1; i >= 0; i--) {
    if (words[i] !== ' ') {
      if (at === 0 || text[at - 1] !== words[i]) return -1;
      at--;
      continue;
    }
    const next = skipBack(text, at);
    if (next === at) return -1;
    at = next;
  }
  return at;
}

function skip(text: string, at: number): number {
  while (at < text.length && isSpace(text[at]!)) at++;
  return at;
}

function skipBack(text: string, at: number): number {
  while (at > 0 && isSpace(text[at - 1]!)) at--;
  return at;
}

function isSpace(unit: string): boolean {
  return unit === ' ' || (unit >= '\t' && unit <= '\r') || (unit > '\x7f' && /\s/.test(unit));
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ');
}
