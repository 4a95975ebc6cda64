import type { Cue } from './cues';
import { AUXILIARIES, wordSet, type Reading } from './reading';
import { isAdverb, subjectBefore, type Source } from './subjects';
import { isPassive } from './verbPosition';

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

/**
 * “Reed said | he would tell her about …”, “Reed said that | Brook called it …”: who reports the clause whose subject is `source`, or null. A “he” of a finite
 * cue is most often who reports himself.
 */
export function reporterOf(reading: Reading, source: Source, cue: Cue, floor: number): Source | null {
  const { phrase, joined } = source;
  if (cue.form === 'base' ? phrase.kind !== 'pronoun' : phrase.kind === 'pronoun' || joined) return null;
  for (let j = phrase.from - 1; j >= floor && j >= phrase.from - 2; j--) {
    const outer = reading.cueAt(j);
    const reports = outer?.form === 'finite' || (outer?.form === 'gerund' && phrase.kind !== 'pronoun');
    if (outer?.bareClause && reports && reading.quotedBy[j]! < 0 && !isPassive(reading, j))
      return subjectBefore(reading, j, floor);
    if (reading.lower[j] !== 'that') return null;
  }
  return null;
}
