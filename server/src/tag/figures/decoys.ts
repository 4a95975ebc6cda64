import data from '../data/counting.json';
import { at, isCapital, isDash, isGlued, isHyphen, isNumber, isWord, kindAt, written, type Reader } from './reader';
import { STOP } from './counted';
import { TokenKind } from '../../text/tokens';

const LABELS = new Set(data.labels.split(' '));
const PREFIXES = new Set(
  'pre post mid early late sub under over top non ex last first nearly almost some about around multi plus up than and anti'.split(
    ' ',
  ),
);
const DATE_WORDS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/;

/**
 * Does a number in digits at token `i` name something rather than count it: “Boeing 737”, “Article 5”, “Covid-19”, “F-16”, “G7”, “#3”?
 * A capitalised word right before a bare number is taken as a name: right or silent.
 */
export function isNameNumber(r: Reader, i: number, grouped: boolean): boolean {
  if (isNumber(r, i) && isGlued(r, i)) {
    const before = at(r, i - 1);
    if (isWord(r, i - 1)) return true; // G7, A380, MH17
    if (
      before === '#' ||
      before === '@' ||
      before === '_' ||
      before === '\\' ||
      before === '=' ||
      before === '&' ||
      before === '^'
    )
      return true;
    if (before === '/' && isGlued(r, i - 1)) return true;
    if (isDash(r, i - 1) && isGlued(r, i - 1)) {
      const word = at(r, i - 2);
      return isHyphen(r, i - 1)
        ? !(PREFIXES.has(word) || isNumber(r, i - 2))
        : !isWord(r, i - 2) && !isNumber(r, i - 2) && kindAt(r, i - 2) !== TokenKind.Punctuation;
    }
  }
  if (grouped) return false;
  const previous = at(r, i - 1);
  if (!isWord(r, i - 1)) return false;
  if (LABELS.has(previous) && !isVerbLike(previous, r, i)) return true;
  if (!isCapital(r, i - 1) || i - 1 === r.from) return false;
  if (STOP.has(previous) || DATE_WORDS.test(previous)) return false;
  return !isHedgeWord(previous);
}

/** “day 3” is a label, “the third day 3 people”, “case 5” … but “at issue 50 jobs” is too rare to matter; “page”, “class” and the like always are. */
function isVerbLike(word: string, r: Reader, i: number): boolean {
  return (
    (word === 'no' || word === 'act' || word === 'bill' || word === 'track' || word === 'form' || word === 'issue') &&
    !isCapital(r, i - 1) &&
    at(r, i - 2) === ''
  );
}

const HEDGE_WORDS = new Set(
  'about around nearly almost some over approximately roughly estimated only least most than exactly just those aged age another kills kill wounds injures killing injuring'.split(
    ' ',
  ),
);

function isHedgeWord(word: string): boolean {
  return HEDGE_WORDS.has(word);
}

/** A number whose right side is glued to letters that are no unit, suffix or ordinal: “3D”, “747s”, “2x4”, “4G”. */
export function isCodeOnTheRight(r: Reader, to: number): boolean {
  if (!isGlued(r, to)) return false;
  const kind = kindAt(r, to);
  if (kind === TokenKind.Word || kind === TokenKind.Number)
    return !/^(?:st|nd|rd|th|s)$/.test(at(r, to)) || at(r, to) === 's';
  const sign = written(r, to);
  if (sign === '/' || sign === '_' || sign === '=' || sign === '@' || sign === ':' || sign === '\\')
    return isGlued(r, to + 1);
  return sign === '*' || sign === '^';
}

/**
 * The end of a chain of numbers that are joined by hyphens, strokes or full stops (telephone numbers, dates that are none, versions), or `i`.
 * A chain has three numbers or more, or begins with a plus or a bracket as telephone numbers do.
 */
export function chainEnd(r: Reader, i: number): number {
  let j = i + 1;
  let links = 0;
  while (j + 1 < r.to && links < 64) {
    const joined =
      (isDash(r, j) || at(r, j) === '/' || at(r, j) === '.' || at(r, j) === ':' || at(r, j) === ')') &&
      isNumber(r, j + 1) &&
      (isGlued(r, j) || at(r, j) === ')') &&
      (isGlued(r, j + 1) || at(r, j) === ')');
    if (!joined) break;
    links++;
    j += 2;
  }
  const dialled = at(r, i - 1) === '+' && isGlued(r, i);
  while (
    dialled &&
    j < r.to &&
    j < i + 12 &&
    (isNumber(r, j) || isHyphen(r, j) || at(r, j) === '(' || at(r, j) === ')')
  )
    j++;
  return links >= 2 || (dialled && links >= 0) ? j : i;
}
