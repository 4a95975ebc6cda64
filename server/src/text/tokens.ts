import { APOSTROPHES, Char, charAt, isInWord, isLetter } from './characters';
import abbreviations from './data/abbreviations.json';
import type { Span } from './span';

export const enum TokenKind {
  /** Letters, with inner apostrophes (O’Brien) and, for abbreviations and initials, their full stops (U.S., Mr., V.). */
  Word = 0,
  /** Digits with inner grouping and decimal signs: 1,487,000 · 2.5 · 10:30 · 1 487 000 only where the space is a no-break one. */
  Number = 1,
  /** The clitic of a possessive or a contraction: ’s, ’ (after s), n’t stays inside its word. */
  Clitic = 2,
  Punctuation = 3,
  Currency = 4,
  /** One or more line ends; paragraphs are made of what lies between them. */
  Newline = 5,
  /** A web address, an e-mail address, a hash tag or a handle: one token, no names or figures inside. */
  Address = 6,
}

/** A text's tokens, as parallel arrays: a file of 5 MB has a million of them. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** 1 where nothing lies between this token and the one before (and for the first token, 0). */
  readonly glued: Uint8Array;
}

const ABBREVIATIONS = new Set(`${abbreviations.always} ${abbreviations.beforeName}`.split(' '));
const ABBREVIATIONS_BEFORE_NUMBER = new Set(abbreviations.beforeNumber.split(' '));
const LONGEST_ABBREVIATION = 6;
const SPACE = 32;

/** The token's text. Allocates: for comparisons in hot loops prefer {@link lowerOf} on words already needed. */
export function tokenText(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.start[index], tokens.end[index]);
}

export function lowerOf(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.start[index], tokens.end[index]).toLowerCase();
}

/**
 * Scans a text once, left to right, without looking back or ahead more than a bounded number of characters.
 * Total: lone surrogates and control characters become punctuation tokens. White space is in no token.
 */
export function tokenize(text: string): Tokens {
  return bufferOf(text).done();
}

/** The tokens of a text that are no line ends and touch nothing of `markup`, which is ascending and disjoint. `glued` is as in the whole text. */
export function tokenizeOutside(text: string, markup: readonly Span[]): Tokens {
  const tokens = bufferOf(text);
  tokens.keepOutside(markup);
  return tokens.done();
}

function bufferOf(text: string): TokenBuffer {
  const out = new TokenBuffer(text);
  let i = 0;
  while (i < text.length) {
    const c = charAt(text, i);
    if (c === Char.Space) {
      i++;
    } else if (c === Char.Newline) {
      const from = i;
      while (i < text.length && charAt(text, i) === Char.Newline) i++;
      out.push(from, i, TokenKind.Newline);
    } else if (isInWord(c)) {
      const end = letters(text, i + 1);
      if (text.charCodeAt(end) === SPACE) {
        // Most words: nothing is joined to them.
        out.push(i, end, TokenKind.Word);
        i = end + 1;
        continue;
      }
      const address = addressEnd(text, i, end);
      if (address > i) {
        out.push(i, address, TokenKind.Address);
        i = address;
      } else {
        i = word(text, i, end, out);
      }
    } else if (c === Char.Digit) {
      const end = numberEnd(text, i);
      out.push(i, end, TokenKind.Number);
      i = end;
    } else if (c === Char.Currency) {
      out.push(i, i + 1, TokenKind.Currency);
      i++;
    } else if (
      (text[i] === '@' || text[i] === '#') &&
      isLetter(charAt(text, i + 1)) &&
      !isLetter(charAt(text, i - 1))
    ) {
      const end = handleEnd(text, i + 1);
      out.push(i, end, TokenKind.Address);
      i = end;
    } else {
      // A surrogate pair (emoji, rare scripts) is one token.
      const code = text.charCodeAt(i);
      const next = text.charCodeAt(i + 1);
      const width = code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000 ? 2 : 1;
      out.push(i, i + width, TokenKind.Punctuation);
      i += width;
    }
  }
  return out;
}

function letters(text: string, from: number): number {
  let i = from;
  while (isInWord(charAt(text, i))) i++;
  return i;
}

/** Pushes a word whose first run of letters ends at `run`, and the clitic behind it where there is one. Returns the offset behind both. */
function word(text: string, start: number, run: number, out: TokenBuffer): number {
  let end = run;
  for (;;) {
    const c = text[end];
    if (c === undefined) break;
    if (APOSTROPHES.includes(c)) {
      const inner = letters(text, end + 1);
      if (inner === end + 1) {
        // “the Marines’ base”: the plural possessive; a closing single mark looks the same, so the quotes stage decides.
        break;
      }
      const tail = text.slice(end + 1, inner).toLowerCase();
      if (tail === 's') {
        out.push(start, end, TokenKind.Word);
        out.push(end, inner, TokenKind.Clitic);
        return inner;
      }
      if (tail === 're' || tail === 've' || tail === 'll' || tail === 'd' || tail === 'm') {
        out.push(start, end, TokenKind.Word);
        out.push(end, inner, TokenKind.Clitic);
        return inner;
      }
      end = inner; // O’Brien, don’t, d’Estaing, l’Oréal
    } else if (c === '.') {
      // U.S., U.N., a.m., J.R.R.: single letters with stops between; and known abbreviations with one stop.
      if (end - start === 1 || (text[end - 2] === '.' && text[start + 1] === '.')) {
        const next = charAt(text, end + 1);
        if (isLetter(next) && !isLetter(charAt(text, end + 2)) && text[end + 2] === '.') {
          end += 2;
          continue;
        }
        if (end - start > 1 || charAt(text, start) === Char.Upper) end++;
        break;
      }
      if (end - start <= LONGEST_ABBREVIATION) {
        const form = text.slice(start, end).toLowerCase();
        if (ABBREVIATIONS.has(form) || (ABBREVIATIONS_BEFORE_NUMBER.has(form) && digitFollows(text, end + 1))) end++;
      }
      break;
    } else {
      break;
    }
  }
  out.push(start, end, TokenKind.Word);
  return end;
}

function digitFollows(text: string, index: number): boolean {
  return charAt(text, charAt(text, index) === Char.Space ? index + 1 : index) === Char.Digit;
}

/** Digits, with a comma, full stop, colon, apostrophe or no-break space inside only where digits follow at once. */
function numberEnd(text: string, start: number): number {
  let i = start;
  for (;;) {
    while (charAt(text, i) === Char.Digit) i++;
    const c = text[i];
    const joins =
      c === ',' ||
      c === '.' ||
      c === ':' ||
      c === '\u00a0' ||
      c === '\u202f' ||
      c === '\u2009' ||
      c === '’' ||
      c === "'";
    if (!joins || charAt(text, i + 1) !== Char.Digit) return i;
    if (c === ',' || c === '.' || c === ':') {
      i++;
    } else {
      // Grouping by spaces or apostrophes: exactly three digits follow, and at most three stood before.
      const three =
        charAt(text, i + 2) === Char.Digit && charAt(text, i + 3) === Char.Digit && charAt(text, i + 4) !== Char.Digit;
      if (!three || i - start > 3 + 4 * 6) return i;
      i++;
    }
  }
}

function handleEnd(text: string, from: number): number {
  let i = from;
  for (;;) {
    const c = charAt(text, i);
    if (isInWord(c) || c === Char.Digit || text[i] === '_') i++;
    else return i;
  }
}

/** By the letters that an address begins with and the sign behind them, what must follow. */
const ADDRESS_HEADS = new Map([
  ['http:', '//'],
  ['https:', '//'],
  ['ftp:', '//'],
  ['mailto:', ''],
  ['www.', ''],
]);
const LONGEST_SCHEME = 6;

/**
 * The end of a web or e-mail address that starts here, or `start` where none does; `end` is where the letters that it starts with end.
 * Looks at the run of non-space once.
 */
function addressEnd(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(end);
  if ((sign === 58 || sign === 46) && end - start <= LONGEST_SCHEME) {
    const head = ADDRESS_HEADS.get(text.slice(start, end + 1).toLowerCase());
    if (head !== undefined && text.startsWith(head, end + 1)) {
      let i = end + 1 + head.length;
      while (i < text.length && !isBreak(text, i)) i++;
      while (i > start && '.,;:!?)]”’"\''.includes(text[i - 1]!)) i--;
      return i;
    }
  }
  if (text[end] === '@' && isLetter(charAt(text, end + 1))) {
    let i = end + 1;
    while (
      i < text.length &&
      (isLetter(charAt(text, i)) || charAt(text, i) === Char.Digit || text[i] === '.' || text[i] === '-')
    )
      i++;
    while (text[i - 1] === '.' || text[i - 1] === '-') i--;
    return i;
  }
  // Bare domains: t.co/…, nytimes.com. Only with a known ending, so that a missing space after a full stop is no address.
  if (text[end] === '.' && charAt(text, end + 1) === Char.Lower) {
    const tail = letters(text, end + 1);
    const domain = text.slice(end + 1, tail);
    if (DOMAINS.has(domain) && charAt(text, tail) !== Char.Digit) {
      let i = tail;
      if (text[i] === '/') while (i < text.length && !isBreak(text, i)) i++;
      while (i > tail && '.,;:!?)]”’"\''.includes(text[i - 1]!)) i--;
      return i;
    }
  }
  return start;
}

const DOMAINS = new Set(['com', 'org', 'net', 'gov', 'edu', 'co', 'io', 'info']);

function isBreak(text: string, index: number): boolean {
  const c = charAt(text, index);
  return c === Char.Space || c === Char.Newline || text[index] === '<' || text[index] === '>' || text[index] === '"';
}

class TokenBuffer {
  private start: Int32Array;
  private end: Int32Array;
  private kind: Uint8Array;
  private glued: Uint8Array;
  private count = 0;

  constructor(private readonly text: string) {
    const guess = Math.max(16, (text.length >> 2) + 8);
    this.start = new Int32Array(guess);
    this.end = new Int32Array(guess);
    this.kind = new Uint8Array(guess);
    this.glued = new Uint8Array(guess);
  }

  push(start: number, end: number, kind: TokenKind): void {
    if (this.count === this.start.length) this.grow();
    const n = this.count++;
    this.start[n] = start;
    this.end[n] = end;
    this.kind[n] = kind;
    this.glued[n] = n > 0 && this.end[n - 1] === start ? 1 : 0;
  }

  keepOutside(markup: readonly Span[]): void {
    const { start, end, kind, glued } = this;
    let n = 0;
    let m = 0;
    for (let i = 0; i < this.count; i++) {
      if (kind[i] === TokenKind.Newline) continue;
      while (m < markup.length && markup[m]!.end <= start[i]!) m++;
      if (m < markup.length && markup[m]!.start < end[i]!) continue;
      start[n] = start[i]!;
      end[n] = end[i]!;
      kind[n] = kind[i]!;
      glued[n] = glued[i]!;
      n++;
    }
    this.count = n;
  }

  done(): Tokens {
    const n = this.count;
    return {
      text: this.text,
      count: n,
      start: this.start.slice(0, n),
      end: this.end.slice(0, n),
      kind: this.kind.slice(0, n),
      glued: this.glued.slice(0, n),
    };
  }

  private grow(): void {
    const size = this.start.length * 2;
    const copy = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.start = copy(this.start, new Int32Array(size));
    this.end = copy(this.end, new Int32Array(size));
    this.kind = copy(this.kind, new Uint8Array(size));
    this.glued = copy(this.glued, new Uint8Array(size));
  }
}
