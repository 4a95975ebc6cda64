import calendar from '../data/calendar.json';
import counting from '../data/counting.json';
import { countedSingular, countedOf, type Counted } from './counted';
import { singular } from './nouns';
import { at, isCapital, isHyphen, isWord, overHyphen, pairs, type Reader } from './reader';

/** S M H D W F m Y d c, as in data/calendar.json: second … century. */
export type TimeUnit = 'S' | 'M' | 'H' | 'D' | 'W' | 'F' | 'm' | 'Y' | 'd' | 'c' | 'e';

const UNITS = pairs(calendar.units) as Map<string, TimeUnit>;
const PERSONS = new Set(counting.persons.split(' '));
const WORD: Record<TimeUnit, string> = {
  S: 'second',
  M: 'minute',
  H: 'hour',
  D: 'day',
  W: 'week',
  F: 'fortnight',
  m: 'month',
  Y: 'year',
  d: 'decade',
  c: 'century',
  e: 'weekend',
};

export function timeUnitAt(r: Reader, i: number): { unit: TimeUnit; to: number; plural: boolean } | null {
  const j = overHyphen(r, i);
  const w = at(r, j);
  if (!isWord(r, j)) return null;
  const plural = w.endsWith('s') && w.length > 3;
  const unit =
    UNITS.get(w) ?? (plural ? UNITS.get(w.slice(0, -1)) : undefined) ?? (w === 'centuries' ? 'c' : undefined);
  if (!unit || unit === 'e') return null;
  return { unit, to: j + 1, plural: plural || w === 'centuries' };
}

export function nameOfUnit(unit: TimeUnit): string {
  return WORD[unit];
}

/** ISO 8601: 6 years -> P6Y, two decades -> P20Y, 90 minutes -> PT90M. */
export function isoDuration(value: number, unit: TimeUnit): string {
  const n = (x: number): string => String(Number(x.toFixed(6)));
  switch (unit) {
    case 'S':
    case 'M':
    case 'H':
      return `PT${n(value)}${unit}`;
    case 'm':
      return `P${n(value)}M`;
    case 'F':
      return `P${n(value * 2)}W`;
    case 'd':
      return `P${n(value * 10)}Y`;
    case 'c':
      return `P${n(value * 100)}Y`;
    default:
      return `P${n(value)}${unit}`;
  }
}

/** The shortest and longest that a count of units is, in days: months have 28 to 31, years 365 to 366. */
export function daysOf(value: number, unit: TimeUnit): { low: number; high: number } {
  const day = DAYS[unit];
  if (unit === 'm')
    return {
      low: Math.floor(Math.max(28 * value, 30.4 * value - 3)),
      high: Math.ceil(Math.min(31 * value, 30.5 * value + 3)),
    };
  if (unit === 'Y' || unit === 'd' || unit === 'c') return { low: day * value, high: (day / 365) * 366 * value };
  return { low: day * value, high: day * value };
}

export const DAYS: Record<TimeUnit, number> = {
  S: 1 / 86400,
  M: 1 / 1440,
  H: 1 / 24,
  D: 1,
  W: 7,
  F: 14,
  m: 30,
  Y: 365,
  d: 3650,
  c: 36500,
  e: 2,
};

export type OldSense = 'age' | 'duration';

/**
 * “years old”, “-year-old”, “years of age” behind a time unit: where it ends, and whether a person's age is meant. A two-year-old war is
 * a duration, a two-year-old boy an age; where no noun tells, an age.
 */
export function oldAt(r: Reader, i: number): { to: number; sense: OldSense; counted: Counted | null } | null {
  if (at(r, i) === 'of' && at(r, i + 1) === 'age') return { to: i + 2, sense: 'age', counted: null };
  const j = overHyphen(r, i);
  const w = at(r, j);
  if (w !== 'old' && w !== 'olds') return null;
  if (w === 'olds') return { to: j + 1, sense: 'age', counted: null };
  const counted = j > i ? countedSingular(r, j + 1) : null;
  if (!counted || isCapital(r, j + 1) || !isWord(r, j + 1)) return { to: j + 1, sense: 'age', counted: null };
  const person = personIn(r, counted);
  return { to: j + 1, sense: person ? 'age' : 'duration', counted: person ?? counted };
}

/** The phrase up to its first noun of a person: “girl” of “girl slept”, whose end no rule can tell. */
function personIn(r: Reader, counted: Counted): Counted | null {
  for (let k = counted.from; k < counted.to; k++)
    if (isPersonNoun(singular(at(r, k))) && (k + 1 === counted.to || !isPersonNoun(counted.head)))
      return { from: counted.from, to: k + 1, head: singular(at(r, k)) };
  return isPersonNoun(counted.head) ? counted : null;
}

export function isPersonNoun(head: string): boolean {
  return PERSONS.has(head) || /(?:man|woman|ist|ian|eer)$/.test(head);
}

/** What a duration measures: “six-year term”, “two-day state visit”, “two days of talks”. */
export function countedOfDuration(r: Reader, i: number, hyphenated: boolean): Counted | null {
  if (at(r, i) === 'of') return countedOf(r, i);
  if (hyphenated || isHyphen(r, i)) return countedSingular(r, overHyphen(r, i));
  return null;
}
