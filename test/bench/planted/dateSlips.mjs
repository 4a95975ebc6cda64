import { shuffled } from './random.mjs';

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const months = 'January February March April May June July August September October November December'.split(' ');
const anyWeekday = new RegExp(weekdays.join('|'));
const anyMonth = new RegExp(months.join('|'));

/** Other dates that a hand that slips may write: another day, month, year or weekday. A weekday beside a date stays right for it. */
export function dateSlips(text, year, random) {
  const weekday = anyWeekday.exec(text)?.[0];
  const month = anyMonth.exec(text)?.[0];
  const ownYear = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  const day = /\b\d{1,2}(?=\b|th|st|nd|rd)/.exec(ownYear ? text.replace(ownYear, '    ') : text)?.[0];
  const out = [];
  if (weekday && !month) for (const other of weekdays) out.push(text.replace(weekday, other));
  if (month && day) {
    const number = Number(day);
    for (const other of new Set([number - 1, number + 1, number + 7, number - 7, swapped(number)])) {
      if (other >= 1 && other <= 28) out.push(dated(other, month));
    }
    if (!weekday) for (const other of months) if (number <= 28) out.push(dated(number, other));
  }
  if (ownYear && !weekday) {
    const number = Number(ownYear);
    for (const other of [number - 1, number + 1, number + 10, number - 10])
      out.push(text.replace(ownYear, String(other)));
  }
  return shuffled(
    [...new Set(out)].filter((slip) => slip !== text),
    random,
  );

  function dated(newDay, newMonth) {
    let slip = text.replace(new RegExp(`\\b${day}(?=th|st|nd|rd|\\b)`), String(newDay)).replace(month, newMonth);
    if (/\d(?:th|st|nd|rd)/.test(slip)) slip = slip.replace(/(\d)(?:th|st|nd|rd)/, `$1${suffix(newDay)}`);
    if (!weekday) return slip;
    const at = new Date(Date.UTC(Number(ownYear ?? year), months.indexOf(newMonth), newDay));
    return slip.replace(weekday, weekdays[at.getUTCDay()]);
  }
}

function swapped(number) {
  return Number([...String(number)].reverse().join(''));
}

function suffix(day) {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
