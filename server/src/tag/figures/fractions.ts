import { CARDINALS, ORDINALS, SCALES, DOZENS, VULGAR, cardinalWords, denominatorAt } from './numberWords';
import { type Numeral, exact, near } from './numeral';
import { at, isGlued, isHyphen, isNumber, isWord, overHyphen, type Reader } from './reader';

/** “1/2” or “½” behind a whole number, or “and a half”. */
export function mixedFractionAt(r: Reader, i: number): { value: number; to: number } | null {
  const vulgar = VULGAR.get(at(r, i));
  if (vulgar !== undefined) return { value: vulgar, to: i + 1 };
  if (isNumber(r, i) && !isGlued(r, i)) {
    const simple = simpleFractionAt(r, i);
    if (simple && simple.value < 1) return simple;
  }
  if (at(r, i) === 'and' || (isHyphen(r, i) && at(r, i + 1) === 'and')) {
    return fractionBehindAnd(r, overHyphen(r, (isHyphen(r, i) ? i + 1 : i) + 1));
  }
  return null;
}

/** “a half” in “two and a half years”: behind a number and “and” it is a fraction whatever follows. */
function fractionBehindAnd(r: Reader, i: number): { value: number; to: number } | null {
  if (at(r, i) === 'a' || at(r, i) === 'one') {
    const part = overHyphen(r, i + 1);
    if (at(r, part) === 'half') return { value: 0.5, to: part + 1 };
    if (at(r, part) === 'quarter') return { value: 0.25, to: part + 1 };
  }
  const part = wordFractionAt(r, i);
  return part && !part.loose && part.value < 1 ? { value: part.value, to: part.to } : null;
}

/** 3/4 with glued signs and small numbers: everything else with a stroke is a date, a score or a code. */
export function simpleFractionAt(r: Reader, i: number): Numeral | null {
  if (at(r, i + 1) !== '/' || !isGlued(r, i + 1) || !isGlued(r, i + 2) || !isNumber(r, i + 2)) return null;
  const a = at(r, i);
  const b = at(r, i + 2);
  if (!/^\d{1,2}$/.test(a) || !/^\d{1,3}$/.test(b) || at(r, i + 3) === '/') return null;
  const over = Number(b);
  if (over < 2 || Number(a) === 0 || Number(a) >= over || !DENOMINATORS.has(over)) return null;
  const value = Number(a) / over;
  return exact(i, i + 3, value, 0.01, 'digits', true);
}

const DENOMINATORS = new Set([2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100]);

/** A vulgar fraction character, or a fraction in words: “a third”, “two-thirds”, “half a million”, “three quarters of a million”. */
export function fractionAt(r: Reader, i: number): Numeral | null {
  const vulgar = VULGAR.get(at(r, i));
  if (vulgar !== undefined) return exact(i, i + 1, vulgar, 0.01, 'digits', true);
  const part = wordFractionAt(r, i);
  if (!part) return null;
  let k = overHyphen(r, part.to);
  if (at(r, k) === 'of' && (at(r, k + 1) === 'a' || at(r, k + 1) === 'one')) k += 2;
  else if (at(r, k) === 'a') k++;
  const scale = SCALES.get(at(r, k));
  if (scale) {
    const value = part.value * scale;
    return { ...exact(i, k + 1, value, scale / 10, 'words', false), scale };
  }
  const dozen = DOZENS.get(at(r, k));
  if (dozen && at(r, k) === 'dozen') return near(i, k + 1, part.value * dozen, 2, 'words');
  if (part.loose) return null;
  // A fraction in words is round by nature: two points to either side (METHODS).
  return {
    ...exact(i, part.to, part.value, 0.01, 'words', true),
    low: part.value - 0.02,
    high: part.value + 0.02,
    sense: 'near',
  };
}

interface WordFraction {
  readonly value: number;
  readonly to: number;
  /** Only good before a scale word: “half” alone may be half-time, a half brother, the second half. */
  readonly loose: boolean;
}

function wordFractionAt(r: Reader, i: number): WordFraction | null {
  const w = at(r, i);
  if (w === 'half') {
    const next = at(r, i + 1);
    const hedgedHalf =
      /^(?:than|about|nearly|almost|over|around|roughly|least|under)$/.test(at(r, i - 1)) &&
      !/^(?:a|an|of|million|billion|past|way)$/.test(next) &&
      isWord(r, i + 1);
    if (hedgedHalf && !isHyphen(r, i + 1)) return { value: 0.5, to: i + 1, loose: false };
    const loose =
      isHyphen(r, i + 1) ||
      !(
        next === 'of' ||
        next === 'the' ||
        next === 'its' ||
        next === 'their' ||
        next === 'his' ||
        next === 'her' ||
        next === 'all' ||
        next === 'our'
      );
    if (loose && PARTITIVE_BREAK.has(at(r, i - 1))) return null;
    return { value: 0.5, to: i + 1, loose };
  }
  if (w === 'quarter' && (at(r, i + 1) === 'of' || at(r, i + 1) === 'million' || at(r, i + 1) === 'billion'))
    return { value: 0.25, to: i + 1, loose: true };
  let numerator: number;
  let j: number;
  if (w === 'a' || w === 'an') {
    numerator = 1;
    j = i + 1;
  } else {
    const head = cardinalWords(r, i);
    if (!head) return null;
    numerator = head.value;
    j = head.to;
  }
  const compound = compoundDenominator(r, i, numerator, j);
  if (compound) return compound;
  // “one - third”: texts that were tokenised keep the hyphen apart.
  const k = isHyphen(r, j) ? j + 1 : j;
  const d = denominatorAt(r, k, numerator) ?? (j === i + 1 && w === 'a' ? smallPart(r, k) : null);
  if (!d) return null;
  if (w === 'a' || w === 'an') {
    if (d.over !== 2 && d.over !== 4 && !endsPhrase(r, d.to)) return null;
    if (d.over === 2 && !endsPhrase(r, d.to) && !SCALES.has(at(r, d.to))) return null;
    if (d.over === 4 && !endsPhrase(r, d.to) && !SCALES.has(at(r, d.to)) && at(r, d.to) !== 'of') return null;
  }
  return { value: numerator / d.over, to: d.to, loose: false };
}

/** “a hundredth of”, “a thousandth”: with the article only, as “one hundredth” may be a rank. */
function smallPart(r: Reader, i: number): { over: number; to: number } | null {
  const over = ORDINALS.get(at(r, i));
  return over !== undefined && over >= 100 ? { over, to: i + 1 } : null;
}

/**
 * “one hundred thirty-fifths” is 100/35: tens and units of the denominator belong together, by a hyphen or as nothing else joins them.
 * “one hundred and thirty fifths” is 130/5.
 */
function compoundDenominator(r: Reader, i: number, numerator: number, end: number): WordFraction | null {
  const tens = CARDINALS.get(at(r, end - 1));
  if (tens === undefined || tens < 20 || numerator <= tens || (numerator - tens) % 100 !== 0) return null;
  const k = overHyphen(r, end);
  if (k === end && at(r, end - 2) === 'and') return null;
  const units = ORDINALS.get(at(r, k).replace(/s$/, ''));
  if (units === undefined || units < 3 || units > 9 || !at(r, k).endsWith('s') || end - 1 <= i) return null;
  return { value: (numerator - tens) / (tens + units), to: k + 1, loose: false };
}

const PARTITIVE_BREAK = new Set([
  'first',
  'second',
  'other',
  'better',
  'latter',
  'former',
  'this',
  'last',
  'top',
  'bottom',
  'next',
]);

/** Is the phrase over: “a third of …”, “a fifth.”, “a third more”, as against “a third country”? */
function endsPhrase(r: Reader, i: number): boolean {
  const w = at(r, i);
  if (w === '' || w === 'of' || w === 'more' || w === 'less' || w === 'as' || w === 'higher' || w === 'lower')
    return true;
  if (isHyphen(r, i)) return false;
  return !isWord(r, i) || ENDERS.has(w);
}

const ENDERS = new Set(
  'and or but in on at by for from to since over last this were was are is have has had said'.split(' '),
);

/** The fraction of “one and a half” and “two-and-a-half”. */
export function mixedWords(r: Reader, i: number): { value: number; to: number } | null {
  const j = isHyphen(r, i) && at(r, i + 1) === 'and' ? i + 1 : i;
  return at(r, j) === 'and' ? fractionBehindAnd(r, overHyphen(r, j + 1)) : null;
}
