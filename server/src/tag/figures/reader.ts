import { Char, charAt } from '../../text/characters';
import type { Grouping } from './digits';
import type { Numeral } from './numeral';
import { TokenKind, type Tokens } from '../../text/tokens';
import type { WordForm } from '../wordForms';

/**
 * A window on a text's tokens, one sentence wide: outside it every token reads as the empty string, so that no rule needs a bound of its own.
 */
export interface Reader {
  readonly tokens: Tokens;
  /** By token; shared by the readers of one text. */
  readonly forms: readonly WordForm[];
  readonly from: number;
  readonly to: number;
  /** How the text groups its thousands; 'unknown' if left out. */
  readonly grouping?: Grouping;
  /** The numeral that was read last: several rules ask for the same one. */
  numeral?: { readonly at: number; readonly read: Numeral | null };
}

/** The token in lower case, '' outside the sentence. */
export function at(r: Reader, i: number): string {
  if (i < r.from || i >= r.to) return '';
  return r.forms[i]!.lower;
}

/** The token as it is written, '' outside the sentence. */
export function written(r: Reader, i: number): string {
  if (i < r.from || i >= r.to) return '';
  return r.forms[i]!.text;
}

/** The token's kind, -1 outside the sentence. */
export function kindAt(r: Reader, i: number): number {
  return i < r.from || i >= r.to ? -1 : r.tokens.kind[i]!;
}

export function isWord(r: Reader, i: number): boolean {
  return kindAt(r, i) === TokenKind.Word;
}

export function isNumber(r: Reader, i: number): boolean {
  return kindAt(r, i) === TokenKind.Number;
}

/** Does nothing stand between this token and the one before? False for the first of the sentence. */
export function isGlued(r: Reader, i: number): boolean {
  return i > r.from && i < r.to && r.tokens.glued[i] === 1;
}

export function isCapital(r: Reader, i: number): boolean {
  return i >= r.from && i < r.to && charAt(r.tokens.text, r.tokens.start[i]!) === Char.Upper;
}

/** - ‐ ‑ each is a token of its own. */
export function isHyphen(r: Reader, i: number): boolean {
  const c = firstCode(r, i);
  return c === 0x2d || c === 0x2010 || c === 0x2011;
}

/** A hyphen, or ‒ – — − */
export function isDash(r: Reader, i: number): boolean {
  const c = firstCode(r, i);
  return c === 0x2d || (c >= 0x2010 && c <= 0x2014) || c === 0x2212;
}

function firstCode(r: Reader, i: number): number {
  return i < r.from || i >= r.to ? 0 : r.tokens.text.charCodeAt(r.tokens.start[i]!);
}

/** The token behind `i`, over one hyphen that is glued on both sides: the “mile” of “2,600-mile” and of “2,600 mile”. */
export function overHyphen(r: Reader, i: number): number {
  return isHyphen(r, i) && isGlued(r, i) && isGlued(r, i + 1) ? i + 1 : i;
}

/** `key=value key=value` as a map. */
export function pairs(list: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const pair of list.split(' ')) {
    const eq = pair.indexOf('=');
    if (eq > 0) map.set(pair.slice(0, eq), pair.slice(eq + 1));
  }
  return map;
}

export function numberPairs(list: string): Map<string, number> {
  return new Map([...pairs(list)].map(([k, v]) => [k, Number(v)]));
}
