import { AUXILIARIES, wordSet, type Reading } from './reading';
import { isAdverb } from './subjects';

/** Who tells the story reports nobody’s words. */
export const NARRATORS = wordSet('i we you');
const NEGATIONS = wordSet(
  "not never didn't didn’t doesn't doesn’t don't don’t won't won’t wouldn't wouldn’t hasn't hasn’t haven't haven’t hadn't hadn’t couldn't couldn’t declined refused refuses declines neither nor failed",
);

/** “did not say”, “declined to say”: nothing is reported. */
export function isNegated(reading: Reading, token: number): boolean {
  for (let j = token - 1; j >= 0 && j >= token - 3; j--) {
    if (NEGATIONS.has(reading.lower[j]!)) return true;
    if (!AUXILIARIES.has(reading.lower[j]!) && !isAdverb(reading, j) && reading.lower[j] !== 'to') return false;
  }
  return false;
}
