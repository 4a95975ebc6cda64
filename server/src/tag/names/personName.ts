import { Lex, lexicon } from './lexicon';
import { sameFamilyName, transliterationKey } from './spelling';

/** A person's name, in parts for comparison. All parts folded; articles (al-, el-) and suffixes (Jr) are left out. */
export interface PersonName {
  readonly given: string;
  readonly family: string;
  /** All parts in order, `given` first and `family` last. */
  readonly parts: readonly string[];
  /** The parts, see {@link transliterationKey}. */
  readonly keys: readonly string[];
  /** The family name probably stands first: Xi Jinping. Then `given` is the family's. */
  readonly familyFirst: boolean;
}

/** Reads folded words (“vladimir”, “v.”, “putin”). Null where nothing is left of them. */
export function personName(words: readonly string[]): PersonName | null {
  const { flags } = lexicon();
  const parts: string[] = [];
  for (const word of words) {
    const bits = flags.get(word) ?? 0;
    if (word.length === 0 || word === '-' || (bits & Lex.PersonSuffix && parts.length > 0)) continue;
    if (bits & Lex.Joined && words.length > 1 && word !== 'abu' && !word.startsWith('abd') && word !== 'an') continue;
    parts.push(word.replace(/\.+$/, ''));
  }
  if (parts.length === 0) return null;
  const given = parts[0]!;
  const family = parts[parts.length - 1]!;
  const first = flags.get(given) ?? 0;
  const last = flags.get(family) ?? 0;
  const familyFirst =
    parts.length > 1 &&
    parts.length <= 3 &&
    (first & Lex.EastAsian) !== 0 &&
    (first & Lex.Given) === 0 &&
    !(last & Lex.EastAsian && first & Lex.Weak);
  return { given, family, parts, keys: familyFirst ? parts : parts.map(transliterationKey), familyFirst };
}

/** Can two full names of one text be one person's: initials, missing middle parts, one a cut of the other, another transliteration? */
export function compatibleNames(a: PersonName, b: PersonName): boolean {
  const [short, long] = a.parts.length <= b.parts.length ? [a, b] : [b, a];
  if (short.parts.length < 2) return false;
  if (a.familyFirst || b.familyFirst) return a.parts.join('') === b.parts.join('');
  if (!samePart(short.keys[0]!, long.keys[0]!)) return false;
  let k = 1;
  for (let i = 1; i < short.keys.length; i++) {
    while (k < long.keys.length && !samePart(short.keys[i]!, long.keys[k]!)) k++;
    if (k === long.keys.length)
      return i === short.keys.length - 1 && short.keys[0]!.length > 1 && sameFamilyName(short.family, long.family);
    k++;
  }
  return true;
}

/** Equal, or one the initial of the other; of keys that have transliteration taken out. */
function samePart(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1) return b.startsWith(a);
  return b.length === 1 && a.startsWith(b);
}
