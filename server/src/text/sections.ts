import { Char, charAt, DASHES, DOUBLE_MARKS, SINGLE_MARKS } from './characters';
import { closesFence, openFence, type TextFormat } from './markdown';
import { endsSentence } from './paragraphs';
import type { Span } from './span';

/** A part of a long text that is read by itself. The sections of a text are ascending and cover it without gaps. */
export interface Section extends Span {
  /**
   * Tells it from the others of its text and outlasts edits behind its first words, for it is made of these; '' for the first of a text.
   * Which sections there are and what they are called depends on the text alone.
   */
  readonly name: string;
  /** The Markdown fence that is open where it begins, as the marks that close it, or null. */
  readonly fence: string | null;
}

/** How large sections are, in UTF-16 units. Tests set these low. */
export interface SectionSizes {
  /** A text that is no longer is one section. */
  readonly long: number;
  /** No section but the last is shorter. */
  readonly least: number;
  /** From here on any paragraph ends the section. */
  readonly wanted: number;
  /** Nothing is longer, whatever it takes. */
  readonly most: number;
}

export const SECTION_SIZES: SectionSizes = { long: 200_000, least: 12_000, wanted: 40_000, most: 100_000 };

/** Between `least` and `wanted` one paragraph in so many begins a section. */
const ONE_IN = 8;
/** So much of a section's beginning makes its name. */
const HEAD = 64;
/** So far back the end of a sentence is looked for where a paragraph has to be cut. */
const BACK = 2000;
/** No line that was wrapped by hand is longer: see `paragraphs.ts`. */
const LONGEST_WRAPPED = 120;

/**
 * Cuts a long text into sections, at paragraphs that their own words choose (content-defined chunking, as in rsync and in backups): an edit
 * moves the cuts around it and no others. A section does not begin inside a Markdown fence, with a quotation or in small letters, for then it
 * goes on with what stands before; unless there is no other place in `most` units, and then a line, a sentence, a word is cut. Total
 * and linear: each line is looked at once.
 */
export function sectionsOf(text: string, format: TextFormat, sizes: SectionSizes = SECTION_SIZES): Section[] {
  const out: Section[] = [];
  let start = 0;
  let fence: string | null = null;
  let fenceAtStart: string | null = null;
  const taken = new Map<number, number>();
  const close = (end: number): void => {
    const name = start === 0 ? '' : nameOf(text, start, taken);
    out.push({ start, end, name, fence: fenceAtStart });
    start = end;
    fenceAtStart = fence;
  };
  if (text.length <= sizes.long) {
    close(text.length);
    return out;
  }
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let before: Span = { start: 0, end: 0 };
  for (let at = 0; at < text.length;) {
    const found = text.indexOf(lineEnd, at);
    const next = found < 0 ? text.length : found + 1;
    const line = trimmed(text, at, next);
    const size = at - start;
    if (size >= sizes.least && fence === null && mayBegin(text, before, line, size, sizes)) close(at);
    if (next - start > sizes.most && at - start >= sizes.least) close(at);
    while (next - start > sizes.most) close(breakBefore(text, start, start + sizes.most));
    if (format === 'markdown' && line.end > line.start) fence = fenceBehind(text, at, line, fence);
    before = line;
    at = next;
  }
  if (start < text.length) close(text.length);
  return out;
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

function isSpace(text: string, index: number): boolean {
  const c = charAt(text, index);
  return c === Char.Space || c === Char.Newline || c === Char.Mark;
}

function fenceBehind(text: string, at: number, { start, end }: Span, fence: string | null): string | null {
  if (fence !== null) return closesFence(text, start, end, fence) ? null : fence;
  return start - at < 4 ? openFence(text, start, end) : null;
}

function mayBegin(text: string, before: Span, line: Span, size: number, sizes: SectionSizes): boolean {
  if (line.start === line.end || goesOn(text, line.start)) return false;
  const isBlank = before.start === before.end;
  const isWhole = before.end - before.start > LONGEST_WRAPPED && endsSentence(text, before.end);
  if (!isBlank && !isWhole) return false;
  return size >= sizes.wanted || headHash(text, line.start) % ONE_IN === 0;
}

/** A quotation may be the next paragraph of one, or its speaker's who is named before; a dash opens a dialogue's next turn. */
function goesOn(text: string, at: number): boolean {
  const c = text[at]!;
  return charAt(text, at) === Char.Lower || DOUBLE_MARKS.includes(c) || SINGLE_MARKS.includes(c) || DASHES.includes(c);
}

/** Where a paragraph that is too long is cut: behind a sentence, behind a word, at the worst between two units. */
function breakBefore(text: string, start: number, end: number): number {
  let space = -1;
  for (let i = end - 1; i > end - BACK && i > start; i--) {
    if (charAt(text, i) !== Char.Space) continue;
    if (endsSentence(text, i)) return i + 1;
    if (space < 0) space = i + 1;
  }
  if (space > 0) return space;
  const code = text.charCodeAt(end);
  return code >= 0xdc00 && code < 0xe000 ? end - 1 : end;
}

function nameOf(text: string, start: number, taken: Map<number, number>): string {
  const hash = headHash(text, trimmed(text, start, Math.min(text.length, start + HEAD)).start);
  const nth = taken.get(hash) ?? 0;
  taken.set(hash, nth + 1);
  return nth === 0 ? hash.toString(36) : `${hash.toString(36)}-${nth + 1}`;
}

/** FNV-1a over the first units of a line, its low bits stirred. */
function headHash(text: string, start: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(text.length, start + HEAD);
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) break;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
