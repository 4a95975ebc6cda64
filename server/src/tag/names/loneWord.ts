import namewords from '../data/namewords.json';
import { Lex } from './lexicon';
import { foldedAt, type Reading } from './reading';
import { isAbstract, type Evidence } from './wordEvidence';
import { Shape } from './words';

const INNER_CAPITAL = /^(?!Mac|Mc|De|Di|Du|La|Le|Van|Fitz|Ter|Ben|Al|[A-Z]['’])\p{Lu}\p{Ll}+\p{Lu}/u;
/** What a text calls its parties with a capital, after it named them: the Group, the Company. No name by itself. */
const GENERIC = new Set(['group', 'company', 'board', 'party', 'corporation', 'incorporated', 'securities']);
const PREFIXES = new Set(namewords.prefixes.split(' '));

/** The evidence of a lone capitalized word, or null where it can be no name. */
export function loneWord(reading: Reading, i: number): Evidence | null {
  const word = reading.of[i]!;
  const { flags } = word;
  if (PREFIXES.has(word.folded) && i + 1 < reading.of.length && foldedAt(reading, i + 1) === '-') return null;
  if (flags & (Lex.Function | Lex.Demonym) && word.shape !== Shape.AllCaps) return null;
  if (word.shape === Shape.Initial) return null;
  if (flags & (Lex.Honorific | Lex.Office) && !(flags & (Lex.Given | Lex.Surname | Lex.EastAsian))) return null;
  if (word.shape === Shape.AllCaps) {
    if (flags & Lex.Never || word.text.length < 2) return null;
    // ABSTRACT, UPDATED: a word that the page shouts.
    if (word.text.length > 3 && (flags & (Lex.Common | Lex.Function) || reading.lowerCount(word) > 0)) return null;
    return [-1.5, 2, 0.3, 0.6];
  }
  if (
    flags & (Lex.PlaceHead | Lex.Event | Lex.PlaceBefore | Lex.Direction | Lex.Never) &&
    !(flags & (Lex.Given | Lex.Surname))
  )
    return null;
  if (flags & Lex.OrgHead && !(flags & (Lex.Given | Lex.Surname))) {
    if (reading.weak[i] || flags & Lex.OrgWeakHead || GENERIC.has(word.folded)) return null;
    return [0, 1, 0, 0];
  }
  if (flags & (Lex.Common | Lex.Department | Lex.OfficeWord) && !(flags & (Lex.Given | Lex.Surname | Lex.EastAsian))) {
    if (reading.weak[i]) return null;
    return [-2, -1.5, -1.5, -0.6];
  }
  if (isAbstract(word.folded) && !(flags & (Lex.Given | Lex.Surname))) return [-1.5, -0.5, -0.5, 0];
  // FinTrack: no person's name has a capital inside, but McGregor and DeVries
  if (word.text.length > 4 && INNER_CAPITAL.test(word.text)) return [0, 1.3, 0, 0.3];
  let person = 0.6;
  if (flags & Lex.Given) person += flags & Lex.Weak ? 0.3 : 1;
  if (flags & Lex.Surname) person += 1.5;
  if (flags & Lex.EastAsian) person += 0.8;
  // “the Stool”, where the text also writes “a stool”
  if (reading.lowerCount(word) > 0 && word.flags === 0) return [person - 0.3, -0.4, 0, 0.3];
  return [person, 0.3, 0.4, 0];
}
