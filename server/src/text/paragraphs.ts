import { Char, charAt } from './characters';
import { blockAt, inlineMarkup, openFence, closesFence, type TextFormat } from './markdown';
import type { Span } from './span';

/**
 * `prose`: running text. `fragment`: a line that ends without a full stop and is short: a headline, a caption, a label,
 * page furniture. `quotation`: a Markdown block quote.
 */
export type ParagraphKind = 'prose' | 'fragment' | 'heading' | 'listItem' | 'quotation';

export interface ParagraphSpan extends Span {
  readonly kind: ParagraphKind;
}

export interface Layout {
  readonly paragraphs: ParagraphSpan[];
  /** What is no text: front matter, code, link targets, emphasis marks. Ascending, disjoint. */
  readonly markup: Span[];
  /** The front matter between its fences, or null. */
  readonly frontMatter: Span | null;
}

interface Line extends Span {
  readonly kind: ParagraphKind | null;
}

/** What stands before a part of a text that is scanned by itself. */
export interface Preceding {
  /** The Markdown fence that is open, as the marks that close it, or null. */
  readonly fence: string | null;
}

/**
 * The paragraphs of a text, or of a part of one, which can have no front matter. A line is a paragraph, unless the text is wrapped by hand (or
 * is Markdown), where the lines of a block are one.
 * Linear in the text; every offset of a paragraph lies in the text, and paragraphs are ascending and disjoint.
 */
export function layOut(text: string, format: TextFormat, preceding: Preceding | null = null): Layout {
  const markup: Span[] = [];
  const lines: (Line | null)[] = []; // null: a blank line or a break between blocks
  let frontMatter: Span | null = null;
  let fence = preceding?.fence ?? null;
  let first = preceding === null;

  for (let at = 0; at < text.length;) {
    let next = at;
    while (next < text.length && charAt(text, next) !== Char.Newline) next++;
    let start = at;
    let end = next;
    while (start < end && isBlank(text, start)) start++;
    while (end > start && isBlank(text, end - 1)) end--;
    const whole = { start: at, end: next };
    at = next + (text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) === 10 ? 2 : 1);
    if (format === 'markdown') {
      if (first && text.startsWith('---', whole.start) && end - start === 3) {
        const close = frontMatterEnd(text, at);
        if (close) {
          frontMatter = { start: at, end: close.start };
          markup.push({ start: whole.start, end: close.end });
          at = close.end;
          first = false;
          continue;
        }
      }
      if (fence !== null) {
        markup.push(whole);
        if (closesFence(text, start, end, fence)) fence = null;
        lines.push(null);
        continue;
      }
      fence = start - whole.start < 4 ? openFence(text, start, end) : null;
      if (fence !== null) {
        markup.push(whole);
        lines.push(null);
        continue;
      }
    }
    if (start === end) {
      lines.push(null);
      continue;
    }
    first = false;
    let kind: ParagraphKind | null = null;
    if (format === 'markdown') {
      const block = blockAt(text, start, end);
      if (block.textStart > start) markup.push({ start, end: block.textStart });
      if (block.kind === 'rule') {
        markup.push({ start, end });
        lines.push(null);
        continue;
      }
      kind = block.kind;
      start = block.textStart;
      inlineMarkup(text, start, end, markup);
    }
    lines.push({ start, end, kind });
  }
  return { paragraphs: join(text, lines, format), markup, frontMatter };
}

function isBlank(text: string, index: number): boolean {
  const c = charAt(text, index);
  return c === Char.Space || c === Char.Mark;
}

function frontMatterEnd(text: string, from: number): Span | null {
  // Front matter is short; a text that merely opens with a rule must not be searched to its end.
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(from, from + 8192));
  return close ? { start: from + close.index, end: from + close.index + close[0].length } : null;
}

function join(text: string, lines: readonly (Line | null)[], format: TextFormat): ParagraphSpan[] {
  const out: ParagraphSpan[] = [];
  for (let i = 0; i < lines.length;) {
    if (lines[i] === null) {
      i++;
      continue;
    }
    let blockEnd = i + 1;
    while (blockEnd < lines.length && lines[blockEnd]) blockEnd++;
    const wrapped = isWrapped(text, lines, i, blockEnd);
    while (i < blockEnd) {
      const head = lines[i]!;
      let last = head;
      let j = i + 1;
      while (j < blockEnd && continues(text, last, lines[j]!, wrapped, format)) last = lines[j++]!;
      out.push({ start: head.start, end: last.end, kind: head.kind ?? kindOf(text, head.start, last.end) });
      i = j;
    }
  }
  return out;
}

function continues(text: string, above: Line, below: Line, wrapped: boolean, format: TextFormat): boolean {
  if (below.kind !== null && !(below.kind === 'quotation' && above.kind === 'quotation')) return false;
  if (above.kind === 'heading') return false;
  if (wrapped) return true;
  const ended = endsSentence(text, above.end);
  if (charAt(text, below.start) === Char.Lower && !ended) return true;
  // Markdown joins the lines of a block. People paste web pages into Markdown files all the same: a long line that ends in a full stop stands alone.
  return format === 'markdown' && !(ended && above.end - above.start > 120);
}

/**
 * Was this block wrapped by hand or by a mail program? Then no line could have taken the first word of the next one:
 * the property that greedy wrapping has and a list of headlines has not.
 */
function isWrapped(text: string, lines: readonly (Line | null)[], from: number, to: number): boolean {
  if (to - from < 3) return false;
  let width = 0;
  for (let i = from; i < to; i++) width = Math.max(width, lines[i]!.end - lines[i]!.start);
  if (width < 40 || width > 120) return false;
  for (let i = from; i + 1 < to; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    let word = next.start;
    while (word < next.end && charAt(text, word) !== Char.Space) word++;
    if (line.end - line.start + 1 + (word - next.start) <= width) return false;
  }
  return true;
}

/** Does a sentence end at `end`, the closing marks behind it taken in? */
export function endsSentence(text: string, end: number): boolean {
  for (let i = end - 1; i >= 0 && i >= end - 4; i--) {
    const c = text[i]!;
    if ('.!?…'.includes(c)) return true;
    if (!'”"’\')]»*_'.includes(c)) return false;
  }
  return false;
}

const LONGEST_FRAGMENT = 160;

function kindOf(text: string, start: number, end: number): ParagraphKind {
  return end - start <= LONGEST_FRAGMENT && !endsSentence(text, end) ? 'fragment' : 'prose';
}
