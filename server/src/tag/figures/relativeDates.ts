import calendar from '../data/calendar.json';
import { weekdayOf, weekOf, civilOf } from './calendar';
import { dateReading, dayStretch, monthStretch, yearStretch, type Stretch } from './dateReading';
import { yearOf } from './dates';
import { WEEKDAYS } from './namedDates';
import { DAYS, timeUnitAt, type TimeUnit } from './durations';
import type { Numeral } from './numeral';
import { numeralAt } from './numerals';
import { at, isCapital, isGlued, isHyphen, isNumber, isWord, type Reader } from './reader';
import type { DateContext, Reading } from './reading';
import { lookingAhead } from './tense';

const DAY_PARTS = new Set(calendar.dayParts.split(' '));
const PLURALS = new Set(calendar.plurals.split(' '));
/** Newspapers and places that begin with a day. */
const NOT_A_DAY = new Set(
  'times telegraph mirror express mail post world herald star sun night school night-live'.split(' '),
);

/** Dates that are told from the story's day, at token `i`: “Thursday afternoon”, “yesterday”, “last month”, “two weeks ago”, “earlier this week”. */
export function relativeDateAt(r: Reader, i: number, context: DateContext): Reading | null {
  return weekdayAt(r, i, context) ?? dayWordAt(r, i, context) ?? agoAt(r, i, context) ?? namedUnitAt(r, i, context);
}

function weekdayAt(r: Reader, i: number, context: DateContext): Reading | null {
  const w = at(r, i);
  if (!isWord(r, i) || !isCapital(r, i)) return null;
  // “Sundays” is a habit: a date that no day resolves.
  if (PLURALS.has(w)) return dateReading(i, i + 1, null, 'open');
  const weekday = WEEKDAYS.get(w);
  if (weekday === undefined || w.length < 6) return null;
  if (isCapital(r, i + 1) && NOT_A_DAY.has(at(r, i + 1))) return null;
  // “Black Friday”, “Easter Monday”: some day of some year.
  if (
    isCapital(r, i - 1) &&
    isWord(r, i - 1) &&
    i - 1 > r.from &&
    /^(?:black|bloody|good|easter|palm|super|cyber|ash|holy|fat|red)$/.test(at(r, i - 1))
  )
    return dateReading(i - 1, i + 1, null, 'open');
  const to = DAY_PARTS.has(at(r, i + 1)) ? i + 2 : i + 1;
  if (context.story === null) return dateReading(i, to, null, 'open');
  return dateReading(i, to, resolveWeekday(r, i, weekday, context.story), 'story');
}

/** The weekday nearest to the story that the words around it allow; null where “last”, “next” or a rule could mean two days. */
function resolveWeekday(r: Reader, i: number, weekday: number, story: number): Stretch | null {
  const today = weekdayOf(story);
  const back = (today - weekday + 7) % 7;
  const previous = at(r, i - 1);
  if (UNSETTLED.has(previous) || at(r, i - 1) === 'ago' || (previous === 'on' && at(r, i - 2) === 'ago')) return null;
  // “the Friday before”, “the first Monday of the month”
  if (previous === 'the' && /^(?:before|after|prior|following|preceding|when|of)$/.test(at(r, i + 1))) return null;
  const week = weekBeside(r, i);
  // Whose week a Sunday ends or begins differs.
  if (week !== null) return weekday === 0 ? null : dayStretch(weekOf(story + week * DAYS.W).monday + weekday - 1);
  if (previous === 'every' || previous === 'each' || previous === 'a' || previous === 'any') return null;
  if (previous === 'last' || previous === 'past') return back === 0 ? dayStretch(story - 7) : null;
  if (previous === 'next') return null;
  const ahead = lookingAhead(r, i);
  if (previous === 'this' || previous === 'coming')
    return back === 0
      ? previous === 'this'
        ? dayStretch(story)
        : null
      : dayStretch(ahead === false ? story - back : story + 7 - back);
  // A story of a Friday that looks ahead to “Friday” may mean its own day or the next week's.
  if (ahead) return back === 0 ? null : dayStretch(story + 7 - back);
  return dayStretch(story - back);
}

const UNSETTLED = new Set(
  'that previous following preceding same prior one some first second third fourth fifth final two three alternate other another'.split(
    ' ',
  ),
);
const WEEKS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** The week of “Monday last week”, “Monday of next week”, “last week on Monday”, counted from the story's; null where none is named. */
function weekBeside(r: Reader, i: number): number | null {
  const j = at(r, i + 1) === 'of' || DAY_PARTS.has(at(r, i + 1)) ? i + 2 : i + 1;
  if (at(r, j + 1) === 'week') return WEEKS.get(at(r, j)) ?? null;
  const k = at(r, i - 1) === 'on' ? i - 2 : i - 1;
  if (at(r, k) !== 'week') return null;
  return WEEKS.get(at(r, k - 1)) ?? null;
}

function dayWordAt(r: Reader, i: number, context: DateContext): Reading | null {
  const w = at(r, i);
  let shift: number;
  if (w === 'yesterday') shift = -1;
  else if (w === 'tomorrow') shift = 1;
  else if (w === 'today' || w === 'tonight') shift = 0;
  else return null;
  // “today's world”, “the politicians of today”, “USA Today”: our time, not a day.
  const possessive = at(r, i + 1) === "'s" || at(r, i + 1) === '’s';
  if (
    (w === 'today' || w === 'tomorrow') &&
    (possessive || at(r, i - 1) === 'of' || (isCapital(r, i) && i > r.from && isCapital(r, i - 1)))
  )
    return null;
  const to = DAY_PARTS.has(at(r, i + 1)) ? i + 2 : i + 1;
  // “the day before yesterday”, “the day after tomorrow”
  const twice =
    at(r, i - 2) === 'day' &&
    ((w === 'yesterday' && at(r, i - 1) === 'before') || (w === 'tomorrow' && at(r, i - 1) === 'after'));
  const day = context.story === null ? null : dayStretch(context.story + (twice ? 2 * shift : shift));
  return dateReading(twice ? i - 2 : i, to, day, 'story');
}

/** “two weeks ago”, “a year ago”, “three days earlier” (open: earlier than what?). */
function agoAt(r: Reader, i: number, context: DateContext): Reading | null {
  const one = at(r, i) === 'a' || at(r, i) === 'an';
  if (!one && !isNumber(r, i) && !isWord(r, i)) return null;
  const numeral: Numeral | null = one && timeUnitAt(r, i + 1) ? null : numeralAt(r, i);
  if (!one && !numeral) return null;
  const unitFrom = numeral ? numeral.to : i + 1;
  const time = timeUnitAt(r, unitFrom);
  if (!time) return null;
  const ago = at(r, time.to);
  if (ago !== 'ago') return null;
  const count = numeral ? numeral.value : 1;
  const to = time.to + 1;
  if (context.story === null || count <= 0 || count > 3000) return dateReading(i, to, null, 'open');
  return dateReading(i, to, agoStretch(count, time.unit, context.story), 'story', '~');
}

/** People round: “two weeks ago” is a day of about that week, “two years ago” any day half a year to either side. */
function agoStretch(count: number, unit: TimeUnit, story: number): Stretch | null {
  if (unit === 'D') return count < 7 ? dayStretch(story - count) : around(story, count, 2);
  if (unit === 'W') return around(story, count * 7, 4);
  if (unit === 'm') {
    const { year, month } = civilOf(story);
    const then = monthStretch(year, month - count);
    return Number.isInteger(count)
      ? { ...monthOf(year, month - count), low: then.low - 15, high: then.high + 15 }
      : null;
  }
  if (unit === 'Y' || unit === 'd') {
    const years = unit === 'd' ? count * 10 : count;
    if (!Number.isInteger(years)) return null;
    const year = yearOf(story) - years;
    if (year < 1) return null;
    const slack = Math.max(183, Math.round(years * 18));
    const middle = story - Math.round(years * 365.2425);
    return { value: yearStretch(year).value, low: middle - slack, high: middle + slack };
  }
  return null;
}

function monthOf(year: number, month: number): Stretch {
  const carried = year + Math.floor((month - 1) / 12);
  return monthStretch(carried, ((((month - 1) % 12) + 12) % 12) + 1);
}

function around(story: number, days: number, slack: number): Stretch {
  const day = story - Math.round(days);
  return { value: dayStretch(day).value, low: day - slack, high: day + slack };
}

const WHICH = new Set(['last', 'this', 'next']);

/** “last month”, “this year”, “next week”, “last night”, with “earlier”, “later” and “late” before it. */
export function namedUnitAt(r: Reader, i: number, context: DateContext): Reading | null {
  let j = i;
  if (/^(?:earlier|later|late|early)$/.test(at(r, i)) && WHICH.has(at(r, i + 1))) j = i + 1;
  const which = at(r, j);
  if (!WHICH.has(which) || isHyphen(r, j + 1)) return null;
  if (at(r, i - 1) === 'the' || (at(r, i - 1) === 'for' && which === 'last' && at(r, i - 2) === 'the')) return null;
  const w = at(r, j + 1);
  if (isHyphen(r, j + 2) && isGlued(r, j + 2)) return null;
  const shift = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  // “this time last year”; “this week's”: fine. “this day”, “next day”, “this month's end” are not told from the story.
  if (DAY_PARTS.has(w)) {
    if (which === 'next' || (which === 'last' && w !== 'night' && w !== 'evening')) return null;
    return dateReading(
      i,
      j + 2,
      context.story === null ? null : dayStretch(context.story + (which === 'last' ? -1 : 0)),
      'story',
    );
  }
  if (w !== 'week' && w !== 'month' && w !== 'year' && w !== 'decade' && w !== 'century' && w !== 'weekend')
    return null;
  if (w === 'decade' || w === 'century' || w === 'weekend') return dateReading(i, j + 2, null, 'open');
  if (context.story === null) return dateReading(i, j + 2, null, 'open');
  return dateReading(i, j + 2, shifted(w, shift, context.story), 'story');
}

function shifted(unit: 'week' | 'month' | 'year', shift: number, story: number): Stretch {
  const { year, month } = civilOf(story);
  if (unit === 'year') return yearStretch(year + shift);
  if (unit === 'month') return monthOf(year, month + shift);
  // A week of Monday to Sunday; Americans begin it on Sunday, so the Sunday before belongs to it as well.
  const week = weekOf(story + shift * DAYS.W);
  return { value: week.name, low: week.monday - 1, high: week.monday + 6 };
}
