import { dayOf, isDate, weekdayOf } from './calendar';
import { between, dateReading, dayStretch, monthStretch, type Stretch } from './dateReading';
import { namedDateAt, yearShift, type CalendarDate } from './namedDates';
import { at, isDash, type Reader } from './reader';
import type { DateContext, Reading } from './reading';
import { lookingAhead } from './tense';

/** Resolves a calendar date; without a year against the story's day, to the nearest such day on the side that the verb looks to. Null where nothing tells, or the parts disagree. */
export function resolveCalendarDate(r: Reader, date: CalendarDate, context: DateContext): Reading {
  const { from, to, month, day, lastDay, weekday } = date;
  if (date.year !== null) {
    const stretch = stretchOf(date.year, month, day, lastDay);
    const wrong = stretch && weekday !== null && weekdayOf(stretch.low) !== weekday;
    return dateReading(from, to, wrong ? null : stretch, 'absolute', lastDay === null ? '=' : '..');
  }
  if (context.story === null) return dateReading(from, to, null, 'open');
  const shift = yearShift(r, to);
  if (shift !== null) return resolveIn(yearOf(context.story) + shift, date);
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

/** The date in a year that the words behind it tell (“February last year”): the span stays the date's own. */
function resolveIn(year: number, { from, to, month, day, lastDay, weekday }: CalendarDate): Reading {
  const stretch = stretchOf(year, month, day, lastDay);
  const wrong = stretch && weekday !== null && weekdayOf(stretch.low) !== weekday;
  return dateReading(from, to, wrong ? null : stretch, 'story', lastDay === null ? '=' : '..');
}

/** A day this close to the story is meant whatever the verb; one farther off than the second needs a verb or a weekday that says which year. */
const CLOSE = 14;
const DOUBTFUL_DISTANCE = 60;
/** Of a day farther off a text says the year; else the verb was not the date's own (“a vote on June 5, he said”). */
const FARTHEST = 250;

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
  const meant = ahead ? candidates.find((c) => c.low >= story) : candidates.findLast((c) => c.low <= story);
  return meant && Math.abs(meant.low - story) <= FARTHEST ? meant : null;
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
  const meant = ahead === here.low > story ? here : monthStretch(ahead ? year + 1 : year - 1, month);
  return Math.abs(meant.low - story) <= FARTHEST + 30 ? meant : null;
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
