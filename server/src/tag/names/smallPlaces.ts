import type { Found } from './headlines';
import { Lex } from './lexicon';
import { Kind } from './model';
import { has, type Reading } from './reading';

/** Countries and capitals that a text writes small (“in kyiv”): behind a preposition of place, and no other word of the language. */
export function smallPlaces(reading: Reading): Found[] {
  const { of, scanned } = reading;
  const out: Found[] = [];
  for (let i = 1; i < of.length; i++) {
    if (!of[i]!.smallPlace) continue;
    if (
      scanned.tokens.glued[i] ||
      scanned.sentenceOf[i - 1] !== scanned.sentenceOf[i] ||
      !has(reading, i - 1, Lex.PlacePreposition)
    )
      continue;
    out.push({ from: i, to: i + 1, titleFrom: i, kind: Kind.Place });
  }
  return out;
}
