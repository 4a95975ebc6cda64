import { Char, charAt } from '../../text/characters';
import { TokenKind, type Tokens } from '../../text/tokens';
import words from '../data/functionWords.json';
import { formsOf, UNREAD, type WordForm } from '../wordForms';
import { cueOf } from './cues';
import { isPlural, roleOf, TITLES } from './roleNouns';

/** What the quotes stage asks of a word form, as bits: a form may be several. One read of an array for what would be as many look-ups. */
export const enum WordClass {
  Determiner = 1 << 0,
  /** A subject pronoun. */
  Pronoun = 1 << 1,
  /** Of them, those that may stand before a noun: others, many. */
  Quantifier = 1 << 2,
  Preposition = 1 << 3,
  Conjunction = 1 << 4,
  Auxiliary = 1 << 5,
  /** A listed adverb. */
  Adverb = 1 << 6,
  /** A listed adverb, or a word in -ly that is no role. */
  Adverbial = 1 << 7,
  Time = 1 << 8,
  /** Capitalised at the head of a sentence for its place only. */
  SentenceFirst = 1 << 9,
  Particle = 1 << 10,
  Title = 1 << 11,
  /** See `roleOf`. */
  Role = 1 << 12,
  Plural = 1 << 13,
  /** The cue's form, see `cueOf`. */
  FiniteCue = 1 << 14,
  BaseCue = 1 << 15,
  OtherCue = 1 << 16,
  /** Begins with a capital. */
  Capital = 1 << 17,

  Closed = Preposition | Conjunction | Auxiliary,
  Cue = FiniteCue | BaseCue | OtherCue,
}

const LISTS: readonly (readonly [bits: number, list: string])[] = [
  [WordClass.Determiner, words.determiners],
  [WordClass.Pronoun, words.subjectPronouns],
  [WordClass.Quantifier, 'one others another many some several both neither few most half those'],
  [WordClass.Preposition | WordClass.SentenceFirst, words.prepositions],
  [WordClass.Conjunction | WordClass.SentenceFirst, words.conjunctions],
  [WordClass.Auxiliary | WordClass.SentenceFirst, words.auxiliaries],
  [WordClass.Adverb | WordClass.SentenceFirst, words.adverbs],
  [WordClass.Time, words.times],
  [WordClass.SentenceFirst, 'there here yes no well now today let'],
  [WordClass.Particle, words.particles],
  [WordClass.Title, [...TITLES].join(' ')],
];
const LISTED = new Map<string, number>();
for (const [bits, list] of LISTS) for (const word of list.split(' ')) LISTED.set(word, (LISTED.get(word) ?? 0) | bits);

/** By token, the classes of its word; 0 for what is no word. */
export function wordClasses(tokens: Tokens): Uint32Array {
  const forms = formsOf(tokens);
  const classes = new Uint32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== TokenKind.Word) continue;
    const form = forms[i]!;
    if (form.quoteClasses === UNREAD) form.quoteClasses = classesOf(form);
    classes[i] = form.quoteClasses;
  }
  return classes;
}

function classesOf({ text, lower }: WordForm): number {
  let classes = LISTED.get(lower) ?? 0;
  const role = roleOf(lower) !== '';
  if (role) classes |= WordClass.Role;
  if (isPlural(lower)) classes |= WordClass.Plural;
  if (classes & WordClass.Adverb || (!role && lower.length > 4 && lower.endsWith('ly'))) classes |= WordClass.Adverbial;
  const form = cueOf(lower)?.form;
  if (form === 'finite') classes |= WordClass.FiniteCue;
  else if (form === 'base') classes |= WordClass.BaseCue;
  else if (form !== undefined) classes |= WordClass.OtherCue;
  return charAt(text, 0) === Char.Upper ? classes | WordClass.Capital : classes;
}
