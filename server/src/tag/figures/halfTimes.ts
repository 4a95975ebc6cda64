import { daysOf, isoDuration, nameOfUnit, timeUnitAt } from './durations';
import { hedgeBefore, hedged } from './hedges';
import { at, isHyphen, overHyphen, type Reader } from './reader';
import type { Reading } from './reading';

/** Durations with a half and no number: “half an hour”, “a half-century”, “a month and a half”, “a quarter of an hour”. */
export function halfTimeAt(r: Reader, i: number): Reading | null {
  const w = at(r, i);
  const article = w === 'a' || w === 'an';
  const first = article ? at(r, i + 1) : w;
  const j = article ? i + 2 : i + 1;
  if (first === 'half') {
    const one = at(r, j) === 'a' || at(r, j) === 'an' ? j + 1 : article || isHyphen(r, j) ? j : -1;
    return one < 0 ? null : reading(r, i, one, 0.5);
  }
  if (first === 'quarter' && at(r, j) === 'of' && at(r, j + 1) === 'an' && at(r, j + 2) === 'hour')
    return reading(r, i, j + 2, 0.25);
  if (!article) return null;
  const time = timeUnitAt(r, i + 1);
  if (!time || time.plural || at(r, time.to) !== 'and' || at(r, time.to + 1) !== 'a' || at(r, time.to + 2) !== 'half')
    return null;
  const found = reading(r, i, i + 1, 1.5);
  return found && { ...found, to: time.to + 3 };
}

function reading(r: Reader, from: number, unitAt: number, count: number): Reading | null {
  const time = timeUnitAt(r, overHyphen(r, unitAt));
  if (!time || time.plural) return null;
  const hedge = hedgeBefore(r, from);
  const { low, high } = daysOf(count, time.unit);
  const value = isoDuration(count, time.unit);
  const interval = hedge ? hedged((low + high) / 2, low / 2, hedge.sense) : ({ op: '=', low, high } as const);
  return {
    from,
    to: time.to,
    type: 'duration',
    value,
    unit: nameOfUnit(time.unit),
    ...interval,
    fine: low / 2,
    coarse: low / 2,
    hedge,
    role: 'level',
    counted: null,
    resolution: 'absolute',
  };
}
