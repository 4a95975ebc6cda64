import data from '../data/measures.json';
import { countedPlural, type Counted } from './counted';
import { numeralAt } from './numerals';
import { at, isGlued, isHyphen, isNumber, pairs, type Reader } from './reader';

const UNITS = pairs(data.perUnits);
const ADVERBS = new Map(
  Object.entries({ annually: 'year', yearly: 'year', monthly: 'month', weekly: 'week', daily: 'day', hourly: 'hour' }),
);
const NOT_A_RATE = new Set('ago earlier later before after old'.split(' '));

/** What a figure is per, behind it at token `i`: “a barrel”, “per head”, “an hour”, “annually”. '' where it is no rate. */
export function rateAt(r: Reader, start: number): string {
  // “$5-a-day meals”
  const hyphen = isHyphen(r, start) && isGlued(r, start) && isHyphen(r, start + 2) ? 1 : 0;
  if (hyphen) return /^an?$/.test(at(r, start + 1)) ? (UNITS.get(at(r, start + 3)) ?? '') : '';
  const i = start;
  const w = at(r, i);
  const adverb = ADVERBS.get(w);
  if (adverb) return adverb;
  if (w !== 'a' && w !== 'an' && w !== 'per' && w !== 'each' && w !== 'every') return '';
  const next = at(r, i + 1);
  // “$5 million a year earlier” is no rate; nor does “a” stand before a short form (“a s”).
  const unit = UNITS.get(next);
  return unit && (w === 'per' || next.length > 2) && !NOT_A_RATE.has(at(r, i + 2)) ? unit : '';
}

/** “per 100,000 people”, “for every 1,000 births”, “in every 100”: how many, what of, and the token behind the number. */
export function perThousandAt(r: Reader, i: number): { per: string; to: number; counted: Counted | null } | null {
  const w = at(r, i);
  const j = w === 'per' ? i + 1 : (w === 'for' || w === 'in') && at(r, i + 1) === 'every' ? i + 2 : -1;
  if (j < 0) return null;
  const base = isNumber(r, j) || /^(?:a|one|ten|hundred|thousand|million)$/.test(at(r, j)) ? numeralAt(r, j) : null;
  const from = base ? null : /^(?:hundred|thousand|million)$/.exec(at(r, j));
  const value = base?.value ?? (from ? { hundred: 100, thousand: 1000, million: 1e6 }[from[0]]! : 0);
  if (value < 10 || !/^1(?:0|e\+?)*\d*$/.test(String(value)) || Math.log10(value) % 1 !== 0) return null;
  const to = base?.to ?? j + 1;
  return { per: String(value), to, counted: countedPlural(r, to) };
}
