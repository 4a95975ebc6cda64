import { at, isWord, type Reader } from './reader';

const FUTURE = new Set(
  "will would shall 'll ’ll scheduled expected expects expect plans plan planned planning due set upcoming going slated tentatively hopes begins starts kicks".split(
    ' ',
  ),
);
const PAST = new Set(
  'said was were had did told announced reported met went came made took gave held became began ended won lost died fell rose left sent saw put ran led signed visited arrived killed wrote spoke found got showed called since has have been ago last stated confirmed published described warned struck hit fought broke'.split(
    ' ',
  ),
);
const REACH = 10;

/**
 * Do the words around token `i` look ahead (true) or back (false)? The nearest verb to the left decides, then the nearest to the right; null where neither
 * side has one within ten words.
 */
export function lookingAhead(r: Reader, i: number): boolean | null {
  for (let k = i - 1; k >= i - REACH && k >= r.from; k--) {
    const found = tenseOf(r, k);
    if (found !== null) return found;
  }
  for (let k = i + 1; k <= i + REACH && k < r.to; k++) {
    const found = tenseOf(r, k);
    if (found !== null) return found;
  }
  return null;
}

function tenseOf(r: Reader, k: number): boolean | null {
  const w = at(r, k);
  if (FUTURE.has(w)) return true;
  if (PAST.has(w)) return false;
  if (isWord(r, k) && w.length > 4 && w.endsWith('ed')) return false;
  return null;
}
