/** A number written in digits. */
export interface Digits {
  readonly value: number;
  /** The digits without signs, leading zeros kept: for the trailing zeros. */
  readonly mantissa: string;
  readonly decimals: number;
  /** Were there signs of grouping? Model numbers, years and page numbers have none. */
  readonly grouped: boolean;
}

const PLAIN = /^\d{1,15}$/;
const DECIMAL = /^\d{1,15}\.\d{1,9}$/;
const BY_COMMA = /^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?$/;
/** Lakh and crore: 12,34,567. */
const INDIAN = /^\d{1,2}(?:,\d{2}){1,5},\d{3}(?:\.\d{1,6})?$/;
const BY_SPACE = /^\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3}){1,5}(?:[.,]\d{1,6})?$/;
/** 1.234.567 and 1.234,56: continental. A single full stop is decimal in English, “4.800” included. */
const BY_STOP = /^\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,6})?$|^\d{1,3}\.\d{3},\d{1,2}$/;
const DECIMAL_COMMA = /^\d{1,4},\d{1,2}$/;
const LONGEST = 32;

/** Which sign a text groups its thousands with, where its numbers show it: 1,487,000 or 1.487.000; `mixed` where it has both. */
export type Grouping = 'comma' | 'stop' | 'mixed' | 'unknown';

export function groupingOf(numbers: Iterable<string>): Grouping {
  let comma = false;
  let stop = false;
  for (const token of numbers) {
    if (token.length > LONGEST) continue;
    if (token.includes(',') && (BY_COMMA.test(token) || INDIAN.test(token))) comma = true;
    else if (token.includes('.') && BY_STOP.test(token)) stop = true;
  }
  return comma && stop ? 'mixed' : comma ? 'comma' : stop ? 'stop' : 'unknown';
}

/** 1.487: a decimal fraction in an English text, fourteen hundred and more where the text groups by full stops. */
const STOP_OR_DECIMAL = /^[1-9]\d{0,2}\.\d{3}$/;

/** Reads a number token; null for what is no single number (times, versions, codes with leading zeros, irregular groups), and for what the text's grouping leaves open. */
export function readDigits(token: string, grouping: Grouping = 'unknown'): Digits | null {
  if (token.length > LONGEST) return null;
  if ((grouping === 'stop' || grouping === 'mixed') && STOP_OR_DECIMAL.test(token)) return null;
  if (PLAIN.test(token)) return token.length > 1 && token.startsWith('0') ? null : digits(token, '', false);
  if (DECIMAL.test(token)) {
    const [whole, fraction] = token.split('.') as [string, string];
    return whole.length > 1 && whole.startsWith('0') ? null : digits(whole, fraction, false);
  }
  if (BY_COMMA.test(token) || INDIAN.test(token)) {
    const [whole, fraction] = token.split('.');
    return whole!.startsWith('0') ? null : digits(whole!.replaceAll(',', ''), fraction ?? '', true);
  }
  if (BY_SPACE.test(token)) {
    const [whole, fraction] = token.split(/[.,]/);
    return whole!.startsWith('0') ? null : digits(whole!.replace(/\D/g, ''), fraction ?? '', true);
  }
  if (BY_STOP.test(token)) {
    if (grouping === 'mixed') return null;
    const [whole, fraction] = token.split(',');
    return digits(whole!.replaceAll('.', ''), fraction ?? '', true);
  }
  if (DECIMAL_COMMA.test(token)) {
    if (grouping === 'comma' || grouping === 'mixed') return null;
    const [whole, fraction] = token.split(',') as [string, string];
    return digits(whole, fraction, false);
  }
  return null;
}

function digits(whole: string, fraction: string, grouped: boolean): Digits {
  return {
    value: Number(fraction ? `${whole}.${fraction}` : whole),
    mantissa: whole + fraction,
    decimals: fraction.length,
    grouped,
  };
}

/** The number times a power of ten, without the noise of floating point: 61.4 × 1e9 is 61400000000. */
export function scaled(value: number, scale: number): number {
  if (scale === 1) return value;
  const exponent = Math.round(Math.log10(scale));
  if (10 ** exponent !== scale) return value * scale;
  const text = String(value);
  return text.includes('e') ? value * scale : Number(`${text}e${exponent}`);
}

/** The digits counted from the end that are zero; 0 for a bare zero. */
export function trailingZeros(mantissa: string): number {
  let n = 0;
  while (n < mantissa.length - 1 && mantissa[mantissa.length - 1 - n] === '0') n++;
  return n;
}
