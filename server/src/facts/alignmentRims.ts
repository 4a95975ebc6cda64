import { isCommonplace, type Wording } from './wording';

/** A run of common words, or a stretch where the two wordings part. Word indices, half open. */
export interface Piece {
  readonly common: boolean;
  readonly aFrom: number;
  aTo: number;
  readonly bFrom: number;
  bTo: number;
}

/** A run that is said twice is no longer than a clause. */
const LONGEST_SLIDE = 8;

/**
 * “the indictment, | the Hunters” against “the Hunters”: which “the” is the common one is a choice. At the rims it is made so that the words in excess stand
 * outside, where they are a cut.
 */
export function slideToRims(a: Wording, b: Wording, pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  const [lead, insertion] = out[0]?.common ? [0, 1] : [1, 2];
  const first = out[lead];
  const excess = out[insertion];
  if (
    first?.common &&
    excess &&
    !excess.common &&
    (lead === 0 || isOneSided(out[0]!)) &&
    isOneSided(excess) &&
    out.length > insertion + 1
  ) {
    const k = first.aTo - first.aFrom;
    const [side, from, to] = excess.aTo > excess.aFrom ? [a, excess.aFrom, excess.aTo] : [b, excess.bFrom, excess.bTo];
    const run = excess.aTo > excess.aFrom ? first.aFrom : first.bFrom;
    if (k <= LONGEST_SLIDE && to - from >= k && sameRun(side, run, to - k, k)) {
      const next = out[insertion + 1]!;
      out.splice(0, insertion + 2, {
        common: true,
        aFrom: next.aFrom - k,
        aTo: next.aTo,
        bFrom: next.bFrom - k,
        bTo: next.bTo,
      });
      // On the side without the excess the run lies right before the next one; on the other the excess ends in it.
    }
  }
  return out;
}

function isOneSided(piece: Piece): boolean {
  return piece.aTo === piece.aFrom || piece.bTo === piece.bFrom;
}

export function sameRun(side: Wording, x: number, y: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (side.words[x + i] !== side.words[y + i]) return false;
  return true;
}

/** Drops the outermost common words that meet by chance: commonplaces far from the rest. */
export function trimChance(a: Wording, pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  const byChance = (run: Piece | undefined, hunk: Piece | undefined): boolean => {
    if (!run?.common || !hunk || hunk.common) return false;
    if (hunk.aTo - hunk.aFrom + hunk.bTo - hunk.bFrom < 4 || run.aTo - run.aFrom > 3) return false;
    if (run.aTo - run.aFrom < 2) return true;
    for (let i = run.aFrom; i < run.aTo; i++) if (!isCommonplace(a.words[i]!)) return false;
    return true;
  };
  for (;;) {
    if (out[0] && !out[0].common) out.shift();
    else if (byChance(out[0], out[1])) out.shift();
    else break;
  }
  for (;;) {
    const last = out[out.length - 1];
    if (last && !last.common) out.pop();
    else if (byChance(last, out[out.length - 2])) out.pop();
    else break;
  }
  return out;
}
