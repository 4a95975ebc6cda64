import { tokenText, type Tokens } from '../text/tokens';
import places from '../tag/data/places.json';
import data from './data/canonicalWords.json';
import { meaningStem, stemOf } from './stems';

/** Forms of one word, and of two, with the stem that stands for all forms of what they name. Case counts: “US” is not “us”. */
const WORDS = new Map<string, string>();
const PAIRS = new Map<string, string>();
const PAIR_HEADS = new Set<string>();
const PAIR_TAILS = new Set<string>();

function learn(name: string, forms: readonly string[]): void {
  const stem = name.includes(' ') ? name.toLowerCase().replaceAll(' ', '-') : stemOf(name);
  for (const form of forms) {
    const [first, second, third] = form.split(' ');
    if (!first || third) continue;
    if (second === undefined) {
      WORDS.set(first, stem);
      continue;
    }
    PAIRS.set(form, stem);
    PAIR_HEADS.add(first);
    PAIR_TAILS.add(second);
  }
}

for (const region of Object.values(places.countries)) {
  for (const line of region.split(';')) {
    const [names = '', , demonyms = ''] = line.split(':');
    const aliases = names.split('|');
    learn(aliases[0]!, [...aliases, ...demonyms.split(',').filter(Boolean)]);
  }
}
for (const line of data.bodies.split(';')) {
  const [name = '', forms = ''] = line.split(':');
  learn(name, [name, ...forms.split(',').filter(Boolean)]);
}

/**
 * The stem of the word at a token, with one stem for the forms of one country or body (Ukraine, Ukrainian; U.S., United States,
 * American). Both words of a pair give the stem of the pair.
 */
export function contentStem(tokens: Tokens, index: number): string {
  const word = tokenText(tokens, index);
  const known = WORDS.get(word);
  if (known) return known;
  if (PAIR_HEADS.has(word) && index + 1 < tokens.count) {
    const pair = PAIRS.get(`${word} ${tokenText(tokens, index + 1)}`);
    if (pair) return pair;
  }
  if (PAIR_TAILS.has(word) && index > 0) {
    const pair = PAIRS.get(`${tokenText(tokens, index - 1)} ${word}`);
    if (pair) return pair;
  }
  return meaningStem(word);
}

/** The stem under which the forms of a whole name meet. */
export function nameStem(name: string): string {
  return (
    PAIRS.get(name) ??
    WORDS.get(name) ??
    name
      .split(/[\s-]+/)
      .filter(Boolean)
      .map(stemOf)
      .join(' ')
  );
}
