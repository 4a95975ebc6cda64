import { type FigureType } from '../model';
import type { Amount } from './amounts';
import { compoundDurationAt, type CompoundDuration } from './compoundDurations';
import { countedOf, countedPlural, countedSingular, type Counted } from './counted';
import { countedOfDuration, DAYS, daysOf, isoDuration, oldAt, type TimeUnit } from './durations';
import { hedgeBefore, hedgeBehind, hedged, type Hedge } from './hedges';
import { STOP } from './nouns';
import type { Numeral } from './numeral';
import { perThousandAt, rateAt } from './rates';
import { at, isCapital, isGlued, isHyphen, isNumber, isWord, overHyphen, type Reader } from './reader';
import type { Reading } from './reading';
import { roleOf } from './roles';

/** An amount (`b` null) or a range of two, with its hedge, what it counts and what it is per, as a figure. */
export function readAmount(r: Reader, a: Amount, b: Amount | null): Reading {
  const last = b ?? a;
  const ageAt = ageBefore(r, a);
  // “under the age of 18”: the hedge stands before the word.
  const before = hedgeBefore(r, a.from) ?? (ageAt >= 0 ? hedgeBefore(r, ageAt) : null);
  const behind = hedgeBehind(r, last.to);
  const glued = hedgeBehind(r, last.numeral.to);
  const hedge = before && !isDuring(r, a, before) ? before : behind;
  const old = a.time ? oldAt(r, last.to) : null;
  const thousand = old || last.type !== 'count' || last.to !== last.numeral.to ? null : perThousandAt(r, last.to);
  const compound = a.time && !b && !old && !hedge ? compoundDurationAt(r, a) : null;
  const to = compound?.to ?? old?.to ?? thousand?.to ?? last.to;
  const countedFrom = behind && hedge === behind ? behind.to : glued && last.type === 'count' ? glued.to : to;
  const special = compound || old || thousand;
  const counted = special ? ((old ?? thousand)?.counted ?? null) : whatIsCounted(r, last, countedFrom);
  const type = ageAt >= 0 ? 'age' : old ? old.sense : typeOf(a);
  const size = compound
    ? sizeOfCompound(compound)
    : a.time && type === 'duration'
      ? durationOf(a, b, a.time, hedge)
      : sizeOf(a.numeral, b?.numeral ?? null, type, hedge);
  // One literal rather than spreads: this runs for every number of a text.
  return {
    from: a.from,
    to,
    type,
    value: size.value,
    unit: ageAt >= 0 ? 'year' : a.unit,
    per: thousand?.per ?? (special ? '' : rateAt(r, counted && counted.from <= to + 1 ? counted.to : to)),
    op: size.op,
    low: size.low,
    high: size.high,
    fine: size.fine,
    coarse: size.coarse,
    hedge,
    role: roleOf(r, a.from, to, a.type),
    counted,
    resolution: 'absolute',
  };
}

type Size = Pick<Reading, 'value' | 'op' | 'low' | 'high' | 'fine' | 'coarse'>;

function sizeOf(a: Numeral, b: Numeral | null, type: FigureType, hedge: Hedge | null): Size {
  const { fine, coarse } = b ?? a;
  const rounded = type === 'percent' || type === 'age' ? fine : coarse;
  if (b) return { value: a.value, op: '..', low: a.low, high: b.high, fine, coarse: rounded };
  const { op, low, high } = intervalOf(a, rounded, hedge);
  return { value: a.value, op, low, high, fine, coarse: rounded };
}

function sizeOfCompound({ value, low, high, finest }: CompoundDuration): Size {
  return { value, op: '=', low, high, fine: DAYS[finest], coarse: DAYS[finest] };
}

function typeOf(a: Amount): FigureType {
  return a.type === 'count' ? 'quantity' : a.type;
}

function intervalOf(
  numeral: Numeral,
  coarse: number,
  hedge: Hedge | null,
): { op: Reading['op']; low: number; high: number } {
  if (hedge) return hedged(numeral.value, coarse, hedge.sense);
  if (numeral.sense === 'near') return { op: '~', low: numeral.low, high: numeral.high };
  return { op: '=', low: numeral.value, high: numeral.value };
}

function durationOf(a: Amount, b: Amount | null, unit: TimeUnit, hedge: Hedge | null): Size {
  const days = DAYS[unit];
  const fine = a.numeral.fine * days;
  const value = isoDuration(a.numeral.value, unit);
  const span = daysOf(a.numeral.value, unit);
  if (b) return { value, op: '..', low: span.low, high: daysOf(b.numeral.value, unit).high, fine, coarse: fine };
  const interval = intervalOf(a.numeral, a.numeral.coarse, hedge);
  if (interval.op === '=') return { value, op: '=', ...span, fine, coarse: fine };
  return {
    value,
    op: interval.op,
    low: daysOf(interval.low, unit).low,
    high: daysOf(interval.high, unit).high,
    fine,
    coarse: a.numeral.coarse * days,
  };
}

/** “over two days”, “under three years”: during, unless a word before it says that a length is meant. */
function isDuring(r: Reader, a: Amount, hedge: Hedge): boolean {
  if (!a.time || hedge.to - hedge.from > 1) return false;
  const w = at(r, hedge.from);
  if (w === 'around' || w === 'about' || w === 'nearly' || w === 'almost') return false;
  if (w !== 'over' && w !== 'under' && w !== 'above' && w !== 'below' && w !== 'some') return false;
  return (
    w !== 'some' &&
    !/^(?:for|of|in|after|is|was|lasted|last|lasts|took|takes|take|spent|just|little|well|slightly|aged)$/.test(
      at(r, hedge.from - 1),
    )
  );
}

function whatIsCounted(r: Reader, last: Amount, to: number): Counted | null {
  if (last.type === 'percent' || last.numeral.fraction)
    return (
      countedOf(r, to) ??
      (last.type === 'percent' && isAttribute(r, last) ? countedSingularNoun(r, overHyphen(r, to)) : null)
    );
  if (last.type === 'duration') return countedOfDuration(r, to, isHyphen(r, last.numeral.to));
  if (last.type === 'money')
    return countedOf(r, to) ?? (isAttribute(r, last) ? countedSingularNoun(r, overHyphen(r, to)) : null);
  if (last.type === 'quantity')
    return countedOf(r, to) ?? (isHyphen(r, last.numeral.to) ? countedSingular(r, overHyphen(r, to)) : null);
  if (isHyphen(r, to) && isGlued(r, to) && isWord(r, to + 1)) {
    // “12-point peace plan”: what is counted is the word behind the hyphen, in the singular.
    const phrase = countedSingular(r, to + 1);
    return phrase && { ...phrase, head: at(r, to + 1) };
  }
  if (last.numeral.value === 1) return countedSingular(r, to);
  const of = countedOf(r, to);
  return of && last.numeral.sense !== 'exact'
    ? of
    : (countedPlural(r, to) ?? (of && !isNumber(r, of.from) ? of : null));
}

/** Does the amount stand before a noun, as in “a record $5 billion deal”: a determiner is open on its left? “gave $5 billion deal makers” has none. */
function isAttribute(r: Reader, a: Amount): boolean {
  for (let k = a.from - 1; k >= a.from - 4; k--) {
    if (DETERMINERS.has(at(r, k))) return true;
    if (!isWord(r, k) && !isHyphen(r, k)) return false;
    if (STOP.has(at(r, k)) && at(r, k) !== 'more' && at(r, k) !== 'than' && at(r, k) !== 'about') return false;
  }
  return false;
}

const DETERMINERS = new Set("a an the this that its their his her our my your another each every 's ’s".split(' '));

/** “a $61 billion arms package”: the noun right behind an amount, unless a verb or a new phrase follows. */
function countedSingularNoun(r: Reader, i: number): Counted | null {
  return isWord(r, i) &&
    !isCapital(r, i) &&
    !/ed$/.test(at(r, i)) &&
    !/^(?:last|this|next|every|each|later|earlier|yesterday|today|annually|yearly|monthly|ago|apiece|lower|higher|more|less|up|down|true|sure|certain|bigger|smaller|larger|cheaper|stronger|weaker|between|total|overall)$/.test(
      at(r, i),
    )
    ? countedSingular(r, i)
    : null;
}

/** The token of “aged” or “(the) age of” before a bare number, or -1. */
function ageBefore(r: Reader, a: Amount): number {
  if (a.type !== 'count' || a.numeral.value <= 0 || a.numeral.value > 120) return -1;
  const w = at(r, a.from - 1);
  if (w === 'aged' || w === 'age' || w === 'ages') return a.from - 1;
  const alone = !countedPlural(r, a.to) && a.numeral.form === 'digits';
  if (w === 'between' && /^age[ds]$/.test(at(r, a.from - 2))) return a.from - 2;
  if (/^turn(?:ed|s|ing)$/.test(w) && alone && a.numeral.value > 10) return a.from - 1;
  // “aged 2, 4 and 7”
  if ((w === ',' || w === 'and' || w === 'or') && alone) {
    let k = a.from - 1;
    while (k > a.from - 12 && (/^(?:,|and|or)$/.test(at(r, k)) || isNumber(r, k))) k--;
    if (/^(?:aged|ages)$/.test(at(r, k))) return k;
  }
  if (w !== 'of' || !/^ages?$/.test(at(r, a.from - 2))) return -1;
  return at(r, a.from - 3) === 'the' ? a.from - 3 : a.from - 2;
}
