import type { Decision } from './decide';
import { lexicon } from './lexicon';
import { Kind, type Candidate } from './model';
import type { Reading } from './reading';
import { isSlip, slipKey } from './slip';

/**
 * Capitalized words that nothing says are names, but for a name of the text that has the same letters in another order: by the folded
 * word, the word that it was meant to be. Their decisions are added to `decisions`. A word that the lists know, or that the text also
 * has in small letters, is what it is.
 */
export function decideMisspelled(
  reading: Reading,
  candidates: readonly Candidate[],
  decisions: Map<string, Decision>,
): Map<string, string> {
  const undecided = new Set<string>();
  /** First letters and lengths: of another one no slip makes these. */
  const outlines = new Set<string>();
  for (const { key, from, to } of candidates) {
    if (to - from !== 1 || key.length < 6 || decisions.has(key) || undecided.has(key)) continue;
    const word = reading.of[from]!;
    if (word.flags !== 0 || lexicon().phrases.has(key) || reading.lowerCount(word) > 0) continue;
    undecided.add(key);
    outlines.add(outlineOf(key));
  }
  const respelled = new Map<string, string>();
  if (undecided.size === 0) return respelled;
  const known = new Map<string, { word: string; kind: Kind }>();
  for (const [key, { kind }] of decisions) {
    const words = key.split(' ');
    const word = words[words.length - 1]!;
    if (kind === Kind.Other || (words.length > 1 && kind !== Kind.Person) || word.length < 6) continue;
    if (!outlines.has(outlineOf(word))) continue;
    const letters = slipKey(word);
    if (!known.has(letters)) known.set(letters, { word, kind });
  }
  if (known.size === 0) return respelled;
  for (const key of undecided) {
    const meant = known.get(slipKey(key));
    if (!meant || !isSlip(key, meant.word)) continue;
    respelled.set(key, meant.word);
    decisions.set(key, { kind: meant.kind, score: 1, tentative: true });
  }
  return respelled;
}

function outlineOf(word: string): string {
  return `${word.charAt(0)}${word.length}`;
}
