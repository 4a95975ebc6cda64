import calendar from '../data/calendar.json';
import { countedPlural } from './counted';
import { dayOf } from './calendar';
import { between, dateReading, yearStretch, monthStretch } from './dateReading';
import { yearNumber, yearOf, type DateContext } from './dates';
import { CARDINALS, ORDINALS } from './numberWords';
import { at, isCapital, isDash, isGlued, isHyphen, isNumber, isWord, overHyphen, pairs, type Reader } from './reader';
import type { Reading } from './reading';
import { timeUnitAt } from './durations';
import { measureAt, percentAt } from './units';
import { currencyBehind } from './money';

const CUES = new Set(calendar.yearCues.split(' '));
const SEASONS = new Map(
  [...pairs(calendar.seasons)].map(([k, v]) => [k, v.split('..').map(Number) as [number, number]]),
);

/** Years, spans of years, decades, centuries, seasons and quarters at token `i`. */
export function yearishAt(r: Reader, i: number, context: DateContext): Reading | null {
  if (isNumber(r, i)) return decadeAt(r, i) ?? yearSpanAt(r, i) ?? bareYearAt(r, i) ?? centuryAt(r, i);
  return seasonAt(r, i, context) ?? quarterAt(r, i) ?? centuryAt(r, i);
}

/** “1990s”, “the 1990s”, “’90s”. */
function decadeAt(r: Reader, i: number): Reading | null {
  const w = at(r, i);
  if (at(r, i + 1) !== 's' || !isGlued(r, i + 1)) return null;
  let year = /^(?:1[0-9]|20)\d0$/.test(w) ? Number(w) : null;
  if (year === null && /^[2-9]0$/.test(w) && /^['’‘]$/.test(at(r, i - 1)) && isGlued(r, i)) year = 1900 + Number(w);
  if (year === null) return null;
  const length = year % 100 === 0 && year < 2000 ? 100 : 10;
  return dateReading(
    i,
    i + 2,
    { value: `${year}/${year + length - 1}`, low: dayOf(year, 1, 1), high: dayOf(year + length - 1, 12, 31) },
    'absolute',
  );
}

/** “2014-2018”, “2021-22”, “2022/23”, “from 2014 to 2018”, “between 2010 and 2015”. */
function yearSpanAt(r: Reader, i: number): Reading | null {
  const first = spanYear(r, i);
  if (first === null) return null;
  const sign = at(r, i + 1);
  const previous = at(r, i - 1);
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
  const cue = CUES.has(previous);
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
  // “from 1000 to 1500 years”
  if (
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

/** “the 19th century”, “the early twentieth century”. */
function centuryAt(r: Reader, i: number): Reading | null {
  let value: number | null = null;
  let j = i;
  if (isNumber(r, i) && isGlued(r, i + 1) && /^(?:st|nd|rd|th)$/.test(at(r, i + 1)) && /^\d{1,2}$/.test(at(r, i))) {
    value = Number(at(r, i));
    j = i + 2;
  } else if (isWord(r, i)) {
    const simple = ORDINALS.get(at(r, i));
    const tens = CARDINALS.get(at(r, i));
    if (simple !== undefined && simple > 3 && simple < 31) {
      value = simple;
      j = i + 1;
    } else if (tens === 20) {
      const k = overHyphen(r, i + 1);
      value = ORDINALS.get(at(r, k)) === 1 ? 21 : null;
      j = k + 1;
    }
  }
  if (value === null || value > 30) return null;
  j = overHyphen(r, j);
  if (at(r, j) !== 'century' && at(r, j) !== 'centuries') return null;
  if (at(r, j + 1) === 'b.c.' || at(r, j + 1) === 'bc' || at(r, j + 1) === 'bce')
    return dateReading(i, j + 2, null, 'open');
  const first = (value - 1) * 100 + 1;
  return dateReading(
    i,
    j + 1,
    {
      value: `${String(first).padStart(4, '0')}/${String(first + 99).padStart(4, '0')}`,
      low: dayOf(first, 1, 1),
      high: dayOf(first + 99, 12, 31),
    },
    'absolute',
  );
}

/** “summer 2024”, “the winter of 2023”, “last spring”, “this fall”; a bare season names no time. */
function seasonAt(r: Reader, i: number, context: DateContext): Reading | null {
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

const QUARTER_WORDS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['1st', 1],
]);

/** “the first quarter of 2024”, “Q1 2024”, “the first half of 2024”: calendar quarters; a firm's fiscal ones differ, so without a year they stay open. */
function quarterAt(r: Reader, i: number): Reading | null {
  const w = at(r, i);
  let n = 0;
  let j = i;
  let months = 3;
  if (w === 'q' && isGlued(r, i + 1) && /^[1-4]$/.test(at(r, i + 1))) {
    n = Number(at(r, i + 1));
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
  if (year === null) {
    if (months === 6 || w === 'q') return null;
    return dateReading(i, overHyphen(r, i + 1) + 1, null, 'open');
  }
  if (fiscal) return dateReading(i, j + 1, null, 'open');
  const first = (n - 1) * months + 1;
  const stretch = between(monthStretch(year, first), monthStretch(year, first + months - 1));
  return dateReading(i, j + 1, stretch, 'absolute');
}
