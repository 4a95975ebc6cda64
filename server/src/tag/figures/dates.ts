import calendar from '../data/calendar.json';
import { dayOf, isDate, weekdayOf } from './calendar';
import { between, dateReading, dayStretch, monthStretch, type Stretch } from './dateReading';
import { at, isCapital, isDash, isGlued, isHyphen, isNumber, isWord, numberPairs, type Reader } from './reader';
import type { Reading } from './reading';
import { lookingAhead } from './tense';

/** What dates are resolved against. */
export interface DateContext {
  /** The story's day, or null. */
  readonly story: number | null;
  /** Which slot of 05/06/2024 is the month, where other dates of the text decide it. */
  readonly slashes: 'monthFirst' | 'dayFirst' | null;
}

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
  return DOUBTFUL.has(at(r, i).replace(/\.$/, '')) && !monthByContext(r, i)
    ? null
    : { ...base, to: j, day: null, lastDay: null, year: null };
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
  if (w === 'april' || w === 'june' || w === 'august') return true;
  if (/^(?:this|last|next)$/.test(at(r, i + 1)) && at(r, i + 2) === 'year') return true;
  if (at(r, i + 1) === 'and' && MONTHS.has(at(r, i + 2)) && isCapital(r, i + 2)) return true;
  const list = at(r, i - 1) === ',' && MONTHS.has(at(r, i - 2));
  if (!MONTH_CUES.has(at(r, i - 1)) && !list && !(w === 'march' && i > r.from)) return false;
  return (
    w !== 'may' ||
    !/^(?:and|to|of|for|that|this|each)$/.test(at(r, i - 1)) ||
    at(r, i + 1) === ',' ||
    at(r, i + 1) === '.' ||
    at(r, i + 1) === '' ||
    at(r, i - 1) === 'this'
  );
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
  if (isNumber(r, i) && /^\d{1,2}$/.test(w)) {
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

/** The other end of “6 to 16”, “3-5”, “24/25”, “4 and 5”. */
function rangeDay(r: Reader, i: number, first: number): { day: number; to: number } | null {
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
    !/^(?:in|at|on|for|,|with|and|as|to|when|after|of|by|from|this)$/.test(at(r, last.to)) &&
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

/** “May ’24”. */
function shortYear(r: Reader, i: number): { year: number; to: number } | null {
  if (!/^['’‘]$/.test(at(r, i)) || !isGlued(r, i + 1) || !/^\d\d$/.test(at(r, i + 1))) return null;
  const two = Number(at(r, i + 1));
  return { year: two < 50 ? 2000 + two : 1900 + two, to: i + 2 };
}

/** Resolves a calendar date; without a year against the story's day, to the nearest such day on the side that the verb looks to. Null where nothing tells, or the parts disagree. */
export function resolveCalendarDate(r: Reader, date: CalendarDate, context: DateContext): Reading {
  const { from, to, month, day, lastDay, weekday } = date;
  if (date.year !== null) {
    const stretch = stretchOf(date.year, month, day, lastDay);
    const wrong = stretch && weekday !== null && weekdayOf(stretch.low) !== weekday;
    return dateReading(from, to, wrong ? null : stretch, 'absolute', lastDay === null ? '=' : '..');
  }
  if (context.story === null) return dateReading(from, to, null, 'open');
  if (day === null) return dateReading(from, to, nearestMonth(r, from, month, context.story), 'story');
  const year = yearOf(context.story);
  const candidates: Stretch[] = [];
  for (const y of [year - 1, year, year + 1]) {
    const stretch = stretchOf(y, month, day, lastDay);
    if (stretch && (weekday === null || weekdayOf(stretch.low) === weekday)) candidates.push(stretch);
  }
  const best = nearestDay(r, from, candidates, context.story, weekday !== null);
  return dateReading(from, to, best, 'story', lastDay === null ? '=' : '..');
}

/** A day this close to the story is meant whatever the verb; one farther off than the second needs a verb or a weekday that says which year. */
const CLOSE = 14;
const DOUBTFUL_DISTANCE = 120;

function nearestDay(
  r: Reader,
  i: number,
  candidates: readonly Stretch[],
  story: number,
  sure: boolean,
): Stretch | null {
  const nearest = [...candidates].sort((a, b) => Math.abs(a.low - story) - Math.abs(b.low - story))[0];
  if (!nearest) return null;
  const distance = Math.abs(nearest.low - story);
  if (sure || distance <= CLOSE) return distance <= 200 ? nearest : null;
  const ahead = lookingAhead(r, i);
  if (ahead === null) return distance <= DOUBTFUL_DISTANCE ? nearest : null;
  return (ahead ? candidates.find((c) => c.low >= story) : candidates.findLast((c) => c.low <= story)) ?? null;
}

function stretchOf(year: number, month: number, day: number | null, lastDay: number | null): Stretch | null {
  if (day === null) return monthStretch(year, month);
  if (!isDate(year, month, day) || (lastDay !== null && !isDate(year, month, lastDay))) return null;
  const first = dayStretch(dayOf(year, month, day));
  return lastDay === null ? first : between(first, dayStretch(dayOf(year, month, lastDay)));
}

export function yearOf(day: number): number {
  let year = Math.floor(1970 + day / 365.2425);
  while (dayOf(year + 1, 1, 1) <= day) year++;
  while (dayOf(year, 1, 1) > day) year--;
  return year;
}

/** A bare month: the latest one that has begun, or the next where the words around it look ahead. */
function nearestMonth(r: Reader, i: number, month: number, story: number): Stretch | null {
  const year = yearOf(story);
  const ahead = lookingAhead(r, i);
  const previous = at(r, i - 1);
  const here = monthStretch(year, month);
  if (previous === 'last') return here.high < story ? here : monthStretch(year - 1, month);
  if (previous === 'next') return null; // this year's or the year's after? people differ
  if (here.low <= story && story <= here.high) return here;
  if (ahead === null) return null;
  if (ahead) return here.low > story ? here : monthStretch(year + 1, month);
  return here.high < story ? here : monthStretch(year - 1, month);
}

/** 2024-05-16, 2024/05/16, 16/05/2024, 16.05.2024: by signs; 05/06/2024 only where the text's other dates decide the order. */
export function numericDateAt(r: Reader, i: number, context: DateContext): Reading | null {
  if (!isNumber(r, i)) return null;
  const w = at(r, i);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(w);
  if (dotted) return slashDate(i, i + 1, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]), 'dayFirst');
  const sign = at(r, i + 1);
  if ((!isDash(r, i + 1) && sign !== '/') || !isGlued(r, i + 1) || at(r, i + 3) !== sign || !isGlued(r, i + 3))
    return null;
  if (!isGlued(r, i + 2) || !isGlued(r, i + 4) || isGlued(r, i)) return null;
  const a = w;
  const b = at(r, i + 2);
  const c = at(r, i + 4);
  if (!/^\d{1,2}$/.test(b)) return null;
  if (/^(?:1[0-9]|20)\d\d$/.test(a) && /^\d{1,2}$/.test(c)) {
    const stretch = isDate(Number(a), Number(b), Number(c)) ? dayStretch(dayOf(Number(a), Number(b), Number(c))) : null;
    return stretch ? dateReading(i, i + 5, stretch, 'absolute') : null;
  }
  if (/^\d{1,2}$/.test(a) && /^(?:1[0-9]|20)\d\d$/.test(c))
    return slashDate(i, i + 5, Number(a), Number(b), Number(c), context.slashes);
  return null;
}

function slashDate(
  from: number,
  to: number,
  a: number,
  b: number,
  year: number,
  order: DateContext['slashes'],
): Reading | null {
  const dayLed = isDate(year, b, a);
  const monthLed = isDate(year, a, b);
  if (!dayLed && !monthLed) return null;
  const day =
    dayLed && (!monthLed || order === 'dayFirst' || a === b)
      ? dayOf(year, b, a)
      : monthLed && (!dayLed || order === 'monthFirst')
        ? dayOf(year, a, b)
        : null;
  return dateReading(from, to, day === null ? null : dayStretch(day), 'absolute');
}

/** The order that the text's unambiguous numeric dates show: one slot holds a number above 12. Null where none or both do. */
export function slashOrder(r: Reader): DateContext['slashes'] {
  let order: DateContext['slashes'] = null;
  for (let i = r.from; i < r.to; i++) {
    if (
      r.tokens.kind[i] !== 1 ||
      at(r, i + 1) !== '/' ||
      at(r, i + 3) !== '/' ||
      !/^(?:1[0-9]|20)\d\d$/.test(at(r, i + 4))
    )
      continue;
    const a = Number(at(r, i));
    const b = Number(at(r, i + 2));
    const found = a > 12 && a <= 31 && b <= 12 ? 'dayFirst' : b > 12 && b <= 31 && a <= 12 ? 'monthFirst' : null;
    if (!found) continue;
    if (order && order !== found) return null;
    order = found;
  }
  return order;
}

/** “from May 3 to June 5”, “between July 2019 and March 2020”, “May 3 – June 5”: two calendar dates as one interval, or null. */
export function dateRangeAt(r: Reader, first: CalendarDate, context: DateContext): Reading | null {
  const w = at(r, first.to);
  const joined =
    isDash(r, first.to) ||
    ((w === 'to' || w === 'until' || w === 'till' || w === 'through') && at(r, first.from - 1) === 'from') ||
    (w === 'and' && at(r, first.from - 1) === 'between');
  if (!joined || first.lastDay !== null) return null;
  const second = namedDateAt(r, first.to + 1);
  if (!second || (second.day === null) !== (first.day === null)) return null;
  const end = resolveCalendarDate(r, second, context);
  const start = resolveCalendarDate(r, { ...first, year: first.year ?? second.year }, context);
  const { from } = first;
  if (start.low === null || start.value === null || end.high === null || end.value === null)
    return dateReading(from, second.to, null, 'open', '..');
  const low = first.year === null && start.low > end.high ? null : start.low;
  if (low === null) return dateReading(from, second.to, null, 'open', '..');
  return {
    ...dateReading(
      from,
      second.to,
      { value: `${start.value}/${end.value}`, low, high: end.high },
      start.resolution === 'story' || end.resolution === 'story' ? 'story' : 'absolute',
      '..',
    ),
  };
}
