import data from '../data/counting.json';
import { at, isCapital, isDash, isGlued, isHyphen, isNumber, isWord, kindAt, written, type Reader } from './reader';
import { countedPlural } from './counted';
import { STOP } from './nouns';
import type { Amount } from './amounts';
import type { Numeral } from './numeral';
import { TokenKind } from '../../text/tokens';

export const LABELS = new Set(data.labels.split(' '));
/** Labels whose full stop stands apart as a token. */
const SHORT_LABELS = new Set('para par sec fig art vol ch cl col ex fn op ref tab'.split(' '));
const PLURAL_LABELS = new Set(
  'pages sections chapters articles lines verses rows paragraphs clauses rooms tables figures'.split(' '),
);
const DIALS = new Set(
  'call calls called calling dial dials dialled dialed dialing dialling phone phoned text texted ring port'.split(' '),
);
export const STREETS = new Set(
  'street st st. avenue ave ave. road rd rd. lane drive boulevard blvd blvd. square terrace crescent parkway highway mews quay'.split(
    ' ',
  ),
);
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
      before === '§' ||
      before === '¶' ||
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
  if (previous === '.' && isGlued(r, i - 1) && SHORT_LABELS.has(at(r, i - 2))) return true;
  if (previous === '§' || previous === '¶') return true;
  if (!isWord(r, i - 1)) return false;
  if (PLURAL_LABELS.has(previous)) return true;
  if (LABELS.has(previous.replace(/\.$/, '')) && !isVerbLike(previous, r, i)) return true;
  if (DIALS.has(previous) && /^\d{3,}$/.test(at(r, i)) && !countedPlural(r, i + 1)) return true;
  if (!isCapital(r, i - 1)) return false;
  // At the head of a sentence any word has a capital; one in capitals (ISO 9001) is a name there too.
  if (i - 1 === r.from) return /^[A-Z]{2,}$/.test(written(r, i - 1)) && !STOP.has(previous);
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

/** A bare number of the form of a year of our time that nothing shows to be one, and that counts nothing: no figure rather than a wrong one. */
export function isDoubtfulYear(r: Reader, a: Amount): boolean {
  return a.type === 'count' && /^(?:19[5-9]|20[0-4])\d$/.test(at(r, a.from)) && a.to === a.from + 1;
}

/** A number whose right side is glued to letters that are no unit, suffix or ordinal: “3D”, “747s”, “2x4”, “4G”. */
export function isCodeOnTheRight(r: Reader, to: number): boolean {
  if (!isGlued(r, to)) return false;
  const kind = kindAt(r, to);
  if (kind === TokenKind.Word || kind === TokenKind.Number) return true;
  const sign = written(r, to);
  if (sign === '(')
    return isGlued(r, to + 1) && isWord(r, to + 1) && at(r, to + 2) === ')' && at(r, to + 1).length === 1; // 401(k)
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
  // “0800 123 456”, “0317-8471”: a leading nought begins a code.
  const code = /^0\d{2,}$/.test(at(r, i));
  while (code && j < i + 8 && /^\d{2,4}$/.test(at(r, j)) && isNumber(r, j)) j++;
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
  return links >= 2 || dialled || code ? j : i;
}

/** Behind a number that names something: past the other end of “pages 112-118” and “sections 4 and 5”. */
export function pastRange(r: Reader, to: number): number {
  const list = PLURAL_LABELS.has(at(r, to - 2));
  let j = to;
  for (let n = 0; n < 8; n++) {
    const w = at(r, j);
    const joined = isDash(r, j) ? isGlued(r, j) && isGlued(r, j + 1) : list && /^(?:,|and|or|to|&)$/.test(w);
    if (!joined || !/^\d{1,4}(?:\.\d+)?$/.test(at(r, j + 1)) || (!isDash(r, j) && countedPlural(r, j + 2))) return j;
    j += 2;
  }
  return j;
}

/** The end of an address (“10 Downing Street”, “45 West 34th Street”) whose house number is token `i`, or `i`. */
export function placeEnd(r: Reader, i: number, numeral: Numeral): number {
  if (numeral.to !== i + 1 || numeral.grouped || numeral.decimals > 0) return i;
  for (let k = i + 1; k <= i + 5; k++) {
    if (k > i + 1 && isCapital(r, k) && STREETS.has(at(r, k))) return k + 1;
    const ordinal = isNumber(r, k) || (isGlued(r, k) && /^(?:st|nd|rd|th)$/.test(at(r, k)));
    if (
      !(isWord(r, k) && isCapital(r, k)) &&
      !(ordinal && k > i + 1) &&
      !(k === i + 1 && isNumber(r, k) && isGlued(r, k + 1))
    )
      return i;
  }
  return i;
}

const ROUND_THE_CLOCK = new Set([
  '24 hour day',
  '7 day week',
  '365 day year',
  '12 month year',
  '52 week year',
  '60 minute hour',
]);

/** Numbers that are a manner of speaking: “24 hours a day”, “seven days a week”, “on cloud nine”. */
export function isIdiom(r: Reader, a: Amount): boolean {
  if (a.numeral.value === 9 && at(r, a.from - 1) === 'cloud') return true;
  // “the class of ’99”: which century's? But “‘20 people died,’ she said” counts.
  if (a.type === 'count' && /^\d\d$/.test(at(r, a.from)) && isGlued(r, a.from) && /^['’‘]$/.test(at(r, a.from - 1)))
    return !countedPlural(r, a.to);
  // “10 o'clock”, “half past six”, “quarter to nine”: of the morning or the evening?
  if (a.type === 'count' && a.numeral.value <= 12) {
    if (/^o['’]clock$/.test(at(r, a.to))) return true;
    if (at(r, a.to) === 'in' && at(r, a.to + 1) === 'the' && /^(?:morning|afternoon|evening)$/.test(at(r, a.to + 2)))
      return true;
    const before = at(r, a.from - 1);
    if (
      (before === 'past' || before === 'to') &&
      (at(r, a.from - 2) === 'quarter' || (before === 'past' && at(r, a.from - 2) === 'half'))
    )
      return true;
  }
  if (a.type !== 'duration' || !/^(?:a|per|every|each)$/.test(at(r, a.to))) return false;
  return ROUND_THE_CLOCK.has(`${a.numeral.value} ${a.unit} ${at(r, a.to + 1)}`);
}
