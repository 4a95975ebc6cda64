import { dayOf } from './calendar';
import { dateReading, type Stretch } from './dateReading';
import { CARDINALS, ORDINALS } from './numberWords';
import { at, isGlued, isNumber, isWord, overHyphen, written, type Reader } from './reader';
import type { Reading } from './reading';

/** “1990s”, “the 1990s”, “’90s”, “the nineties”, “the 1960s and 70s”. */
export function decadeAt(r: Reader, i: number): Reading | null {
  const w = at(r, i);
  const word = DECADES.get(w);
  // The twenties may be this century's or the last one's; “her nineties” is an age.
  if (word) return at(r, i - 1) === 'the' ? dateReading(i, i + 1, decade(word), 'absolute') : null;
  if (at(r, i + 1) !== 's' || !isGlued(r, i + 1)) return null;
  let year = /^(?:1[0-9]|20)\d0$/.test(w) ? Number(w) : null;
  if (year === null && /^[2-9]0$/.test(w) && /^['’‘]$/.test(at(r, i - 1)) && isGlued(r, i)) year = 1900 + Number(w);
  if (year === null && /^[1-9]0$/.test(w)) year = listedDecade(r, i, Number(w));
  return year === null ? null : dateReading(i, i + 2, decade(year), 'absolute');
}

const DECADES = new Map([
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
]);

function decade(year: number): Stretch {
  const last = year + (year % 100 === 0 && year < 2000 ? 99 : 9);
  return { value: `${year}/${last}`, low: dayOf(year, 1, 1), high: dayOf(last, 12, 31) };
}

/** The 70s of “the 1960s and 70s”. */
function listedDecade(r: Reader, i: number, short: number): number | null {
  const k = /^['’‘]$/.test(at(r, i - 1)) ? i - 2 : i - 1;
  const full = at(r, k - 2);
  if (!/^(?:and|or|to|,|-|–)$/.test(at(r, k)) || at(r, k - 1) !== 's' || !/^(?:1[0-9]|20)\d0$/.test(full)) return null;
  const year = Math.floor(Number(full) / 100) * 100 + short;
  return year > Number(full) ? year : null;
}

/** “the 19th century”, “the early twentieth century”, “the XIX century”. */
export function centuryAt(r: Reader, i: number): Reading | null {
  let value: number | null = null;
  let j = i;
  if (isNumber(r, i) && isGlued(r, i + 1) && /^(?:st|nd|rd|th)$/.test(at(r, i + 1)) && /^\d{1,2}$/.test(at(r, i))) {
    value = Number(at(r, i));
    j = i + 2;
  } else if (isRomanCentury(r, i)) {
    value = ROMAN.get(written(r, i))!;
    j = i + 1;
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

const ROMAN = new Map(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'.split(' ').map((n, k) => [n, k + 1]),
);

/** Roman numerals number kings, popes, wars and chapters; only a century is a figure. */
export function isRomanCentury(r: Reader, i: number): boolean {
  return ROMAN.has(written(r, i)) && (at(r, i + 1) === 'century' || at(r, i + 1) === 'centuries');
}

export function isRomanNumeral(form: string): boolean {
  return ROMAN.has(form);
}
