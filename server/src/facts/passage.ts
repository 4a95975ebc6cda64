import { Char, charAt } from '../text/characters';
import { TokenKind, type Tokens } from '../text/tokens';

/**
 * The words around a figure, outward from it and across sentences: a UTF-16 unit for each, made of a hash of its folded letters, for a claim
 * has many and a folder has many claims. What stands in both windows of two claims was copied from one text, whatever the figure between
 * them says now.
 */
export interface Passage {
  readonly before: string;
  readonly after: string;
}

/** The bit of a word in whose place another makes another text: a number, a name. */
const FIRM = 0x8000;
const HASH = 0x7fff;

/** Words kept on a side of the figure, and tokens looked at for them. */
const WORDS = 16;
const REACH = 48;

/** The passage around the tokens `first..last` (inclusive). Linear in the window, which is bounded. */
export function passageAround(tokens: Tokens, first: number, last: number): Passage {
  return { before: wordsFrom(tokens, first - 1, -1), after: wordsFrom(tokens, last + 1, 1) };
}

function wordsFrom(tokens: Tokens, start: number, step: -1 | 1): string {
  const out: number[] = [];
  const stop = start + step * REACH;
  for (let i = start; i >= 0 && i < tokens.count && i !== stop && out.length < WORDS; i += step) {
    const kind = tokens.kind[i]!;
    if (kind !== TokenKind.Word && kind !== TokenKind.Number) continue;
    const hash = wordHash(tokens, i);
    const firm = kind === TokenKind.Number || charAt(tokens.text, tokens.start[i]!) === Char.Upper;
    out.push(((hash ^ (hash >>> 16)) & HASH) | (firm ? FIRM : 0));
  }
  return String.fromCharCode(...out);
}

/** FNV-1a of a token's letters in lower case (those of ASCII), as a positive number. */
export function wordHash({ text, start: starts, end: ends }: Tokens, index: number): number {
  const start = starts[index]!;
  const end = ends[index]!;
  let hash = 0x811c9dc5;
  // A word no person would write stands for its first letters.
  for (let i = start; i < end && i < start + 40; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), 0x01000193);
  }
  return hash & 0x7fffffff || 1;
}

/** One word may be another (“has”, “had”) without ending a run. */
const MOST_CHANGED = 1;

/** A run on one side alone is the sentence before, or the sentence after, of two that differ. */
const FEWEST_ON_A_SIDE = 2;

/**
 * How many words in a row, outward from the figure on both sides together, two passages share; 0 where one side shares next to nothing.
 * A number or a name that differs
 * ends the run.
 */
export function sharedRun(a: Passage, b: Passage): number {
  const before = runOf(a.before, 0, b.before, 0, Math.min(a.before.length, b.before.length));
  return before < FEWEST_ON_A_SIDE
    ? 0
    : together(before, runOf(a.after, 0, b.after, 0, Math.min(a.after.length, b.after.length)));
}

function together(before: number, after: number): number {
  return Math.min(before, after) < FEWEST_ON_A_SIDE ? 0 : before + after;
}

/** The run of words outward from `i` in the one text and from `j` in the other, within so many. */
function runOf(a: string, i: number, b: string, j: number, length: number): number {
  let run = 0;
  let changed = 0;
  for (let n = 0; n < length; n++) {
    const [x, y] = [a.charCodeAt(i + n), b.charCodeAt(j + n)];
    if ((x & HASH) === (y & HASH)) run++;
    else if ((x | y) & FIRM || ++changed > MOST_CHANGED) break;
  }
  return run;
}

/** The passages of many claims in one string, with room for all words in each. */
export function passagesOf(claims: readonly { readonly passage: Passage }[]): string {
  return claims
    .map(({ passage: { before, after } }) => before.padEnd(WORDS, '\0') + after.padEnd(WORDS, '\0'))
    .join('');
}

/** The passage of a claim in such a string; of its two sides, so many words. */
export function passageIn(passages: string, claim: number, before: number, after: number): Passage {
  const from = 2 * WORDS * claim;
  return {
    before: passages.slice(from, from + before),
    after: passages.slice(from + WORDS, from + WORDS + after),
  };
}

/** Are the passages of two claims the same, in such strings? */
export function areOnePassage(x: string, a: number, y: string, b: number): boolean {
  const [i, j] = [2 * WORDS * a, 2 * WORDS * b];
  return x.slice(i, i + 2 * WORDS) === y.slice(j, j + 2 * WORDS);
}

/** `sharedRun` of two claims by such strings. On each side, as many words are compared as both passages have. */
export function sharedRunIn(x: string, a: number, y: string, b: number, before: number, after: number): number {
  const [i, j] = [2 * WORDS * a, 2 * WORDS * b];
  const run = runOf(x, i, y, j, before);
  return run < FEWEST_ON_A_SIDE ? 0 : together(run, runOf(x, i + WORDS, y, j + WORDS, after));
}

const KEY_WORDS = 4;

/** Blocking keys: the words right before the figure, and right behind it. */
export function passageKeys({ before, after }: Passage): string[] {
  const out: string[] = [];
  if (before.length >= KEY_WORDS) out.push(`<${digest(before)}`);
  if (after.length >= KEY_WORDS) out.push(`>${digest(after)}`);
  return out;
}

function digest(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < KEY_WORDS; i++) hash = Math.imul(hash ^ (words.charCodeAt(i) & HASH), 0x01000193);
  return hash;
}
