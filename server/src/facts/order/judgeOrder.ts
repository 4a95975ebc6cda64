import { weightOf } from '../stems';
import type { OrderClaim } from './orderClaims';

/**
 * What two statements must share: weights, their part of the shorter, and words that tell what happened, names left out: who met whom a day
 * before may have met him the week before as well. More where the event has but one word (“the visit”).
 */
const NAMED_EVENT = { evidence: 2.4, cover: 0.35, told: 2 };
const BARE_EVENT = { evidence: 4.5, cover: 0.45, told: 2 };
const SINCE = { evidence: 3, cover: 0.35, told: 1 };
/** Two stories this many days apart may tell of two months of one series. */
const SAME_SERIES = 3;

/** Do the two exclude each other, being of one thing? Symmetric. */
export function differ(a: OrderClaim, b: OrderClaim): boolean {
  return a.kind === b.kind && isApart(a, b) && areOfOneThing(a, b);
}

/** Do the two say the same of one thing, or may they? Symmetric. */
export function agree(a: OrderClaim, b: OrderClaim): boolean {
  return a.kind === b.kind && !isApart(a, b) && areOfOneThing(a, b);
}

function areOfOneThing(a: OrderClaim, b: OrderClaim): boolean {
  if (datesApart(a, b)) return false;
  const bar = a.kind === 'offset' ? ofOneEvent(a, b) : ofOneSeries(a, b);
  if (!bar) return false;
  const shared = a.words.filter((stem) => b.words.includes(stem));
  const told = shared.filter((stem) => weightOf(stem) === 1 && !a.names.includes(stem) && !b.names.includes(stem));
  const evidence = weigh(shared);
  const total = Math.max(3, Math.min(weigh(a.words), weigh(b.words)));
  return told.length >= bar.told && evidence >= bar.evidence && evidence >= bar.cover * total;
}

function weigh(stems: readonly string[]): number {
  let sum = 0;
  for (const stem of stems) sum += weightOf(stem);
  return sum;
}

function isApart(a: OrderClaim, b: OrderClaim): boolean {
  if (a.kind === 'since') return a.group === b.group && (a.low > b.high || b.low > a.high);
  // Two bare units differ by being two: “days before”, “weeks before”.
  if (a.group !== '' && b.group !== '' && a.high < 0 === b.high < 0) return a.group !== b.group;
  return a.low > b.high || b.low > a.high;
}

/** Each sentence names a day, and none of them is of the other's. */
function datesApart(a: OrderClaim, b: OrderClaim): boolean {
  if (a.dates.length === 0 || b.dates.length === 0) return false;
  return !a.dates.some((p) => b.dates.some((q) => p[0] <= q[1] && q[0] <= p[1]));
}

type Bar = typeof NAMED_EVENT;

function ofOneEvent(a: OrderClaim, b: OrderClaim): Bar | null {
  const shared = a.anchor.filter((stem) => b.anchor.includes(stem));
  if (shared.length === 0) return null;
  if (shared.length >= 2) return NAMED_EVENT;
  return a.anchor.length === 1 && b.anchor.length === 1 && sharesName(a, b) ? BARE_EVENT : null;
}

/** The same measure moved the same way in the same month, or in stories of the same day. */
function ofOneSeries(a: OrderClaim, b: OrderClaim): Bar | null {
  if (a.movement !== b.movement || !sharesName(a, b)) return null;
  const sameDay = a.storyDay !== null && b.storyDay !== null && Math.abs(a.storyDay - b.storyDay) <= SAME_SERIES;
  const samePeriod = a.periods.some((period) => b.periods.includes(period));
  if (!samePeriod && !(sameDay && (a.periods.length === 0 || b.periods.length === 0))) return null;
  // What moved has a name of its own (trade, unemployment), besides whose it is.
  const isMeasure = (stem: string): boolean =>
    stem !== a.movement && !a.names.includes(stem) && !b.names.includes(stem);
  return a.words.some((stem) => weightOf(stem) === 1 && isMeasure(stem) && b.words.includes(stem)) ? SINCE : null;
}

function sharesName(a: OrderClaim, b: OrderClaim): boolean {
  return a.names.some((name) => b.words.includes(name));
}
