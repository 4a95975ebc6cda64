import stemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import measures from './data/measures.json';
import words from './data/words.json';

/** Stems are asked for again and again: the words of a language are few. Emptied when full, so that hostile text costs time, not memory. */
const MEMO = new Map<string, string>();
const MEMO_LIMIT = 50_000;
const LONGEST_WORD = 40;

/** The Porter stem of a word, folded: lower case, without diacritics. A word no person would write stands for itself. */
export function stemOf(word: string): string {
  const known = MEMO.get(word);
  if (known !== undefined) return known;
  const folded = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ´`]/g, "'")
    .replace(/\./g, '');
  const stem = folded.length > LONGEST_WORD || !/^[a-z']+$/.test(folded) ? folded : stemmer.stem(folded);
  if (MEMO.size >= MEMO_LIMIT) MEMO.clear();
  MEMO.set(word, stem);
  return stem;
}

const SYNONYMS = new Map<string, string>();
for (const group of measures.synonyms.split('|')) {
  const [first = '', others = ''] = group.split(':');
  for (const word of [first, ...others.split(' ')]) SYNONYMS.set(word, stemOf(first));
}

/** The stem that stands for all words of one meaning: killed, dead, fatalities. */
export function meaningStem(word: string): string {
  return SYNONYMS.get(word.toLowerCase()) ?? stemOf(word);
}

const FUNCTION_WORDS = new Set(words.functionWords.split(' '));
const COMMON_STEMS = new Set(words.commonWords.split(' ').map(stemOf));
const VOLATILE = new Set(words.volatile.split(' '));
const GROWING = new Set(words.growing.split(' '));
const SAMPLED = new Set(words.sampled.split(' '));
const RECOUNTED = new Set(words.recounted.split(' ').map(stemOf));
const PARTIAL = new Set(words.partial.split(' '));
const HYPOTHETICAL = new Set(words.hypothetical.split(' '));

const OPPOSITES = new Map<string, number>();
words.opposites.split('|').forEach((group, index) => group.split(' ').forEach((stem) => OPPOSITES.set(stem, index)));

export function isFunctionWord(lower: string): boolean {
  return FUNCTION_WORDS.has(lower);
}

/** How much a stem that two sentences share says about their being about one thing, where no corpus is asked: 0.35 to 1. */
export function weightOf(stem: string): number {
  return COMMON_STEMS.has(stem) ? 0.35 : stem.length < 3 ? 0.5 : 1;
}

export function isVolatile(stem: string): boolean {
  return VOLATILE.has(stem);
}

export function onlyGrows(stem: string): boolean {
  return GROWING.has(stem);
}

export function isSampled(stem: string): boolean {
  return SAMPLED.has(stem);
}

/** Is it the stem of a noun of which one text counts many? */
export function isRecounted(stem: string): boolean {
  return RECOUNTED.has(stem);
}

export function isPartial(lower: string): boolean {
  return PARTIAL.has(lower);
}

export function isHypothetical(stem: string): boolean {
  return HYPOTHETICAL.has(stem);
}

/** The set of predicates that a stem belongs to where such sets exclude each other (killed, injured, missing …), or -1. */
export function predicateGroup(stem: string): number {
  return OPPOSITES.get(stem) ?? -1;
}
