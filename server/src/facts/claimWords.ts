import { lowerOf, TokenKind, tokenText, type Tokens } from '../text/tokens';
import measures from './data/measures.json';
import { contentStem } from './canonicalWords';
import { nameAt, type Named } from './claimNames';
import { keyHash } from './keyHash';
import { isFunctionWord, isHypothetical, isPartial, isSampled, isVolatile, onlyGrows, weightOf } from './stems';

/** A word of a claim's sentence: what it weighs as evidence, and how it was written, for the reason that a person reads. */
export interface Evidence {
  readonly weight: number;
  readonly surface: string;
  /** Offset of the word. */
  readonly at: number;
}

/** Words of a claim, ascending by key: parallel arrays, for two sentences are compared some million times. */
export interface Words {
  /** See `keyHash`; of stems. */
  readonly keys: readonly number[];
  /** In units of 1/`FULL_WEIGHT`, so that sums are the same in any order. */
  readonly weights: readonly number[];
  /** Which word of `surfaces` each is. */
  readonly places: readonly number[];
  /** As written, in the order of the text, with single spaces. */
  readonly surfaces: string;
}

/** The weight of a word that tells as much as a word can. */
export const FULL_WEIGHT = 2000;

export function listed(words: ReadonlyMap<string, Evidence>): Words {
  const inText = [...words].sort(([, a], [, b]) => a.at - b.at);
  const all = inText.map(([stem, { weight }], place) => ({
    key: keyHash(stem),
    weight: Math.round(weight * FULL_WEIGHT),
    place,
  }));
  all.sort((a, b) => a.key - b.key);
  return {
    keys: all.map(({ key }) => key),
    weights: all.map(({ weight }) => weight),
    places: all.map(({ place }) => place),
    surfaces: inText.map(([, { surface }]) => surface).join(' '),
  };
}

/** Where a key stands in an ascending list, or -1. */
export function placeOfKey(keys: readonly number[], key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : -1;
}

export function hasKey(keys: readonly number[], key: number): boolean {
  return placeOfKey(keys, key) >= 0;
}

/** What the words around a figure say of it. */
export interface Context {
  readonly words: Map<string, Evidence>;
  hypothetical: boolean;
  volatile: boolean;
  growing: boolean;
  sampled: boolean;
}

export function emptyContext(): Context {
  return { words: new Map(), hypothetical: false, volatile: false, growing: false, sampled: false };
}

/** Content words this near describe the figure at full weight; those beyond speak of the rest of the sentence. */
const WINDOW = 10;
const FAR_WEIGHT = 0.4;

/** Reads the words on one side of the figure, outward from it. */
export function readSide(
  tokens: Tokens,
  names: readonly Named[],
  context: Context,
  start: number,
  stop: number,
  step: -1 | 1,
): void {
  let distance = 0;
  for (let i = start; i !== stop; i += step) {
    if (tokens.kind[i] !== TokenKind.Word) continue;
    const lower = lowerOf(tokens, i);
    if (distance <= NEAR && isHypothetical(lower)) context.hypothetical = true;
    if (isFunctionWord(lower)) continue;
    distance++;
    const stem = contentStem(tokens, i);
    if (stem.length < 2) continue;
    if (distance <= WINDOW) {
      if (isVolatile(stem)) context.volatile = true;
      if (onlyGrows(stem)) context.growing = true;
      if (isSampled(stem)) context.sampled = true;
      if (distance <= NEAR && isHypothetical(stem)) context.hypothetical = true;
    }
    const named = nameAt(names, tokens.start[i]!);
    // A person's first names and titles go with the surname: one name is one piece of evidence.
    const share = named && named.person && tokens.end[i]! < named.end ? 0.25 : 1;
    const weight = weightOf(stem) * share * (distance <= WINDOW ? 1 : FAR_WEIGHT);
    const known = context.words.get(stem);
    if (known && known.weight >= weight) continue;
    context.words.set(stem, { weight, surface: tokenText(tokens, i), at: tokens.start[i]! });
  }
}

const CLAUSE_BREAKS = new Set([',', ';', ':', '—', '–', '(', ')', '.', '"', '“', '”']);
const CLAUSE_WORDS = new Set([
  'and',
  'but',
  'while',
  'which',
  'who',
  'that',
  'after',
  'before',
  'as',
  'when',
  'because',
  'or',
]);
const NEAR = 3;
/** Tokens looked at on a side, where white noise stands instead of words. */
const REACH = 80;

/** Up to three content stems on each side of the figure inside its clause; past the clause only where it gives none. */
export function nearStems(
  tokens: Tokens,
  names: readonly Named[],
  from: number,
  to: number,
  first: number,
  last: number,
  head: string,
): Set<string> {
  const out = new Set<string>();
  const walk = (start: number, step: -1 | 1): void => {
    let found = 0;
    const stop = start + step * REACH;
    for (let i = start; i >= from && i < to && i !== stop && found < NEAR; i += step) {
      const kind = tokens.kind[i]!;
      if (kind === TokenKind.Punctuation) {
        if (found > 0 && CLAUSE_BREAKS.has(tokens.text[tokens.start[i]!]!)) return;
        continue;
      }
      if (kind !== TokenKind.Word) continue;
      const lower = lowerOf(tokens, i);
      if (found > 0 && CLAUSE_WORDS.has(lower)) return;
      if (isFunctionWord(lower)) continue;
      if (nameAt(names, tokens.start[i]!)) continue;
      const stem = contentStem(tokens, i);
      if (stem !== head) out.add(stem);
      found++;
    }
  };
  walk(first - 1, -1);
  walk(last + 1, 1);
  return out;
}

const RELATIVES = new Set(measures.relatives.split(' '));

/** “three others”, “another 50”, “328 more letters”, “three other ships”; “the parents of two”, who are not all. */
export function isPart(tokens: Tokens, from: number, to: number, first: number, last: number): boolean {
  for (let i = Math.max(from, first - 1); i < Math.min(to, last + 3); i++) {
    if (tokens.kind[i] === TokenKind.Word && isPartial(lowerOf(tokens, i))) return true;
  }
  if (last + 1 < to && lowerOf(tokens, last + 1) === 'more') return true;
  return first - 2 >= from && lowerOf(tokens, first - 1) === 'of' && RELATIVES.has(lowerOf(tokens, first - 2));
}

const NEGATIONS = new Set(['not', 'never', 'neither', 'nor', 'without']);
/** Tokens before a figure in which a negation is about the figure, or about the verb that leads to it. */
const NEGATION_REACH = 4;

/** “not 60”, “did not cost 4 million”, “didn’t reach 5 percent”; a hedge with a negation in it (“no fewer than”, “not more than”) is none. */
export function isNegated(tokens: Tokens, from: number, first: number, hedge: string): boolean {
  const hedged = hedge.toLowerCase();
  for (let i = Math.max(from, first - NEGATION_REACH); i < first; i++) {
    const word = lowerOf(tokens, i);
    if (/n['’]t$/.test(word)) return true;
    if (NEGATIONS.has(word) && !hedged.startsWith(word) && lowerOf(tokens, i + 1) !== 'only') return true;
  }
  return false;
}
