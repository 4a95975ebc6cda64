import type { Claim } from './claims';
import { isConverted } from './unitFactors';
import type { Judgement } from './model';
import type { Figure } from '../tag/model';

/** What a verdict needs to know of the document that a claim stands in. */
export interface Stated {
  readonly claim: Claim;
  /** Days since 1970-01-01 of the story, or null. */
  readonly storyDay: number | null;
  /** Of one event, a plan and what is said of it later are one thing. */
  readonly planned?: 'or done';
}

/** A judgement, and how plain the difference is: `rounding` may be no more than a rounder number. */
export interface FigureJudgement extends Judgement {
  readonly difference: 'none' | 'rounding' | 'plain' | 'slip';
}

type Interval = readonly [low: number, high: number];

/** What a figure allows at most: half a step of its last digit where it is exact, its hedge's interval where it has one. */
function hard(figure: Figure): Interval {
  const slack = slackOf(figure);
  return [figure.low! - slack, figure.high! + slack];
}

function slackOf({ op, type, fine }: Figure): number {
  return op === '=' && type !== 'date' ? fine / 2 : 0;
}

/** Two exact figures, which are most: `meet` of what they allow, without a list for each. */
function meetExactly(a: Figure, b: Figure): boolean {
  const x = slackOf(a);
  const y = slackOf(b);
  return a.low! - x < b.high! + y && b.low! - y < a.high! + x;
}

/** What a figure allows where a round number may have been rounded by its writer. */
function loose(figure: Figure): Interval {
  const low = figure.low!;
  const high = figure.high!;
  if (figure.op === '=' && figure.type !== 'date') return [low - figure.coarse / 2, high + figure.coarse / 2];
  return [low, high];
}

function meet(a: Interval, b: Interval): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function touch(a: Interval, b: Interval): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

/**
 * The verdict on two claims that are about the same thing (METHODS, “The verdict on two claims”), or null where they say nothing about
 * each other: another role, another period, one of them planned or denied. Symmetric.
 */
export function judge(a: Stated, b: Stated): FigureJudgement | null {
  if (a.claim.dimension === b.claim.dimension) return judgeOneKind(a, b);
  return areOneCount(a.claim, b.claim) ? agreeing(a.claim.figure, b.claim.figure) : null;
}

/** Does `judgeOneKind` find that the two state the same as far as they say, an update left out? */
export function fitInOneKind(a: Claim, b: Claim): boolean {
  const [fa, fb] = [a.figure, b.figure];
  if (areOfTwoRoles(fa, fb)) return false;
  if (fa.type === 'quantity' && fa.unit !== fb.unit) return isConverted(fa, fb, CONVERTED);
  return (a.dimension === 'date' ? fittingDates(fa, fb) : fitting(fa, fb)) !== null;
}

/** The verdict on two claims of one dimension, or where it is known that they might be. */
export function judgeOneKind(a: Stated, b: Stated): FigureJudgement | null {
  const fa = a.claim.figure;
  const fb = b.claim.figure;
  if (areOfTwoRoles(fa, fb)) return null;
  if (fa.type === 'quantity' && fa.unit !== fb.unit) return judgeConverted(fa, fb);
  if (a.claim.dimension === 'date') return judgeDates(fa, fb);
  return fitting(fa, fb) ?? judgeApart(a, b);
}

function areOfTwoRoles({ role }: Figure, { role: other }: Figure): boolean {
  return role !== other && (role === 'change' || other === 'change' || role === 'rank' || other === 'rank');
}

/** The verdict on figures that fit together, whatever is said beside them; null where they do not. */
function fitting(fa: Figure, fb: Figure): FigureJudgement | null {
  const equal = fa.low === fb.low && fa.high === fb.high;
  if (equal && fa.op === fb.op) return { verdict: 'agree', reason: 'the same figure', difference: 'none' };
  if (fa.op === '=' && fb.op === '=') {
    if (!meetExactly(fa, fb)) return null;
    return { verdict: 'agree', reason: equal ? 'the same figure' : 'the same figure, rounded', difference: 'none' };
  }
  if (touch(hard(fa), loose(fb)) || touch(loose(fa), hard(fb))) {
    return { verdict: 'compatible', reason: hedgeReason(fa, fb), difference: 'none' };
  }
  if (sameBound(fa, fb)) return { verdict: 'compatible', reason: 'both give no more than a bound', difference: 'none' };
  return null;
}

/** The verdict on two claims whose figures do not fit together. */
function judgeApart(a: Stated, b: Stated): FigureJudgement | null {
  const [fa, fb] = [a.claim.figure, b.claim.figure];
  // What is planned, denied or doubted does not contradict what is stated.
  if (a.claim.negated || b.claim.negated) return null;
  if (a.claim.modality !== b.claim.modality) return null;
  if (a.claim.hypothetical !== b.claim.hypothetical && !(a.planned && b.planned)) return null;
  if (periodsApart(a.claim, b.claim)) return { verdict: 'updated', reason: 'for different dates', difference: 'none' };

  if (meet(hard(fa), loose(fb)) || meet(loose(fa), hard(fb))) {
    return { verdict: 'compatible', reason: 'they differ, or one of them is rounded', difference: 'rounding' };
  }
  const later = laterStory(a, b);
  if (later && (a.claim.volatile || b.claim.volatile) && !(later.shrinks && (a.claim.growing || b.claim.growing))) {
    return { verdict: 'updated', reason: 'the later story has the newer count', difference: 'none' };
  }
  if (areTwo(a.claim.speaker, b.claim.speaker)) {
    return {
      verdict: 'disputed',
      reason: `${a.claim.speaker} and ${b.claim.speaker} give different figures`,
      difference: 'plain',
    };
  }
  const slip = slipOf(fa, fb);
  if (slip) return { verdict: 'conflict', reason: slip, difference: 'slip' };
  return { verdict: 'conflict', reason: 'both cannot be right', difference: 'plain' };
}

/** One of them says what is counted, the other nothing against it: “a population of 4,411”, “the 4,411 recorded then”. */
function areOneCount(a: Claim, b: Claim): boolean {
  return a.plain === b.plain || a.plain === 'number' || b.plain === 'number';
}

function agreeing(a: Figure, b: Figure): FigureJudgement | null {
  if (a.type !== b.type || a.unit !== b.unit || a.per !== b.per || a.role !== b.role) return null;
  const equal = a.low === b.low && a.high === b.high && a.op === b.op;
  return equal ? { verdict: 'agree', reason: 'the same figure', difference: 'none' } : null;
}

/** What a conversion may be off, beyond the steps in which both figures are written. */
const CONVERTED = 0.02;

/** “10 miles”, “16 kilometres”. Two texts that differ in their units as well are hardly about one thing, unless the number is the same. */
function judgeConverted(a: Figure, b: Figure): FigureJudgement | null {
  if (isConverted(a, b, CONVERTED)) return { verdict: 'agree', reason: 'the same in another unit', difference: 'none' };
  if (a.low !== b.low || a.high !== b.high || a.op !== b.op || a.low! < 10) return null;
  return { verdict: 'conflict', reason: 'the same number in another unit: a slip?', difference: 'slip' };
}

/** “More than 1,300” and “over 2,000” are both true of 2,500. */
function sameBound(a: Figure, b: Figure): boolean {
  const side = (f: Figure): number => (f.op === '>' || f.op === '>=' ? 1 : f.op === '<' || f.op === '<=' ? -1 : 0);
  return side(a) !== 0 && side(a) === side(b);
}

function hedgeReason(a: Figure, b: Figure): string {
  const hedge = a.hedge || b.hedge;
  return hedge ? `“${hedge}” covers the other` : 'one covers the other';
}

/** Each sentence names a date and no two of them meet: they speak of different periods. */
function periodsApart(a: Claim, b: Claim): boolean {
  if (a.periods.length === 0 || b.periods.length === 0) return false;
  return !a.periods.some((p) => b.periods.some((q) => touch(p, q)));
}

function laterStory(a: Stated, b: Stated): { shrinks: boolean } | null {
  if (a.storyDay === null || b.storyDay === null || a.storyDay === b.storyDay) return null;
  const [early, late] = a.storyDay < b.storyDay ? [a, b] : [b, a];
  return { shrinks: late.claim.figure.high! < early.claim.figure.low! };
}

/** Two people by all appearances: both named, and no word in common (“Halvorsen” and “Ingrid Halvorsen” may be one). */
function areTwo(a: string, b: string): boolean {
  if (!a || !b) return false;
  const words = new Set(a.toLowerCase().split(/\s+/));
  return !b
    .toLowerCase()
    .split(/\s+/)
    .some((word) => words.has(word));
}

function slipOf(a: Figure, b: Figure): string | null {
  const x = a.low!;
  const y = b.low!;
  if (a.op !== '=' || b.op !== '=' || x <= 0 || y <= 0) return null;
  const ratio = x > y ? x / y : y / x;
  if ([10, 100, 1e3, 1e6].some((slip) => Math.abs(ratio - slip) < slip * 1e-9)) {
    return `they differ by exactly ${ratio >= 1e6 ? 'a million' : ratio >= 1e3 ? 'a thousand' : ratio >= 100 ? 'a hundred' : 'ten'} times: a slip of scale?`;
  }
  // Digits in another order leave the remainder by nine as it is, noughts behind them too.
  if (Number.isSafeInteger(x) && Number.isSafeInteger(y) && x % 9 !== y % 9) return null;
  const digits = (v: number): string =>
    String(v)
      .replace(/[^0-9]/g, '')
      .replace(/0+$/, '');
  const dx = digits(x);
  const dy = digits(y);
  if (dx.length > 1 && dx.length === dy.length && [...dx].sort().join('') === [...dy].sort().join('')) {
    return 'they have the same digits in another order: swapped?';
  }
  return null;
}

/** Longer than a year. */
function isLong({ low, high }: Figure): boolean {
  return high! - low! > 366;
}

function judgeDates(a: Figure, b: Figure): FigureJudgement | null {
  const fits = fittingDates(a, b);
  if (fits) return fits;
  // That a day lies in a life or in a decade says nothing of the day.
  if (isLong(a) !== isLong(b) && datesTouch(a, b)) return null;
  const slip = slipOfDates(a, b);
  if (slip) return { verdict: 'conflict', reason: slip, difference: 'slip' };
  return { verdict: 'conflict', reason: 'both dates cannot be right', difference: 'plain' };
}

/** The same as `fitting`, of dates. */
function fittingDates(a: Figure, b: Figure): FigureJudgement | null {
  if (a.low === b.low && a.high === b.high) return { verdict: 'agree', reason: 'the same date', difference: 'none' };
  if (!datesTouch(a, b) || isLong(a) !== isLong(b)) return null;
  // Of two written ranges (1996–2005, 2000–2005) both ends are stated: to overlap is not to agree.
  if (a.op === '..' && b.op === '..') return null;
  return { verdict: 'compatible', reason: 'one date lies in the other', difference: 'none' };
}

function datesTouch(a: Figure, b: Figure): boolean {
  return a.low! <= b.high! && b.low! <= a.high!;
}

/** Two days that share all but the year, the month or the day. */
function slipOfDates(a: Figure, b: Figure): string | null {
  if (a.low !== a.high || b.low !== b.high || !areWholeYearsApart(a.low!, b.low!)) return null;
  const [x, y] = [dateOf(a.low!), dateOf(b.low!)];
  const same = x.getUTCMonth() === y.getUTCMonth() && x.getUTCDate() === y.getUTCDate();
  return same ? 'the same day of another year' : null;
}

/** Beyond the calendar an invalid date, which is no day of any year. */
function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}

/** So nearly as leap years allow: to work out two dates costs more than all else that is compared. */
function areWholeYearsApart(a: number, b: number): boolean {
  const years = (a - b) / DAYS_IN_YEAR;
  return Math.abs(years - Math.round(years)) * DAYS_IN_YEAR < 3;
}

const DAYS_IN_YEAR = 365.2425;
