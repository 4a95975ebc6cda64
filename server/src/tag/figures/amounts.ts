import { TokenKind } from '../../text/tokens';
import { countedPlural } from './counted';
import { nameOfUnit, timeUnitAt, type TimeUnit } from './durations';
import { currencyBefore, currencyBehind, isAmount, millionsCode, minorAt } from './money';
import type { Numeral } from './numeral';
import { numeralAt } from './numerals';
import { at, isDash, isGlued, isNumber, isWord, kindAt, overHyphen, type Reader } from './reader';
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
    const numeral = numeralAt(r, overHyphen(r, currency.to), 'money');
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
  if (
    (w !== 'm' && w !== 'b' && w !== 't') ||
    !isGlued(r, numeral.to) ||
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
  const base = { from, numeral, time: null, signed: true };
  const percent = percentAt(r, to);
  if (percent) return { ...base, to: percent.to, type: 'percent', unit: percent.unit };
  const millions = millionsCode(r, to);
  if (millions) return { ...base, numeral: times(numeral, 1e6), to: millions.to, type: 'money', unit: millions.unit };
  const minor = minorAt(r, to);
  if (minor) return { ...base, to: minor.to, type: 'money', unit: minor.unit };
  const currency = currencyBehind(r, to, numeral);
  if (currency) return withMinor(r, { ...base, to: currency.to, type: 'money', unit: currency.unit });
  const temperature = temperatureAt(r, to);
  if (temperature) return { ...base, to: temperature.to, type: 'quantity', unit: temperature.unit };
  const time = timeUnitAt(r, to);
  if (time) return { ...base, to: time.to, type: 'duration', unit: nameOfUnit(time.unit), time: time.unit };
  const measure = measureAt(r, to);
  if (measure) return withInches(r, { ...base, to: measure.to, type: 'quantity', unit: measure.unit });
  return { ...base, to, type: 'count', unit: '', signed: false };
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
    at(r, to - 1).startsWith('dollar') &&
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
