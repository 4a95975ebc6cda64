import counting from '../data/counting.json';
import { readAmount } from './amountReading';
import { amountAt } from './amounts';
import { countedPlural, countedSingular } from './counted';
import { chainEnd, isCodeOnTheRight, isDoubtfulYear, isIdiom, isNameNumber, pastRange, placeEnd } from './decoys';
import type { Numeral } from './numeral';
import { numeralAt } from './numerals';
import { rangeFrom } from './ranges';
import { at, isGlued, isHyphen, isNumber, overHyphen, written, type Reader } from './reader';
import type { Found } from './reading';
import { shareAt } from './shares';

/** The figure whose number (or currency sign) begins at token `i`; a number that is no figure comes back as a decoy, anything else as null. */
export function quantityAt(r: Reader, i: number): Found | null {
  const first = amountAt(r, i);
  if (!first) return isNumber(r, i) ? { decoy: true, to: Math.max(i + 1, chainEnd(r, i)) } : null;
  const { numeral } = first;
  if (isIdiom(r, first)) return { decoy: true, to: first.to };
  if (i === r.from && isListNumber(r, i, numeral)) return { decoy: true, to: numeral.to + 1 };
  if (numeral.form === 'digits' && first.from === numeral.from && first.type === 'count') {
    const chain = chainEnd(r, i);
    if (chain > i) return { decoy: true, to: chain };
    if (isNameNumber(r, i, numeral.grouped)) return { decoy: true, to: pastRange(r, first.to) };
    const place = placeEnd(r, i, numeral);
    if (place > i) return { decoy: true, to: place };
    if (isCodeOnTheRight(r, first.to)) return { decoy: true, to: first.to + 1 };
  } else if (
    numeral.form === 'digits' &&
    first.from === numeral.from &&
    first.type !== 'money' &&
    isNumber(r, i) &&
    isGlued(r, i) &&
    isNameNumber(r, i, true)
  ) {
    return { decoy: true, to: first.to };
  }
  if (
    numeral.scale === 1000 &&
    numeral.value < 10000 &&
    written(r, numeral.to - 1) === 'K' &&
    first.type === 'count' &&
    !countedPlural(r, first.to)
  )
    return { decoy: true, to: first.to }; // 4K
  // No spell is shorter than nothing: the sign is a dash, and “5 years” stands behind it.
  if (first.time && numeral.value < 0) return null;
  const share = shareAt(r, first);
  if (share) return share;
  if (
    first.time === 'D' &&
    numeral.form === 'words' &&
    numeral.value === 1 &&
    !isHyphen(r, numeral.to) &&
    !ONE_DAY.has(at(r, i - 1))
  )
    return { decoy: true, to: first.to };
  const range = rangeFrom(r, first);
  if (range) return 'decoy' in range ? range : readAmount(r, range.first, range.second);
  if (
    first.type === 'count' &&
    numeral.form === 'words' &&
    numeral.value === 1 &&
    numeral.to === numeral.from + 1 &&
    !countsOne(r, i)
  )
    return null;
  const figure = readAmount(r, first, null);
  return isDoubtfulYear(r, first) && !figure.counted && !figure.hedge ? { decoy: true, to: figure.to } : figure;
}

/** “3. Taiwan”, “2) …” at the head of a line. */
function isListNumber(r: Reader, i: number, numeral: Numeral): boolean {
  const sign = at(r, i + 1);
  return (
    numeral.to === i + 1 &&
    (sign === '.' || sign === ')') &&
    isGlued(r, i + 1) &&
    numeral.form === 'digits' &&
    numeral.value < 1000
  );
}

const NOT_ONE = new Set(counting.notOne.split(' '));

const NOT_ONE_BEFORE = new Set(counting.notOneBefore.split(' '));

/** “could one day form”: a length only behind these. */
const ONE_DAY = new Set('in for within than of just only after least about over by per exactly lasted took'.split(' '));

/** Does “one” count (“one man”, “one in five”), or stand for something (“no one”, “one of”, “one another”)? */
function countsOne(r: Reader, i: number): boolean {
  const next = overHyphen(r, i + 1);
  if (NOT_ONE_BEFORE.has(at(r, i - 1)) || (isHyphen(r, i - 1) && isGlued(r, i))) return false;
  if (at(r, next) === 'in') return isNumber(r, next + 1) || numeralAt(r, next + 1) !== null;
  if (next > i + 1) return false; // one-sided, one-on-one
  if (NOT_ONE.has(at(r, next))) return false;
  const counted = countedSingular(r, next);
  return counted !== null && counted.head === at(r, counted.to - 1);
}
