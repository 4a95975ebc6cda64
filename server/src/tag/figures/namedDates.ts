import calendar from '../data/calendar.json';
import { at, isCapital, isDash, isGlued, isHyphen, isNumber, isWord, numberPairs, type Reader } from './reader';

export const MONTHS = numberPairs(calendar.months);
export const WEEKDAYS = numberPairs(calendar.weekdays);
const DOUBTFUL = new Set(calendar.doubtfulMonths.split(' '));

/** A date with its parts, in tokens `from..to`; month 0 where there is none. */
export interface CalendarDate {
  readonly from: number;
  readonly to: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** The last day of “July 6 to 16”, or null. */
  readonly lastDay: number | null;
  /** As written before the date, or null. */
  readonly weekday: number | null;
}

/** A date that is written with its month's name, in any order, at token `i`: “Thursday, May 16, 2024”, “the 5th of May”, “March 2023”, “11-31 July”. */
export function namedDateAt(r: Reader, i: number): CalendarDate | null {
  const weekday = WEEKDAYS.get(at(r, i));
  if (weekday !== undefined && isWord(r, i) && isCapital(r, i)) {
    let j = i + 1;
    if (at(r, j) === '.' && isGlued(r, j)) j++;
    if (at(r, j) === ',') j++;
    while (at(r, j) === 'the' || at(r, j) === 'on') j++;
    const rest = monthFirst(r, j) ?? dayFirst(r, j);
    return rest && rest.day !== null ? { ...rest, from: i, weekday } : null;
  }
  return monthFirst(r, i) ?? dayFirst(r, i);
}

function monthFirst(r: Reader, i: number): CalendarDate | null {
  const month = MONTHS.get(at(r, i));
  if (month === undefined || !isWord(r, i) || !isCapital(r, i)) return null;
  let j = i + 1;
  if (isAbbreviation(r, i) && at(r, j) === '.' && isGlued(r, j)) j++;
  const base = { from: i, month, weekday: null };
  if (at(r, j) === 'the' && dayNumber(r, j + 1)) j++;
  const first = dayNumber(r, j) ?? dayNumber(r, isHyphen(r, j) ? j + 1 : j);
  if (first) {
    let to = first.to;
    const last = rangeDay(r, to, first.day);
    if (last) to = last.to;
    const year = yearBehind(r, to);
    // “March 20 people”: a day is followed by no noun that it could count; “May 10 5-1”: neither by another number.
    return { ...base, to: year?.to ?? to, day: first.day, lastDay: last?.day ?? null, year: year?.year ?? null };
  }
  const of = at(r, j) === 'of' || at(r, j) === ',' ? 1 : 0;
  const year = yearNumber(r, j + of);
  if (year !== null && !(of && at(r, j) === ',' && at(r, i - 1) === ''))
    return { ...base, to: j + of + 1, day: null, lastDay: null, year };
  const short = shortYear(r, j);
  if (short) return { ...base, to: short.to, day: null, lastDay: null, year: short.year };
  return isDoubtful(at(r, i)) && !monthByContext(r, i)
    ? null
    : { ...base, to: j, day: null, lastDay: null, year: null };
}

function isDoubtful(month: string): boolean {
  return DOUBTFUL.has(month.endsWith('.') ? month.slice(0, -1) : month);
}

/** “Sept” whose full stop stands apart as a token: of a full name the stop ends the sentence. */
function isAbbreviation(r: Reader, i: number): boolean {
  const w = at(r, i);
  return w.length <= 4 && w !== 'may' && w !== 'june' && w !== 'july';
}

const MONTH_CUES = new Set(
  'in since by until till from during before after last next this early late mid of every through for between and to than previous following that each -'.split(
    ' ',
  ),
);

/** May the verb, March the walk, April the girl: alone they are months only behind a preposition or the like, with no name behind. */
function monthByContext(r: Reader, i: number): boolean {
  const w = at(r, i);
  if (w.length === 3 && w !== 'may') return false;
  const nameBehind =
    isCapital(r, i + 1) && isWord(r, i + 1) && !WEEKDAYS.has(at(r, i + 1)) && !MONTHS.has(at(r, i + 1));
  const nameBefore =
    isCapital(r, i - 1) &&
    isWord(r, i - 1) &&
    i - 1 > r.from &&
    !MONTH_CUES.has(at(r, i - 1)) &&
    !WEEKDAYS.has(at(r, i - 1)) &&
    !MONTHS.has(at(r, i - 1));
  if (nameBehind || nameBefore) return false;
  if (w === 'april' || w === 'june' || w === 'august') return i > r.from || !isSaying(r, i + 1);
  if (/^(?:this|last|next)$/.test(at(r, i + 1)) && at(r, i + 2) === 'year') return true;
  if (at(r, i + 1) === 'and' && MONTHS.has(at(r, i + 2)) && isCapital(r, i + 2)) return true;
  const list = at(r, i - 1) === ',' && MONTHS.has(at(r, i - 2));
  const attribute = at(r, i - 1) === 'the' && isWord(r, i + 1) && !isCapital(r, i + 1); // “the May riot”
  if (!MONTH_CUES.has(at(r, i - 1)) && !list && !attribute && !(w === 'march' && i > r.from)) return false;
  return (
    w !== 'may' ||
    !/^(?:and|to|of|for|that|this|each)$/.test(at(r, i - 1)) ||
    at(r, i + 1) === ',' ||
    at(r, i + 1) === '.' ||
    at(r, i + 1) === '' ||
    at(r, i - 1) === 'this'
  );
}

/** “June says”, “April laughed”: then it is somebody. */
function isSaying(r: Reader, i: number): boolean {
  return isWord(r, i) && /^(?:says?|said|told|tells|adds|has|is|was|had)$|[^e]ed$/.test(at(r, i));
}

function dayFirst(r: Reader, i: number): CalendarDate | null {
  const first = dayNumber(r, i);
  if (!first) return null;
  let j = first.to;
  const last = rangeDay(r, j, first.day);
  if (last) j = last.to;
  while (at(r, j) === 'of' || at(r, j) === 'day') j++;
  if (isHyphen(r, j) && isGlued(r, j)) j++;
  if (at(r, j) === ',' && MONTHS.has(at(r, j + 1))) j++;
  const month = MONTHS.get(at(r, j));
  if (month === undefined || !isCapital(r, j)) return null;
  if (at(r, j) === 'may' && !isNumber(r, j + 1) && isWord(r, j + 1) && isCapital(r, j + 1) && at(r, j - 1) !== 'of')
    return null;
  let to = j + 1;
  if (isAbbreviation(r, j) && at(r, to) === '.' && isGlued(r, to)) to++;
  // “26 June 15” has no year; “5-May-2024” has.
  const year = yearBehind(r, isHyphen(r, to) && isGlued(r, to) ? to + 1 : to);
  return {
    from: i,
    to: year?.to ?? to,
    month,
    day: first.day,
    lastDay: last?.day ?? null,
    year: year?.year ?? null,
    weekday: null,
  };
}

const DAY_WORDS = numberPairs(
  'first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30',
);

function dayNumber(r: Reader, i: number): { day: number; to: number } | null {
  const w = at(r, i);
  // So short, a number holds nothing but digits.
  if (isNumber(r, i) && w.length <= 2) {
    const day = Number(w);
    if (day < 1 || day > 31) return null;
    const suffix = isGlued(r, i + 1) && /^(?:st|nd|rd|th)$/.test(at(r, i + 1)) ? 1 : 0;
    // “May 16.5”, “March 3%”, “May 5bn” count something.
    const next = at(r, i + 1 + suffix);
    if (
      !suffix &&
      (next === '%' ||
        (isGlued(r, i + 1) && isWord(r, i + 1)) ||
        /^(?:percent|per|million|billion|pm|am|p\.m\.|a\.m\.)$/.test(next))
    )
      return null;
    return { day, to: i + 1 + suffix };
  }
  const day = DAY_WORDS.get(w);
  return day !== undefined && (at(r, i + 1) === 'of' || MONTHS.has(at(r, i - 1))) ? { day, to: i + 1 } : null;
}

/** The last day of “5, 6 and 7”: days that follow one another. */
function listedDays(r: Reader, i: number, first: number): { day: number; to: number } | null {
  let day = first;
  let j = i;
  for (let n = 0; n < 6; n++) {
    const comma = at(r, j) === ',' ? 1 : 0;
    const last = at(r, j + comma) === 'and' || at(r, j + comma) === '&' ? 1 : 0;
    if (comma + last === 0 || at(r, j + comma + last) !== String(day + 1)) return null;
    day++;
    j += comma + last + 1;
    if (last) return n > 0 ? { day, to: j } : null;
  }
  return null;
}

/** The other end of “6 to 16”, “3-5”, “24/25”, “4 and 5”. */
function rangeDay(r: Reader, i: number, first: number): { day: number; to: number } | null {
  const list = listedDays(r, i, first);
  if (list) return list;
  const w = at(r, i);
  const joined =
    isDash(r, i) || w === 'to' || w === '/' || w === '&' || w === 'and' || w === 'through' || w === 'until';
  if (!joined) return null;
  const last = dayNumber(r, i + 1);
  if (!last || last.day <= first) return null;
  // “May 3 and 4 people”; “May 3 to 5 June” is read from the other side.
  if (
    (w === 'and' || w === 'to') &&
    isWord(r, last.to) &&
    !/^(?:in|at|on|for|,|with|and|as|to|when|after|of|by|from|this|the|they|he|she|we|it|during|before|because|but|while|were|was|will|is|are)$/.test(
      at(r, last.to),
    ) &&
    !MONTHS.has(at(r, last.to))
  )
    return null;
  return last;
}

export function yearNumber(r: Reader, i: number): number | null {
  const w = at(r, i);
  if (!isNumber(r, i) || !/^(?:1[0-9]|20)\d\d$/.test(w)) return null;
  if (
    isGlued(r, i + 1) &&
    (isWord(r, i + 1) ||
      (isNumber(r, i + 2) && isGlued(r, i + 2) && !isDash(r, i + 1) && at(r, i + 1) !== '/' && at(r, i + 1) !== '|'))
  )
    return null;
  return Number(w);
}

/** “, 2024”, “ 2024”, “ of 2018”, “ in 2020” behind a day and month. */
function yearBehind(r: Reader, i: number): { year: number; to: number } | null {
  const skip = at(r, i) === ',' || at(r, i) === 'of' || at(r, i) === 'in' || at(r, i) === '.' ? 1 : 0;
  const year = yearNumber(r, i + skip);
  if (year === null || (at(r, i) === '.' && !isGlued(r, i))) return null;
  return { year, to: i + skip + 1 };
}

const SHIFTS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** How many years “last year”, “of this year”, “next year” at token `i` lies from the story's; null where no such words stand there. */
export function yearShift(r: Reader, i: number): number | null {
  const j = at(r, i) === 'of' || at(r, i) === 'in' || at(r, i) === ',' ? i + 1 : i;
  const shift = SHIFTS.get(at(r, j));
  return shift !== undefined && at(r, j + 1) === 'year' ? shift : null;
}

/** “May ’24”. */
function shortYear(r: Reader, i: number): { year: number; to: number } | null {
  if (!/^['’‘]$/.test(at(r, i)) || !isGlued(r, i + 1) || !/^\d\d$/.test(at(r, i + 1))) return null;
  const two = Number(at(r, i + 1));
  return { year: two < 50 ? 2000 + two : 1900 + two, to: i + 2 };
}
