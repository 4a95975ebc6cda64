import words from '../tag/data/functionWords.json';
import { lowerOf, TokenKind, type Tokens } from '../text/tokens';
import { meaningStem } from './stems';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const DETERMINERS = set('the a an this that its their his her our my');
const PREPOSITIONS = set(words.prepositions);
/** What stands right behind a noun and never behind a verb: “The old bridge was”, “The bridge which”. */
const BEHIND_NOUN = set(`${words.auxiliaries} which that who`);
/** They say how something is measured and not what: the toll may be the number of the dead. */
const MEASURES = set(
  'number total toll count figure sum amount share rate cost price value population percentage average majority rest latest same first second other',
);

/** Words between the determiner and the end of the phrase: “the old stone bridge was”. */
const LONGEST = 4;

/**
 * The noun that a sentence is about, where it opens with a plain one: “The bridge in Varde cost …”, “Its new tunnel was opened in …”. Its stem,
 * or '' where the sentence opens with a name, a clause or anything else. Looks at six tokens.
 */
export function sentenceThing(tokens: Tokens, from: number, to: number): string {
  if (from >= to || !DETERMINERS.has(lowerOf(tokens, from))) return '';
  for (let i = from + 1; i < to && i <= from + LONGEST; i++) {
    if (tokens.kind[i] !== TokenKind.Word) return '';
    const word = lowerOf(tokens, i);
    // “The toll rose in”: behind two words a preposition may follow the verb.
    const ends = i > from + 1 && (BEHIND_NOUN.has(word) || (i === from + 2 && PREPOSITIONS.has(word)));
    if (ends) {
      const noun = lowerOf(tokens, i - 1);
      return MEASURES.has(noun) ? '' : meaningStem(noun);
    }
    if (word !== tokens.text.slice(tokens.start[i], tokens.end[i])) return ''; // a name
  }
  return '';
}
