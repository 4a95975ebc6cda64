import type { Cue } from './cues';
import { isPlural } from './roleNouns';
import { TokenKind } from '../../text/tokens';
import { AUXILIARIES, CONJUNCTIONS, punctuationAt, TIMES, wordSet, type Reading } from './reading';
import { isAdverb } from './subjects';

/** “when asked”, “if told” */
const ELLIPTIC = new Set(['when', 'if', 'once', 'as', 'though', 'unless']);
const PASSIVE = new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be']);

/** “was told”, “is said”: the subject is not who speaks. */
export function isPassive(reading: Reading, token: number): boolean {
  if (ELLIPTIC.has(reading.lower[token - 1]!) && reading.cueAt(token)?.listener) return true;
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
  if (cue.lemma === 'show' && (reading.lower[token + 1] === 'up' || reading.lower[token + 1] === 'off')) return false;
  if (cue.form === 'participle' && !hasPerfectBefore(reading, token)) return false;
  if (reading.lower[token + 1] === 'by' && cue.form === 'finite' && !isPassive(reading, token)) return false;
  const phrase = reading.phrases[reading.phraseTo[token]!];
  const afterPhrase = phrase !== undefined || isAdverb(reading, token - 1);
  if (cue.form === 'base')
    return (
      (before === 'to' && cue.core) ||
      (before !== '' && AUXILIARIES.has(before)) ||
      (afterPhrase && (isPlural(before) || isAdverb(reading, token - 1))) ||
      (phrase !== undefined && reading.lower[phrase.from - 1] === 'and') ||
      (ONLY_VERBS.has(word) && mayEndPlural(reading, token - 1))
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

function hasPerfectBefore(reading: Reading, token: number): boolean {
  for (let j = token - 1; j >= 0 && j >= token - 3; j--) {
    if (PERFECT.has(reading.lower[j]!)) return true;
    if (!isAdverb(reading, j)) return false;
  }
  return false;
}

const PERFECT = new Set(['has', 'have', 'had', 'having', 'was', 'were', 'is', 'are', 'been']);

/** Base forms that are no nouns: behind an unlisted plural, a number or a comma they are verbs. */
const ONLY_VERBS = wordSet('say argue insist believe think contend maintain acknowledge');

function mayEndPlural(reading: Reading, token: number): boolean {
  const word = reading.lower[token] ?? '';
  if (word === '')
    return punctuationAt(reading.tokens, token) === ',' || reading.tokens.kind[token] === TokenKind.Number;
  return TIMES.has(word) || (word.endsWith('s') && !word.endsWith('ss') && word.length > 4);
}

/** Third persons that are plural nouns as well. */
const NOUN_LIKE = wordSet(
  'figures states claims reports notes questions answers comments offers calls charges remarks replies requests orders hopes fears plans projects forecasts estimates doubts suspects bets quotes issues shows texts messages emails posts tweets points records marks answers addresses attacks speaks rules finds hints signals attacks hits challenges promises pledges vows demands',
);
