import { lowerOf, TokenKind, type Tokens } from '../../text/tokens';
import { lastStartingAtOrBefore } from '../../text/span';
import type { TaggedText } from '../../tag/model';
import data from '../data/orderWords.json';

/** How long before or after an event something was: days, signed, from `low` to `high`. Before is negative. */
export interface Offset {
  readonly low: number;
  readonly high: number;
  /** The unit where nothing but it is said (“days before”), else ''. */
  readonly vague: string;
  /** Its first token, and the first behind it, where the event begins. */
  readonly from: number;
  readonly to: number;
}

type Interval = readonly [low: number, high: number];

/** What a bare unit may stand for: “days before” is a day to three weeks. */
const VAGUE: Readonly<Record<string, Interval>> = {
  hours: [0, 1],
  days: [1, 20],
  weeks: [9, 80],
  months: [35, 700],
  years: [500, 40_000],
  decades: [5_000, 60_000],
};
const ONE: Readonly<Record<string, Interval>> = {
  hour: [0, 1],
  day: [1, 1],
  week: [5, 9],
  month: [24, 38],
  year: [300, 430],
};
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.5, year: 365 };
const NO_OFFSETS = new Set(data.notOffsets.split(' '));

/** The offset whose “before”, “after”, “ahead of”, “prior to”, “eve of” or “day of” stands at a token, or null. */
export function offsetAt(tagged: TaggedText, i: number): Offset | null {
  const { tokens } = tagged.scanned;
  const word = wordOf(tokens, i);
  switch (word) {
    case 'before':
    case 'after':
      return unitsBefore(tagged, i, i + 1, word === 'after' ? 1 : -1);
    case 'ahead':
      return wordOf(tokens, i + 1) === 'of' ? unitsBefore(tagged, i, i + 2, -1) : null;
    case 'prior':
      return wordOf(tokens, i + 1) === 'to' ? unitsBefore(tagged, i, i + 2, -1) : null;
    case 'eve':
      return follows(tokens, i, 'on the') && wordOf(tokens, i + 1) === 'of' ? bare(-3, -1, i - 2, i + 2) : null;
    case 'day':
      return follows(tokens, i, 'on the') && wordOf(tokens, i + 1) === 'of' ? bare(0, 0, i - 2, i + 2) : null;
    default:
      return null;
  }
}

function bare(low: number, high: number, from: number, to: number): Offset {
  return { low, high, vague: '', from, to };
}

function follows(tokens: Tokens, i: number, words: string): boolean {
  const list = words.split(' ');
  return list.every((word, k) => wordOf(tokens, i - list.length + k) === word);
}

/** “days before”, “two weeks after”, “the day before”, “a week ahead of” */
function unitsBefore(tagged: TaggedText, i: number, to: number, sign: -1 | 1): Offset | null {
  const { tokens } = tagged.scanned;
  const unit = wordOf(tokens, i - 1);
  const one = ONE[unit];
  const leading = wordOf(tokens, i - 2);
  if (one && (leading === 'the' || leading === 'a' || leading === 'an' || leading === 'one')) {
    // “the week before the vote” is the whole week.
    if (leading === 'the' && unit !== 'day') return null;
    return signed(one, sign, '', i - 2, to);
  }
  const exact = durationBefore(tagged, i, to, sign);
  if (exact) return exact;
  const vague = VAGUE[unit];
  if (!vague || NO_OFFSETS.has(leading) || tokens.kind[i - 2] === TokenKind.Number) return null;
  return signed(vague, sign, unit, i - 1, to);
}

/** A duration tagged right before the preposition: “two weeks before”, “about ten days after”. */
function durationBefore(tagged: TaggedText, i: number, to: number, sign: -1 | 1): Offset | null {
  const { tokens } = tagged.scanned;
  const end = tokens.end[i - 1];
  if (end === undefined) return null;
  const index = lastStartingAtOrBefore(tagged.figures, end - 1);
  const figure = tagged.figures[index];
  if (!figure || figure.end !== end || figure.type !== 'duration' || figure.low === null || figure.high === null)
    return null;
  const step = UNIT_DAYS[figure.unit];
  if (!step) return null;
  let from = i - 1;
  while (from > 0 && tokens.start[from]! > figure.start) from--;
  if (NO_OFFSETS.has(wordOf(tokens, from - 1)) && figure.hedge === '') return null;
  const room = step / 2 + (figure.op === '=' ? 0 : 0.3 * figure.high);
  const least = figure.op === '<' || figure.op === '<=' ? 0 : Math.max(0, figure.low - room);
  const most = figure.op === '>' || figure.op === '>=' ? 2 * figure.high + room : figure.high + room;
  return signed([least, most], sign, '', from, to);
}

function signed([low, high]: Interval, sign: -1 | 1, vague: string, from: number, to: number): Offset {
  return sign > 0 ? { low, high, vague, from, to } : { low: 0 - high, high: 0 - low, vague, from, to };
}

/** The word at a token in lower case; '' for signs and numbers and outside the text. */
export function wordOf(tokens: Tokens, i: number): string {
  return i >= 0 && i < tokens.count && tokens.kind[i] === TokenKind.Word ? lowerOf(tokens, i) : '';
}
