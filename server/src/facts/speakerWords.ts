import { distance } from 'fastest-levenshtein';
import type { Quote } from '../tag/model';

/** True: one name; false: two; null: not known. Surnames may be spelled two ways. */
export function speakersAgree(a: readonly string[], b: readonly string[]): boolean | null {
  if (a.length === 0 || b.length === 0) return null;
  const set = new Set(a);
  if (b.some((word) => set.has(word))) return true;
  const [x, y] = [a[a.length - 1]!, b[b.length - 1]!];
  return x.length > 4 && y.length > 4 && distance(x, y) <= 2;
}

const NO_NAME = new Set([
  'the',
  'a',
  'an',
  'mr',
  'mrs',
  'ms',
  'dr',
  'of',
  'and',
  'for',
  'he',
  'she',
  'they',
  'it',
  'who',
  'president',
  'sen',
  'senator',
  'rep',
  'gov',
]);

function capitalized(name: string): string {
  return name
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .join(' ');
}

/** The words of a speaker's name that tell people apart. “A statement”, “the company” and “he” may be anybody's: none. */
export function speakerWords(quote: Quote): string[] {
  if (!quote.speaker || quote.confidence === 'low') return [];
  const { name, entity } = quote.speaker;
  return (entity >= 0 ? name : capitalized(name))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !NO_NAME.has(word))
    .slice(0, 12);
}
