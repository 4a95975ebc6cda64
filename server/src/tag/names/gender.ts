import type { Found } from './headlines';
import { Lex } from './lexicon';
import { Kind } from './model';
import type { Reading } from './reading';

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);

/** Pronouns behind the only person named in a sentence or the one before, as [male, female] counts two by two. */
export function pronounVotes(
  reading: Reading,
  found: readonly Found[],
  entityOf: Int32Array,
  entities: number,
): Int32Array {
  const votes = new Int32Array(entities * 2);
  const { sentences } = reading.scanned;
  let f = 0;
  let last = -1;
  let lastSentence = -2;
  for (let s = 0; s < sentences.length; s++) {
    let here = s - lastSentence <= 1 ? last : -1;
    for (let i = sentences[s]!.from; i < sentences[s]!.to; i++) {
      while (f < found.length && found[f]!.from < i) f++;
      if (f < found.length && found[f]!.from === i && found[f]!.kind === Kind.Person) {
        const entity = entityOf[f]!;
        // A second person in the sentence: whom “he” means is open from here on.
        here = lastSentence === s && last !== entity ? -1 : entity;
        last = entity;
        lastSentence = s;
        continue;
      }
      if (here < 0) continue;
      const word = reading.of[i]!.folded;
      // He, him, her, she: most words begin otherwise.
      const first = word.charCodeAt(0);
      if (first !== 104 && first !== 115) continue;
      if (MALE.has(word)) votes[here * 2]!++;
      else if (FEMALE.has(word)) votes[here * 2 + 1]!++;
    }
  }
  return votes;
}

/** By title, then by given name, then by the pronouns that follow. '' where they say nothing or disagree. */
export function genderOf(
  reading: Reading,
  mentions: readonly Found[],
  votes: Int32Array,
  entity: number,
): 'male' | 'female' | '' {
  let male = 0;
  let female = 0;
  for (const { from, titleFrom, to } of mentions) {
    for (let k = titleFrom; k < from; k++) {
      const { flags } = reading.of[k]!;
      if (flags & Lex.HonorificMale && !(flags & (Lex.HonorificFemale | Lex.HonorificEither))) male += 10;
      if (flags & Lex.HonorificFemale) female += 10;
    }
    if (to - from < 2) continue;
    const given = reading.of[from]!.flags & Lex.Given;
    if (given === Lex.Male) male += 3;
    if (given === Lex.Female) female += 3;
  }
  male += Math.min(6, votes[entity * 2]!);
  female += Math.min(6, votes[entity * 2 + 1]!);
  if (male > 2 * female && male > 0) return 'male';
  if (female > 2 * male && female > 0) return 'female';
  return '';
}
