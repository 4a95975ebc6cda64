import { daysOf, isoDuration, nameOfUnit, timeUnitAt } from './durations';
import { hedgeBefore, hedged, type Interval } from './hedges';
import { countedOf } from './counted';
import { at, isHyphen, isWord, overHyphen, type Reader } from './reader';
import type { Reading } from './reading';
import { roleOf } from './roles';
import { measureAt, percentAt } from './units';

/** Durations and measures with a half and no number: “half an hour”, “a half-century”, “half a mile”, “a month and a half”, “a quarter of an hour”. */
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
  if (!time) return halfMeasure(r, from, unitAt, count);
  if (time.plural) return null;
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
    per: '',
    ...interval,
    fine: low / 2,
    coarse: low / 2,
    hedge,
    role: 'level',
    counted: null,
    resolution: 'absolute',
  };
}

/** “half a mile”, “a half-acre plot”. */
function halfMeasure(r: Reader, from: number, unitAt: number, count: number): Reading | null {
  const percent = percentAt(r, unitAt);
  if (percent) {
    const hedge = hedgeBefore(r, from);
    const { to, type, unit } = percent;
    return {
      ...halfOf(from, to, count, unit, hedged(count, 0.1, hedge?.sense ?? null)),
      type,
      hedge,
      role: roleOf(r, from, to, type),
    };
  }
  const unit = measureAt(r, unitAt);
  if (!unit || at(r, unit.to - 1).endsWith('s') || !isWord(r, unit.to - 1) || at(r, unit.to - 1).length < 3)
    return null;
  const hedge = hedgeBefore(r, from);
  const interval = hedged(count, 0.1, hedge?.sense ?? null);
  return { ...halfOf(from, unit.to, count, unit.unit, interval), hedge, counted: countedOf(r, unit.to) };
}

function halfOf(from: number, to: number, value: number, unit: string, interval: Interval): Reading {
  return {
    from,
    to,
    type: 'quantity',
    value,
    unit,
    per: '',
    ...interval,
    fine: 0.1,
    coarse: 0.1,
    hedge: null,
    role: 'level',
    counted: null,
    resolution: 'absolute',
  };
}
