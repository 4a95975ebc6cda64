import { countedSingular, type Counted } from './counted';
import { LABELS, STREETS } from './decoys';
import { hedgeBefore } from './hedges';
import { CARDINALS, ORDINALS } from './numberWords';
import { STOP } from './nouns';
import { numeralAt } from './numerals';
import { at, isCapital, isGlued, isHyphen, isNumber, isWord, overHyphen, type Reader } from './reader';
import type { Reading } from './reading';

/** “fifth term”, “75th anniversary”, “second-largest city”, “No. 1”, “number one trade partner”, “one hundred twenty-fifth” at token `i`. */
export function ordinalAt(r: Reader, i: number): Reading | null {
  return rankNumberAt(r, i) ?? suffixedAt(r, i) ?? ordinalWordAt(r, i);
}

function reading(r: Reader, from: number, to: number, value: number, counted: Counted | null): Reading {
  return {
    from,
    to,
    type: 'ordinal',
    value,
    unit: '',
    per: '',
    op: '=',
    low: value,
    high: value,
    fine: 1,
    coarse: 1,
    hedge: hedgeBefore(r, from),
    role: 'rank',
    counted,
    resolution: 'absolute',
  };
}

/** “No. 1”, “number one”: a rank where a noun stands behind it or nothing does; “No. 10 Downing Street” is an address. */
function rankNumberAt(r: Reader, i: number): Reading | null {
  const w = at(r, i);
  if (w !== 'no.' && w !== 'no' && w !== 'nos.' && w !== 'number' && w !== '№') return null;
  const k = at(r, i + 1) === '.' ? i + 2 : i + 1;
  if (w === 'no' && (k === i + 1 || !isCapital(r, i)) && !isNumber(r, k)) return null;
  const cardinal = CARDINALS.get(at(r, k));
  const value =
    isNumber(r, k) && /^\d{1,3}$/.test(at(r, k))
      ? Number(at(r, k))
      : w === 'number' && cardinal !== undefined && cardinal > 0
        ? cardinal
        : null;
  if (value === null || value === 0 || isHyphen(r, k + 1) || (w === 'no' && !isCapital(r, i))) return null;
  if (isCapital(r, k + 1) && isCapital(r, k + 2)) return null;
  // “bus no. 7”
  if (w !== 'number' && LABELS.has(at(r, i - 1))) return null;
  if (w === 'number' && value > 10 && STOP.has(at(r, k + 1))) return null;
  return reading(r, i, k + 1, value, countedSingular(r, k + 1));
}

function suffixedAt(r: Reader, i: number): Reading | null {
  if (!isNumber(r, i) || !isGlued(r, i + 1) || !/^(?:st|nd|rd|th)$/.test(at(r, i + 1))) return null;
  // “1st Lt.”, “3rd Street”
  const next = at(r, i + 2);
  if (isCapital(r, i + 2) && (STREETS.has(next) || /^(?:lt|sgt|lieutenant|sergeant)\.?$/.test(next))) return null;
  const digits = at(r, i).replaceAll(',', '');
  if (!/^\d{1,7}$/.test(digits)) return null;
  const value = Number(digits);
  return value === 0 || (isGlued(r, i) && !isHyphen(r, i - 1)) ? null : reading(r, i, i + 2, value, behind(r, i + 2));
}

function ordinalWordAt(r: Reader, i: number): Reading | null {
  const simple = ORDINALS.get(at(r, i));
  if (simple !== undefined) return simpleOrdinal(r, i, simple);
  const tens = CARDINALS.get(at(r, i));
  if (tens !== undefined && tens >= 20) {
    const j = overHyphen(r, i + 1);
    const units = ORDINALS.get(at(r, j));
    if (units !== undefined && units < 10) return reading(r, i, j + 1, tens + units, behind(r, j + 1));
  }
  // “one hundred twenty-fifth”, “two hundredth”, “three trillionth”
  if (tens === undefined) return null;
  const head = numeralAt(r, i);
  if (!head || head.form !== 'words' || head.fraction) return null;
  const last = at(r, overHyphen(r, head.to));
  const ordinal = ORDINALS.get(last);
  const to = overHyphen(r, head.to) + 1;
  if (ordinal !== undefined && ordinal >= 100) return reading(r, i, to, head.value * ordinal, behind(r, to));
  if (
    ordinal !== undefined &&
    (head.value % 100 === 0 || (head.value % 10 === 0 && head.value % 100 >= 20 && ordinal < 10))
  )
    return reading(r, i, to, head.value + ordinal, behind(r, to));
  return null;
}

const DETERMINERS = new Set(
  'the a an his her its their our my your this that these those every each another for'.split(' '),
);

/** A single word: “first” and “second” are adverbs and units of time as well, so that these ask for a noun or a determiner. */
function simpleOrdinal(r: Reader, i: number, value: number): Reading | null {
  const w = at(r, i);
  const previous = at(r, i - 1);
  const next = at(r, i + 1);
  if (isCapital(r, i) && isCapital(r, i + 1) && STREETS.has(next)) return null;
  const alone = i === r.from && i + 1 >= r.to;
  if (value > 3 || alone)
    return value >= 100 && previous === 'a' ? null : reading(r, i, i + 1, value, behind(r, i + 1));
  // “a third country”, “third parties”: another one, not a rank.
  if (
    w === 'third' &&
    /^(?:part(?:y|ies)|countr(?:y|ies)|persons?)$/.test(at(r, overHyphen(r, i + 1))) &&
    previous !== 'the'
  )
    return null;
  if (w === 'first' && (previous === 'at' || next === 'of' || next === 'lady' || next === ',')) return null;
  if (
    w === 'second' &&
    (previous === 'per' || previous === 'a' || previous === 'every' || previous === 'each' || previous === 'one') &&
    !countedOrCompound(r, i + 1)
  )
    return null;
  const counted = behind(r, i + 1);
  const determined = DETERMINERS.has(previous) || previous === "'s" || previous === '’s';
  if (counted && (determined || isHyphen(r, i + 1) || !/(?:ed|ly)$/.test(next)))
    return reading(r, i, i + 1, value, counted);
  // “its first since 2021”, “came second in the race”
  if (determined && /^(?:since|in|for)$/.test(next) && previous !== 'the' && previous !== 'a')
    return reading(r, i, i + 1, value, null);
  if (PLACED.has(previous) && value > 1 && !isHyphen(r, i + 1)) return reading(r, i, i + 1, value, null);
  return previous === 'the' ? reading(r, i, i + 1, value, null) : null;
}

const PLACED = new Set('came finished placed ranked stood coming finishing ranks ranking'.split(' '));

function countedOrCompound(r: Reader, i: number): boolean {
  return isHyphen(r, i) || (isWord(r, i) && !STOP.has(at(r, i)));
}

/** What is ordered, over “-largest”, “-biggest” and the like. */
function behind(r: Reader, i: number): Counted | null {
  const j = overHyphen(r, i);
  // “the first two books”: the number between counts on its own.
  if (CARDINALS.has(at(r, j)) || isNumber(r, j)) return null;
  return countedSingular(r, j);
}
