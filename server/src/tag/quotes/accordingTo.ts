import type { Attribution } from './attribution';
import type { MarkedSpan } from './marks';
import { punctuationAt, type Reading } from './reading';
import { pairAt, skipSeparators, unlistedObject, type Source } from './subjects';

const REACH = 30;

/** “according to Reed” behind the quotation or before it, `before..after` being its sentence. */
export function accordingTo(reading: Reading, span: MarkedSpan, before: number, after: number): Attribution | null {
  const behind = skipSeparators(reading, span.outerTo, after);
  for (const [from, to] of [
    [behind, Math.min(after, behind + REACH)],
    [Math.max(before, span.outerFrom - REACH), span.outerFrom],
  ] as const) {
    for (let j = from; j + 2 < reading.tokens.count && j < to; j++) {
      if (reading.lower[j] === 'according' && reading.lower[j + 1] === 'to' && reading.quotedBy[j]! < 0) {
        const source = objectOf(reading, j, j + 2);
        if (source) return { source, rule: 'accordingTo', tight: j === behind || from !== behind };
      }
    }
  }
  return null;
}

/** Whom a preposition at `from` governs. */
export function objectOf(reading: Reading, cue: number, from: number): Source | null {
  for (let j = from; j < reading.tokens.count && j < from + 4; j++) {
    const index = reading.phraseFrom[j]!;
    if (index >= 0) {
      const phrase = reading.phrases[index]!;
      const pair = pairAt(reading, index);
      return { phrase: pair ?? phrase, joined: pair ? phrase : null, cueFrom: cue, cueTo: from, adjacent: true };
    }
    if (punctuationAt(reading.tokens, j) !== '') break;
  }
  const unlisted = unlistedObject(reading, from);
  return unlisted ? { phrase: unlisted, joined: null, cueFrom: cue, cueTo: from, adjacent: true } : null;
}
