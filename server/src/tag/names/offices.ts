import { Lex } from './lexicon';
import { foldedAt, has, type Reading } from './reading';
import { Shape } from './words';

/** Months and the like part a run, unless they are somebody's name: “Theresa May”. */
export function isBreak(reading: Reading, k: number, a: number, b: number): boolean {
  const word = reading.of[k]!;
  // Hung Sun-han: part of a hyphenated name.
  if ((k + 1 < b && foldedAt(reading, k + 1) === '-') || (k > a && foldedAt(reading, k - 1) === '-')) return false;
  if (word.flags & Lex.Never && word.shape !== Shape.AllCaps && !(word.flags & Lex.Calendar))
    return !(word.flags & (Lex.Given | Lex.Surname | Lex.OrgHead));
  if (word.flags & Lex.Never) return b - a === 1;
  if (!(word.flags & (Lex.Given | Lex.EastAsian)) && word.folded !== 'may' && word.folded !== 'march') return true;
  return !(k > a && has(reading, k - 1, Lex.Given)) && !(k === a && k + 1 < b && word.flags & Lex.Given);
}

/** Does the run end in a word that heads an organization, a place or an event: “Justice Department”, “Prince Edward Island”? */
export function endsInHead(reading: Reading, a: number, b: number): boolean {
  return (
    b - a > 1 &&
    has(reading, b - 1, Lex.OrgHead | Lex.OrgSuffix | Lex.PlaceHead | Lex.Event) &&
    !has(reading, b - 1, Lex.Surname | Lex.Given | Lex.EastAsian | Lex.Office)
  );
}

export function isOffice(reading: Reading, k: number, a: number, b: number): boolean {
  if (k + 1 < b && foldedAt(reading, k + 1) === '-') return false;
  const joint = k + 1 < b ? foldedAt(reading, k + 1) : '';
  if (joint === 'of' || joint === 'for') return true;
  // Council of Ministers
  if (k > a && foldedAt(reading, k - 1) === 'of') return false;
  if (reading.of[k]!.shape === Shape.AllCaps && k + 1 === b && reading.of[k]!.text.length < 4) return false;
  if (!endsInHead(reading, a, b)) return true;
  // “Foreign Minister Igor Bank”: a given name behind the office outweighs the head.
  return k + 2 < b && has(reading, k + 1, Lex.Given);
}

export function officeStart(reading: Reading, a: number, k: number): number {
  let start = k;
  while (
    start > a &&
    (reading.of[start - 1]!.flags & (Lex.Office | Lex.OfficeWord) ||
      (foldedAt(reading, start - 1) === '-' && start - 1 > a))
  ) {
    if (reading.of[start - 1]!.flags & Lex.OrgHead && !(reading.of[start - 1]!.flags & (Lex.Department | Lex.Office)))
      break;
    start--;
  }
  return start;
}
