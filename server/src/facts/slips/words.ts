import { TokenKind, lowerOf, tokenText, type Tokens } from '../../text/tokens';
import type { Figure, TaggedText } from '../../tag/model';
import { lastStartingAtOrBefore, type Span } from '../../text/span';

/** The first token that ends behind `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The token as the checks compare it: a word in lower case, a sign as it is, '' outside the text. */
export function wordAt(tokens: Tokens, index: number): string {
  if (index < 0 || index >= tokens.count) return '';
  return tokens.kind[index] === TokenKind.Word ? lowerOf(tokens, index) : tokenText(tokens, index);
}

/** The words between two offsets, or null where there are more than `most`. */
export function wordsBetween(tokens: Tokens, start: number, end: number, most: number): string[] | null {
  const out: string[] = [];
  for (let i = tokenAt(tokens, start); i < tokens.count && tokens.start[i]! < end; i++) {
    if (out.length >= most) return null;
    out.push(wordAt(tokens, i));
  }
  return out;
}

/** A bare number that the text asserts exactly: no hedge, no bound, no range. */
export function isExact(figure: Figure): boolean {
  return figure.op === '=' && figure.hedge === '' && figure.low !== null && figure.low === figure.high;
}

/** As written, on one line. */
export function written(tagged: TaggedText, span: Span): string {
  return tagged.scanned.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}

/** Figures of a sentence by their indices, `from` to `to` (exclusive). */
export interface SentenceFigures extends Span {
  readonly from: number;
  readonly to: number;
}

/** The sentences that hold at least `fewest` figures, with them; tables of more than `MOST` are left out. */
export function* figuresBySentence(tagged: TaggedText, fewest: number): Generator<SentenceFigures> {
  const { figures } = tagged;
  const { sentences } = tagged.scanned;
  let from = 0;
  while (from < figures.length) {
    const sentence = sentences[lastStartingAtOrBefore(sentences, figures[from]!.start)];
    let to = from + 1;
    while (sentence && to < figures.length && figures[to]!.start < sentence.end) to++;
    if (sentence && to - from >= fewest && to - from <= MOST) {
      yield { start: sentence.start, end: sentence.end, from, to };
    }
    from = to;
  }
}

const MOST = 24;
