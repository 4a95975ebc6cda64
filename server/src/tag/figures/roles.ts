import counting from '../data/counting.json';
import { at, isHyphen, overHyphen, type Reader } from './reader';
import type { Reading } from './reading';

const CHANGE = new Set(counting.change.split(' '));
const CHANGE_NOUNS = new Set(counting.changeNouns.split(' '));
const COMPARATIVES = new Set(counting.comparatives.split(' '));
const THRESHOLDS = new Set(counting.thresholds.split(' '));

/**
 * Is a figure a level, a change (“rose 5 percent”, “by 5 percent”, “a 5 percent increase”) or a threshold (“a limit of 50”)?
 * Tokens `from..to` (exclusive) are the figure's own.
 */
export function roleOf(r: Reader, from: number, to: number, type: string): Reading['role'] {
  let k = from - 1;
  for (let n = 0; n < 3 && (HEDGES.has(at(r, k)) || at(r, k) === 'a' || at(r, k) === 'an' || at(r, k) === 'the'); n++)
    k--;
  const before = at(r, k);
  const next = at(r, overHyphen(r, to));
  const after = at(r, overHyphen(r, to) + 1);
  if (before === 'to' || before === 'at') return 'level';
  if ((before === 'of' || before === 'a' || before === 'the') && THRESHOLDS.has(at(r, k - 1))) return 'threshold';
  if (THRESHOLDS.has(next) || (isHyphen(r, to) && THRESHOLDS.has(after))) return 'threshold';
  if (before === 'by' && (type === 'percent' || changesBefore(r, k - 1))) return 'change';
  if (
    CHANGE.has(before) &&
    (type === 'percent' || type === 'money' || type === 'quantity' || before === 'up' || before === 'down')
  ) {
    return before === 'cut' || before === 'raised' || before === 'added' || before === 'lost'
      ? type === 'percent'
        ? 'change'
        : 'level'
      : 'change';
  }
  // A loss of $7 billion is a sum; a loss of 7 percent is a change.
  if (before === 'of' && CHANGE_NOUNS.has(at(r, k - 1)) && type !== 'money' && type !== 'count' && type !== 'duration')
    return 'change';
  if (CHANGE_NOUNS.has(next) && type !== 'count') return 'change';
  if (COMPARATIVES.has(next) && (type === 'percent' || type === 'money')) return 'change';
  return 'level';
}

/** “rose in March by”, “is older by”: a word of change shortly before “by”, as against “hit by 40 mm of rain”. */
function changesBefore(r: Reader, i: number): boolean {
  for (let k = i; k > i - 5; k--)
    if (CHANGE.has(at(r, k)) || CHANGE_NOUNS.has(at(r, k)) || COMPARATIVES.has(at(r, k))) return true;
  return false;
}

const HEDGES = new Set(
  'about around roughly some approximately nearly almost over under than more less only just least most estimated another further'.split(
    ' ',
  ),
);
