import type { Found } from './headlines';
import { Kind } from './model';
import { foldedAt, Setting, type Reading } from './reading';
import { Shape } from './words';

/**
 * Takes in the article of organizations that have it in their name (The Harbour Post): where it has its capital inside a sentence, and then
 * wherever the same name follows it.
 */
export function withArticles(reading: Reading, found: readonly Found[]): Found[] {
  const { of, scanned, setting, weak } = reading;
  const stands = ({ from, titleFrom, kind }: Found): boolean =>
    kind === Kind.Organization &&
    from > 1 &&
    titleFrom === from &&
    of[from - 1]!.folded === 'the' &&
    of[from - 1]!.shape === Shape.Capital &&
    scanned.sentenceOf[from - 1] === scanned.sentenceOf[from] &&
    setting[scanned.sentenceOf[from]!] === Setting.Prose;
  const named = new Set<string>();
  for (const name of found) {
    if (stands(name) && weak[name.from - 1] === 0 && of[name.from - 2]!.shape === Shape.Lower)
      named.add(keyOf(reading, name));
  }
  if (named.size === 0) return [...found];
  return found.map((name) =>
    stands(name) && named.has(keyOf(reading, name)) ? { ...name, from: name.from - 1, titleFrom: name.from - 1 } : name,
  );
}

function keyOf(reading: Reading, { from, to }: Found): string {
  const words: string[] = [];
  for (let k = from; k < to; k++) words.push(foldedAt(reading, k));
  return words.join(' ');
}
