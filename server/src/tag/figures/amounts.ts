import { TokenKind } from '../../text/tokens';
import { countedPlural } from './counted';
import { isPersonNoun, nameOfUnit, timeUnitAt, type TimeUnit } from './durations';
import { currencyBefore, currencyBehind, isAmount, millionsCode, minorAt } from './money';
import type { Numeral } from './numeral';
import { numeralAt } from './numerals';
import { at, isDash, isGlued, isNumber, isWord, kindAt, overHyphen, written, type Reader } from './reader';
import { measureAt, percentAt, temperatureAt } from './units';

/** A number with its unit, up to token `to`. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly numeral: Numeral;
  readonly type: 'money' | 'percent' | 'quantity' | 'duration' | 'count';
  readonly unit: string;
  readonly time: TimeUnit | null;
  /** Was the unit written with this number, and not taken over from the other end of a range? */
  readonly signed: boolean;
}

export function amountAt(r: Reader, i: number): Amount | null {
  const negative = isDash(r, i) && isGlued(r, i + 1) && !isGlued(r, i) && !isNumber(r, i + 1) ? 1 : 0;
  const currency = currencyBefore(r, i + negative);
  if (currency) {
    // “$.50”
    const stop = at(r, currency.to) === '.' && isGlued(r, currency.to) && isGlued(r, currency.to + 1) ? 1 : 0;
    const numeral = numeralAt(r, stop ? currency.to + 1 : overHyphen(r, currency.to), 'money');
    if (!numeral || !isAmount(currency, numeral, isGlued(r, currency.to))) return null;
    const value = negative ? { ...numeral, value: -numeral.value, low: -numeral.high, high: -numeral.low } : numeral;
    // “$600 million dollars”, “US$25.5 million dollars”
    const again = currencyBehind(r, numeral.to, numeral);
    // “$5 pesos”: the name says whose dollar sign it is.
    const takes = again !== null && !isNumber(r, again.to);
    const unit = takes && currency.unit === 'USD' && at(r, i) === '$' ? again.unit : currency.unit;
    return {
      from: i,
      to: takes ? again.to : numeral.to,
      numeral: value,
      type: 'money',
      unit,
      time: null,
      signed: true,
    };
  }
  if (negative) return null;
  const plain = numeralAt(r, i, 'count');
  if (!plain) return null;
  const numeral = withMillions(r, i, plain);
  return numeral && unitOf(r, i, numeral);
}

/** “5m people”, “2.5m euros”: a glued m, b or t is a scale only before what it counts; “5m” with nothing behind it is left alone. */
function withMillions(r: Reader, i: number, numeral: Numeral): Numeral | null {
  const w = at(r, numeral.to);
  // “3 m people”, but “5 m waves”
  const apart = w === 'm' && !isGlued(r, numeral.to) && isPersonNoun(countedPlural(r, numeral.to + 1)?.head ?? '');
  if (
    (w !== 'm' && w !== 'b' && w !== 't') ||
    (!isGlued(r, numeral.to) && !apart) ||
    numeral.form !== 'digits' ||
    numeral.scale > 1
  )
    return numeral;
  const scaledNumeral = numeralAt(r, i, 'money');
  if (!scaledNumeral || scaledNumeral.to <= numeral.to) return numeral;
  if (currencyBehind(r, scaledNumeral.to, scaledNumeral) || countedPlural(r, scaledNumeral.to)) return scaledNumeral;
  return numeral;
}

function unitOf(r: Reader, from: number, numeral: Numeral): Amount {
  const { to } = numeral;
  const part = numeral.fraction ? partOfUnit(r, from, numeral) : null;
  if (part) return part;
  const percent = percentAt(r, to);
  if (percent) return amount(from, numeral, percent.to, 'percent', percent.unit);
  const millions = millionsCode(r, to);
  if (millions) return amount(from, times(numeral, 1e6), millions.to, 'money', millions.unit);
  const minor = minorAt(r, to);
  if (minor) return amount(from, numeral, minor.to, 'money', minor.unit);
  const currency = currencyBehind(r, to, numeral);
  if (currency) return withMinor(r, amount(from, numeral, currency.to, 'money', currency.unit));
  const temperature = temperatureAt(r, to);
  if (temperature) return amount(from, numeral, temperature.to, 'quantity', temperature.unit);
  const time = timeUnitAt(r, to);
  if (time) return lasting(from, numeral, time.to, time.unit);
  const height = feetAndInches(r, from, numeral);
  if (height) return height;
  const measure = measureAt(r, to);
  if (measure) return withInches(r, amount(from, numeral, measure.to, 'quantity', measure.unit));
  return { from, to, numeral, type: 'count', unit: '', time: null, signed: false };
}

function amount(from: number, numeral: Numeral, to: number, type: Amount['type'], unit: string): Amount {
  return { from, to, numeral, type, unit, time: null, signed: true };
}

function lasting(from: number, numeral: Numeral, to: number, time: TimeUnit): Amount {
  return { from, to, numeral, type: 'duration', unit: nameOfUnit(time), time, signed: true };
}

/** “a quarter of a percentage point”, “three quarters of an hour”, “a third of a mile”. */
function partOfUnit(r: Reader, from: number, share: Numeral): Amount | null {
  const { to } = share;
  if (at(r, to) !== 'of' || !/^(?:a|an|one)$/.test(at(r, to + 1))) return null;
  const numeral: Numeral = { ...share, fraction: false };
  const percent = percentAt(r, to + 2);
  if (percent) return amount(from, numeral, percent.to, 'percent', percent.unit);
  const time = timeUnitAt(r, to + 2);
  if (time && !time.plural) return lasting(from, numeral, time.to, time.unit);
  const measure = measureAt(r, to + 2);
  return measure && at(r, to + 2).length > 2 ? amount(from, numeral, measure.to, 'quantity', measure.unit) : null;
}

export function times(numeral: Numeral, factor: number): Numeral {
  const { value, fine, coarse, low, high } = numeral;
  return {
    ...numeral,
    value: value * factor,
    fine: fine * factor,
    coarse: coarse * factor,
    low: low * factor,
    high: high * factor,
    scale: numeral.scale * factor,
  };
}

/** “3 dollars 50 cents”, “75 USD million”: the rest of an amount behind its currency. */
function withMinor(r: Reader, amount: Amount): Amount {
  const { numeral, to } = amount;
  const scale = at(r, to);
  if (numeral.scale === 1 && (scale === 'million' || scale === 'billion' || scale === 'trillion')) {
    return {
      ...amount,
      numeral: times(numeral, scale === 'million' ? 1e6 : scale === 'billion' ? 1e9 : 1e12),
      to: to + 1,
    };
  }
  const skip = at(r, to) === 'and' ? 1 : 0;
  const rest = isNumber(r, to + skip) || isWord(r, to + skip) ? numeralAt(r, to + skip) : null;
  if (!rest || rest.value <= 0 || rest.value >= 100 || rest.fine !== 1 || numeral.scale > 1 || numeral.fine !== 1)
    return amount;
  const minor = minorAt(r, rest.to);
  // “15 dollars 50.”
  const bare =
    !minor &&
    skip === 0 &&
    (at(r, to - 1).startsWith('dollar') || /^[A-Z]{3}$/.test(written(r, to - 1))) &&
    /^\d\d$/.test(at(r, to)) &&
    rest.to === to + 1 &&
    !isWord(r, rest.to) &&
    kindAt(r, rest.to) !== TokenKind.Currency;
  if (!minor && !bare) return amount;
  const value = numeral.value + rest.value / 100;
  return {
    ...amount,
    numeral: { ...numeral, value, low: value, high: value, fine: 0.01, coarse: 0.01 },
    to: minor ? minor.to : rest.to,
  };
}

const PRIME = /^['’′]$/;
const DOUBLE_PRIME = /^["”″]$/;

/** 6'2", 5′ 11″ */
function feetAndInches(r: Reader, from: number, feet: Numeral): Amount | null {
  const { to } = feet;
  if (!PRIME.test(at(r, to)) || !isGlued(r, to) || !isNumber(r, to + 1) || feet.value > 12) return null;
  const inches = at(r, to + 1);
  if (!/^(?:\d|1[01])$/.test(inches) || !DOUBLE_PRIME.test(at(r, to + 2)) || !isGlued(r, to + 2)) return null;
  const value = feet.value + Number(inches) / 12;
  const numeral = { ...feet, value, low: value, high: value, fine: 1 / 12, coarse: 1 / 12 };
  return amount(from, numeral, to + 3, 'quantity', 'foot');
}

/** “12 ft 2 in”, “5 feet, 11 inches” */
function withInches(r: Reader, amount: Amount): Amount {
  if (amount.unit !== 'foot') return amount;
  const j = at(r, amount.to) === ',' || at(r, amount.to) === 'and' ? amount.to + 1 : overHyphen(r, amount.to);
  if (!isNumber(r, j) && !isWord(r, j)) return amount;
  const rest = numeralAt(r, j);
  if (!rest || rest.value >= 12 || rest.value < 0 || !/^(?:in|in\.|inch|inches)$/.test(at(r, overHyphen(r, rest.to))))
    return amount;
  const value = amount.numeral.value + rest.value / 12;
  return {
    ...amount,
    numeral: { ...amount.numeral, value, low: value, high: value, fine: 1 / 12, coarse: 1 / 12 },
    to: overHyphen(r, rest.to) + 1,
  };
}
