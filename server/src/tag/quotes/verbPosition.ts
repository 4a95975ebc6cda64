import type { Cue } from './cues';
import { isPlural } from './nounPhrases';
import { AUXILIARIES, CONJUNCTIONS, punctuationAt, wordSet, type Reading } from './reading';
import { isAdverb } from './subjects';

const PASSIVE = new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be']);

/** “was told”, “is said”: the subject is not who speaks. */
export function isPassive(reading: Reading, token: number): boolean {
  for (let j = token - 1; j >= 0 && j >= token - 3; j--) {
    if (PASSIVE.has(reading.lower[j]!)) return reading.cueAt(token)?.form !== 'gerund';
    if (!isAdverb(reading, j)) return false;
  }
  return false;
}

/**
 * A base form is a verb behind an auxiliary, behind a plural (officials say) or, where it may follow a quotation, behind “to”; forms in -s that are plurals too
 * need their subject before them. “Proposed by” is a passive.
 */
export function isVerbPosition(reading: Reading, token: number, cue: Cue): boolean {
  const before = reading.lower[token - 1] ?? '';
  const word = reading.lower[token]!;
  if (reading.lower[token + 1] === 'by' && cue.form === 'finite' && !isPassive(reading, token)) return false;
  const afterPhrase = reading.phraseTo[token]! >= 0 || isAdverb(reading, token - 1);
  if (cue.form === 'base')
    return (
      (before === 'to' && cue.core) ||
      (before !== '' && AUXILIARIES.has(before)) ||
      (afterPhrase && (isPlural(before) || isAdverb(reading, token - 1)))
    );
  return (
    !(word.endsWith('s') && cue.form === 'finite') ||
    afterPhrase ||
    punctuationAt(reading.tokens, token - 1) !== '' ||
    AUXILIARIES.has(before) ||
    CONJUNCTIONS.has(before) ||
    !NOUN_LIKE.has(word)
  );
}

/** Third persons that are plural nouns as well. */
const NOUN_LIKE = wordSet(
  'figures states claims reports notes questions answers comments offers calls charges remarks replies requests orders hopes fears plans projects forecasts estimates doubts suspects bets quotes issues shows texts messages emails posts tweets points records marks answers addresses attacks speaks rules finds hints signals attacks hits challenges promises pledges vows demands',
);
