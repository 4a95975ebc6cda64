import { Lex, lexicon } from '../tag/names/lexicon';
import type { PersonName } from '../tag/names/personName';
import { foldedWords } from './spelling';
import { isSlip, slipKey } from '../tag/names/slip';
import { sameFamilyName, sameGivenName } from '../tag/names/spelling';

/** One way to write a person's name, and the documents that write it so. */
export interface WrittenName {
  readonly name: PersonName;
  readonly documents: ReadonlySet<string>;
}

/** So many documents of the folder make a spelling the usual one, against a single document that has another. */
export const MANY = 3;

/**
 * The ways of writing one person's name that stand against the one given, which a single document has: its family name, or its given
 * name beside the same family name, is written in one other way in many documents. Empty where it is not odd. Never a short form, an
 * initial or a missing part.
 */
export function usualSpelling<T extends WrittenName>(own: PersonName, forms: readonly T[]): readonly T[] {
  if (own.familyFirst) return [];
  const written = forms.filter(({ name }) => !name.familyFirst);
  const families = written.filter(({ name }) => sameFamilyName(name.family, own.family));
  const usual = inManyAgainstOne(own.family, families, ({ name }) => name.family);
  if (usual.length > 0 || own.parts.length < 2 || own.given.length < 2) return usual;
  const given = written.filter(
    ({ name }) =>
      name.family === own.family &&
      name.parts.length > 1 &&
      name.given.length > 1 &&
      sameGivenName(name.given, own.given),
  );
  return inManyAgainstOne(own.given, given, ({ name }) => name.given);
}

function inManyAgainstOne<T extends WrittenName>(own: string, forms: readonly T[], partOf: (form: T) => string): T[] {
  const byPart = new Map<string, T[]>();
  for (const form of forms) {
    const held = byPart.get(partOf(form));
    if (held) held.push(form);
    else byPart.set(partOf(form), [form]);
  }
  if (documentsOf(byPart.get(own) ?? []).size !== 1) return [];
  for (const [part, list] of byPart) {
    if (part !== own && !isHouseStyle(own, part) && documentsOf(list).size >= MANY) return list;
  }
  return [];
}

/** Advisers and advisors: a word in a name that two desks write in two ways. */
function isHouseStyle(a: string, b: string): boolean {
  const stem = /[eo]rs?$/;
  return (stem.test(a) && a.replace(stem, '') === b.replace(stem, '')) || foldedWords(a)[0] === foldedWords(b)[0];
}

function documentsOf(forms: readonly WrittenName[]): Set<string> {
  return new Set(forms.flatMap(({ documents }) => [...documents]));
}

/** Names with equal keys are written with the same letters, whatever their order and the spaces between. */
export function lettersKey(folded: string): string {
  return slipKey(folded.replaceAll(' ', ''));
}

/** The letters of a key with one of them left out, the first one kept; each such key once. */
export function lettersWithoutOne(key: string): string[] {
  const out: string[] = [];
  for (let i = 1; i < key.length && i <= LONGEST_SPELLED; i++) {
    if (key[i] !== key[i - 1] || i === 1) out.push(key.slice(0, i) + key.slice(i + 1));
  }
  return out;
}

/** Longer names are sentences that were taken for one. */
const LONGEST_SPELLED = 60;

const FEWEST_LETTERS = 4;

/**
 * Is one folded word the other with a letter left out, or doubled? The first letter stands, and the last is not the s of a plural. Two names
 * may differ so (Hansen, Hanssen): it takes more than the letters to tell them for one.
 */
function isLetterSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1 || short.length < FEWEST_LETTERS - 1 || long.length < FEWEST_LETTERS)
    return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return i > 0 && short.slice(i) === long.slice(i + 1) && !(i === short.length && long.endsWith('s'));
}

/** One name in one word and in several: “Fixit”, “Fix It”. */
export function isJoinedOtherwise(a: string, b: string): boolean {
  // Between initials a space is the desk's: P.J. Keller, P. J. Keller.
  return a !== b && !a.includes('.') && a.replaceAll(' ', '') === b.replaceAll(' ', '');
}

/** Neighbours exchanged, a letter left out or one too many: in a name whose other words are the same, also in a short word. */
export function isNearSlip(a: string, b: string): boolean {
  return isSlip(a, b) || isLetterSlip(a, b) || isExchange(a, b);
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < FEWEST_LETTERS) return false;
  const i = [...a].findIndex((letter, k) => letter !== b[k]);
  return (
    i > 0 && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2) && !/(?:er|re|el|le)$/.test(a)
  );
}

/** Is a folded name another with letters out of order, or in one of several words a letter too many or too few, in words that no list knows? */
export function isSlipOf(odd: string, usual: string): boolean {
  const { flags, phrases } = lexicon();
  const a = odd.split(' ');
  const b = usual.split(' ');
  if (a.length !== b.length || odd === usual) return false;
  const isName = Lex.Given | Lex.Surname | Lex.EastAsian | Lex.Common;
  const unlisted = (word: string): boolean => !((flags.get(word) ?? 0) & isName) && !phrases.has(word);
  if (a.every((word, i) => word === b[i] || (isSlip(word, b[i]!) && unlisted(word)))) return true;
  const other = a.findIndex((word, i) => word !== b[i]);
  return (
    a.length > 1 &&
    a.every((word, i) => (word === b[i]) !== (i === other)) &&
    isNearSlip(a[other]!, b[other]!) &&
    unlisted(a[other]!)
  );
}
