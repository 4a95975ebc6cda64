import { amountAt, type Amount } from './amounts';
import { DAYS, daysOf, isoDuration, type TimeUnit } from './durations';
import { at, isNumber, isWord, type Reader } from './reader';

/** A duration of several parts, up to token `to`; its ends in days. */
export interface CompoundDuration {
  readonly to: number;
  readonly value: string;
  readonly low: number;
  readonly high: number;
  readonly finest: TimeUnit;
}

/** “10 years, 3 months and 5 days”: whole numbers of ever smaller units; null where only one part stands there. */
export function compoundDurationAt(r: Reader, first: Amount): CompoundDuration | null {
  if (!first.time || !isWhole(first)) return null;
  let { low, high } = daysOf(first.numeral.value, first.time);
  const parts = [isoDuration(first.numeral.value, first.time)];
  let { to, time } = { to: first.to, time: first.time };
  while (parts.length < 4) {
    const comma = at(r, to) === ',' ? 1 : 0;
    const from = to + comma + (at(r, to + comma) === 'and' ? 1 : 0);
    if (!isNumber(r, from) && !isWord(r, from)) break;
    const next = amountAt(r, from);
    if (
      !next?.time ||
      !isWhole(next) ||
      DAYS[next.time] >= DAYS[time] ||
      next.numeral.value * DAYS[next.time] > DAYS[time]
    )
      break;
    const days = daysOf(next.numeral.value, next.time);
    low += days.low;
    high += days.high;
    parts.push(isoDuration(next.numeral.value, next.time));
    ({ to, time } = { to: next.to, time: next.time });
  }
  return parts.length < 2 ? null : { to, value: joined(parts), low, high, finest: time };
}

function isWhole({ numeral }: Amount): boolean {
  return numeral.sense === 'exact' && Number.isInteger(numeral.value) && numeral.value > 0;
}

/** P10Y and P3M and PT4H as one: P10Y3MT4H. Weeks stand with days, as ISO 8601-2 has it. */
function joined(parts: readonly string[]): string {
  const dates = parts.filter((p) => !p.startsWith('PT')).map((p) => p.slice(1));
  const times = parts.filter((p) => p.startsWith('PT')).map((p) => p.slice(2));
  return `P${dates.join('')}${times.length > 0 ? `T${times.join('')}` : ''}`;
}
