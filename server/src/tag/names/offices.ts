import namewords from '../data/namewords.json';
import { isTopic } from './coordination';
import { Lex } from './lexicon';
import { foldedAt, has, type Reading } from './reading';
import { isCapital, Shape } from './words';

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
function endsInHead(reading: Reading, a: number, b: number): boolean {
  return (
    b - a > 1 &&
    has(reading, b - 1, Lex.OrgHead | Lex.OrgSuffix | Lex.PlaceHead | Lex.Event) &&
    !has(reading, b - 1, Lex.Surname | Lex.Given | Lex.EastAsian | Lex.Office)
  );
}

/** Is the run an institution: by its last word, or by the one before its “of” or “for” (King Rashed University of Medicine)? */
export function isInstitution(reading: Reading, a: number, b: number): boolean {
  if (endsInHead(reading, a, b)) return true;
  for (let k = a; k + 1 < b; k++) {
    const joint = foldedAt(reading, k + 1);
    if (joint !== 'of' && joint !== 'for') continue;
    return (
      has(reading, k, Lex.OrgHead | Lex.OrgBeforeOf | Lex.PlaceHead) &&
      !has(reading, k, Lex.Surname | Lex.Given | Lex.EastAsian | Lex.Office)
    );
  }
  return false;
}

export function isOffice(reading: Reading, k: number, a: number, b: number): boolean {
  if (k + 1 < b && foldedAt(reading, k + 1) === '-') return false;
  const joint = k + 1 < b ? foldedAt(reading, k + 1) : '';
  // The Office of the High Commissioner for …
  if (k > a + 1 && OFFICES.has(reading.of[a]!.folded) && foldedAt(reading, a + 1) === 'of') return false;
  // General Directorate of …
  if (k + 1 < b && !has(reading, k + 1, Lex.Office) && isInstitution(reading, k + 1, Math.min(b, k + 4))) {
    const behind = foldedAt(reading, k + 2);
    if (behind === 'of' || behind === 'for') return false;
  }
  if (joint === 'of' || joint === 'for') return true;
  // Council of Ministers
  if (k > a && foldedAt(reading, k - 1) === 'of') return false;
  if (reading.of[k]!.shape === Shape.AllCaps && k + 1 === b && reading.of[k]!.text.length < 4) return false;
  if (!endsInHead(reading, a, b)) return true;
  // “Director Northern Fisheries Research Centre”
  if (b - k > 3 && BEARERS.has(reading.of[k]!.folded)) return true;
  // “Foreign Minister Igor Bank”: a given name behind the office outweighs the head.
  return k + 2 < b && has(reading, k + 1, Lex.Given);
}

const OFFICES = new Set(['office', 'bureau', 'secretariat']);
/** Offices that no institution has at the head of its name. */
const BEARERS = new Set(namewords.bearers.split(' '));

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

/** Where what belongs to an office ends: the departments of a minister, other offices. */
export function officeEnd(reading: Reading, from: number, b: number): number {
  const { of } = reading;
  let m = from;
  while (m < b && (of[m]!.flags & (Lex.Office | Lex.OfficeWord) || !isCapital(of[m]!)) && !(of[m]!.flags & Lex.Given)) {
    if (isCapital(of[m]!)) {
      m++;
      continue;
    }
    // Minister of Foreign Affairs Sameh …: the department belongs to the office.
    const joined = m > from && of[m]!.folded === 'and';
    m++;
    while (m < b && !isCapital(of[m]!)) m++;
    if (institutionEnd(reading, m, b) > m) return m;
    if (joined && m < b && isTopic(reading, m)) m++;
    while (m < b && of[m]!.flags & Lex.Department) m++;
  }
  return m;
}

/** The end of the institution that a run begins with, before anybody's name: “(Speaker of the) National Assembly Ada Rhys”; `a` where it is none. */
export function institutionEnd(reading: Reading, a: number, b: number): number {
  for (let k = a; k < b; k++) {
    const { flags } = reading.of[k]!;
    if (flags & (Lex.Given | Lex.Honorific | Lex.Surname | Lex.EastAsian) || !isCapital(reading.of[k]!)) return a;
    const joint = k + 1 < b && !isCapital(reading.of[k + 1]!);
    const head = joint ? Lex.OrgHead | Lex.OrgBeforeOf : Lex.OrgHead;
    if (k > a && flags & head && !(flags & (Lex.OrgWeakHead | Lex.Department | Lex.Office))) return joint ? b : k + 1;
  }
  return a;
}
