/** Proleptic Gregorian day arithmetic in days since 1970-01-01, without `Date`: no clock and no time zone can leak in. */

/** The day number of a date; the month may be any integer and carries over into the years. After Howard Hinnant, “chrono-compatible date algorithms”. */
export function dayOf(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const y = m <= 2 ? carried - 1 : carried;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilOf(dayNumber: number): Civil {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

export function lastDayOfMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - 1;
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && dayOf(year, month, day) <= lastDayOfMonth(year, month);
}

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

export function isoDay(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber);
  return `${four(year)}-${two(month)}-${two(day)}`;
}

export function isoMonth(year: number, month: number): string {
  return `${four(year)}-${two(month)}`;
}

export function isoYear(year: number): string {
  return four(year);
}

export function isoTime(hour: number, minute: number): string {
  return `T${two(hour)}:${two(minute)}`;
}

/** The Monday of the week that holds the day, and the week's ISO 8601 name. */
export function weekOf(dayNumber: number): { monday: number; name: string } {
  const monday = dayNumber - ((weekdayOf(dayNumber) + 6) % 7);
  const { year } = civilOf(monday + 3);
  const firstThursday = dayOf(year, 1, 4);
  const first = firstThursday - ((weekdayOf(firstThursday) + 6) % 7);
  return { monday, name: `${four(year)}-W${two((monday - first) / 7 + 1)}` };
}
