import counting from '../data/counting.json';
import { type FigureType } from '../model';
import { type Amount, amountAt } from './amounts';
import { countedOf, countedPlural, countedSingular, STOP, type Counted } from './counted';
import { chainEnd, isCodeOnTheRight, isNameNumber } from './decoys';
import { countedOfDuration, DAYS, daysOf, isoDuration, oldAt, timeUnitAt, type TimeUnit } from './durations';
import { hedgeBefore, hedgeBehind, hedged, type Hedge } from './hedges';
import type { Numeral } from './numeral';
import { numeralAt } from './numerals';
import { rangeFrom } from './ranges';
import { at, isCapital, isGlued, isHyphen, isNumber, isWord, overHyphen, written, type Reader } from './reader';
import { type Found, type Reading } from './reading';
import { roleOf } from './roles';
import { percentAt } from './units';

/** The figure whose number (or currency sign) begins at token `i`; a number that is no figure comes back as a decoy, anything else as null. */
export function quantityAt(r: Reader, i: number): Found | null {
  const first = amountAt(r, i);
  if (!first) return isNumber(r, i) ? { decoy: true, to: Math.max(i + 1, chainEnd(r, i)) } : null;
  const { numeral } = first;
  if (i === r.from && isListNumber(r, i, numeral)) return { decoy: true, to: numeral.to + 1 };
  if (numeral.form === 'digits' && first.from === numeral.from && first.type === 'count') {
    const chain = chainEnd(r, i);
    if (chain > i) return { decoy: true, to: chain };
    if (isNameNumber(r, i, numeral.grouped)) return { decoy: true, to: first.to };
    if (isCodeOnTheRight(r, first.to)) return { decoy: true, to: first.to + 1 };
  } else if (
    numeral.form === 'digits' &&
    first.from === numeral.from &&
    first.type !== 'money' &&
    isNumber(r, i) &&
    isGlued(r, i) &&
    isNameNumber(r, i, true)
  ) {
    return { decoy: true, to: first.to };
  }
  if (
    numeral.scale === 1000 &&
    numeral.value < 10000 &&
    written(r, numeral.to - 1) === 'K' &&
    first.type === 'count' &&
    !countedPlural(r, first.to)
  )
    return { decoy: true, to: first.to }; // 4K
  const share = oneIn(r, first);
  if (share) return share;
  if (
    first.time === 'D' &&
    numeral.form === 'words' &&
    numeral.value === 1 &&
    !isHyphen(r, numeral.to) &&
    !ONE_DAY.has(at(r, i - 1))
  )
    return { decoy: true, to: first.to };
  const range = rangeFrom(r, first);
  if (range) return 'decoy' in range ? range : read(r, range.first, range.second);
  if (
    first.type === 'count' &&
    numeral.form === 'words' &&
    numeral.value === 1 &&
    numeral.to === numeral.from + 1 &&
    !countsOne(r, i)
  )
    return null;
  return read(r, first, null);
}

/** “3. Taiwan”, “2) …” at the head of a line. */
function isListNumber(r: Reader, i: number, numeral: Numeral): boolean {
  const sign = at(r, i + 1);
  return (
    numeral.to === i + 1 &&
    (sign === '.' || sign === ')') &&
    isGlued(r, i + 1) &&
    numeral.form === 'digits' &&
    numeral.value < 1000
  );
}

/** “one in five Americans”, “six in 10 voters”: a share. Of other numbers (“2 in 5 games”) it is not known to be one. */
function oneIn(r: Reader, a: Amount): Reading | null {
  const part = a.numeral.value;
  if (
    a.type !== 'count' ||
    a.to !== a.from + 1 ||
    at(r, a.to) !== 'in' ||
    part < 1 ||
    part > 9 ||
    !Number.isInteger(part)
  )
    return null;
  const b = numeralAt(r, a.to + 1);
  if (
    !b ||
    b.sense !== 'exact' ||
    b.value < 2 ||
    b.value > 1e6 ||
    !Number.isInteger(b.value) ||
    (b.value >= 1000 && b.value <= 2100 && b.form === 'digits' && !b.grouped)
  )
    return null;
  if (part > 1 && (b.value !== 10 || !countsPeople(r, b.to))) return null;
  const value = part / b.value;
  const hedge = hedgeBefore(r, a.from);
  if (timeUnitAt(r, b.to) || percentAt(r, b.to)) return null;
  return {
    from: a.from,
    to: b.to,
    type: 'quantity',
    value,
    unit: '',
    ...hedged(value, 0.01, hedge?.sense ?? 'about'),
    fine: 0.01,
    coarse: 0.01,
    hedge,
    role: 'level',
    counted: countedPlural(r, b.to),
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

const NOT_ONE = new Set(counting.notOne.split(' '));

const NOT_ONE_BEFORE = new Set(counting.notOneBefore.split(' '));

/** “could one day form”: a length only behind these. */
const ONE_DAY = new Set('in for within than of just only after least about over by per exactly lasted took'.split(' '));

/** Does “one” count (“one man”, “one in five”), or stand for something (“no one”, “one of”, “one another”)? */
function countsOne(r: Reader, i: number): boolean {
  const next = overHyphen(r, i + 1);
  if (NOT_ONE_BEFORE.has(at(r, i - 1)) || (isHyphen(r, i - 1) && isGlued(r, i))) return false;
  if (at(r, next) === 'in') return isNumber(r, next + 1) || numeralAt(r, next + 1) !== null;
  if (next > i + 1) return false; // one-sided, one-on-one
  if (NOT_ONE.has(at(r, next))) return false;
  const counted = countedSingular(r, next);
  return counted !== null && counted.head === at(r, counted.to - 1);
}

function read(r: Reader, a: Amount, b: Amount | null): Reading {
  const last = b ?? a;
  const before = hedgeBefore(r, a.from);
  const behind = hedgeBehind(r, last.to);
  const glued = hedgeBehind(r, last.numeral.to);
  const hedge = before && !isDuring(r, a, before) ? before : (behind ?? null);
  const old = a.time ? oldAt(r, last.to) : null;
  const to = old ? old.to : last.to;
  const counted = old
    ? old.counted
    : whatIsCounted(r, last, behind && hedge === behind ? behind.to : glued && last.type === 'count' ? glued.to : to);
  const type = old ? old.sense : typeOf(a);
  const common = {
    from: a.from,
    to,
    counted,
    unit: a.unit === 'percent' ? 'percent' : a.unit,
    hedge,
    role: roleOf(r, a.from, to, a.type),
    resolution: 'absolute' as const,
  };
  const age = ageBefore(r, a);
  if (a.time && type === 'duration') return { ...common, type, ...durationOf(a, b, a.time, hedge) };
  const { fine, coarse } = last.numeral;
  const rounded = type === 'percent' || type === 'age' ? fine : coarse;
  if (b)
    return {
      ...common,
      ...(age ? AGE : { type }),
      value: a.numeral.value,
      op: '..',
      low: a.numeral.low,
      high: b.numeral.high,
      fine,
      coarse: rounded,
    };
  if (age)
    return {
      ...common,
      from: a.from,
      type: 'age',
      unit: 'year',
      value: a.numeral.value,
      ...hedged(a.numeral.value, fine, hedge?.sense ?? null),
      fine,
      coarse: fine,
    };
  return { ...common, type, value: a.numeral.value, ...intervalOf(a.numeral, rounded, hedge), fine, coarse: rounded };
}

const AGE = { type: 'age', unit: 'year' } as const;

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

function durationOf(
  a: Amount,
  b: Amount | null,
  unit: TimeUnit,
  hedge: Hedge | null,
): Pick<Reading, 'value' | 'op' | 'low' | 'high' | 'fine' | 'coarse'> {
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
    !/^(?:last|this|next|every|each|later|earlier|yesterday|today|annually|yearly|monthly|ago|apiece|between|total|overall)$/.test(
      at(r, i),
    )
    ? countedSingular(r, i)
    : null;
}

/** “aged 34”, “age 34”, “at the age of 34” before a bare number. */
function ageBefore(r: Reader, a: Amount): boolean {
  if (a.type !== 'count' || a.numeral.value <= 0 || a.numeral.value > 120) return false;
  const w = at(r, a.from - 1);
  return w === 'aged' || w === 'age' || w === 'ages' || (w === 'of' && /^ages?$/.test(at(r, a.from - 2)));
}
