import words from '../data/numbers.json';
import { scaled } from './digits';
import { at, isHyphen, isWord, numberPairs, overHyphen, pairs, type Reader } from './reader';

export const CARDINALS = numberPairs(words.cardinals);

export const ORDINALS = numberPairs(words.ordinals);

export const SCALES = numberPairs(words.scales);

export const SHORT_SCALES = numberPairs(words.shortScales);

export const MONEY_SCALES = numberPairs(words.moneyScales);

export const DOZENS = numberPairs(words.dozens);

export const VULGAR = new Map([...pairs(words.fractions)].map(([k, v]) => [k, Number(v[0]) / Number(v[2])]));

interface WordNumber {
  readonly value: number;
  readonly to: number;
  readonly scale: number;
}

export function cardinalBelowHundred(r: Reader, i: number): { value: number; to: number } | null {
  const value = CARDINALS.get(at(r, i));
  if (value === undefined) return null;
  if (value >= 20) {
    const j = isHyphen(r, i + 1) ? i + 2 : i + 1;
    const units = CARDINALS.get(at(r, j));
    if (units !== undefined && units > 0 && units < 10) {
      // “twenty five hundredths” and “ninety-five thousand” alike; but not “twenty one-year terms”.
      return { value: value + units, to: j + 1 };
    }
  }
  return { value, to: i + 1 };
}

/** A whole number in words, without fraction: “two hundred and fifty-three thousand”. */
export function cardinalWords(r: Reader, i: number): WordNumber | null {
  let total = 0;
  let current = 0;
  let have = false;
  let room = Infinity; // what may still be added is smaller than this
  let j = i;
  let scale = 1;
  if (
    (at(r, i) === 'a' || at(r, i) === 'an') &&
    (at(r, i + 1) === 'hundred' || SCALES.has(at(r, i + 1)) || at(r, i + 1) === 'dozen')
  ) {
    current = 1;
    j = i + 1;
    have = true;
    room = 1;
  }
  for (let guard = 0; guard < 24; guard++) {
    let k = have ? overHyphen(r, j) : j;
    const joined = at(r, k) === 'and' && have && room > 1 && room < Infinity ? 1 : 0;
    if (
      have &&
      at(r, k) === ',' &&
      room >= 1000 &&
      room < Infinity &&
      CARDINALS.has(at(r, k + 1)) &&
      isLargeRemainder(r, k + 1)
    )
      k++;
    k += joined;
    const w = at(r, k);
    if (w === 'hundred' && !joined) {
      if (have && (current === 0 || current >= 100)) break;
      current = (current || 1) * 100;
      room = 100;
      j = k + 1;
      have = true;
      continue;
    }
    const s = SCALES.get(w);
    if (s && !joined && isWord(r, k)) {
      // “million” alone, as in “million-dollar question”, is no number.
      if (!have) break;
      if (have && current === 0 && s <= scale) break;
      if (current === 0 && total > 0) {
        total = scaled(total, s); // “thousand million”
      } else {
        total += scaled(current || 1, s);
      }
      current = 0;
      scale = s;
      room = s;
      j = k + 1;
      have = true;
      continue;
    }
    const small = cardinalBelowHundred(r, k);
    if (!small || small.value >= room || (small.value === 0 && have)) break;
    // “six million and two thirds”: the fraction is no part of the whole number.
    if (joined && (denominatorAt(r, overHyphen(r, small.to), small.value)?.over ?? 0) > small.value) break;
    // “million two” is no number; after a scale only “and” or a larger remainder joins.
    if (have && current > 0 && current % 100 !== 0) break;
    current += small.value;
    room = 1;
    have = true;
    j = small.to;
  }
  if (!have || (j === i + 1 && at(r, i) === 'hundred')) return null;
  const lastScale = current > 0 && total > 0 ? 1 : scale;
  return { value: total + current, to: j, scale: total > 0 ? lastScale : 1 };
}

function isLargeRemainder(r: Reader, i: number): boolean {
  const small = cardinalBelowHundred(r, i);
  return small !== null && (at(r, small.to) === 'hundred' || SCALES.has(at(r, small.to)));
}

/** “nought four”, “seventy-one”: the digits behind “point”. */
export function decimalWords(r: Reader, i: number): { digits: string; to: number } | null {
  let digits = '';
  let to = i;
  while (digits.length < 9) {
    const small = cardinalBelowHundred(r, to);
    if (!small) break;
    digits += String(small.value);
    to = small.to;
  }
  return digits ? { digits, to } : null;
}

export function denominatorAt(r: Reader, i: number, numerator: number): { over: number; to: number } | null {
  const w = at(r, i);
  const one = numerator === 1;
  if (w === 'half' || w === 'halves') return { over: 2, to: i + 1 };
  if (w === 'quarter' || w === 'quarters') return w === 'quarter' && !one ? null : { over: 4, to: i + 1 };
  let value = ORDINALS.get(w);
  if (value !== undefined && value > 2) return one && value < 100 ? { over: value, to: i + 1 } : null;
  if (w.endsWith('s') && w !== 'seconds') {
    value = ORDINALS.get(w.slice(0, -1));
    if (value !== undefined && value > 2) return one ? null : { over: value, to: i + 1 };
  }
  // “one twenty-fifth”, “three hundred twenty-fifths”
  const tens = CARDINALS.get(w);
  if (tens !== undefined && tens >= 20) {
    const j = overHyphen(r, i + 1);
    const last = at(r, j);
    const units = ORDINALS.get(one ? last : last.replace(/s$/, ''));
    if (units !== undefined && units < 10 && (one || last.endsWith('s'))) return { over: tens + units, to: j + 1 };
  }
  return null;
}
