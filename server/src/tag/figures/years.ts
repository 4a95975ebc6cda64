import calendar from '../data/calendar.json';
import { countedPlural } from './counted';
import { centuryAt, decadeAt } from './centuries';
import { between, dateReading, yearStretch } from './dateReading';
import { yearNumber } from './namedDates';
import { at, isCapital, isDash, isGlued, isHyphen, isNumber, isWord, overHyphen, type Reader } from './reader';
import type { DateContext, Reading } from './reading';
import { cardinalBelowHundred } from './numberWords';
import { quarterAt, seasonAt } from './seasons';
import { timeUnitAt } from './durations';
import { measureAt, percentAt } from './units';
import { currencyBehind } from './money';

const CUES = new Set(calendar.yearCues.split(' '));
/** Years, spans of years, decades, centuries, seasons and quarters at token `i`. */
export function yearishAt(r: Reader, i: number, context: DateContext): Reading | null {
  if (isNumber(r, i) && /^\d{1,4}$/.test(at(r, i)) && /^(?:bc|b\.c\.|bce|b\.c\.e\.)$/.test(at(r, i + 1)))
    return dateReading(i, i + 2, null, 'open');
  if (isNumber(r, i))
    return decadeAt(r, i) ?? quarterAt(r, i, context) ?? yearSpanAt(r, i) ?? bareYearAt(r, i) ?? centuryAt(r, i);
  return yearInWords(r, i) ?? decadeAt(r, i) ?? seasonAt(r, i, context) ?? quarterAt(r, i, context) ?? centuryAt(r, i);
}

/** “nineteen eighty-four”, “twenty twenty-four”. */
function yearInWords(r: Reader, i: number): Reading | null {
  const century = CENTURY_WORDS.get(at(r, i));
  const rest = century !== undefined && isWord(r, i + 1) ? cardinalBelowHundred(r, i + 1) : null;
  if (century === undefined || !rest || rest.value < 10 || isHyphen(r, rest.to) || countsBehind(r, rest.to))
    return null;
  if (century === 2000 && (rest.value > 50 || !CUES.has(at(r, i - 1)))) return null;
  return dateReading(i, rest.to, yearStretch(century + rest.value), 'absolute');
}

const CENTURY_WORDS = new Map([
  ['seventeen', 1700],
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** “2014-2018”, “2021-22”, “2022/23”, “from 2014 to 2018”, “between 2010 and 2015”. */
function yearSpanAt(r: Reader, i: number): Reading | null {
  const first = spanYear(r, i);
  if (first === null) return null;
  const sign = at(r, i + 1);
  const previous = at(r, /^(?:about|around|roughly)$/.test(at(r, i - 1)) ? i - 2 : i - 1);
  const dashed = (isDash(r, i + 1) || sign === '/') && isGlued(r, i + 1) === isGlued(r, i + 2);
  const worded =
    ((sign === 'to' || sign === 'until' || sign === 'through') && (previous === 'from' || CUES.has(previous))) ||
    (sign === 'and' && previous === 'between');
  if (!dashed && !worded) return null;
  const next = at(r, i + 2);
  if (!isNumber(r, i + 2) || (dashed && (isDash(r, i + 3) || at(r, i + 3) === '/') && isGlued(r, i + 3))) return null;
  let last: number;
  if (/^(?:1[0-9]|20)\d\d$/.test(next)) last = Number(next);
  else if (dashed && isGlued(r, i + 1) && /^\d\d$/.test(next)) last = Math.floor(first / 100) * 100 + Number(next);
  else if (dashed && isGlued(r, i + 1) && /^\d$/.test(next) && sign !== '/')
    last = Math.floor(first / 10) * 10 + Number(next);
  else return null;
  if (last <= first || last - first > 400 || (isGlued(r, i + 3) && isWord(r, i + 3))) return null;
  // “2000-2500 people”, “between 1500 and 2000 tonnes”
  if (countsBehind(r, i + 3) && !(first >= 1900 && last <= 2100 && (first % 100 !== 0 || last % 50 !== 0))) return null;
  if (/^\d\d?$/.test(next) && first < 1300) return null;
  return dateReading(i, i + 3, between(yearStretch(first), yearStretch(last)), 'absolute', '..');
}

function spanYear(r: Reader, i: number): number | null {
  const w = at(r, i);
  return isNumber(r, i) && /^(?:1[0-9]|20)\d\d$/.test(w) && !isGluedName(r, i) ? Number(w) : null;
}

/** Is the number glued to a word or sign that makes a code of it? “mid-2019” and brackets do not. */
function isGluedName(r: Reader, i: number): boolean {
  if (!isGlued(r, i)) return false;
  if (isWord(r, i - 1) || isNumber(r, i - 1)) return true;
  const sign = at(r, i - 1);
  if (isHyphen(r, i - 1) && isGlued(r, i - 1))
    return !/^(?:mid|pre|post|early|late|since|non|until|end|spring|summer|autumn|fall|winter|q[1-4])$/.test(
      at(r, i - 2),
    );
  return (
    sign === '$' ||
    sign === '€' ||
    sign === '£' ||
    sign === '₹' ||
    sign === '#' ||
    sign === '/' ||
    sign === '.' ||
    sign === '=' ||
    sign === '_'
  );
}

/** A four-digit number that its surroundings make a year: “in 2022”, “the 2014 vote”, “(1998)”; never before what it would count. */
function bareYearAt(r: Reader, i: number): Reading | null {
  const year = yearNumber(r, i);
  if (year === null || isGluedName(r, i)) return null;
  if (isGlued(r, i + 1) && (at(r, i + 1) === '%' || at(r, i + 1) === '°')) return null;
  const previous = at(r, i - 1);
  const cue = CUES.has(previous) || (isHyphen(r, i - 1) && isGlued(r, i)); // mid-2025: isGluedName has let it pass
  if (!cue && at(r, i + 1) === 'over') return null;
  const modern = year >= 1900 && year <= 2050;
  if (previous === 'no.' || previous === 'number' || previous === '+' || previous === 'nearly') return null;
  const ours = year >= 1990 && year <= 2040 && year % 10 !== 0;
  if ((previous === 'than' || previous === 'over') && !ours) return null;
  const next = i + 1;
  if (
    percentAt(r, next) ||
    currencyBehind(r, next, null) ||
    currencyFollows(r, next) ||
    measureAt(r, next) ||
    timeUnitAt(r, overHyphen(r, next)) ||
    isScaleWord(at(r, next))
  )
    return null;
  // “from 1000 to 1500 years”; but “in 2006 to 36 percent” is a year
  if (
    previous !== 'in' &&
    previous !== 'since' &&
    isNumber(r, next + 1) &&
    (at(r, next) === 'to' || at(r, next) === 'and' || isDash(r, next)) &&
    (timeUnitAt(r, next + 2) || measureAt(r, next + 2) || percentAt(r, next + 2))
  )
    return null;
  if (countsBehind(r, next)) {
    // “the 2019 protests”, “in 2020 elections”: only years of our time that are not round.
    const determined =
      /^(?:the|its|their|his|her|our|in|since|during|after|before|by|'s|’s|a|and|mid|for|of|to|from|until|back)$/.test(
        previous,
      ) ||
      (ours && /^[,“"‘'’(]?$/.test(previous));
    return modern && year >= 1950 && year % 100 !== 0 && determined
      ? dateReading(i, next, yearStretch(year), 'absolute')
      : null;
  }
  if (cue) return dateReading(i, next, yearStretch(year), 'absolute');
  // “(1886)”, “the 1889 Exposition”
  if (year >= 1500 && ((previous === '(' && /^[),]$/.test(at(r, next))) || (previous === 'the' && isCapital(r, next))))
    return dateReading(i, next, yearStretch(year), 'absolute');
  const bounded =
    /^[(,;:–—|“"‘’']?$/.test(previous) ||
    previous === 'the' ||
    previous === 'a' ||
    previous === '©' ||
    isCapital(r, i - 1) ||
    previous === "'s" ||
    previous === '’s' ||
    isWord(r, i - 1);
  if (
    !modern ||
    !bounded ||
    /^(?:about|around|some|only|least|most|almost|approximately|killed|of|another|additional|is|was|were|are|be|by)$/.test(
      previous,
    )
  )
    return null;
  return dateReading(i, next, yearStretch(year), 'absolute');
}

function currencyFollows(r: Reader, i: number): boolean {
  return /^(?:dollars?|euros?|pounds?|yen|yuan|rupees?|pesos?|francs?|won|baht|rubles?|roubles?|naira|rand|ringgit|lira|cents?)$/.test(
    at(r, i),
  );
}

function isScaleWord(w: string): boolean {
  return (
    w === 'million' ||
    w === 'billion' ||
    w === 'trillion' ||
    w === 'thousand' ||
    w === 'crore' ||
    w === 'lakh' ||
    w === 'bn' ||
    w === 'mn'
  );
}

function countsBehind(r: Reader, i: number): boolean {
  return isWord(r, i) && !isCapital(r, i) && countedPlural(r, i) !== null;
}
