import { lastStartingAtOrBefore, type Span } from '../text/span';
import { lowerOf, TokenKind } from '../text/tokens';
import type { Figure, TaggedText } from '../tag/model';
import type { Place } from './measures';

/** A sentence with more figures than this is a table. */
const MOST_FIGURES = 32;

/** The sentence's other dates; where it has several figures of a kind, only the one nearest to this. */
export function datesBeside(tagged: TaggedText, sentence: Span, figure: Figure): Figure[] {
  const { figures } = tagged;
  const first = lastStartingAtOrBefore(figures, sentence.start - 1) + 1;
  const last = Math.min(figures.length, first + MOST_FIGURES);
  const out: Figure[] = [];
  for (let i = first; i < last && figures[i]!.start < sentence.end; i++) {
    if (figures[i] !== figure && figures[i]!.type === 'date') out.push(figures[i]!);
  }
  return out;
}

export function periodsOf(
  tagged: TaggedText,
  sentence: Span,
  figure: Figure,
  company: number,
): (readonly [number, number])[] {
  const dates = datesBeside(tagged, sentence, figure).filter((date) => date.low !== null && date.high !== null);
  const away = (date: Span): number => (date.end <= figure.start ? figure.start - date.end : date.start - figure.end);
  const near = company > 1 ? dates.sort((a, b) => away(a) - away(b)).slice(0, 1) : dates;
  return near.map(({ low, high }) => [low!, high!] as const);
}

/** “In September”, “in 2003”: not a day. */
export function isMonthOrYear(tagged: TaggedText, { low, high, start, end }: Figure): boolean {
  if (low !== null && high !== null) return high - low >= SHORTEST_MONTH;
  const written = tagged.scanned.text.slice(start, end);
  return MONTH_OR_YEAR.test(written) && !/\d/.test(written);
}

const SHORTEST_MONTH = 27;
const MONTH_OR_YEAR =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|month|year|decade)s?\b/i;
const DETERMINERS = new Set(['the', 'a', 'an', 'this', 'that', 'its', 'his', 'her', 'their', 'per']);

/** “The 2011 census”, “as of 2016”. */
export function isScope({ tokens, from, to, first, last }: Place): boolean {
  if (first - 2 >= from && lowerOf(tokens, first - 2) === 'as' && /^(?:of|at)$/.test(lowerOf(tokens, first - 1)))
    return true;
  const led = first > from && DETERMINERS.has(lowerOf(tokens, first - 1));
  const isYear = first === last && tokens.kind[first] === TokenKind.Number;
  return led && isYear && last + 1 < to && tokens.kind[last + 1] === TokenKind.Word;
}
