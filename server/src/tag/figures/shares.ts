import { countedPlural, type Counted } from './counted';
import { timeUnitAt } from './durations';
import { hedgeBefore, hedged } from './hedges';
import type { Amount } from './amounts';
import type { Numeral } from './numeral';
import { numeralAt } from './numerals';
import { at, isHyphen, isNumber, isWord, kindAt, overHyphen, type Reader } from './reader';
import type { Reading } from './reading';
import { percentAt } from './units';
import { TokenKind } from '../../text/tokens';

/** “one in five”, “six in 10”, “nine out of ten”, “3 over 4”: two numbers that are one share. Null where the first is a number on its own. */
export function shareAt(r: Reader, a: Amount): Reading | null {
  if (a.type !== 'count' || a.to !== a.numeral.to || a.numeral.sense !== 'exact') return null;
  return oneIn(r, a) ?? outOf(r, a) ?? over(r, a);
}

/** “one in five Americans”, “six in 10 voters”: a share. Of other numbers (“2 in 5 games”) it is not known to be one. */
function oneIn(r: Reader, a: Amount): Reading | null {
  const part = a.numeral.value;
  const hyphens = isHyphen(r, a.to) && isHyphen(r, a.to + 2) ? 1 : 0; // “a 1-in-4 chance”
  const to = a.to + hyphens;
  if (a.to !== a.from + 1 || at(r, to) !== 'in' || part < 1 || part > 9 || !Number.isInteger(part)) return null;
  const b = wholeAt(r, to + 1 + (hyphens || at(r, to + 1) === 'every' ? 1 : 0), 1e6);
  if (!b) return null;
  if (
    part > 1 &&
    !(part < b.value && (b.value === 10 || (ROUND.has(b.value) && countedPlural(r, b.to))) && countsPeople(r, b.to))
  )
    return null;
  if (timeUnitAt(r, b.to) || percentAt(r, b.to)) return null;
  return share(r, a, b, countedPlural(r, b.to));
}

/** “nine out of ten”: only small round wholes, since “14 out of 23” is a count and its total. */
function outOf(r: Reader, a: Amount): Reading | null {
  if (at(r, a.to) !== 'out' || at(r, a.to + 1) !== 'of') return null;
  const every = at(r, a.to + 2) === 'every' ? 1 : 0;
  const b = wholeAt(r, a.to + 2 + every, 100);
  if (!b || b.value <= a.numeral.value || !ROUND.has(b.value) || !Number.isInteger(a.numeral.value)) return null;
  return timeUnitAt(r, b.to) || percentAt(r, b.to) ? null : share(r, a, b, countedPlural(r, b.to));
}

const ROUND = new Set([2, 3, 4, 5, 10, 20, 100]);

/** “3 over 4” with nothing that it could count behind it. */
function over(r: Reader, a: Amount): Reading | null {
  if (at(r, a.to) !== 'over') return null;
  const b = numeralAt(r, a.to + 1);
  if (!b || b.sense !== 'exact' || b.value <= 0 || a.numeral.scale > 1) return null;
  const next = kindAt(r, b.to);
  if (isWord(r, b.to) || isNumber(r, b.to) || next === TokenKind.Currency || percentAt(r, b.to)) return null;
  const value = a.numeral.value / b.value;
  return { ...share(r, a, b, null), value, op: '=', low: value, high: value };
}

function wholeAt(r: Reader, i: number, most: number): Numeral | null {
  const b = numeralAt(r, overHyphen(r, i));
  if (!b || b.sense !== 'exact' || b.value < 2 || b.value > most || !Number.isInteger(b.value)) return null;
  const year = b.value >= 1000 && b.value <= 2100 && b.form === 'digits' && !b.grouped;
  return year ? null : b;
}

function share(r: Reader, a: Amount, b: Numeral, counted: Counted | null): Reading {
  const value = a.numeral.value / b.value;
  const hedge = hedgeBefore(r, a.from);
  return {
    from: a.from,
    to: b.to,
    type: 'quantity',
    value,
    unit: '',
    per: '',
    ...hedged(value, 0.01, hedge?.sense ?? 'about'),
    fine: 0.01,
    coarse: 0.01,
    hedge,
    role: 'level',
    counted,
    resolution: 'absolute',
  };
}

/** “10 voters”, “10 of those asked”, as against “10 games” and “10 days”. */
function countsPeople(r: Reader, i: number): boolean {
  const counted = countedPlural(r, i);
  if (!counted) return at(r, i) !== 'of' || at(r, i + 1) === 'the' || at(r, i + 1) === 'those';
  return !/^(?:game|match|start|appearance|outing|test|race|season|attempt|meeting|innings?|minute|over)$/.test(
    counted.head,
  );
}
