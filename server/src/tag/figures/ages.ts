import { at, isCapital, isNumber, isWord, type Reader } from './reader';
import type { Reading } from './reading';
import { STOP } from './nouns';

/**
 * An apposed age: “Xi, 70, and Putin, 71, met”, “Mary Jones (34)”. Before the comma must stand a person's name: `isPerson` answers for a token
 * (null where the text's names are not known, when two capitalised words or a second age in the sentence stand for it).
 */
export function apposedAgeAt(r: Reader, i: number, isPerson: (token: number) => boolean | null): Reading | null {
  if (!isNumber(r, i) || !/^\d{1,3}$/.test(at(r, i))) return null;
  const value = Number(at(r, i));
  if (value < 1 || value > 119) return null;
  const open = at(r, i - 1);
  const close = at(r, i + 1);
  if (open === '(' ? close !== ')' : open !== ',') return null;
  if (
    open === ',' &&
    close !== ',' &&
    close !== '.' &&
    close !== '' &&
    close !== ';' &&
    close !== 'and' &&
    close !== 'who' &&
    close !== 'of' &&
    close !== 'from' &&
    close !== 'was' &&
    close !== 'is'
  )
    return null;
  if (!isWord(r, i - 2) || !isCapital(r, i - 2) || STOP.has(at(r, i - 2))) return null;
  const known = isPerson(i - 2);
  if (known === false) return null;
  if (
    known === null &&
    (open === '(' || !(isCapital(r, i - 3) && isWord(r, i - 3) && !STOP.has(at(r, i - 3))) || !closesApposition(close))
  ) {
    return null;
  }
  return {
    from: i,
    to: i + 1,
    type: 'age',
    value,
    unit: 'year',
    per: '',
    op: '=',
    low: value,
    high: value,
    fine: 1,
    coarse: 1,
    hedge: null,
    role: 'level',
    counted: null,
    resolution: 'absolute',
  };
}

function closesApposition(close: string): boolean {
  return close === ',' || close === '.' || close === '';
}
