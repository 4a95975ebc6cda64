import { readDigits, scaled, trailingZeros } from './digits';
import { mixedFractionAt, simpleFractionAt, fractionAt, mixedWords } from './fractions';
import {
  CARDINALS,
  SCALES,
  SHORT_SCALES,
  MONEY_SCALES,
  DOZENS,
  cardinalBelowHundred,
  cardinalWords,
  decimalWords,
} from './numberWords';
import { type Numeral, type Suffixes, exact, near } from './numeral';
import { TokenKind } from '../../text/tokens';
import { at, isDash, isGlued, isHyphen, isNumber, kindAt, overHyphen, written, type Reader } from './reader';

/** The number that begins at token `i`, or null. */
export function numeralAt(r: Reader, i: number, suffixes: Suffixes = 'count'): Numeral | null {
  if (suffixes !== 'count') return readNumeral(r, i, suffixes);
  if (r.numeral?.at !== i) r.numeral = { at: i, read: readNumeral(r, i, suffixes) };
  return r.numeral.read;
}

function readNumeral(r: Reader, i: number, suffixes: Suffixes): Numeral | null {
  const sign = signAt(r, i);
  const start = i + sign;
  const numeral = isNumber(r, start) ? digitsAt(r, start, suffixes) : (fractionAt(r, start) ?? wordsAt(r, start));
  if (!numeral || sign === 0) return numeral;
  return { ...numeral, from: i, value: -numeral.value, low: -numeral.high, high: -numeral.low };
}

/** 1 where a sign of minus stands for the number behind it: not a hyphen or a dash between words. */
function signAt(r: Reader, i: number): 0 | 1 {
  const w = at(r, i);
  // “plus or minus 3 points” is a width
  if (w === 'minus' && at(r, i - 1) === 'or') return 0;
  if (w === 'minus' || w === 'negative') return isNumber(r, i + 1) || CARDINALS.has(at(r, i + 1)) ? 1 : 0;
  if (w !== '-' && w !== '−' && w !== '–') return 0;
  return isNumber(r, i + 1) && isGlued(r, i + 1) && !isGlued(r, i) ? 1 : 0;
}

function digitsAt(r: Reader, i: number, suffixes: Suffixes): Numeral | null {
  let to = i + 1;
  let token = written(r, i);
  // 1 414 021 100 and, where money leaves no doubt, 8 600.
  if (/^\d{1,3}$/.test(token) && /^\d{3}$/.test(at(r, to)) && !isGlued(r, to)) {
    let end = to;
    while (end < to + 5 && /^\d{3}(?:[.,]\d\d)?$/.test(at(r, end)) && !isGlued(r, end)) end++;
    if (end > to + 1 || at(r, to) === '000' || suffixes === 'money' || at(r, end - 1).length > 3) {
      for (; to < end; to++) token += `\u00a0${at(r, to)}`;
    }
  }
  // “.25”: the nought is left out. The sign of the fraction must begin the number, or it ends a sentence.
  if (at(r, i - 1) === '.' && isGlued(r, i) && (!isGlued(r, i - 1) || kindAt(r, i - 2) === TokenKind.Currency)) {
    return /^\d{1,9}$/.test(token)
      ? {
          ...exact(i - 1, i + 1, Number(`0.${token}`), Number(`1e-${token.length}`), 'digits', false),
          decimals: token.length,
        }
      : null;
  }
  const digits = readDigits(token, r.grouping);
  // “600-plus billion”: the scale is not the number's to read past the hedge.
  if (!digits || (isHyphen(r, to) && /^(?:plus|odd)$/.test(at(r, to + 1)) && SCALES.has(at(r, to + 2)))) return null;
  const power = exponentAt(r, to);
  if (power !== null) return powerOf(i, power.to, digits.value, power.exponent);
  let value = digits.value;
  let whole = true;
  const ten = powerOfTenAt(r, to);
  if (ten) {
    value = Number(`${value}e${ten.exponent}`);
    to = ten.to;
  }
  const part = digits.decimals === 0 ? mixedFractionAt(r, to) : null;
  if (part) {
    value += part.value;
    to = part.to;
    whole = false;
  } else if (at(r, to) === '/' && isGlued(r, to) && isNumber(r, to + 1) && isGlued(r, to + 1)) {
    const simple = simpleFractionAt(r, i);
    return simple;
  }
  const tail = scaleAt(r, to, suffixes) ?? (digits.decimals > 0 ? scaleApart(r, to) : null);
  const scale = tail ? tail.scale : 1;
  if (tail) {
    to = tail.to;
    value = scaled(value, scale);
  }
  const unit = digits.decimals === 0 ? 1 : Number(`1e-${digits.decimals}`);
  let fine = scaled(whole ? unit : 0.25, scale);
  if (ten) fine = Number(`${fine}e${ten.exponent}`);
  const roundable = whole && digits.decimals === 0 && (scale > 1 || value >= 100);
  let coarse = roundable ? scaled(fine, 10 ** trailingZeros(digits.mantissa)) : fine;
  // “3 hundred and 21”, “3 hundred thousand”: digits in the place of a number word.
  if (at(r, to) === 'hundred' || (scale > 1 && /^[a-z]/.test(at(r, to)) && at(r, to) === 'and')) {
    const rest = tailOfWords(r, to, value, scale);
    if (rest) {
      value = rest.value;
      to = rest.to;
      fine = rest.fine;
      coarse = rest.coarse;
    }
  }
  const dozen = scale === 1 ? DOZENS.get(at(r, to)) : undefined;
  if (dozen) return near(i, to + 1, value * dozen, 4 * Math.max(1, value), 'digits');
  return {
    from: i,
    to,
    value,
    fine,
    coarse,
    low: value,
    high: value,
    sense: 'exact',
    form: 'digits',
    scale,
    grouped: digits.grouped,
    decimals: digits.decimals,
    fraction: false,
  };
}

function tailOfWords(
  r: Reader,
  i: number,
  head: number,
  scale: number,
): { value: number; to: number; fine: number; coarse: number } | null {
  if (at(r, i) === 'hundred') {
    if (head >= 100) return null;
    let value = head * 100;
    let to = i + 1;
    const next = at(r, to) === 'and' ? to + 1 : to;
    const read = isNumber(r, next)
      ? /^\d{1,2}$/.test(at(r, next))
        ? { value: Number(at(r, next)), to: next + 1 }
        : null
      : cardinalBelowHundred(r, next);
    const small = read && at(r, read.to) !== 'hundred' ? read.value : 0;
    let fine = 1;
    if (small > 0 && small < 100 && next > to) {
      value += small;
      to = isNumber(r, next) ? next + 1 : cardinalBelowHundred(r, next)!.to;
    }
    const after = SCALES.get(at(r, to));
    if (after) {
      value = scaled(value, after);
      fine = after;
      to++;
    }
    return { value, to, fine, coarse: value >= 100 ? Math.max(fine, 10 ** trailingZeros(String(value))) : fine };
  }
  const part = fractionAt(r, i + 1);
  if (!part || !part.fraction || part.form !== 'words') return null;
  return { value: head + part.value * scale, to: part.to, fine: scale / 4, coarse: scale / 4 };
}

/** “x10^-4” behind a number. */
function powerOfTenAt(r: Reader, i: number): { exponent: number; to: number } | null {
  // 1e10, 12.32e+14
  if (at(r, i) === 'e' && isGlued(r, i)) {
    const signed = at(r, i + 1) === '+' || isDash(r, i + 1) ? 1 : 0;
    const power = at(r, i + 1 + signed);
    if (!/^\d{1,2}$/.test(power) || !isGlued(r, i + 1) || !isGlued(r, i + 1 + signed)) return null;
    return { exponent: (isDash(r, i + 1) ? -1 : 1) * Number(power), to: i + 2 + signed };
  }
  if (at(r, i) !== 'x' && at(r, i) !== '×') return null;
  if (at(r, i + 1) !== '10' || at(r, i + 2) !== '^') return null;
  const minus = isDash(r, i + 3) ? 1 : 0;
  const exponent = at(r, i + 3 + minus);
  return /^\d{1,2}$/.test(exponent) ? { exponent: (minus ? -1 : 1) * Number(exponent), to: i + 4 + minus } : null;
}

function scaleAt(r: Reader, i: number, suffixes: Suffixes): { scale: number; to: number } | null {
  const j = overHyphen(r, i);
  const w = at(r, j);
  if (!w) return null;
  const scale = SCALES.get(w);
  if (scale) {
    // “$7,000 million”, “3 lakh crore”, “5 thousand million”
    const more = SCALES.get(at(r, j + 1));
    return more && scale < more ? { scale: scale * more, to: j + 2 } : { scale, to: j + 1 };
  }
  if (j > i) return null;
  const short = SHORT_SCALES.get(w.replace(/\.$/, '')) ?? (suffixes === 'money' ? MONEY_SCALES.get(w) : undefined);
  if (!short || (w === 'k' && !isGlued(r, i))) return null;
  if ((w === 't' || w === 'b') && !isGlued(r, i)) return null;
  return { scale: short, to: i + 1 };
}

/** “2.33 k”, “1,674.5 M”: a short scale apart from its number, which a decimal fraction shows to be no code. */
function scaleApart(r: Reader, i: number): { scale: number; to: number } | null {
  const w = written(r, i);
  return w === 'k' || w === 'M' ? { scale: w === 'k' ? 1e3 : 1e6, to: i + 1 } : null;
}

/** “^10”, “^-1” behind a number. */
function exponentAt(r: Reader, i: number): { exponent: number; to: number } | null {
  if (at(r, i) !== '^' || !isGlued(r, i) || !isGlued(r, i + 1)) return null;
  const minus = isDash(r, i + 1) && isGlued(r, i + 2) ? 1 : 0;
  const digits = at(r, i + 1 + minus);
  return /^\d{1,3}$/.test(digits) ? { exponent: (minus ? -1 : 1) * Number(digits), to: i + 2 + minus } : null;
}

function powerOf(from: number, to: number, base: number, exponent: number): Numeral | null {
  const value = base ** exponent;
  return Number.isFinite(value) ? exact(from, to, value, Math.min(1, Math.abs(value)), 'digits', false) : null;
}

function wordsAt(r: Reader, i: number): Numeral | null {
  const head = cardinalWords(r, i);
  if (!head) return null;
  let { value, to, scale } = head;
  let fine = scale;
  let whole = true;
  const dozen = DOZENS.get(at(r, overHyphen(r, to)));
  if (dozen && at(r, overHyphen(r, to)) !== 'dozens') {
    const end = overHyphen(r, to) + 1;
    return near(i, end, value * dozen, 4 * Math.max(1, value), 'words');
  }
  if ((at(r, i) === 'a' || at(r, i) === 'an') && at(r, i + 1) === 'dozen') return near(i, i + 2, 12, 4, 'words');
  if (at(r, to) === 'point') {
    const decimal = decimalWords(r, to + 1);
    if (decimal) {
      value = Number(`${value}.${decimal.digits}`);
      to = decimal.to;
      fine = Number(`1e-${decimal.digits.length}`);
      whole = false;
      const after = SCALES.get(at(r, to));
      if (after) {
        value = scaled(value, after);
        fine = scaled(fine, after);
        scale = after;
        to++;
      }
    }
  }
  const part = whole ? mixedWords(r, to) : null;
  if (part) {
    to = part.to;
    whole = false;
    const after = SCALES.get(at(r, overHyphen(r, to)));
    if (after) {
      // “one and a half million”; “one billion and three quarters million”
      value = scale > 1 ? value + part.value * after : (value + part.value) * after;
      fine = after / 4;
      scale = after;
      to = overHyphen(r, to) + 1;
    } else {
      value += part.value * scale;
      fine = 0.25 * scale;
    }
  }
  const coarse = whole && (scale > 1 || value >= 100) ? Math.max(fine, 10 ** trailingZeros(String(value))) : fine;
  return {
    from: i,
    to,
    value,
    fine,
    coarse,
    low: value,
    high: value,
    sense: 'exact',
    form: 'words',
    scale,
    grouped: false,
    decimals: 0,
    fraction: false,
  };
}
