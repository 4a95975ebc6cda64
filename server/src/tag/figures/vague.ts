import words from '../data/numbers.json';
import { countedOf, countedPlural } from './counted';
import { DAYS, isoDuration, nameOfUnit, timeUnitAt } from './durations';
import { hedgeBefore } from './hedges';
import { currencyBehind } from './money';
import { SCALES } from './numberWords';
import { at, overHyphen, pairs, type Reader } from './reader';
import type { Reading } from './reading';

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const VAGUE = new Map<string, Bounds>(
  [...pairs(words.vague)].map(([k, v]) => {
    const [low, high] = v.split('..');
    return [k, { low: Number(low), high: Number(high) }];
  }),
);

/** “dozens”, “tens of thousands”, “several hundred”, “a couple of”, “a few dozen” at token `i`, with what they count; an interval, never a point. */
export function vagueAt(r: Reader, i: number): Reading | null {
  const bounds = boundsAt(r, i);
  if (!bounds) return null;
  const { low, high, to, from } = bounds;
  const base = {
    from,
    per: '',
    op: '..' as const,
    fine: low,
    coarse: low,
    hedge: hedgeBefore(r, from),
    role: 'level' as const,
    resolution: 'absolute' as const,
  };
  const behind = at(r, to) === 'of' ? to + 1 : to;
  const time = timeUnitAt(r, behind);
  if (time) {
    const days = DAYS[time.unit];
    return {
      ...base,
      to: time.to,
      type: 'duration',
      value: isoDuration(low, time.unit),
      unit: nameOfUnit(time.unit),
      low: low * days,
      high: high * days,
      counted: null,
    };
  }
  const currency = currencyBehind(r, behind, null) ?? currencyBehind(r, behind, MILLIONS);
  if (currency)
    return {
      ...base,
      to: currency.to,
      type: 'money',
      value: low,
      unit: currency.unit,
      low,
      high,
      counted: countedOf(r, currency.to),
    };
  const counted = behind > to ? countedOf(r, to) : countedPlural(r, to);
  // “several” and “a few” count only what stands behind them; “thousands” stands alone too.
  if (!counted && bounds.needsNoun) return null;
  return { ...base, to, type: 'quantity', value: low, unit: '', low, high, counted };
}

const MILLIONS = {
  from: 0,
  to: 0,
  value: 1e6,
  fine: 1,
  coarse: 1,
  low: 0,
  high: 0,
  sense: 'vague',
  form: 'words',
  scale: 1e6,
  grouped: false,
  decimals: 0,
  fraction: false,
} as const;

function boundsAt(r: Reader, i: number): (Bounds & { from: number; to: number; needsNoun: boolean }) | null {
  const w = at(r, i);
  if (w === 'a' && (at(r, i + 1) === 'couple' || at(r, i + 1) === 'few')) {
    const couple = at(r, i + 1) === 'couple';
    const small = couple ? { low: 2, high: 2 } : { low: 3, high: 9 };
    const j = couple && at(r, i + 2) === 'of' ? i + 3 : i + 2;
    const scale = unitOfCount(at(r, j));
    if (scale)
      return { low: small.low * scale, high: (small.high + 1) * scale - 1, from: i, to: j + 1, needsNoun: false };
    return { ...small, from: i, to: i + 2, needsNoun: true };
  }
  const bounds = VAGUE.get(w);
  if (!bounds) return null;
  const previous = at(r, i - 1);
  if (w === 'several') {
    const scale = unitOfCount(at(r, i + 1));
    // “several hundred thousand”
    const more = scale === 100 ? (SCALES.get(at(r, i + 2)) ?? 1) : 1;
    if (scale)
      return {
        low: 3 * scale * more,
        high: 10 * scale * more - 1,
        from: i,
        to: i + (more > 1 ? 3 : 2),
        needsNoun: false,
      };
    return { ...bounds, from: i, to: i + 1, needsNoun: true };
  }
  if ((w === 'scores' || w === 'tens') && at(r, i + 1) !== 'of') return null;
  if (w === 'scores' && /^(?:the|test|their|his|credit|of)$/.test(previous)) return null;
  if (at(r, i + 1) === 'of') {
    const scale = SCALES.get(at(r, i + 2).replace(/s$/, ''));
    if (scale && at(r, i + 2).endsWith('s')) {
      const ten = w === 'tens' ? 10 : w === 'hundreds' ? 100 : w === 'dozens' ? 24 : w === 'thousands' ? 1000 : 0;
      if (!ten) return null;
      return {
        low: (ten === 24 ? 24 : 2 * ten) * scale,
        high: (ten === 24 ? 100 : 10 * ten) * scale - 1,
        from: i,
        to: i + 3,
        needsNoun: false,
      };
    }
  }
  if (w === 'tens') return null;
  // “two thousands”, “in the hundreds”: a number before it, or a range of values, is something else.
  if (/^(?:the|in|into)$/.test(previous) && at(r, i + 1) !== 'of') return null;
  return { ...bounds, from: i, to: overHyphen(r, i + 1), needsNoun: false };
}

function unitOfCount(w: string): number {
  if (w === 'hundred') return 100;
  if (w === 'dozen') return 12;
  return SCALES.get(w) ?? 0;
}
