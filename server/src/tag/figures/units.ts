import data from '../data/measures.json';
import { at, isGlued, isHyphen, isNumber, isWord, overHyphen, pairs, written, type Reader } from './reader';

/** A unit behind a number, up to token `to` (exclusive). */
export interface Unit {
  readonly unit: string;
  readonly to: number;
  readonly type: 'percent' | 'quantity';
}

const WORDS = new Map<string, string>();
for (const [unit, forms] of pairs(data.words)) {
  for (const form of (forms || unit).split(',')) {
    WORDS.set(form, unit);
    if (!form.endsWith('s')) WORDS.set(`${form}s`, unit);
  }
}
const SHORT = pairs(data.short);
const POWERS = pairs(data.powers);
const PER = pairs(data.perUnits);
const TEMPERATURE = pairs(data.temperature);
const PERCENT = new Set(['%', 'percent', 'pct', 'percents', 'pc', '٪', '％']);

export function percentAt(r: Reader, i: number): Unit | null {
  const j = overHyphen(r, i);
  const w = at(r, j);
  if (w === 'pc' && !isGlued(r, j)) return null;
  if (PERCENT.has(w)) {
    const point = overHyphen(r, j + 1);
    if (/^(?:point|points|pts)$/.test(at(r, point)))
      return { unit: 'percentage point', to: point + 1, type: 'percent' };
    return { unit: 'percent', to: j + 1, type: 'percent' };
  }
  if (w === 'per' && (at(r, j + 1) === 'cent' || at(r, j + 1) === 'cent.'))
    return { unit: 'percent', to: j + 2, type: 'percent' };
  if (w === 'percentage' || w === 'percent-point') {
    const point = overHyphen(r, j + 1);
    if (/^points?$/.test(at(r, point))) return { unit: 'percentage point', to: point + 1, type: 'percent' };
    return w === 'percentage' && !isWord(r, j + 1) ? { unit: 'percent', to: j + 1, type: 'percent' } : null;
  }
  if (w === 'basis' && /^points?$/.test(at(r, overHyphen(r, j + 1))))
    return { unit: 'basis point', to: overHyphen(r, j + 1) + 1, type: 'percent' };
  if (w === 'bps' || w === 'bp') return { unit: 'basis point', to: j + 1, type: 'percent' };
  return null;
}

export function temperatureAt(r: Reader, i: number): Unit | null {
  let j = overHyphen(r, i);
  const w = at(r, j);
  const sign = w === '°' || w === 'º' || w === '˚';
  if (w === '℃') return { unit: 'celsius', to: j + 1, type: 'quantity' };
  if (w === '℉') return { unit: 'fahrenheit', to: j + 1, type: 'quantity' };
  if (sign || /^(?:degrees?|deg\.?|degs)$/.test(w)) {
    j++;
    if (at(r, j) === '.' && w === 'deg') j++;
    const k = overHyphen(r, j);
    const scale = TEMPERATURE.get(at(r, k));
    if (scale && (at(r, k).length > 1 || /^[CFcf]$/.test(written(r, k))))
      return { unit: scale, to: k + 1, type: 'quantity' };
    return { unit: 'degree', to: j, type: 'quantity' };
  }
  const scale = TEMPERATURE.get(w);
  if (scale && (w.length > 1 || (isGlued(r, j) && (written(r, j) === 'C' || written(r, j) === 'F'))))
    return { unit: scale, to: j + 1, type: 'quantity' };
  return null;
}

/** A measure behind a number, in its written or short form, with powers and rates: “square meters”, “km2”, “miles an hour”, “km/h”. */
export function measureAt(r: Reader, i: number): Unit | null {
  let j = overHyphen(r, i);
  // [kg], (kg)
  const open = at(r, j);
  const bracket = (open === '(' || open === '[' || open === '{') && /^[)\]}]$/.test(at(r, j + 2)) ? 1 : 0;
  j += bracket;
  const power = POWERS.get(at(r, j)) ?? '';
  const k = power ? overHyphen(r, j + 1) : j;
  const unit = power && at(r, k) === 'm' ? 'meter' : unitWord(r, k, bracket === 1);
  if (!unit) return null;
  let to = k + 1;
  let name = unit;
  if (name.includes('#')) name = name.replace('#', ' ');
  if (name.includes('@')) name = name.replace('@', ' per ');
  if (power) name = `${power} ${name}`;
  else if (isGlued(r, to) && (at(r, to) === '2' || at(r, to) === '²')) {
    name = `square ${name}`;
    to++;
  } else if (isGlued(r, to) && (at(r, to) === '3' || at(r, to) === '³')) {
    name = `cubic ${name}`;
    to++;
  }
  if (unit === 'ton' && at(r, k - 1) === 'metric') name = 'tonne';
  const per = perAt(r, to);
  if (per) return { unit: `${name} per ${per.unit}`, to: per.to + bracket, type: 'quantity' };
  return { unit: name, to: to + bracket, type: 'quantity' };
}

function perAt(r: Reader, i: number): { unit: string; to: number } | null {
  const w = at(r, i);
  if (w === 'per' || w === 'a' || w === 'an' || (w === '/' && isGlued(r, i))) {
    const unit = PER.get(at(r, i + 1));
    if (!unit || ((w === 'a' || w === 'an') && at(r, i + 1).length < 3)) return null;
    return { unit, to: i + 2 };
  }
  return null;
}

function unitWord(r: Reader, i: number, bracketed: boolean): string | null {
  const form = written(r, i);
  const w = at(r, i);
  if (!form) return null;
  if (w === 'metric' && /^tons?$/.test(at(r, i + 1))) return null;
  if (w === '"' || w === '″' || w === '”')
    return isGlued(r, i) && /^(?:long|wide|tall|high|deep|thick|screen|display|x|by)$/.test(at(r, i + 1))
      ? 'inch'
      : null;
  // The metre has one letter: only apart from its number (“12 m”), where it is not a million.
  if (form === 'm' && !isGlued(r, i)) return 'meter';
  const short = SHORT.get(form) ?? (w === form.toUpperCase() ? undefined : SHORT.get(w));
  if (short && !(form.length === 2 && isHyphen(r, i - 1) && !/^(?:kg|km|cm|mm|ft|lb|oz|MW|GW|kW|GB|MB|TB)$/.test(form)))
    return short;
  if (bracketed && !short && !WORDS.has(w)) return null;
  if (form === 'MB' || form === 'GB' || form === 'KB' || form === 'TB') return SHORT.get(form) ?? null;
  if (!isWord(r, i) || isNumber(r, i)) return null;
  if (w === 'light' && at(r, i + 1) === '-' && at(r, i + 2).startsWith('year')) return null;
  return WORDS.get(w) ?? prefixed(w);
}

const METRIC =
  /^(micro|milli|centi|deci|kilo|mega|giga|tera|nano|hecto)(met(?:er|re)|gram(?:me)?|lit(?:er|re)|watt|joule|volt|byte|bit|hertz|ton(?:ne)?|pascal|calorie|pixel)s?$/;

function prefixed(w: string): string | null {
  if (w.length < 7 || w.length > 16) return null;
  const m = METRIC.exec(w);
  return m
    ? `${m[1]}${m[2]!.replace('metre', 'meter').replace('litre', 'liter').replace('gramme', 'gram').replace('tonne', 'ton')}`
    : null;
}
