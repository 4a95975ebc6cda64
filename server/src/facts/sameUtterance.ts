import { distance } from 'fastest-levenshtein';
import type { Quote } from '../tag/model';
import { cueOf } from '../tag/quotes/cues';
import { align, type Alignment } from './alignment';
import type { Wording } from './wording';

/** A quotation as the index keeps it. */
export interface Utterance {
  /** Index in the document's `quotes`. */
  readonly quote: number;
  /** Further quotations of the document in the same words by the same speaker: page furniture, a pull quote. */
  readonly repeats: readonly number[];
  readonly wording: Wording;
  /** Folded words of the speaker's name; empty where none is known well enough to compare. */
  readonly speaker: readonly string[];
  /** The speaker is a person named beside the quotation, not a role or a pronoun. */
  readonly named: boolean;
}

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

/** How many words the two have in common, in whatever order: no alignment matches more. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    left.set(word, n - 1);
    common++;
  }
  return common;
}

/**
 * Are two quotations one utterance, and how do they differ? Null: two utterances. Identical, contained and overlapping cuts, and cuts that are marked, agree.
 * METHODS, “Quotes across documents”.
 */
export function compareUtterances(a: Utterance, b: Utterance): Comparison | null {
  const shorter = Math.min(a.wording.words.length, b.wording.words.length);
  const most = commonWords(a.wording.words, b.wording.words);
  if (most < FEWEST_EXACT || isLittle(most, shorter)) return null;
  const alignment = align(a.wording, b.wording);
  if (!alignment) return null;
  const { matched, matchedContent, likeness, differences } = alignment;
  const exact = differences.length === 0;
  const whole = matched >= shorter;
  const enough =
    exact && whole
      ? matched >= FEWEST_EXACT && matchedContent >= 2
      : matched >= FEWEST_MATCHED &&
        ((matchedContent >= 4 && likeness >= 0.6) || (matchedContent >= 3 && likeness >= 0.75));
  const sameSpeaker = speakersAgree(a.speaker, b.speaker);
  if (!enough && !(sameSpeaker === true && isOneWordApart(alignment, shorter))) return null;
  if (isLittle(matched, shorter)) return null;
  if (sameSpeaker === null && !exact && likeness < 0.68) return null;
  if (sameSpeaker === false) {
    if (exact && whole && a.named && b.named && isTelling(alignment) && !isReported(a, b, alignment)) {
      return { relation: 'speaker', alignment };
    }
    if (exact && matched >= 8 && matchedContent >= 4) return { relation: 'agree', alignment };
    if (matched < 12 || likeness < 0.8) return null;
  }
  if (exact) return { relation: 'agree', alignment };
  if (swapsPersons(a.wording, b.wording, alignment) && matched < 12) return null;
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
function isReported(a: Utterance, b: Utterance, { aFrom, bFrom }: Alignment): boolean {
  return isBehindCue(a.wording, aFrom) || isBehindCue(b.wording, bFrom);
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

/** True: one name; false: two; null: not known. Surnames may be spelled two ways. */
function speakersAgree(a: readonly string[], b: readonly string[]): boolean | null {
  if (a.length === 0 || b.length === 0) return null;
  const set = new Set(a);
  if (b.some((word) => set.has(word))) return true;
  const [x, y] = [a[a.length - 1]!, b[b.length - 1]!];
  return x.length > 4 && y.length > 4 && distance(x, y) <= 2;
}

const NO_NAME = new Set([
  'the',
  'a',
  'an',
  'mr',
  'mrs',
  'ms',
  'dr',
  'of',
  'and',
  'for',
  'he',
  'she',
  'they',
  'it',
  'who',
  'president',
  'sen',
  'senator',
  'rep',
  'gov',
]);

function capitalized(name: string): string {
  return name
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .join(' ');
}

/** The words of a speaker's name that tell people apart. “A statement”, “the company” and “he” may be anybody's: none. */
export function speakerWords(quote: Quote): string[] {
  if (!quote.speaker || quote.confidence === 'low') return [];
  const { name, entity } = quote.speaker;
  return (entity >= 0 ? name : capitalized(name))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !NO_NAME.has(word))
    .slice(0, 12);
}
