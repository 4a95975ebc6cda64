import { TokenKind } from '../../text/tokens';
import data from '../data/currencies.json';
import { singular } from './nouns';
import type { Numeral } from './numeral';
import { at, isCapital, isGlued, isHyphen, kindAt, overHyphen, pairs, written, type Reader } from './reader';

/** A currency sign, code or name, up to token `to` (exclusive). `loose`: too common to stand without more evidence. */
export interface Currency {
  readonly unit: string;
  readonly to: number;
  readonly from: number;
  readonly loose: boolean;
}

const SIGNS = pairs(data.signs);
const DOLLARS = pairs(data.dollarPrefixes);
const POUNDS = pairs(data.poundPrefixes);
const OTHERS = pairs(data.otherPrefixes);
const ISO = new Set(data.iso.split(' '));
const CODES = pairs(data.codes);
const LOOSE = pairs(data.loose);
const MINOR = pairs(data.minor);
const SCALED_ONLY = new Set(data.scaledOnly.split(' '));

interface Name {
  readonly unit: string;
  readonly by: ReadonlyMap<string, string>;
}

const NAMES = new Map<string, Name>();
for (const [name, list] of Object.entries(data.names)) {
  const [unit, ...rest] = list.split(' ');
  NAMES.set(name, { unit: unit!, by: pairs(rest.join(' ')) });
}

/** Can a currency before its number begin with a word that is written so? */
export function beginsCurrency(form: string, lower: string): boolean {
  const code = lower.toUpperCase();
  return (
    ISO.has(form) ||
    (ISO.has(code) && code.length === 3) ||
    NAMES.has(lower) ||
    NAMES.has(singular(lower)) ||
    ADJECTIVES.has(lower) ||
    CODES.has(lower) ||
    LOOSE.has(lower) ||
    [DOLLARS, POUNDS, OTHERS].some((prefixes) => prefixes.has(lower))
  );
}

/** A currency before its number: “$”, “US$”, “A$”, “Rs”, “USD”, “RM”, “US dollars 13,000”. */
export function currencyBefore(r: Reader, i: number): Currency | null {
  if (kindAt(r, i) === TokenKind.Currency) return signAt(r, i, i);
  if (kindAt(r, i) !== TokenKind.Word) return null;
  const w = at(r, i);
  const next = i + 1;
  if (kindAt(r, next) === TokenKind.Currency) {
    const sign = written(r, next);
    const prefixes = sign === '$' ? DOLLARS : sign === '£' ? POUNDS : OTHERS;
    const unit = prefixes.get(w) ?? (ISO.has(w.toUpperCase()) && w.length === 3 ? w.toUpperCase() : undefined);
    // “A $5 note”: a letter apart from the sign is a word, unless the sign stands apart from its number too.
    if (unit && (isGlued(r, next) || w.length > 2 || w === 'us' || (!isGlued(r, next + 1) && w !== 'a'))) {
      if (sign === '$' && w === 'us' && !isGlued(r, next) && written(r, i) === 'us')
        return { unit: 'USD', from: next, to: next + 1, loose: false };
      return { unit, from: i, to: next + 1, loose: false };
    }
    return null;
  }
  const stop = at(r, next) === '.' && isGlued(r, next) ? 1 : 0;
  const capitals = written(r, i);
  if (kindAt(r, next + stop) !== TokenKind.Number) {
    const name = currencyBehind(r, i, null);
    return name && kindAt(r, name.to) === TokenKind.Number ? { ...name, from: i } : null;
  }
  if (ISO.has(capitals) || (ISO.has(w.toUpperCase()) && isGlued(r, next))) {
    return {
      unit: w.toUpperCase(),
      from: i,
      to: next,
      loose:
        DOUBTFUL_CODES.has(capitals) ||
        (isCapital(r, next + 1) && isGlued(r, next + 1) && capitals !== w.toUpperCase()),
    };
  }
  const code = CODES.get(w);
  if (code && (isCapital(r, i) || w === 'rs'))
    return {
      unit: code,
      from: i,
      to: next + stop,
      loose: w === 'sh' || w === 'kr' || w === 'dm' || w === 'ro' || w === 'bd' || w === 're',
    };
  const loose = LOOSE.get(w);
  if (loose && isCapital(r, i) && stop === 0) return { unit: loose, from: i, to: next, loose: true };
  return null;
}

/** Codes that are words or other abbreviations: COP27, SDG 15, ALL 32, TOP 10. */
const DOUBTFUL_CODES = new Set([
  'COP',
  'SDG',
  'ALL',
  'TRY',
  'TOP',
  'PEN',
  'MOP',
  'LAK',
  'GEL',
  'SOS',
  'MAD',
  'CUP',
  'BAM',
  'MUR',
  'SAR',
  'GHS',
  'PAB',
]);

function signAt(r: Reader, i: number, from: number): Currency | null {
  const sign = written(r, i);
  const unit = SIGNS.get(sign);
  return unit ? { unit, from, to: i + 1, loose: false } : null;
}

/** A loose code (“R250”) counts only where the number looks like an amount. */
export function isAmount(currency: Currency, numeral: Numeral, glued: boolean): boolean {
  if (!currency.loose) return true;
  return (
    (glued && (numeral.grouped || numeral.decimals === 2 || numeral.scale > 1 || numeral.value >= 1000)) ||
    numeral.scale > 1
  );
}

/** A currency behind its number: “dollars”, “U.S. dollars”, “Colombian pesos”, “USD”, “€”, “元”. `numeral` null where it stands before the number. */
export function currencyBehind(r: Reader, i: number, numeral: Numeral | null): Currency | null {
  const first = overHyphen(r, i);
  if (kindAt(r, first) === TokenKind.Currency) {
    // “10 $ 30 $”, but not the $ of the next figure in “10 $30”.
    const next = kindAt(r, first + 1);
    if (next === TokenKind.Number && isGlued(r, first + 1)) return null;
    return signAt(r, first, first);
  }
  const code = written(r, first);
  // “3 USD50 cards”: the code belongs to the number behind it.
  if (ISO.has(code) && kindAt(r, first + 1) === TokenKind.Number && isGlued(r, first + 1)) return null;
  if (ISO.has(code) && !(numeral && numeral.scale === 1 && (code === 'ALL' || code === 'TRY' || code === 'TOP'))) {
    const plus = at(r, first + 1) === '$' && isGlued(r, first + 1) ? 1 : 0;
    return { unit: code, from: first, to: first + 1 + plus, loose: false };
  }
  let j = first;
  const adjectives: string[] = [];
  for (let n = 0; n < 3; n++) {
    const w = at(r, j);
    const name = NAMES.get(w) ?? NAMES.get(singular(w));
    if (name) return named(r, first, j, w, name, adjectives, numeral);
    if (kindAt(r, j) !== TokenKind.Word || !ADJECTIVES.has(w)) return null;
    adjectives.push(w);
    j++;
    if (isHyphen(r, j) && isGlued(r, j)) j++;
  }
  return null;
}

const ADJECTIVES = new Set([
  'hong',
  'sri',
  'new',
  'south',
  'united',
  'states',
  'north',
  'arab',
  'costa',
  'rican',
  'worth',
  'eastern',
  'west',
  'fiji',
]);
for (const name of NAMES.values()) for (const adjective of name.by.keys()) ADJECTIVES.add(adjective);

function named(
  r: Reader,
  from: number,
  at_: number,
  w: string,
  name: Name,
  adjectives: readonly string[],
  numeral: Numeral | null,
): Currency | null {
  let unit: string | undefined;
  for (const adjective of adjectives) unit ??= name.by.get(adjective);
  if (adjectives.includes('states')) unit = w.startsWith('dollar') ? 'USD' : unit;
  if (w.startsWith('pound') && /^(?:sterling)$/.test(at(r, at_ + 1))) unit = 'GBP';
  if (
    !unit &&
    numeral &&
    SCALED_ONLY.has(singular(w)) &&
    numeral.scale < 1e6 &&
    !(numeral.value >= 1000 && isHyphen(r, from - 1)) &&
    !(w.startsWith('pound') && numeral.value >= 100000)
  )
    return null;
  if (!unit && numeral === null) return null;
  if (w === 'mark' || w === 'won' || w === 'real' || w === 'crown' || w === 'sum' || w === 'colon')
    if (!unit && numeral && numeral.scale < 1e6 && !(numeral.value >= 1000 && isHyphen(r, from - 1))) return null;
  // “the dollar sign”, “euro zone”: a name before another noun with no number is none; here there is one.
  const sterling = w.startsWith('pound') && at(r, at_ + 1) === 'sterling' ? 1 : 0;
  return { unit: unit ?? name.unit, from, to: at_ + 1 + sterling, loose: false };
}

/** “50 cents”, “75 pence”: the unit is the minor one, since whose cent it is the text seldom tells. */
export function minorAt(r: Reader, i: number): Currency | null {
  const j = overHyphen(r, i);
  const unit = MINOR.get(at(r, j));
  if (unit && at(r, j) !== 'sen') return { unit, from: j, to: j + 1, loose: false };
  // British “50p”: glued, and no page number
  if (at(r, j) === 'p' && isGlued(r, j) && written(r, j) === 'p')
    return { unit: 'penny', from: j, to: j + 1, loose: false };
  return null;
}

/** The millions in “48.5 MGBP” and “120 MEUR”. */
export function millionsCode(r: Reader, i: number): Currency | null {
  const code = written(r, i);
  if (code.length !== 4 || code[0] !== 'M' || !ISO.has(code.slice(1))) return null;
  return { unit: code.slice(1), from: i, to: i + 1, loose: false };
}
