import type { ScannedText } from './scan';
import { oneLine } from './oneLine';
import { contains, lastStartingAtOrBefore, type Span } from './span';

/** A mention in the words around it, each on one line; what is cut off is marked with “…”. */
export interface InContext {
  readonly before: string;
  readonly mention: string;
  readonly after: string;
}

/** Characters of its sentence that are shown on either side of a mention. */
const reach = 60;
const longestMention = 200;

/** The part of its sentence in which a mention stands, cut between words. */
export function inContext({ text, sentences }: ScannedText, span: Span): InContext {
  return inSentence(text, sentences[lastStartingAtOrBefore(sentences, span.start)] ?? span, span);
}

/** The same where the sentence is known; one that does not hold all of the mention is none. */
export function inSentence(text: string, sentence: Span, span: Span): InContext {
  const inside = contains(sentence, span) ? sentence : span;
  const before = oneLine(`${text.slice(Math.max(inside.start, span.start - reach * 2), span.start)}|`).slice(0, -1);
  const after = oneLine(`|${text.slice(span.end, Math.min(inside.end, span.end + reach * 2))}`).slice(1);
  return { before: clipStart(before, reach), mention: clipMiddle(text, span), after: clipEnd(after, reach) };
}

function clipMiddle(text: string, { start, end }: Span): string {
  if (end - start <= longestMention) return oneLine(text.slice(start, end));
  const half = longestMention / 2;
  const head = oneLine(text.slice(start, start + half)).replace(/\s\S*$/, '');
  const tail = oneLine(text.slice(end - half, end)).replace(/^\S*\s/, '');
  return `${head} … ${tail}`;
}

/** The last words of these, as many as `reach` characters hold. */
export function clipStart(words: string, reach: number): string {
  if (words.length <= reach) return words;
  const cut = words.slice(-reach);
  const space = cut.indexOf(' ');
  return `…${space < 0 ? cut : cut.slice(space)}`;
}

/** The first words of these, as many as `reach` characters hold. */
export function clipEnd(words: string, reach: number): string {
  if (words.length <= reach) return words;
  const cut = words.slice(0, reach);
  const space = cut.lastIndexOf(' ');
  return `${space < 0 ? cut : cut.slice(0, space + 1)}…`;
}
