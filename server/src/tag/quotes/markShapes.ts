import {
  Char,
  charAt,
  CLOSING_DOUBLE,
  DASHES,
  DOUBLE_MARKS,
  OPENING_DOUBLE,
  SINGLE_MARKS,
} from '../../text/characters';
import { lowerOf, TokenKind, type Tokens } from '../../text/tokens';

/** What a mark does, as far as it and its neighbours tell. */
export const enum MarkShape {
  Open = 0,
  Close = 1,
  /** A straight mark with a space on both sides or on neither. */
  Either = 2,
}

export interface Mark {
  /** The first token and how many there are: two typewriter apostrophes make one double mark. */
  readonly token: number;
  readonly width: number;
  readonly start: number;
  readonly end: number;
  readonly single: boolean;
  readonly shape: MarkShape;
  /** A single mark behind a plural, with a word behind it: “the workers’ rights”. */
  readonly possessive: boolean;
}

function isDoubleMark(c: string): boolean {
  return DOUBLE_MARKS.includes(c);
}

function isSingleMark(c: string): boolean {
  return SINGLE_MARKS.includes(c);
}

const MAY_BE_MARK = new Set([...DOUBLE_MARKS, ...SINGLE_MARKS, '`'].map((c) => c.charCodeAt(0)));

/** Words that lose their head to an apostrophe, so that it looks like an opening mark. */
const ELIDED = new Set([
  'em',
  'til',
  'tis',
  'twas',
  'cause',
  'cos',
  'bout',
  'n',
  'round',
  'kay',
  'neath',
  'nother',
  'ere',
  'ello',
  'fraid',
  's',
  't',
  'll',
  're',
  've',
  'd',
  'm',
]);

/** The quotation marks among the tokens `from..to`, each read by its shape. Apostrophes, inches, feet and attributes of HTML are left out. */
export function readMarks(tokens: Tokens, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = from; i < to; i++) {
    if (tokens.kind[i] !== TokenKind.Punctuation) continue;
    if (!MAY_BE_MARK.has(tokens.text.charCodeAt(tokens.start[i]!))) continue;
    const c = tokens.text[tokens.start[i]!]!;
    const single = isSingleMark(c) || c === '`';
    if (!single && !isDoubleMark(c)) continue;
    const twin =
      single &&
      i + 1 < to &&
      tokens.glued[i + 1] === 1 &&
      tokens.kind[i + 1] === TokenKind.Punctuation &&
      tokens.text[tokens.start[i + 1]!] === c;
    const width = twin ? 2 : 1;
    const mark =
      twin || !single
        ? doubleMark(tokens, i, width, from, to, c)
        : c === '`'
          ? null
          : singleMark(tokens, i, from, to, c);
    if (mark) marks.push(mark);
    i += width - 1;
  }
  return marks;
}

interface Surroundings {
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
  readonly opensBefore: boolean;
  readonly punctuationBefore: boolean;
  readonly closesAfter: boolean;
}

function surroundings(tokens: Tokens, i: number, width: number, from: number, to: number): Surroundings {
  const next = i + width;
  const spaceBefore = i === from || tokens.glued[i] === 0;
  const spaceAfter = next >= to || tokens.glued[next] === 0;
  const before = i > from && tokens.kind[i - 1] === TokenKind.Punctuation ? tokens.text[tokens.start[i - 1]!]! : '';
  const after = next < to && tokens.kind[next] === TokenKind.Punctuation ? tokens.text[tokens.start[next]!]! : '';
  return {
    spaceBefore,
    spaceAfter,
    opensBefore:
      !spaceBefore &&
      before !== '' &&
      ('([{/<>|*_'.includes(before) ||
        DASHES.includes(before) ||
        OPENING_DOUBLE.includes(before) ||
        before === '‘' ||
        (before === '"' && opensItself(tokens, i - 1, from)) ||
        (before === "'" && opensItself(tokens, i - 1, from))),
    punctuationBefore: before !== '' && ',.!?…'.includes(before),
    closesAfter:
      !spaceAfter &&
      after !== '' &&
      (',.;:!?)]}…<>|*_'.includes(after) ||
        DASHES.includes(after) ||
        CLOSING_DOUBLE.includes(after) ||
        after === '’' ||
        after === '"' ||
        after === "'"),
  };
}

function opensItself(tokens: Tokens, i: number, from: number): boolean {
  return i === from || tokens.glued[i] === 0;
}

function doubleMark(tokens: Tokens, i: number, width: number, from: number, to: number, c: string): Mark | null {
  const s = surroundings(tokens, i, width, from, to);
  const shape = doubleShape(tokens, i, width, from, to, c, s);
  if (shape === null) return null;
  const start = tokens.start[i]!;
  return { token: i, width, start, end: tokens.end[i + width - 1]!, single: false, shape, possessive: false };
}

function doubleShape(
  tokens: Tokens,
  i: number,
  width: number,
  from: number,
  to: number,
  c: string,
  s: Surroundings,
): MarkShape | null {
  const opens = (s.spaceBefore || s.opensBefore) && !s.spaceAfter;
  const closes = !s.spaceBefore && !s.opensBefore && (s.spaceAfter || s.closesAfter);
  if (OPENING_DOUBLE.includes(c)) {
    // Word processors turn a mark the wrong way behind a dash or a space: “in the future.“
    if (closes) return MarkShape.Close;
    return s.spaceBefore && s.spaceAfter && i > from
      ? MarkShape.Either
      : s.spaceBefore && s.punctuationBefore && isLower(tokens, i + width, to)
        ? MarkShape.Either
        : MarkShape.Open;
  }
  if (CLOSING_DOUBLE.includes(c)) return opens && !s.closesAfter && !s.opensBefore ? MarkShape.Either : MarkShape.Close;
  if (!s.spaceBefore && tokens.kind[i - 1] === TokenKind.Number && isInch(tokens, i, from)) return null;
  if (!s.spaceBefore && tokens.text[tokens.start[i]! - 1] === '=') return null;
  if (opens && !s.opensBefore && s.closesAfter)
    return startsWord(tokens, i + width, to) ? MarkShape.Open : MarkShape.Either;
  if (opens) return MarkShape.Open;
  return closes ? MarkShape.Close : MarkShape.Either;
}

/** An ellipsis, a bracket, a dash or an inner mark may stand between the opening mark and the first word. */
function startsWord(tokens: Tokens, i: number, to: number): boolean {
  if (i >= to) return false;
  const c = tokens.text[tokens.start[i]!]!;
  return c === '.' || c === '…' || c === "'" || c === '‘' || c === '’' || DASHES.includes(c);
}

/** 6'3": feet stand before the inches. A number alone before a mark (“in 2008") says nothing. */
function isInch(tokens: Tokens, i: number, from: number): boolean {
  const feet = i - 2;
  return (
    feet > from &&
    tokens.glued[i - 1] === 1 &&
    "'’′".includes(tokens.text[tokens.start[feet]!]!) &&
    tokens.kind[feet - 1] === TokenKind.Number
  );
}

function isLower(tokens: Tokens, i: number, to: number): boolean {
  return i < to && charAt(tokens.text, tokens.start[i]!) === Char.Lower;
}

function singleMark(tokens: Tokens, i: number, from: number, to: number, c: string): Mark | null {
  const s = surroundings(tokens, i, 1, from, to);
  const mark = (shape: MarkShape, possessive: boolean): Mark => ({
    token: i,
    width: 1,
    start: tokens.start[i]!,
    end: tokens.end[i]!,
    single: true,
    shape,
    possessive,
  });
  const opens = (s.spaceBefore || s.opensBefore) && !s.spaceAfter;
  if (opens && c !== '’' && c !== '›') {
    const next = tokens.kind[i + 1];
    if (next === TokenKind.Number)
      return tokens.end[i + 1]! - tokens.start[i + 1]! === 2 ? null : mark(MarkShape.Open, false);
    if (next === TokenKind.Word && ELIDED.has(lowerOf(tokens, i + 1))) return null;
    if (s.closesAfter && !startsWord(tokens, i + 1, to)) return null;
    return mark(MarkShape.Open, false);
  }
  if (s.spaceBefore || c === '‘' || c === '‚' || c === '‹') return null;
  if (!s.spaceAfter && !s.closesAfter) return null;
  if (tokens.kind[i - 1] === TokenKind.Number && !s.closesAfter) return null; // feet
  const plural =
    tokens.kind[i - 1] === TokenKind.Word &&
    'sSxzZ'.includes(tokens.text[tokens.end[i - 1]! - 1]!) &&
    i + 1 < to &&
    tokens.kind[i + 1] === TokenKind.Word &&
    s.spaceAfter;
  return mark(MarkShape.Close, plural);
}
