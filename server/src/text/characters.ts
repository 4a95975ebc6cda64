/**
 * What a UTF-16 code unit is, to the scanner. ASCII by table, the rest by Unicode property once and then from a table,
 * so that scanning costs one array read a character.
 */
export const enum Char {
  Other = 0,
  Space = 1,
  Newline = 2,
  Lower = 3,
  Upper = 4,
  /** A letter without case: CJK, Arabic, Hebrew … */
  Letter = 5,
  /** Combining marks and joiners: they belong to the letter before them. Next to the letters, so that {@link isInWord} is one comparison. */
  Mark = 6,
  Digit = 7,
  Punctuation = 8,
  Currency = 9,
}

const CLASSES = new Uint8Array(65536).fill(255);

function classify(code: number): Char {
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return Char.Newline;
  // Zero-width characters and the soft hyphen stand inside words that were typeset; they separate nothing.
  if (code === 0xad || code === 0x200b || code === 0x200c || code === 0x200d || code === 0x2060 || code === 0xfeff)
    return Char.Mark;
  const s = String.fromCharCode(code);
  if (/\s/.test(s) || code === 0) return Char.Space;
  if (code >= 48 && code <= 57) return Char.Digit;
  if (/\p{Lu}|\p{Lt}/u.test(s)) return Char.Upper;
  if (/\p{Ll}/u.test(s)) return Char.Lower;
  if (/\p{L}/u.test(s)) return Char.Letter;
  if (/\p{M}/u.test(s)) return Char.Mark;
  if (/\p{Sc}/u.test(s)) return Char.Currency;
  if (/\p{P}|\p{S}/u.test(s)) return Char.Punctuation;
  return Char.Other;
}

/** The class of the code unit at `index`; `Char.Newline` past the end, so that a scan needs no second bound. */
export function charAt(text: string, index: number): Char {
  // Asked before rather than by NaN behind: what may be NaN is read as a floating-point number throughout.
  if (index < 0 || index >= text.length) return Char.Newline;
  const code = text.charCodeAt(index);
  const known = CLASSES[code]!;
  if (known !== 255) return known as Char;
  const fresh = classify(code);
  CLASSES[code] = fresh;
  return fresh;
}

export function isLetter(c: Char): boolean {
  return c >= Char.Lower && c <= Char.Letter;
}

/** A letter or a mark on one. */
export function isInWord(c: Char): boolean {
  return c >= Char.Lower && c <= Char.Mark;
}

export const OPENING_DOUBLE = '“„‟«';
export const CLOSING_DOUBLE = '”»';
/** Every mark that can open or close a quotation in double marks. */
export const DOUBLE_MARKS = '"“”„‟«»＂';
export const SINGLE_MARKS = "'‘’‚‛‹›";
/** Apostrophes inside words: typewriter, typographic, modifier letter, and the acute accent that bad conversions leave. */
export const APOSTROPHES = "'’ʼ´`";
export const DASHES = '-‐‑‒–—―−';
