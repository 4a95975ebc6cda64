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

const NEXT_CLAUSE = wordSet('while whereas although though');
const SUBJECT_STARTERS = wordSet('the a an his her its their this that these those he she it they we there');

/**
 * “praised the miners, while the town’s “golden years” …”: a cue that takes an object and no clause (praise, blame, call) reaches to the next clause with a
 * subject of its own, however near the marks stand.
 */
export function isClauseOver(reading: Reading, cue: Cue, from: number, to: number): boolean {
  if (cue.bareClause || cue.infinitive || cue.modality === 'asked') return false;
  for (let j = from; j + 2 < to; j++) {
    if (reading.quotedBy[j]! >= 0) continue;
    const c = punctuationAt(reading.tokens, j);
    if (c === ';') return true;
    if (c !== ',' || !NEXT_CLAUSE.has(reading.lower[j + 1]!)) continue;
    if (
      reading.quotedBy[j + 2]! < 0 &&
      (SUBJECT_STARTERS.has(reading.lower[j + 2]!) || reading.phraseFrom[j + 2]! >= 0)
    )
      return true;
  }
  return false;
}

/** Third persons that are plural nouns as well. */
const NOUN_LIKE = wordSet(
  'figures states claims reports notes questions answers comments offers calls charges remarks replies requests orders hopes fears plans projects forecasts estimates doubts suspects bets quotes issues shows texts messages emails posts tweets points records marks answers addresses attacks speaks rules finds hints signals attacks hits challenges promises pledges vows demands',
);
