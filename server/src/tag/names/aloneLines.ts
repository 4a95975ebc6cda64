import type { Found } from './headlines';
import { Lex } from './lexicon';
import { Kind } from './model';
import { nameWords } from './nicknames';
import { charOf, Setting, type Reading } from './reading';
import { isCapital } from './words';

const SHORTEST_HEADLINE = 3;
const LONGEST_HEADLINE = 12;

/**
 * Short headlines that were read as one name (“Ada Rhys Wins”): a line alone, every word with its capital, that goes on behind a name of the
 * running text. They are marked in `reading.setting` as headlines; the names are given back without those that lie in them.
 */
export function withoutHeadlines(reading: Reading, found: readonly Found[]): Found[] {
  const { sentenceOf } = reading.scanned;
  const named = new Set<string>();
  for (const name of found) {
    if (isAloneLine(reading, sentenceOf[name.from]!)) continue;
    const words = nameWords(reading, name.from, name.to);
    named.add(words.join(' '));
    if (name.kind === Kind.Person && words.length > 1) named.add(words[words.length - 1]!);
  }
  return found.filter((name) => {
    const s = sentenceOf[name.from]!;
    if (reading.setting[s] !== Setting.Prose || name.kind === Kind.Place || !isAloneLine(reading, s))
      return reading.setting[s] === Setting.Prose;
    const words = nameWords(reading, name.from, name.to);
    if (words.length < 2 || named.has(words.join(' '))) return true;
    if (reading.of[name.to - 1]!.flags & (Lex.OrgHead | Lex.OrgSuffix | Lex.PersonSuffix)) return true;
    for (let k = 1; k < words.length; k++) {
      if (!named.has(words.slice(0, k).join(' '))) continue;
      reading.setting[s] = Setting.TitleCase;
      return false;
    }
    return true;
  });
}

function isAloneLine(reading: Reading, s: number): boolean {
  const { sentences, paragraphs } = reading.scanned;
  const { from, to, paragraph } = sentences[s]!;
  const line = paragraphs[paragraph]!;
  if (line.from !== from || line.to !== to || to - from < SHORTEST_HEADLINE || to - from > LONGEST_HEADLINE)
    return false;
  if ('.,:;'.includes(charOf(reading, to - 1) || ' ')) return false;
  for (let k = from; k < to; k++) {
    const word = reading.of[k]!;
    if (word.text !== '' && !isCapital(word) && !(word.flags & Lex.Function)) return false;
  }
  return true;
}
