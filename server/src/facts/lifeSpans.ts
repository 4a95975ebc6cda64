import { TokenKind, tokenText, type Tokens } from '../text/tokens';
import { civilOf, isoDay, isoMonth, isoYear } from '../tag/figures/calendar';
import type { Figure, TaggedText } from '../tag/model';
import { namesIn } from './claimNames';

/** One end of a life span: its tokens `first..last` (inclusive), and the figure that they alone would be. */
export interface LifeDate {
  readonly measure: 'born' | 'died';
  readonly figure: Figure;
  readonly first: number;
  readonly last: number;
}

const YEAR = 365.2425;
/** Shorter than a life is mostly a term of office. */
const SHORTEST_LIFE = 18 * YEAR;
const LONGEST_LIFE = 115 * YEAR;
/** Offsets between a person's name and the bracket: “Sir Tom Vale KCB (1798–1864)”. */
const NAME_REACH = 24;
const MOST_TOKENS = 12;

/**
 * The two dates of a life in brackets behind a person's name, “Ana Vale (3 May 1798 – 1864)”; null where the range is none.
 * `first..last` are the tokens of the range.
 */
export function lifeSpanOf(tagged: TaggedText, figure: Figure, first: number, last: number): LifeDate[] | null {
  if (figure.type !== 'date' || figure.op !== '..' || figure.low === null || figure.high === null) return null;
  if (last - first > MOST_TOKENS) return null;
  const { tokens } = tagged.scanned;
  const open = openingBefore(tokens, first);
  if (open < 0 || last + 1 >= tokens.count || tokenText(tokens, last + 1) !== ')') return null;
  const at = tokens.start[open]!;
  const person = namesIn(tagged, Math.max(0, at - NAME_REACH), at).some((name) => name.person);
  if (!person) return null;
  const dash = dashIn(tokens, first, last);
  if (dash < 0) return null;
  const { low, high } = figure;
  const born = precisionOf(tokens, first, dash - 1);
  const died = precisionOf(tokens, dash + 1, last);
  const life = high - low;
  // Days are given of lives, years of terms of office as well.
  if (Math.max(born, died) > 0 && (life < SHORTEST_LIFE || life > LONGEST_LIFE)) return null;
  return [
    { measure: 'born', first, last: dash - 1, figure: endOf(tokens, figure, first, dash - 1, low, low + born) },
    { measure: 'died', first: dash + 1, last, figure: endOf(tokens, figure, dash + 1, last, high - died, high) },
  ];
}

/** The bracket that the figure stands in, with no more than a place before it (“(Lisbon, 3 May 1798 – …”). */
function openingBefore(tokens: Tokens, first: number): number {
  for (let i = first - 1; i >= 0 && i >= first - 5; i--) {
    const text = tokenText(tokens, i);
    if (text === '(') return i;
    if (tokens.kind[i] !== TokenKind.Word && text !== ',') return -1;
  }
  return -1;
}

function dashIn(tokens: Tokens, first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (/^[-–—−]$/.test(tokenText(tokens, i))) return i;
  return -1;
}

/** Days that one end leaves open, less one: a year, a month, none. */
function precisionOf(tokens: Tokens, first: number, last: number): number {
  if (first === last) return 364;
  return last === first + 1 ? 29 : 0;
}

function endOf(tokens: Tokens, range: Figure, first: number, last: number, low: number, high: number): Figure {
  const { year, month } = civilOf(low);
  const value = high - low >= 364 ? isoYear(year) : high > low ? isoMonth(year, month) : isoDay(low);
  return { ...range, start: tokens.start[first]!, end: tokens.end[last]!, op: '=', value, low, high };
}
