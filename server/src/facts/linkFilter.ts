import {
  boundAt,
  type ClaimColumns,
  Field,
  highAt,
  lastingCount,
  lastingFrom,
  lengthAfter,
  lengthBefore,
  lowAt,
  nameCount,
  namesFrom,
  nearCount,
  nearFrom,
  subjectCount,
  subjectsFrom,
  tellsAt,
  weightIn,
  wordCount,
  wordsFrom,
} from './claimColumns';
import { sharedRunIn } from './passage';
import { mayBeOneFact } from './sameFact';
import { likeness, NEAREST, type Rarity, UNIT } from './similarity';

/**
 * May two claims become a link? Of the pairs that share keys one in ten does; this says so of a few more, and of every one that does. The words of both
 * are weighed as of now. Linear in the words of both; makes no object of either claim.
 */
export function mayLink(x: ClaimColumns, a: number, y: ClaimColumns, b: number, rarity: Rarity): boolean {
  const [p, q] = [x.cells[a]!, y.cells[b]!];
  const evidence = sharedWeight(x.cells, p, y.cells, q, rarity) / UNIT;
  const near = sharedNear(x.cells, p, y.cells, q);
  const isOther = areOfOthers(x.cells, p, y.cells, q);
  const weightA = x.cells[p + Field.Total]! / UNIT;
  const weightB = y.cells[q + Field.Total]! / UNIT;
  const { score, cover, sameWords } = likeness(evidence, weightA, weightB, near, isOther ? 'other' : 'same');
  const before = Math.min(lengthBefore(x.cells, p), lengthBefore(y.cells, q));
  const after = Math.min(lengthAfter(x.cells, p), lengthAfter(y.cells, q));
  return mayBeOneFact({
    score,
    evidence,
    cover,
    sameWords,
    near,
    run: sharedRunIn(x.passages, a, y.passages, b, before, after),
    isOther,
    mayFit: mayFit(x.cells, p, y.cells, q),
    bothTell: tellsAt(x.cells, p) && tellsAt(y.cells, q),
    ofTwoThings: areOfTwoThings(x.cells, p, y.cells, q),
    shareMeasure: sharedMeasures(x.cells, p, y.cells, q) > 0,
  });
}

/**
 * May the value of the one record be what the other says, converted, rounded or as a bound? False only where `judge` would not find that they
 * fit together.
 */
export function mayFit(x: Int32Array, p: number, y: Int32Array, q: number): boolean {
  if (lowAt(x, p) <= highAt(y, q) && lowAt(y, q) <= highAt(x, p)) return true;
  return x[p + Field.Unit] !== y[q + Field.Unit] || (boundAt(x, p) !== 0 && boundAt(x, p) === boundAt(y, q));
}

function sharedWeight(x: Int32Array, p: number, y: Int32Array, q: number, rarity: Rarity): number {
  let [i, j] = [wordsFrom(p), wordsFrom(q)];
  const [m, n] = [wordCount(x, p), wordCount(y, q)];
  const [endX, endY] = [i + m, j + n];
  let sum = 0;
  while (i < endX && j < endY) {
    const [key, other] = [x[i]!, y[j]!];
    if (key === other) sum += Math.min(weightIn(x[i + m]!), weightIn(y[j + n]!)) * rarity(key);
    if (key <= other) i++;
    if (key >= other) j++;
  }
  return sum;
}

function sharedMeasures(x: Int32Array, p: number, y: Int32Array, q: number): number {
  return sharedCells(x, lastingFrom(x, p), lastingCount(x, p), y, lastingFrom(y, q), lastingCount(y, q));
}

function sharedNear(x: Int32Array, p: number, y: Int32Array, q: number): number {
  return sharedCells(x, nearFrom(x, p), nearCount(x, p), y, nearFrom(y, q), nearCount(y, q));
}

/** How many cells of the one run stand in the other: both are short. */
function sharedCells(x: Int32Array, from: number, count: number, y: Int32Array, start: number, length: number): number {
  let shared = 0;
  for (let i = from; i < from + count; i++) if (isAmong(x[i]!, y, start, length)) shared++;
  return shared;
}

function isAmong(key: number, cells: Int32Array, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) if (cells[i] === key) return true;
  return false;
}

/** Each has a nearest name, and it is not in the other's sentence, not even as a bare family name. */
function areOfOthers(x: Int32Array, p: number, y: Int32Array, q: number): boolean {
  if (subjectCount(x, p) === 0 || subjectCount(y, q) === 0) return false;
  return !isNamedIn(x, p, y, q) && !isNamedIn(y, q, x, p);
}

function isNamedIn(x: Int32Array, p: number, y: Int32Array, q: number): boolean {
  const [from, names] = [subjectsFrom(x, p), namesFrom(x, p)];
  for (let i = from; i < from + Math.min(NEAREST, subjectCount(x, p)); i++) {
    if (isAmong(x[names + x[i]!]!, y, namesFrom(y, q), nameCount(y, q))) return true;
  }
  return false;
}

/** See `ofTwoThings`. */
function areOfTwoThings(x: Int32Array, p: number, y: Int32Array, q: number): boolean {
  const [mine, theirs] = [x[p + Field.Thing]!, y[q + Field.Thing]!];
  if (mine === 0 || theirs === 0 || mine === theirs) return false;
  return !isAmong(mine, y, wordsFrom(q), wordCount(y, q)) && !isAmong(theirs, x, wordsFrom(p), wordCount(x, p));
}
