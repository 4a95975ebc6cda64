import type { TextFormat } from '../text/markdown';
import { scan } from '../text/scan';
import { type Corrections, noCorrections } from './corrections';
import { tagFigures } from './figures';
import type { TaggedText } from './model';
import { tagNames } from './names';
import { tagQuotes } from './quotes';
import { findStoryDate } from './storyDate';
import { releaseForms } from './wordForms';

/** Tags one text. Total, deterministic, linear in the text; nothing but the text and what people said of names is consulted. */
export function tag(text: string, format: TextFormat = 'plain', corrections: Corrections = noCorrections): TaggedText {
  const scanned = scan(text, format);
  const storyDate = findStoryDate(scanned);
  const { names, entities } = tagNames(scanned, corrections);
  const figures = tagFigures(scanned, names, storyDate);
  const quotes = tagQuotes(scanned, names, entities);
  releaseForms();
  return { scanned, storyDate, names, entities, quotes, figures };
}
