import { distance } from 'fastest-levenshtein';
import { Lex, lexicon } from './lexicon';

const SHORTEST_VARIANT = 5;
const SHORTEST_TYPO = 6;

/**
 * A part of a name with the choices of transliteration taken out: Zelensky, Zelenskyy, Zelenskiy; Sergei, Sergey; Choïgu, Shoigu.
 * For folded parts. Short parts stay as they are: “Li” and “Ly” are two names.
 */
export function transliterationKey(part: string): string {
  return part.length < SHORTEST_VARIANT ? part : spellingOf(part).key;
}

/** The first letter and the consonants: a blocking key that every spelling of one family name shares. */
export function skeleton(part: string): string {
  return spellingOf(part).skeleton;
}

interface Spelling {
  readonly key: string;
  readonly skeleton: string;
}

/** Names come again, in a text and from text to text. Emptied when full, so that hostile text costs time, not memory. */
const MEMO = new Map<string, Spelling>();
const MEMO_LIMIT = 20_000;

function spellingOf(part: string): Spelling {
  let known = MEMO.get(part);
  if (known === undefined) {
    const key = part.length < SHORTEST_VARIANT ? part : transliterated(part);
    known = { key, skeleton: key.charAt(0) + key.slice(1).replace(/[aeiou]/g, '') };
    if (MEMO.size >= MEMO_LIMIT) MEMO.clear();
    MEMO.set(part, known);
  }
  return known;
}

function transliterated(part: string): string {
  return part
    .replace(/^m[ou]h?am+[aeou]d$/, 'mohamed')
    .replace(/['.-]/g, '')
    .replace(/s?c?h(?=[aeiouy])|tch|tsch/g, (m) => (m === 'h' ? 'h' : m.startsWith('t') ? 'c' : 's'))
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?=[aour])/g, 'k')
    .replace(/ks/g, 'x')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/([aeiou])i(?=$|[^aeiou])/g, (m, vowel: string) => (vowel === 'e' || vowel === 'i' ? 'i' : m))
    .replace(/ou/g, 'u')
    .replace(/(.)\1+/g, '$1');
}

/** Two spellings of one family name: the same but for transliteration, or one slip apart in a longer name. */
export function sameFamilyName(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST_VARIANT) return false;
  // Petrov and Petrova, Kowalski and Kowalska are two people.
  if (a.endsWith('a') !== b.endsWith('a')) return false;
  const x = transliterationKey(a);
  const y = transliterationKey(b);
  if (x === y) return true;
  return Math.min(a.length, b.length) >= SHORTEST_TYPO && skeleton(a) === skeleton(b) && distance(x, y) === 1;
}

/** Two spellings of one given name. Names that the lists hold as two (Maria and Mario, Maria and Marie) are two. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  if (transliterationKey(a) !== transliterationKey(b)) return false;
  const { flags } = lexicon();
  const x = (flags.get(a) ?? 0) & Lex.Given;
  const y = (flags.get(b) ?? 0) & Lex.Given;
  return x === 0 || y === 0 || x === y;
}
