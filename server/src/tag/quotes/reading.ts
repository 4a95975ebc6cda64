import words from '../data/functionWords.json';
import type { ScannedText } from '../../text/scan';
import { TokenKind, type Tokens } from '../../text/tokens';
import type { Entity, NameMention } from '../model';
import { formsOf } from '../wordForms';
import { WordClass, wordClasses } from './classes';
import { cueOf, type Cue } from './cues';
import type { MarkedSpan } from './marks';
import { isNickname } from './nicknames';
import { findNounPhrases, type NounPhrase } from './nounPhrases';

/** A text as the quotes stage reads it: by token, what stands there. */
export interface Reading {
  readonly scanned: ScannedText;
  readonly tokens: Tokens;
  /** Lower-case text of every word, '' for other tokens. */
  readonly lower: readonly string[];
  /** Bits of `WordClass` for every word, 0 for other tokens. */
  readonly classes: Uint32Array;
  readonly names: readonly NameMention[];
  readonly entities: readonly Entity[];
  /** The name mention a token belongs to, or -1. */
  readonly nameAt: Int32Array;
  /** The outermost marked span that holds the token, its marks included, or -1; a nickname’s marks are no quotation. */
  readonly quotedBy: Int32Array;
  readonly phrases: readonly NounPhrase[];
  /** The noun phrase that starts at, and the one that ends before, a token; -1 for none. */
  readonly phraseFrom: Int32Array;
  readonly phraseTo: Int32Array;
  readonly cueAt: (token: number) => Cue | undefined;
}

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const PREPOSITIONS = wordSet(words.prepositions);
export const CONJUNCTIONS = wordSet(words.conjunctions);
export const AUXILIARIES = wordSet(words.auxiliaries);
export const ADVERBS = wordSet(words.adverbs);
export const TIMES = wordSet(words.times);

export function readText(
  scanned: ScannedText,
  names: readonly NameMention[],
  entities: readonly Entity[],
  marked: readonly MarkedSpan[],
): Reading {
  const { tokens } = scanned;
  const forms = formsOf(tokens);
  const lower = new Array<string>(tokens.count);
  for (let i = 0; i < tokens.count; i++) lower[i] = tokens.kind[i] === TokenKind.Word ? forms[i]!.lower : '';
  const classes = wordClasses(tokens);
  const nameAt = new Int32Array(tokens.count).fill(-1);
  let n = 0;
  for (let i = 0; i < tokens.count && n < names.length; i++) {
    while (n < names.length && names[n]!.end <= tokens.start[i]!) n++;
    if (n < names.length && names[n]!.start <= tokens.start[i]!) nameAt[i] = n;
  }
  const quotedBy = new Int32Array(tokens.count).fill(-1);
  const nicknames = new Map<number, number>();
  marked.forEach((span, s) => {
    if (isNickname(scanned, span)) nicknames.set(span.outerFrom, span.outerTo);
    else if (span.depth === 0) quotedBy.fill(s, span.outerFrom, span.outerTo);
  });
  const phrases = findNounPhrases(scanned, lower, classes, nameAt, nicknames);
  const phraseFrom = new Int32Array(tokens.count + 1).fill(-1);
  const phraseTo = new Int32Array(tokens.count + 1).fill(-1);
  phrases.forEach((phrase, p) => {
    phraseFrom[phrase.from] = p;
    phraseTo[phrase.to] = p;
  });
  const cueAt = (token: number): Cue | undefined => {
    if (!(classes[token]! & WordClass.Cue)) return undefined;
    if (!lower[token] || nameAt[token]! >= 0 || tokens.text[tokens.start[token]!] !== lower[token][0]) return undefined; // the United States
    if (tokens.glued[token] === 1 && punctuationAt(tokens, token - 1) === '-') return undefined; // so-called
    const cue = cueOf(lower[token]);
    return cue && !isNoun(lower, token, cue) ? cue : undefined;
  };
  return { scanned, tokens, lower, classes, names, entities, nameAt, quotedBy, phrases, phraseFrom, phraseTo, cueAt };
}

/** Behind a determiner or a preposition these forms are nouns: the report, his claims, a ruling, in reply. “Go” is speech in “went on” only. */
function isNoun(lower: readonly string[], token: number, cue: Cue): boolean {
  if (cue.lemma === 'go') return lower[token + 1] !== 'on';
  const before = lower[token - 1];
  if (before === undefined || before === '') return false;
  if (BEFORE_NOUN.has(before)) return true;
  return (
    cue.form !== 'gerund' &&
    before !== 'to' &&
    before !== 'according' &&
    PREPOSITIONS.has(before) &&
    !CONJUNCTIONS.has(before)
  );
}

const BEFORE_NOUN = wordSet('a an the this these those his her their its my our your no every each any');

/** An en or em dash. */
export function isLongDash(tokens: Tokens, i: number): boolean {
  const c = punctuationAt(tokens, i);
  return c === '—' || c === '–' || c === '―';
}

/** The single character of a punctuation token, else ''. */
export function punctuationAt(tokens: Tokens, i: number): string {
  return i >= 0 && i < tokens.count && tokens.kind[i] === TokenKind.Punctuation ? tokens.text[tokens.start[i]!]! : '';
}
