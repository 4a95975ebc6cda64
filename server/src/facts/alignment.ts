import { diffArrays } from 'diff';
import { sameRun, slideToRims, trimChance, type Piece } from './alignmentRims';
import { carriesMeaning, isCommonplace, type Wording } from './wording';

/** A place where two wordings of one utterance part: words `aFrom..aTo` of the one stand for `bFrom..bTo` of the other; one of them may be none. */
export interface Difference {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** `content`: what was said changes. `small`: articles, fillers, order of function words. */
  readonly weight: 'content' | 'small';
}

export interface Alignment {
  /** Words in common, and how many of them are no commonplaces. */
  readonly matched: number;
  readonly matchedContent: number;
  /** The stretch of each wording from the first common word to the last. */
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** Share of the contentful words of the two stretches that are common: 0 to 1. */
  readonly likeness: number;
  readonly differences: readonly Difference[];
}

/** Insertions longer than this are looked at as two cuts. */
const BAND = 30;
const MARGIN = 8;
const LONGEST_LEAD = 40;
/** Wordings farther apart than this are not one utterance; the difference need not be worked out. */
const MOST_EDITS = 80;

/** Aligns two wordings on the diagonal that most of their shared triples of words lie on. Null where they share none, or too little. */
export function align(a: Wording, b: Wording): Alignment | null {
  const band = bestBand(a.words, b.words);
  if (!band) return null;
  const left = Math.min(band.aFrom, band.bFrom, LONGEST_LEAD) + MARGIN;
  const right = Math.min(a.words.length - band.aTo, b.words.length - band.bTo, LONGEST_LEAD) + MARGIN;
  const a0 = Math.max(0, band.aFrom - left);
  const b0 = Math.max(0, band.bFrom - left);
  const a1 = Math.min(a.words.length, band.aTo + right);
  const b1 = Math.min(b.words.length, band.bTo + right);
  const runs = diffArrays(a.words.slice(a0, a1), b.words.slice(b0, b1), { maxEditLength: MOST_EDITS });
  if (!runs) return null;
  const pieces: Piece[] = [];
  let i = a0;
  let j = b0;
  for (const run of runs) {
    const n = run.value.length;
    const last = pieces[pieces.length - 1];
    const da = run.added ? 0 : n;
    const db = run.removed ? 0 : n;
    const common = !run.added && !run.removed;
    if (last && last.common === common) {
      last.aTo += da;
      last.bTo += db;
    } else {
      pieces.push({ common, aFrom: i, aTo: i + da, bFrom: j, bTo: j + db });
    }
    i += da;
    j += db;
  }
  return judgePieces(a, b, trimChance(a, slideToRims(a, b, pieces)));
}

interface Band {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

function bestBand(a: readonly string[], b: readonly string[]): Band | null {
  const at = new Map<string, number>();
  for (let i = 0; i + 2 < a.length; i++) {
    const key = `${a[i]} ${a[i + 1]} ${a[i + 2]}`;
    if (!at.has(key)) at.set(key, i);
    else at.set(key, -1); // said twice: no anchor
  }
  const anchors: [number, number][] = [];
  const votes = new Map<number, number>();
  for (let j = 0; j + 2 < b.length; j++) {
    const i = at.get(`${b[j]} ${b[j + 1]} ${b[j + 2]}`);
    if (i === undefined || i < 0) continue;
    anchors.push([i, j]);
    const bucket = Math.round((j - i) / BAND);
    votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
  }
  if (anchors.length === 0) return null;
  let best = 0;
  let most = -1;
  for (const [bucket, n] of votes) if (n > most || (n === most && bucket < best)) [best, most] = [bucket, n];
  const band: Band = { aFrom: a.length, aTo: 0, bFrom: b.length, bTo: 0 };
  for (const [i, j] of anchors) {
    if (Math.abs((j - i) / BAND - best) > 1) continue;
    band.aFrom = Math.min(band.aFrom, i);
    band.aTo = Math.max(band.aTo, i + 3);
    band.bFrom = Math.min(band.bFrom, j);
    band.bTo = Math.max(band.bTo, j + 3);
  }
  return band;
}

function judgePieces(a: Wording, b: Wording, pieces: readonly Piece[]): Alignment | null {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (!first || !last) return null;
  const differences: Difference[] = [];
  let matched = 0;
  let matchedContent = 0;
  const lostWords = new Map<string, number>();
  let moved = 0;
  const lead = leadOf(a, b, first);
  const trail = trailOf(a, b, last);
  for (const piece of [...(lead ? [lead] : []), ...pieces, ...(trail ? [trail] : [])]) {
    if (piece.common) {
      for (let i = piece.aFrom; i < piece.aTo; i++) {
        matched++;
        if (!isCommonplace(a.words[i]!)) matchedContent++;
      }
      continue;
    }
    if (isMarkedOrWholeCut(a, b, piece) || isOrthography(a, b, piece)) continue;
    if (isStammer(a, piece.aFrom, piece.aTo) || isStammer(b, piece.bFrom, piece.bTo)) {
      differences.push({ aFrom: piece.aFrom, aTo: piece.aTo, bFrom: piece.bFrom, bTo: piece.bTo, weight: 'small' });
      continue;
    }
    const weight = meaningfulIn(a, piece.aFrom, piece.aTo) + meaningfulIn(b, piece.bFrom, piece.bTo);
    moved += weight;
    for (let i = piece.aFrom; i < piece.aTo; i++) count(lostWords, a.words[i]!, 1);
    for (let j = piece.bFrom; j < piece.bTo; j++) count(lostWords, b.words[j]!, -1);
    differences.push({
      aFrom: piece.aFrom,
      aTo: piece.aTo,
      bFrom: piece.bFrom,
      bTo: piece.bTo,
      weight: weight > 0 ? 'content' : 'small',
    });
  }
  // “Mills and farms” for “farms and mills” is one utterance still: a word that only moved weighs half.
  let lost = 0;
  for (const n of lostWords.values()) lost += Math.abs(n);
  lost += (moved - lost) / 2;
  return {
    matched,
    matchedContent,
    aFrom: first.aFrom,
    aTo: last.aTo,
    bFrom: first.bFrom,
    bTo: last.bTo,
    likeness: matchedContent === 0 ? 0 : (2 * matchedContent) / (2 * matchedContent + lost),
    differences,
  };
}

function count(words: Map<string, number>, word: string, by: number): void {
  if (carriesMeaning(word)) words.set(word, (words.get(word) ?? 0) + by);
}

function meaningfulIn(wording: Wording, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (carriesMeaning(wording.words[i]!)) n++;
  return n;
}

/** The words before the first common one, back to where the sentence begins, where both wordings print some: a difference, not a cut. */
function leadOf(a: Wording, b: Wording, first: Piece): Piece | null {
  if (
    a.opensSentence[first.aFrom] ||
    b.opensSentence[first.bFrom] ||
    a.behindGap[first.aFrom] ||
    b.behindGap[first.bFrom]
  )
    return null;
  const aFrom = sentenceStart(a, first.aFrom);
  const bFrom = sentenceStart(b, first.bFrom);
  if (first.aFrom - aFrom > LONGEST_CHANGE || first.bFrom - bFrom > LONGEST_CHANGE) return null;
  return isChange(a, aFrom, first.aFrom, b, bFrom, first.bFrom)
    ? { common: false, aFrom, aTo: first.aFrom, bFrom, bTo: first.bFrom }
    : null;
}

function trailOf(a: Wording, b: Wording, last: Piece): Piece | null {
  if (last.aTo >= a.words.length || last.bTo >= b.words.length) return null;
  if (a.opensSentence[last.aTo] || b.opensSentence[last.bTo] || a.behindGap[last.aTo] || b.behindGap[last.bTo])
    return null;
  const aTo = sentenceEnd(a, last.aTo);
  const bTo = sentenceEnd(b, last.bTo);
  if (aTo - last.aTo > LONGEST_CHANGE || bTo - last.bTo > LONGEST_CHANGE) return null;
  return isChange(a, last.aTo, aTo, b, last.bTo, bTo)
    ? { common: false, aFrom: last.aTo, aTo, bFrom: last.bTo, bTo }
    : null;
}

/** One word against one, or meaning on both sides: else the outlet cut in at another word. */
function isChange(a: Wording, aFrom: number, aTo: number, b: Wording, bFrom: number, bTo: number): boolean {
  if (aTo - aFrom === 1 && bTo - bFrom === 1) return true;
  return meaningfulIn(a, aFrom, aTo) > 0 && meaningfulIn(b, bFrom, bTo) > 0;
}

/** A longer stretch at the rim is another sentence, not another wording. */
const LONGEST_CHANGE = 4;

function sentenceStart(wording: Wording, at: number): number {
  let i = at;
  while (i > 0 && at - i <= LONGEST_CHANGE && !wording.opensSentence[i] && !wording.behindGap[i]) i--;
  return i;
}

function sentenceEnd(wording: Wording, at: number): number {
  let i = at + 1;
  while (i < wording.words.length && i - at <= LONGEST_CHANGE && !wording.opensSentence[i] && !wording.behindGap[i])
    i++;
  return i;
}

/** An ellipsis or a bracket stands where the words are missing, or they are whole sentences. */
function isMarkedOrWholeCut(a: Wording, b: Wording, piece: Piece): boolean {
  const inA = piece.aTo > piece.aFrom;
  const inB = piece.bTo > piece.bFrom;
  if (a.behindGap[piece.aTo] || b.behindGap[piece.bTo] || a.behindGap[piece.aFrom] || b.behindGap[piece.bFrom])
    return true;
  if (inA && inB) return false;
  const [longer, from, to] = inA ? [a, piece.aFrom, piece.aTo] : [b, piece.bFrom, piece.bTo];
  return longer.opensSentence[from] === true && (to >= longer.words.length || longer.opensSentence[to] === true);
}

/** Health care and healthcare, people’s and peoples’: the same letters. There’s and there is; Paris’ and Paris’s. */
function isOrthography(a: Wording, b: Wording, piece: Piece): boolean {
  const inA = a.words.slice(piece.aFrom, piece.aTo).join('');
  const inB = b.words.slice(piece.bFrom, piece.bTo).join('');
  if (inA === inB) return true;
  const [short, long] = inA.length < inB.length ? [inA, inB] : [inB, inA];
  if (short === 's' && (long === 'is' || long === 'has' || long === 'us')) return true;
  return short === '' && long === 's' && a.words[piece.aFrom - 1]?.endsWith('s') === true;
}

/** “I am so sick, I am so sick of”: words said twice. */
function isStammer(wording: Wording, from: number, to: number): boolean {
  const n = to - from;
  return (
    n > 0 &&
    n <= 6 &&
    (sameRun(wording, from, from - n, n) || (to + n <= wording.words.length && sameRun(wording, from, to, n)))
  );
}
