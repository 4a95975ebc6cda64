import calendar from '../data/calendar.json';
import { isoTime } from './calendar';
import { at, isCapital, isGlued, isNumber, isWord, pairs, written, type Reader } from './reader';
import type { Reading } from './reading';

const ZONES = pairs(calendar.zones);
const BEFORE = new Set(
  'at by until till from around about before after to since between and approximately nearly past'.split(' '),
);
const MERIDIEM = /^([ap])\.?m\.?$/;

/**
 * A time of day at token `i`: “7:51 AM EDT”, “6 p.m.”, “at 18:30”, “noon”. Clock digits with neither a.m./p.m. nor a zone ask for a
 * preposition: the length of a video is written the same way. Value `T07:51` with the zone's offset where it is certain; minutes in low and high.
 */
export function timeAt(r: Reader, i: number): Reading | null {
  const w = at(r, i);
  if (w === 'noon' || w === 'midnight')
    return BEFORE.has(at(r, i - 1)) ? reading(i, i + 1, w === 'noon' ? 12 : 0, 0, '') : null;
  if (!isNumber(r, i) || (isGlued(r, i) && isWord(r, i - 1))) return null;
  const fourDigits = /^(?:[01]\d|2[0-3])[0-5]\d$/.test(w);
  const hours = at(r, i - 1) === 'at' && /^(?:hours|hrs)$/.test(at(r, i + 1)) ? { to: i + 2, offset: '' } : null;
  const military = fourDigits ? (zoneAt(r, i + 1) ?? hours) : null;
  if (military) return reading(i, military.to, Number(w.slice(0, 2)), Number(w.slice(2)), military.offset);
  const clock = /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?$/.exec(w);
  if (!clock) return null;
  let hour = Number(clock[1]);
  const minute = Number(clock[2] ?? 0);
  if (hour > 24 || minute > 59) return null;
  let to = i + 1;
  const meridiem =
    MERIDIEM.exec(at(r, to)) ??
    (/^[ap]$/.test(at(r, to)) && at(r, to + 1) === '.' && /^m\.?$/.test(at(r, to + 2))
      ? /^([ap])/.exec(at(r, to))
      : null);
  if (meridiem) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (meridiem[1] === 'p' ? 12 : 0);
    to += MERIDIEM.test(at(r, to)) ? 1 : 3;
    if (at(r, to) === '.' && isGlued(r, to) && isWord(r, to + 1) && !isCapital(r, to + 1)) to++;
  }
  const zone = zoneAt(r, to);
  if (zone) to = zone.to;
  if (!meridiem) {
    if (w.includes('.') || !w.includes(':')) return null;
    if (!zone && !BEFORE.has(at(r, i - 1)) && !/^(?:hrs|hours|local|o'clock)$/.test(at(r, to))) return null;
  }
  if (hour === 24) return null;
  return reading(i, to, hour, minute, zone?.offset ?? '');
}

function zoneAt(r: Reader, i: number): { to: number; offset: string } | null {
  const bracket = at(r, i) === '(' ? 1 : 0;
  const zone = written(r, i + bracket);
  const minutes = zone === zone.toUpperCase() ? ZONES.get(zone.toLowerCase()) : undefined;
  if (minutes === undefined) return null;
  const k = i + 1 + bracket;
  // UTC+8
  if (
    minutes === '0' &&
    /^[+\-−–]$/.test(at(r, k)) &&
    isGlued(r, k) &&
    isGlued(r, k + 1) &&
    /^\d{1,2}$/.test(at(r, k + 1))
  ) {
    const hours = Number(at(r, k + 1));
    if (hours <= 14) return { to: k + 2, offset: offsetName((at(r, k) === '+' ? 60 : -60) * hours) };
  }
  const to = k + (bracket && at(r, k) === ')' ? 1 : 0);
  return { to, offset: minutes === '?' ? '' : offsetName(Number(minutes)) };
}

function offsetName(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

function reading(from: number, to: number, hour: number, minute: number, offset: string): Reading {
  const minutes = hour * 60 + minute;
  return {
    from,
    to,
    type: 'time',
    value: isoTime(hour, minute) + offset,
    unit: '',
    per: '',
    op: '=',
    low: minutes,
    high: minutes,
    fine: 1,
    coarse: 1,
    hedge: null,
    role: 'level',
    counted: null,
    resolution: 'absolute',
  };
}
