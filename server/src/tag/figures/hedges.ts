import data from '../data/hedges.json';
import type { Operator } from '../model';
import { at, isHyphen, kindAt, type Reader } from './reader';
import { TokenKind } from '../../text/tokens';

/** What a hedge makes of a figure. `below` and `above` are near as well, on one side. */
type Sense = 'about' | 'below' | 'above' | 'more' | 'least' | 'less' | 'most';

export interface Hedge {
  readonly sense: Sense;
  readonly op: Operator;
  /** Its tokens, `from..to` (exclusive). */
  readonly from: number;
  readonly to: number;
}

const OPERATORS: Record<Sense, Operator> = {
  about: '~',
  below: '~',
  above: '~',
  more: '>',
  least: '>=',
  less: '<',
  most: '<=',
};
const LONGEST = 4;

function phrases(senses: readonly (readonly [Sense, string])[]): Map<string, Sense> {
  const map = new Map<string, Sense>();
  for (const [sense, list] of senses) for (const phrase of list.split('|')) map.set(phrase, sense);
  return map;
}

const BEFORE = phrases([
  ['about', data.about],
  ['below', data.below],
  ['above', data.above],
  ['more', data.more],
  ['least', data.least],
  ['less', data.less],
  ['most', data.most],
]);
const BEHIND = phrases([
  ['least', data.behindLeast],
  ['most', data.behindMost],
  ['about', data.behindAbout],
]);
const FIRST_BEHIND = new Set([...BEHIND.keys()].map((p) => p.split(' ')[0]!));
const LAST_BEFORE = new Set([...BEFORE.keys()].map((p) => p.slice(p.lastIndexOf(' ') + 1)));

/** The hedge whose last word stands right before token `i`: the longest of the list. */
export function hedgeBefore(r: Reader, i: number): Hedge | null {
  let last = i - 1;
  if (at(r, last) === 'a' || at(r, last) === 'an' || at(r, last) === 'the') last--;
  if (!LAST_BEFORE.has(at(r, last))) return null;
  let best: Hedge | null = null;
  let phrase = '';
  for (let from = last; from > last - LONGEST && at(r, from); from--) {
    phrase = phrase ? `${at(r, from)} ${phrase}` : at(r, from);
    const sense = BEFORE.get(phrase);
    if (sense) best = { sense, op: OPERATORS[sense], from, to: last + 1 };
  }
  // “no” and “not” turn what the list does not hold: “not about”.
  if (best && (at(r, best.from - 1) === 'not' || at(r, best.from - 1) === 'no')) return null;
  return best;
}

/** The hedge that begins at token `i`, behind a figure: “or more”, “-plus”, “+”, “-odd”. */
export function hedgeBehind(r: Reader, i: number): Hedge | null {
  if (at(r, i) === '+') return { sense: 'least', op: '>=', from: i, to: i + 1 };
  if (isHyphen(r, i) && (at(r, i + 1) === 'plus' || at(r, i + 1) === 'odd')) {
    const sense = at(r, i + 1) === 'plus' ? 'least' : 'about';
    return { sense, op: OPERATORS[sense], from: i, to: i + 2 };
  }
  if (!FIRST_BEHIND.has(at(r, i))) return null;
  const two = `${at(r, i)} ${at(r, i + 1)}`;
  const sense = BEHIND.get(two);
  return sense && kindAt(r, i + 1) === TokenKind.Word ? { sense, op: OPERATORS[sense], from: i, to: i + 2 } : null;
}

export interface Interval {
  readonly op: Operator;
  readonly low: number;
  readonly high: number;
}

/**
 * The interval that a hedge allows around `value` (METHODS, “The verdict on two claims”): ~ half a coarse step or 5 % to either side,
 * bounds up to a coarse step or 20 % away, which is as far as people stretch “more than”. Ends are finite: the operator tells a bound.
 */
export function hedged(value: number, coarse: number, sense: Sense | null): Interval {
  const size = Math.abs(value);
  const near = Math.max(coarse / 2, size * 0.05);
  const far = Math.max(coarse, size * 0.2);
  switch (sense) {
    case null:
      return { op: '=', low: value, high: value };
    case 'about':
      return { op: '~', low: value - near, high: value + near };
    case 'below':
      return { op: '~', low: value - Math.max(near, size * 0.1), high: value };
    case 'above':
      return { op: '~', low: value, high: value + Math.max(near, size * 0.1) };
    case 'more':
    case 'least':
      return { op: OPERATORS[sense], low: value, high: value + far };
    case 'less':
    case 'most':
      return { op: OPERATORS[sense], low: value - far, high: value };
  }
}
