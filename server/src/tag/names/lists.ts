import type { Decision } from './decide';
import type { Candidate } from './model';
import { foldedAt, type Reading } from './reading';
import { isCapital } from './words';

const FIRM = 2.5;
const WEIGHT = 1.1;

/**
 * Names in a list are of one kind: “Garissa, Lamu and Nairobi”. What was decided firmly speaks for its neighbours across a comma,
 * “and” or “or” that were not; for the next decision.
 */
export function weighLists(
  reading: Reading,
  candidates: readonly Candidate[],
  decided: ReadonlyMap<string, Decision>,
): void {
  for (let i = 1; i < candidates.length; i++) {
    const left = candidates[i - 1]!;
    const right = candidates[i]!;
    if (!isListed(reading, left, right)) continue;
    const a = decided.get(left.key);
    const b = decided.get(right.key);
    if (a && a.score >= FIRM && !(b && b.score >= FIRM)) right.context[a.kind] += WEIGHT;
    else if (b && b.score >= FIRM && !(a && a.score >= FIRM)) left.context[b.kind] += WEIGHT;
  }
}

function isListed(reading: Reading, left: Candidate, right: Candidate): boolean {
  const gap = right.titleFrom - left.to;
  if (gap < 1 || gap > 2 || reading.scanned.sentenceOf[left.from] !== reading.scanned.sentenceOf[right.from])
    return false;
  const first = foldedAt(reading, left.to);
  const last = foldedAt(reading, right.titleFrom - 1);
  if (gap === 1) return first === 'and' || first === 'or' || (first === ',' && listGoesOn(reading, left, right));
  return first === ',' && (last === 'and' || last === 'or');
}

/** A comma alone may begin an apposition; in a list another comma or “and” follows or went before, and no “the” or “who” does. */
function listGoesOn(reading: Reading, left: Candidate, right: Candidate): boolean {
  return isJoint(reading, right.to, 1) || isJoint(reading, left.titleFrom - 1, -1);
}

function isJoint(reading: Reading, at: number, step: 1 | -1): boolean {
  const sign = at >= 0 && at < reading.of.length ? foldedAt(reading, at) : '';
  if (sign === 'and' || sign === 'or') return true;
  const next = reading.of[at + step];
  return sign === ',' && next !== undefined && isCapital(next);
}
