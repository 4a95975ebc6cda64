import calendar from '../data/calendar.json';
import { dayOf } from './calendar';
import { between, dateReading, monthStretch } from './dateReading';
import { yearOf } from './dates';
import { yearNumber, yearShift } from './namedDates';
import { at, isGlued, overHyphen, pairs, type Reader } from './reader';
import type { DateContext, Reading } from './reading';

const SEASONS = new Map(
  [...pairs(calendar.seasons)].map(([k, v]) => [k, v.split('..').map(Number) as [number, number]]),
);

/** “summer 2024”, “the winter of 2023”, “last spring”, “this fall”; a bare season names no time. */
export function seasonAt(r: Reader, i: number, context: DateContext): Reading | null {
  const months = SEASONS.get(at(r, i));
  if (!months) return null;
  const of = at(r, i + 1) === 'of' ? 1 : 0;
  const year = yearNumber(r, i + 1 + of);
  const season = (y: number): { value: string; low: number; high: number } => {
    const [first, last] = months;
    // The southern hemisphere turns these around: two months of grace to either side would say nothing, so a year's season is the northern one.
    return between(monthStretch(y, first), monthStretch(last > 12 ? y + 1 : y, last > 12 ? last - 12 : last));
  };
  if (year !== null) {
    const stretch = season(year);
    // A winter of 2023 may begin or end in that year.
    return months[1] > 12
      ? dateReading(i, i + 2 + of, { ...stretch, low: dayOf(year, 1, 1) }, 'absolute', '~')
      : dateReading(i, i + 2 + of, stretch, 'absolute', '~');
  }
  const previous = at(r, i - 1);
  if (previous !== 'last' && previous !== 'this' && previous !== 'next') return null;
  if (context.story === null || months[1] > 12 || previous === 'next') return dateReading(i - 1, i + 1, null, 'open');
  const thisYear = yearOf(context.story);
  const here = season(thisYear);
  if (previous === 'this') return dateReading(i - 1, i + 1, here, 'story', '~');
  return dateReading(i - 1, i + 1, here.high < context.story ? here : season(thisYear - 1), 'story', '~');
}

/** The year of “this year”, “last year”, “next year” at token `i` (or, over “the” and “year”, just behind it). */
function storyYear(r: Reader, i: number, context: DateContext): number | null {
  const shift = yearShift(r, i);
  return shift === null || context.story === null ? null : yearOf(context.story) + shift;
}

const QUARTER_WORDS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['1st', 1],
]);

/** “the first quarter of 2024”, “Q1 2024”, “the first half of 2024”, “H1 2024”: calendar quarters; a firm's fiscal ones differ, so without a year they stay open. */
export function quarterAt(r: Reader, i: number, context: DateContext): Reading | null {
  const w = at(r, i);
  let n = 0;
  let j = i;
  let months = 3;
  if (w === 'h' && isGlued(r, i + 1) && /^[12]$/.test(at(r, i + 1))) {
    n = Number(at(r, i + 1));
    j = i + 2;
    months = 6;
  } else if (w === 'q' && isGlued(r, i + 1) && /^[1-4]$/.test(at(r, i + 1))) {
    n = Number(at(r, i + 1));
    j = i + 2;
  } else if (/^[1-4]$/.test(w) && at(r, i + 1) === 'q' && isGlued(r, i + 1) && isGlued(r, i + 2)) {
    // 3Q2022
    n = Number(w);
    j = i + 2;
  } else if (QUARTER_WORDS.has(w)) {
    const k = overHyphen(r, i + 1);
    n = QUARTER_WORDS.get(w)!;
    if (at(r, k) === 'half' && n <= 2) months = 6;
    else if (at(r, k) !== 'quarter') return null;
    j = k + 1;
  } else {
    return null;
  }
  let fiscal = false;
  if (at(r, j) === 'of') j++;
  if (at(r, j) === 'the') j++;
  if (at(r, j) === 'fiscal' || at(r, j) === 'fy') {
    fiscal = true;
    j++;
  }
  if (at(r, j) === 'year') j++;
  const year = yearNumber(r, j);
  const story = year === null && !fiscal ? storyYear(r, j, context) : null;
  if (story !== null) {
    const first = (n - 1) * months + 1;
    const end = w === 'q' ? i + 2 : overHyphen(r, i + 1) + 1;
    return dateReading(i, end, between(monthStretch(story, first), monthStretch(story, first + months - 1)), 'story');
  }
  if (year === null) {
    if (months === 6 || w === 'q') return null;
    return dateReading(i, overHyphen(r, i + 1) + 1, null, 'open');
  }
  if (fiscal) return dateReading(i, j + 1, null, 'open');
  const first = (n - 1) * months + 1;
  const stretch = between(monthStretch(year, first), monthStretch(year, first + months - 1));
  return dateReading(i, j + 1, stretch, 'absolute');
}
