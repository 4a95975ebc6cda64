import { DASHES } from '../../text/characters';
import { TokenKind } from '../../text/tokens';
import { WordClass } from './classes';
import type { NounPhrase } from './nounPhrases';
import { ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, punctuationAt, TIMES, type Reading } from './reading';

/** Who a cue belongs to: a noun phrase, or two that are joined. */
export interface Source {
  readonly phrase: NounPhrase;
  /** “Putin | and Xi”: the phrase before, where two speak as one. */
  readonly joined: NounPhrase | null;
  /** The cue's tokens; empty where there is none. */
  readonly cueFrom: number;
  readonly cueTo: number;
  /** The phrase stands right at the cue, with nothing but adverbs and auxiliaries between. */
  readonly adjacent: boolean;
}

const FARTHEST = 40;

export function isAdverb(reading: Reading, token: number): boolean {
  return (reading.classes[token]! & WordClass.Adverbial) !== 0;
}

/**
 * The subject of the cue at `cue`, looking left no further than `from`: the phrase that the cue follows (over adverbs and auxiliaries), with what
 * modifies it taken off; else, across an appositive, a relative clause or a coordination, the leftmost phrase of the stretch. Null where none stands there.
 */
export function subjectBefore(reading: Reading, cue: number, from: number): Source | null {
  let j = cue - 1;
  const floor = Math.max(from, cue - FARTHEST);
  while (
    j >= floor &&
    reading.phraseTo[j + 1]! < 0 &&
    (isAdverb(reading, j) || AUXILIARIES.has(reading.lower[j]!) || isTime(reading, j))
  )
    j--;
  if (j < floor) return null;
  const direct = reading.phraseTo[j + 1]!;
  if (reading.cueAt(cue)?.form === 'gerund') return subjectOfGerund(reading, direct, cue, from, floor);
  if (direct >= 0) return adjacentSubject(reading, direct, cue, floor);
  const unlisted = unlistedRole(reading, j, floor);
  if (unlisted) return { phrase: unlisted, joined: null, cueFrom: cue, cueTo: cue + 1, adjacent: true };
  return leftmostSubject(reading, from, cue);
}

/** “on Monday”, “in March” between a subject and its verb. */
function isTime(reading: Reading, token: number): boolean {
  const word = reading.lower[token]!;
  return (
    TIMES.has(word) || ((word === 'on' || word === 'in' || word === 'the') && TIMES.has(reading.lower[token + 1] ?? ''))
  );
}

/** “released a statement saying”: whoever released it; “with Smith adding”: Smith. */
function subjectOfGerund(reading: Reading, direct: number, cue: number, from: number, floor: number): Source | null {
  const before = direct >= 0 ? reading.phrases[direct]!.from - 1 : -1;
  if (before > 0 && reading.lower[before] === 'with') return adjacentSubject(reading, direct, cue, floor);
  if (before > 1 && reading.lower[before] === 'of' && RECORDINGS.has(reading.lower[before - 1]!))
    return { phrase: reading.phrases[direct]!, joined: null, cueFrom: cue, cueTo: cue + 1, adjacent: true };
  const main = subjectOfCoordinate(reading, cue, floor) ?? leftmostSubject(reading, from, cue);
  return main ?? (direct >= 0 ? adjacentSubject(reading, direct, cue, floor) : null);
}

const RECORDINGS = new Set([
  'footage',
  'video',
  'videos',
  'clip',
  'clips',
  'audio',
  'recording',
  'recordings',
  'tape',
  'tapes',
]);

/** “The envoys met and the ministers signed a paper, saying …”: the subject of the last clause before the participle. */
function subjectOfCoordinate(reading: Reading, cue: number, floor: number): Source | null {
  const { lower, phraseFrom, phrases } = reading;
  for (let j = cue - 1; j > floor; j--) {
    if (reading.quotedBy[j]! >= 0 || (lower[j] !== 'and' && lower[j] !== 'but' && lower[j] !== 'while')) continue;
    const index = phraseFrom[j + 1]!;
    if (index < 0 || reading.phraseTo[j]! >= 0) continue;
    const phrase = phrases[index]!;
    let verb = phrase.to;
    while (verb < cue && isAdverb(reading, verb)) verb++;
    const word = lower[verb]!;
    if (verb < cue && (AUXILIARIES.has(word) || (word.length > 4 && word.endsWith('ed'))) && phrase.kind !== 'pronoun')
      return { phrase, joined: null, cueFrom: cue, cueTo: cue + 1, adjacent: false };
  }
  return null;
}

function adjacentSubject(reading: Reading, index: number, cue: number, floor: number): Source {
  const { phrases, lower, phraseTo } = reading;
  let phrase = phrases[index]!;
  // “the head of the union in Ohio said”: go left over what modifies the head.
  for (let steps = 0; steps < 4; steps++) {
    const before = phrase.from - 1;
    if (before <= floor || !MODIFYING.has(lower[before]!)) break;
    const outer = phraseTo[before]!;
    if (outer < 0) {
      // “a goat keeper from Fenwick said”
      if (!AMOUNTS.has(lower[before - 1]!)) phrase = unlistedRole(reading, before - 1, floor) ?? phrase;
      break;
    }
    if (phrases[outer]!.kind === 'pronoun' || phrases[outer]!.from < floor) break;
    phrase = phrases[outer]!;
  }
  if (phrase.kind === 'pronoun' && (phrase.head === 'who' || phrase.head === 'that')) {
    const antecedent = phraseTo[phrase.from] ?? -1;
    const behindComma = ',–—'.includes(punctuationAt(reading.tokens, phrase.from - 1) || ' ')
      ? phraseTo[phrase.from - 1]!
      : -1;
    const found = antecedent >= 0 ? antecedent : behindComma;
    if (found >= 0 && phrases[found]!.from >= floor) phrase = phrases[found]!;
  }
  return { phrase, joined: joinedBefore(reading, phrase, floor), cueFrom: cue, cueTo: cue + 1, adjacent: true };
}

/** “a lot of voters”: the voters. */
const AMOUNTS = new Set([
  'lot',
  'number',
  'host',
  'couple',
  'handful',
  'series',
  'range',
  'share',
  'kind',
  'sort',
  'pair',
  'bunch',
]);
const MODIFYING = new Set(['of', 'for', 'from', 'at', 'in', 'with', 'on']);

/** “Putin and” before “Xi said”, where the pair opens its clause. */
export function joinedBefore(reading: Reading, phrase: NounPhrase, floor: number): NounPhrase | null {
  const { phrases, phraseTo, lower, tokens } = reading;
  if (phrase.kind === 'pronoun' || lower[phrase.from - 1] !== 'and') return null;
  const other = phraseTo[phrase.from - 1]!;
  if (other < 0) return null;
  const first = phrases[other]!;
  if (first.from < floor) return null;
  const opensClause =
    first.from === floor ||
    punctuationAt(tokens, first.from - 1) !== '' ||
    CLAUSE_OPENERS.has(lower[first.from - 1]!) ||
    reading.scanned.sentences[reading.scanned.sentenceOf[first.from]!]!.from === first.from;
  return opensClause ? first : null;
}

const CLAUSE_OPENERS = new Set(['that', 'while', 'when', 'as', 'but', 'because', 'after', 'before', 'both']);

/** “the goat keeper said”: a determiner, up to three lower-case words, and a noun no list knows. */
function unlistedRole(reading: Reading, last: number, floor: number): NounPhrase | null {
  const { tokens, lower } = reading;
  if (tokens.kind[last] !== TokenKind.Word || !isNounLike(reading, last)) return null;
  const phraseOf = (from: number): NounPhrase => ({
    from,
    to: last + 1,
    kind: 'role',
    nameFrom: last + 1,
    head: lower[last]!,
    possessive: false,
  });
  for (let j = last - 1; j >= floor && j >= last - 3; j--) {
    if (DETERMINERS.has(lower[j]!))
      return PREPOSITIONS.has(lower[j - 1] ?? '') && !CONJUNCTIONS.has(lower[j - 1]!) ? null : phraseOf(j);
    if (tokens.kind[j] !== TokenKind.Word || !(isNounLike(reading, j) || reading.nameAt[j]! >= 0)) return null;
  }
  return null;
}

/** “according to | the brief order”: nouns no list knows, up to a preposition, a verb or a mark. */
export function unlistedObject(reading: Reading, from: number): NounPhrase | null {
  const { tokens, lower } = reading;
  let to = from;
  while (
    to < tokens.count &&
    to < from + 5 &&
    (isNounLike(reading, to) || (to === from && DETERMINERS.has(lower[to]!)))
  )
    to++;
  return to > from && !DETERMINERS.has(lower[to - 1]!)
    ? { from, to, kind: 'role', nameFrom: to, head: lower[to - 1]!, possessive: false }
    : null;
}

const DETERMINERS = new Set([
  'a',
  'an',
  'the',
  'another',
  'one',
  'his',
  'her',
  'their',
  'some',
  'many',
  'several',
  'most',
  'two',
]);

function isNounLike(reading: Reading, token: number): boolean {
  const word = reading.lower[token]!;
  return (
    word !== '' &&
    !PREPOSITIONS.has(word) &&
    !CONJUNCTIONS.has(word) &&
    !AUXILIARIES.has(word) &&
    !ADVERBS.has(word) &&
    !TIMES.has(word) &&
    !reading.cueAt(token) &&
    reading.tokens.text[reading.tokens.start[token]!] === word[0]
  );
}

/** The leftmost phrase of `from..to` that can be a subject: not behind a preposition, not inside a quotation. */
export function leftmostSubject(reading: Reading, from: number, cue: number): Source | null {
  const floor = Math.max(from, cue - FARTHEST);
  let weak: NounPhrase | null = null;
  for (let j = floor; j < cue;) {
    if (reading.quotedBy[j]! >= 0) {
      j++;
      continue;
    }
    const index = reading.phraseFrom[j]!;
    if (index < 0) {
      j++;
      continue;
    }
    const phrase = reading.phrases[index]!;
    const governed = j > from && (PREPOSITIONS.has(reading.lower[j - 1]!) || reading.lower[j - 1]!.endsWith('ing'));
    const possessor = reading.tokens.kind[phrase.to] === TokenKind.Clitic;
    if (!governed && !possessor && phrase.to <= cue) {
      const next = secondOfPair(reading, phrase);
      return { phrase: next ?? phrase, joined: next ? phrase : null, cueFrom: cue, cueTo: cue + 1, adjacent: false };
    }
    weak ??= phrase.to <= cue && phrase.kind !== 'pronoun' ? phrase : null;
    j = phrase.to;
  }
  return weak ? { phrase: weak, joined: null, cueFrom: cue, cueTo: cue + 1, adjacent: false } : null;
}

function secondOfPair(reading: Reading, first: NounPhrase): NounPhrase | null {
  if (reading.lower[first.to] !== 'and') return null;
  const index = reading.phraseFrom[first.to + 1] ?? -1;
  if (index < 0) return null;
  const second = reading.phrases[index]!;
  return second.kind === 'name' && first.kind === 'name' ? second : null;
}

/** “said Putin | and Xi”: the second of two that are joined, by the index of the first. */
export function pairAt(reading: Reading, index: number): NounPhrase | null {
  const phrase = reading.phrases[index]!;
  if (reading.lower[phrase.to] !== 'and') return null;
  const next = reading.phraseFrom[phrase.to + 1] ?? -1;
  return next >= 0 && phrase.kind !== 'pronoun' && reading.phrases[next]!.kind === 'name'
    ? reading.phrases[next]!
    : null;
}

/** Skips a comma, dash or bracket that may stand between a quotation and its attribution. */
export function skipSeparators(reading: Reading, token: number, to: number): number {
  let j = token;
  while (j < to && j < token + 2) {
    const c = punctuationAt(reading.tokens, j);
    if (c === ',' || (c !== '' && DASHES.includes(c))) j++;
    else break;
  }
  return j;
}
