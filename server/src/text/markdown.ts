import type { Span } from './span';

/** How a document is written. Markdown's structure is left out of the text that is read; nothing else depends on it. */
export type TextFormat = 'plain' | 'markdown';

type BlockKind = 'heading' | 'listItem' | 'quotation' | 'rule' | null;

/** The fence that a line opens, as the marks that close it, or null. */
export function openFence(text: string, start: number, end: number): string | null {
  const c = text[start];
  if (c !== '`' && c !== '~') return null;
  let i = start;
  while (i < end && text[i] === c) i++;
  return i - start >= 3 ? c.repeat(i - start) : null;
}

export function closesFence(text: string, start: number, end: number, fence: string): boolean {
  if (!text.startsWith(fence, start)) return false;
  for (let i = start; i < end; i++) if (text[i] !== fence[0]) return false;
  return true;
}

/** What a trimmed line of Markdown is, and where its text begins behind the marks. */
export function blockAt(text: string, start: number, end: number): { kind: BlockKind; textStart: number } {
  const c = text[start]!;
  if (c === '#') {
    let i = start;
    while (text[i] === '#') i++;
    if (i - start <= 6 && text[i] === ' ') return { kind: 'heading', textStart: skipSpace(text, i, end) };
  }
  if (c === '>') {
    let i = start;
    while (i < end && (text[i] === '>' || text[i] === ' ')) i++;
    return { kind: 'quotation', textStart: i };
  }
  if (c === '-' || c === '*' || c === '_' || c === '=') {
    let i = start;
    let marks = 0;
    while (i < end && (text[i] === c || text[i] === ' ')) if (text[i++] === c) marks++;
    if (i === end && marks >= 3) return { kind: 'rule', textStart: end };
  }
  if ((c === '-' || c === '*' || c === '+') && text[start + 1] === ' ')
    return { kind: 'listItem', textStart: skipSpace(text, start + 1, end) };
  const ordered = /^\d{1,3}[.)] /.exec(text.slice(start, start + 6));
  if (ordered) return { kind: 'listItem', textStart: skipSpace(text, start + ordered[0].length, end) };
  return { kind: null, textStart: start };
}

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && text[i] === ' ') i++;
  return i;
}

/** No link target that a person reads is longer; a bracket that never closes costs no more than this. */
const LONGEST_TARGET = 2048;

/** Appends to `markup` what in a line is no text: emphasis marks, code spans, link targets, images, tags. Ascending and disjoint. */
export function inlineMarkup(text: string, start: number, end: number, markup: Span[]): void {
  const found: Span[] = [];
  let open = -1;
  for (let i = start; i < end;) {
    const c = text[i]!;
    if (c === '\\' && i + 1 < end) {
      found.push({ start: i, end: i + 1 });
      i += 2;
    } else if (c === '*' || (c === '_' && !inWord(text, i))) {
      found.push({ start: i, end: i + 1 });
      i++;
    } else if (c === '`') {
      const close = text.slice(i + 1, Math.min(end, i + LONGEST_TARGET)).indexOf('`');
      const to = close < 0 ? i + 1 : i + 2 + close;
      found.push({ start: i, end: to });
      i = to;
    } else if (c === '[') {
      if (text[i + 1] === '^') {
        const close = text.slice(i, Math.min(end, i + 64)).indexOf(']');
        const to = close < 0 ? i + 1 : i + close + 1;
        found.push({ start: i, end: to });
        i = to;
        continue;
      }
      open = i++;
    } else if (c === ']' && text[i + 1] === '(' && open >= 0) {
      const close = text.slice(i, Math.min(end, i + LONGEST_TARGET)).indexOf(')');
      if (close > 0) {
        const image = open > start && text[open - 1] === '!';
        found.push(image ? { start: open - 1, end: i } : { start: open, end: open + 1 }, {
          start: i,
          end: i + close + 1,
        });
        i += close + 1;
      } else {
        i++;
      }
      open = -1;
    } else if (c === '<') {
      const close = /^<\/?[A-Za-z!][^<>]{0,200}>/.exec(text.slice(i, Math.min(end, i + 204)));
      if (close) found.push({ start: i, end: i + close[0].length });
      i += close ? close[0].length : 1;
    } else {
      i++;
    }
  }
  found.sort((a, b) => a.start - b.start);
  let behind = start;
  for (const span of found) {
    if (span.end <= behind) continue;
    markup.push({ start: Math.max(span.start, behind), end: span.end });
    behind = span.end;
  }
}

function inWord(text: string, index: number): boolean {
  return /\w/.test(text[index - 1] ?? ' ') && /\w/.test(text[index + 1] ?? ' ');
}
