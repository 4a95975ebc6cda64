import type { Figure } from '../tag/model';
import data from './data/unitFactors.json';

/** A unit's measure (“length”), and how much of the measure's base one of it is, exactly or, where the name is of several units, at least and at most. */
export interface UnitFactor {
  readonly measure: string;
  readonly low: number;
  readonly high: number;
}

const BASES = new Map<string, UnitFactor>();
for (const group of data.factors.split(';')) {
  const [measure, list] = group.split(':') as [string, string];
  for (const item of list.trim().split(' ')) {
    const [unit, factor] = item.split('=') as [string, string];
    const [low, high = low] = factor.split('..');
    BASES.set(unit, { measure, low: Number(low), high: Number(high) });
  }
}

const POWERS: readonly (readonly [prefix: string, power: number])[] = [
  ['square ', 2],
  ['cubic ', 3],
];
const PER_HOUR = ' per hour';

const MEMO = new Map<string, UnitFactor | null>();
const MEMO_LIMIT = 1000;

/**
 * What a unit is of the base of its measure, as one multiplies it; null where it is none that others convert to by a fixed factor.
 * Money has none: an exchange rate is of its day.
 */
export function unitFactor(unit: string): UnitFactor | null {
  const known = MEMO.get(unit);
  if (known !== undefined) return known;
  const factor = read(unit);
  if (MEMO.size < MEMO_LIMIT) MEMO.set(unit, factor);
  return factor;
}

function read(unit: string): UnitFactor | null {
  const hourly = unit.endsWith(PER_HOUR);
  const plain = hourly ? unit.slice(0, -PER_HOUR.length) : unit;
  const raised = POWERS.find(([prefix]) => plain.startsWith(prefix));
  const base = BASES.get(raised ? plain.slice(raised[0].length) : plain);
  if (!base || (raised && base.measure !== 'length')) return null;
  const power = raised?.[1] ?? 1;
  const measure = power === 2 ? 'area' : power === 3 ? 'volume' : base.measure;
  // A litre is a cubic decimetre; lengths are in metres, volumes in litres.
  const scale = power === 3 ? 1000 : 1;
  return {
    measure: hourly ? `${measure} per hour` : measure,
    low: base.low ** power * scale,
    high: base.high ** power * scale,
  };
}

/** A temperature is told in Celsius and Fahrenheit; a kelvin is a Celsius degree from another zero. */
const TEMPERATURES: ReadonlySet<string> = new Set(['celsius', 'fahrenheit']);

/** The measure that units which convert to each other have in common; for any other unit, the unit. */
export function measureOfUnit(unit: string): string {
  return TEMPERATURES.has(unit) ? 'temperature' : (unitFactor(unit)?.measure ?? unit);
}

/** Two temperatures that are told by their difference are seldom farther apart than this, in degrees Celsius. */
const MOST_DIFFERENCE = 15;

/**
 * Of two figures of one measure in different units: are they the same? `room` is what a conversion may be off beyond the steps in which both are
 * written, as a share; of degrees, 0.01 is a third of one.
 */
export function isConverted(a: Figure, b: Figure, room: number): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return false;
  if (TEMPERATURES.has(a.unit)) {
    const [c, f] = a.unit === 'celsius' ? [a, b] : [b, a];
    const degrees = (c.fine * 1.8 + f.fine) / 2 + room * 33;
    const isNear = (zero: number): boolean => Math.abs(c.low! * 1.8 + zero - f.low!) <= degrees;
    // A difference of degrees converts without the 32.
    return isNear(32) || (Math.abs(c.low!) <= MOST_DIFFERENCE && isNear(0));
  }
  const x = inBase(a);
  const y = inBase(b);
  const most = 1 + room + looseness(x) + looseness(y);
  return y.low! <= x.high! * most && y.high! * most >= x.low!;
}

/** The figure in the base unit of its measure, its steps with it. */
function inBase(figure: Figure): Figure {
  const { unit, low, high, fine, coarse } = figure;
  if (low === null || high === null) return figure;
  const factor = unitFactor(unit);
  if (!factor) return figure;
  const by = factor.high;
  return { ...figure, low: low * factor.low, high: high * by, fine: fine * by, coarse: coarse * by };
}

function looseness({ low, fine, coarse }: Figure): number {
  return low === 0 ? 0 : Math.max(fine, coarse) / 2 / Math.abs(low!);
}
