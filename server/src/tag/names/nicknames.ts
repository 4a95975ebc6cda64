import { chunkEnd } from './chunks';
import { Lex } from './lexicon';
import { Kind, type Candidate } from './model';
import { charOf, foldedAt, has, phraseAt, type Reading } from './reading';
import { isCapital } from './words';

/** By the mark that opens, those that may close. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”“"', '"': '"', '„': '“”"', '«': '»', '‘': '’', "'": "'" };
const LONGEST_NICKNAME = 3;
const LONGEST_FAMILY = 3;

/**
 * Where a nickname in marks stands between somebody's names (Robert “Bob” Reed): the token behind its closing mark, or -1. `at` is the opening mark.
 */
function nicknameEnd(reading: Reading, at: number, to: number): number {
  const mark = charOf(reading, at);
  const closing = mark === '' ? undefined : CLOSING[mark];
  if (closing === undefined || at + 3 >= to || !isCapital(reading.of[at + 1]!)) return -1;
  for (let k = at + 2; k <= at + 1 + LONGEST_NICKNAME && k + 1 < to; k++) {
    const sign = charOf(reading, k);
    if (sign !== '' && closing.includes(sign)) return isCapital(reading.of[k + 1]!) ? k + 1 : -1;
    if (sign !== '-' && reading.of[k]!.text === '') return -1;
  }
  return -1;
}

/** The candidate with the nickname behind it and the family name behind that, or null where it is nobody's first names. `to` ends the sentence. */
export function withNickname(reading: Reading, candidate: Candidate, to: number): Candidate | null {
  const first = fromGivenName(reading, candidate);
  const behind = nicknameEnd(reading, first.to, to);
  if (behind < 0 || first.to - first.from > LONGEST_FAMILY) return null;
  const named = first.titleFrom < first.from || has(reading, first.from, Lex.Given | Lex.EastAsian);
  const plain = first.to - first.from === 1 && phraseAt(reading, first.from, first.to) === null;
  if (!named && !(plain && first.lexical[Kind.Person] > 0)) return null;
  if (has(reading, behind, Lex.Office | Lex.Honorific | Lex.Function | Lex.OrgHead | Lex.Demonym)) return null;
  const end = Math.min(chunkEnd(reading, behind, to), behind + LONGEST_FAMILY);
  let family = behind;
  while (family < end && isCapital(reading.of[family]!) && !has(reading, family, Lex.Calendar | Lex.Function)) family++;
  if (family === behind) return null;
  return {
    ...first,
    to: family,
    key: nameWords(reading, first.from, family).join(' '),
    lexical: [5, 0, 0, 0],
    context: [0, 0, 0, 0],
    weak: false,
  };
}

/** “Pilot John “Jack” …”: a word before a given name that is none itself is what he does. */
function fromGivenName(reading: Reading, candidate: Candidate): Candidate {
  let { from } = candidate;
  const personal = Lex.Given | Lex.Surname | Lex.EastAsian | Lex.Joined;
  while (from + 1 < candidate.to && !has(reading, from, personal) && has(reading, from + 1, Lex.Given)) from++;
  return from === candidate.from ? candidate : { ...candidate, from, titleFrom: from };
}

/** The folded words of a name, without a nickname in marks inside it. */
export function nameWords(reading: Reading, from: number, to: number): string[] {
  const words: string[] = [];
  for (let k = from; k < to; k++) {
    const behind = k > from ? nicknameEnd(reading, k, to) : -1;
    if (behind > 0) k = behind;
    words.push(foldedAt(reading, k));
  }
  return words;
}

/** The tokens of the nickname in marks inside a name, or null. */
export function nicknameIn(reading: Reading, from: number, to: number): { from: number; to: number } | null {
  for (let k = from + 1; k < to; k++) {
    const behind = nicknameEnd(reading, k, to);
    if (behind > 0) return { from: k + 1, to: behind - 1 };
  }
  return null;
}
