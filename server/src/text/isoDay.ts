/** A day counted from 1970-01-01 as an ISO 8601 date (`2024-05-16`), or null where the calendar does not reach. */
export function isoDay(day: number): string | null {
  const date = new Date(day * 86_400_000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace(/T.*/, '');
}
