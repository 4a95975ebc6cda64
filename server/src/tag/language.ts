import { TokenKind, lowerOf } from '../text/tokens';
import type { ScannedText } from '../text/scan';
import type { TaggedText } from './model';
import languages from './data/languages.json';

/** ISO 639-1. */
export type Language = Exclude<keyof typeof languages, 'origin'>;

export const languageCodes = Object.keys(languages).filter((key) => key !== 'origin') as Language[];

const wordsOf = new Map<string, Language[]>();
for (const language of languageCodes) {
  for (const word of languages[language].split(' ')) wordsOf.set(word, [...(wordsOf.get(word) ?? []), language]);
}

/** Words that are looked at: the head of a text says what language it is in. */
const SAMPLE = 2000;
/** Shorter texts are names and figures more than sentences. */
const FEWEST_WORDS = 40;
/** In running text of any of these languages a fifth of the words and more are among its list. */
const LEAST_SHARE = 0.12;

/**
 * The language that a text is written in, by its function words, or null where that cannot be told: a short text, a table, a list of names, a
 * language that is not listed. English quotations in another language's text do not make it English, nor the other way round.
 */
export function languageOf({ tokens }: ScannedText): Language | null {
  const counts = new Map<Language, number>();
  let words = 0;
  for (let i = 0; i < tokens.count && words < SAMPLE; i++) {
    if (tokens.kind[i] !== TokenKind.Word) continue;
    words++;
    for (const language of wordsOf.get(lowerOf(tokens, i)) ?? NONE)
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  if (words < FEWEST_WORDS) return null;
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < words * LEAST_SHARE) return null;
  // Neighbours share many words; who leads by little is not told apart, unless it is English that leads.
  return first[0] === 'en' || first[1] >= 1.2 * (second?.[1] ?? 0) ? first[0] : null;
}

const NONE: readonly Language[] = [];

/** The same of a text that was tagged: where it has sections, the first tells. */
export function languageIn({ scanned, sections }: TaggedText): Language | null {
  return languageOf(sections?.[0]?.alone.scanned ?? scanned);
}
