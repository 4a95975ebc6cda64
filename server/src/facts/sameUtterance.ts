import { cueOf } from '../tag/quotes/cues';
import { align, type Alignment } from './alignment';
import { keyHash } from './keyHash';
import { unpackWording, wordsOf } from './packedWording';
import { speakersAgree } from './speakerWords';
import type { Utterance } from './utterances';
import type { Wording } from './wording';

export type UtteranceRelation = 'agree' | 'small' | 'content' | 'speaker';

export interface Comparison {
  readonly relation: UtteranceRelation;
  readonly alignment: Alignment;
}

const FEWEST_MATCHED = 5;
const FEWEST_EXACT = 4;

/** Of the shorter quotation, too few words for one utterance. */
function isLittle(matched: number, shorter: number): boolean {
  return matched < shorter * 0.5 && matched < 12;
}

/** The words of an utterance as keys, each as often as it is said; ascending, of two units each: in half the room of a list. */
export function wordKeysOf(utterance: Utterance): string {
  const keys = wordsOf(utterance).map((word) => keyHash(word));
  return keys
    .sort((a, b) => a - b)
    .map((key) => String.fromCharCode(key >>> 16, key & 0xffff))
    .join('');
}

/**
 * False for two utterances that have too few words in common to be one, in whatever order: no alignment matches more. Given their word keys. Linear in
 * both, and all that most pairs cost.
 */
export function mayBeOne(a: string, b: string): boolean {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [keyIn(a, i), keyIn(b, j)];
    if (x === y) common++;
    if (x <= y) i += 2;
    if (x >= y) j += 2;
  }
  return common >= FEWEST_EXACT && !isLittle(common, Math.min(a.length, b.length) / 2);
}

function keyIn(keys: string, at: number): number {
  return (keys.charCodeAt(at) << 16) | keys.charCodeAt(at + 1);
}

/**
 * Are two quotations one utterance, and how do they differ? Null: two utterances. Identical, contained and overlapping cuts, and cuts that are marked, agree.
 * METHODS, “Quotes across documents”.
 */
export function compareUtterances(a: Utterance, b: Utterance): Comparison | null {
  const shorter = Math.min(a.count, b.count);
  const [x, y] = [unpackWording(a), unpackWording(b)];
  const alignment = align(x, y);
  if (!alignment) return null;
  const { matched, matchedContent, likeness, differences } = alignment;
  const exact = differences.length === 0;
  const whole = matched >= shorter;
  const enough =
    exact && whole
      ? matched >= FEWEST_EXACT && matchedContent >= 2
      : matched >= FEWEST_MATCHED &&
        ((matchedContent >= 4 && likeness >= 0.6) || (matchedContent >= 3 && likeness >= 0.75));
  const sameSpeaker = speakersAgree(a.speakerWords, b.speakerWords);
  if (!enough && !(sameSpeaker === true && isOneWordApart(alignment, shorter))) return null;
  if (isLittle(matched, shorter)) return null;
  if (sameSpeaker === null && !exact && likeness < 0.68) return null;
  if (sameSpeaker === false) {
    if (exact && whole && a.named && b.named && isTelling(alignment) && !isReported(x, y, alignment)) {
      return { relation: 'speaker', alignment };
    }
    if (exact && matched >= 8 && matchedContent >= 4) return { relation: 'agree', alignment };
    if (matched < 12 || likeness < 0.8) return null;
  }
  if (exact) return { relation: 'agree', alignment };
  if (swapsPersons(x, y, alignment) && matched < 12) return null;
  return { relation: differences.some((d) => d.weight === 'content') ? 'content' : 'small', alignment };
}

/** In all but the same words of one speaker one stands for another. */
function isOneWordApart({ matched, matchedContent, differences }: Alignment, shorter: number): boolean {
  const [only] = differences;
  if (!only || differences.length > 1 || only.aTo - only.aFrom !== 1 || only.bTo - only.bFrom !== 1) return false;
  return matched === shorter - 1 && matched >= FEWEST_MATCHED && matchedContent >= 2;
}

/** More words than two people find by chance. */
function isTelling({ matched, matchedContent }: Alignment): boolean {
  return matched >= 7 && matchedContent >= 3;
}

/** Words back from a stretch in which “she says”, “as he put it” would give it to somebody else. */
const REPORT_REACH = 6;

/** In the longer of the two the words are somebody else’s: “He says that the gauges showed nothing” in an answer of hers. */
function isReported(a: Wording, b: Wording, { aFrom, bFrom }: Alignment): boolean {
  return isBehindCue(a, aFrom) || isBehindCue(b, bFrom);
}

function isBehindCue({ words, opensSentence }: Wording, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= REPORT_REACH && !opensSentence[i + 1]; i--) {
    if (words[i] === 'that' || cueOf(words[i]!)) return true;
  }
  return false;
}

const PERSONS = new Set([
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'his',
  'their',
  'i',
  'we',
  'you',
  'my',
  'our',
  'your',
]);

/** “She is …” and “He is …” in a short sentence are said of two people. */
function swapsPersons(a: Wording, b: Wording, { differences }: Alignment): boolean {
  return differences.some(
    (d) =>
      d.aTo - d.aFrom === 1 &&
      d.bTo - d.bFrom === 1 &&
      PERSONS.has(a.words[d.aFrom]!) &&
      PERSONS.has(b.words[d.bFrom]!),
  );
}
