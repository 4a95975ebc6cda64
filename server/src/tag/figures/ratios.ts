import type { Counted } from './counted';
import { numeralAt } from './numerals';
import { at, isDash, isGlued, isHyphen, isNumber, overHyphen, written, type Reader } from './reader';
import type { Reading } from './reading';

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly to: number;
}

/**
 * A ratio (“3 to 1”, “a 5:2 ratio”, “outnumbered four to one”) or the result of a vote (“voted 52-48”, “a 217-213 vote”) that begins at token `i`.
 * Only beside a word that says which of the two it is: the same signs write the scores of games, odds and ranges.
 * A ratio has the unit 'ratio' and its quotient for a value; of a vote the value is the first number, as the side that is named first.
 */
export function ratioAt(r: Reader, i: number): Reading | null {
  const pair = pairAt(r, i);
  if (!pair || pair.first <= 0 || pair.second < 0) return null;
  if (isVote(r, i, pair.to)) {
    if (!Number.isInteger(pair.first) || !Number.isInteger(pair.second)) return null;
    return reading(i, pair.to, pair.first, '', { from: i, to: i, head: 'vote' });
  }
  if (pair.second > 0 && isRatio(r, i, pair.to)) return reading(i, pair.to, pair.first / pair.second, 'ratio', null);
  return null;
}

function pairAt(r: Reader, i: number): Pair | null {
  const colon = isNumber(r, i) ? /^(\d{1,4}):(\d{1,4})$/.exec(written(r, i)) : null;
  if (colon) return { first: Number(colon[1]), second: Number(colon[2]), to: i + 1 };
  if (isGlued(r, i)) return null;
  const a = numeralAt(r, i);
  if (!a || a.from !== i || a.sense !== 'exact' || a.scale > 1) return null;
  let j = a.to;
  if (isDash(r, j) && isGlued(r, j) && isNumber(r, j + 1) && isGlued(r, j + 1)) j++;
  else {
    const to = overHyphen(r, j);
    if (at(r, to) !== 'to') return null;
    j = overHyphen(r, to + 1);
  }
  const b = numeralAt(r, j);
  if (!b || b.sense !== 'exact' || b.scale > 1) return null;
  // “3-1-2” is no pair.
  if (isHyphen(r, b.to) && isNumber(r, b.to + 1)) return null;
  return { first: a.value, second: b.value, to: b.to };
}

const VOTE_BEHIND = new Set(['vote', 'votes', 'ruling', 'referendum', 'ballot']);
const VOTE_BEFORE = new Set(['voted', 'votes', 'vote', 'voting', 'ruled']);

function isVote(r: Reader, from: number, to: number): boolean {
  if (VOTE_BEHIND.has(at(r, overHyphen(r, to)))) return true;
  if (VOTE_BEFORE.has(at(r, from - 1))) return true;
  return /^(?:of|was|is|:)$/.test(at(r, from - 1)) && (VOTE_BEFORE.has(at(r, from - 2)) || at(r, from - 2) === 'tally');
}

const RATIO_WORDS = new Set('ratio ratios outnumbered outnumber outnumbers outnumbering odds outvoted'.split(' '));

function isRatio(r: Reader, from: number, to: number): boolean {
  for (let k = from - 1; k >= from - 4; k--) if (RATIO_WORDS.has(at(r, k))) return true;
  return RATIO_WORDS.has(at(r, overHyphen(r, to)));
}

function reading(from: number, to: number, value: number, unit: string, counted: Counted | null): Reading {
  return {
    from,
    to,
    type: 'quantity',
    value,
    unit,
    per: '',
    op: '=',
    low: value,
    high: value,
    fine: unit === '' ? 1 : 0.01,
    coarse: unit === '' ? 1 : 0.01,
    hedge: null,
    role: 'level',
    counted,
    resolution: 'absolute',
  };
}
