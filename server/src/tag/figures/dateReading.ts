import { isoDay, isoMonth, isoYear, dayOf, lastDayOfMonth } from './calendar';
import type { Reading } from './reading';

/** A stretch of days with its ISO 8601 name. */
export interface Stretch {
  readonly value: string;
  readonly low: number;
  readonly high: number;
}

export function dayStretch(day: number): Stretch {
  return { value: isoDay(day), low: day, high: day };
}

export function monthStretch(year: number, month: number): Stretch {
  return { value: isoMonth(year, month), low: dayOf(year, month, 1), high: lastDayOfMonth(year, month) };
}

export function yearStretch(year: number): Stretch {
  return { value: isoYear(year), low: dayOf(year, 1, 1), high: dayOf(year, 12, 31) };
}

/** From the first day of one stretch to the last of another: an ISO interval. */
export function between(a: Stretch, b: Stretch): Stretch {
  return { value: `${a.value}/${b.value}`, low: a.low, high: b.high };
}

/** `stretch` null: a date that nothing resolves. */
export function dateReading(
  from: number,
  to: number,
  stretch: Stretch | null,
  resolution: Reading['resolution'],
  op: Reading['op'] = '=',
): Reading {
  return {
    from,
    to,
    type: 'date',
    value: stretch?.value ?? null,
    unit: '',
    per: '',
    op,
    low: stretch?.low ?? null,
    high: stretch?.high ?? null,
    fine: 1,
    coarse: 1,
    hedge: null,
    role: 'level',
    counted: null,
    resolution: stretch ? resolution : 'open',
  };
}
