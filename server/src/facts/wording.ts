import type { ScannedText } from '../text/scan';
import type { Span } from '../text/span';
import { lowerOf, TokenKind } from '../text/tokens';
import { keyHash } from './keyHash';
import { foldedClitic, foldedWords } from './spelling';
import { isFunctionWord } from './stems';

/** The words of a quotation, folded for comparison: no case, marks, accents, regional spelling or contractions. Parallel arrays. */
export interface Wording {
  readonly words: readonly string[];
  /** A sentence of the quotation begins with this word. */
  readonly opensSentence: readonly boolean[];
  /** An ellipsis, or words in brackets that are left out here, stand before this word: the outlet marked a cut or an insertion. */
  readonly behindGap: readonly boolean[];
  /** A mark of a cut at the very end. */
  readonly gapAtEnd: boolean;
}

/** The same with the text at hand. */
export interface PrintedWording extends Wording {
  /** Where each word stands in the text. */
  readonly spans: readonly Span[];
}

/** A turn of a debate is compared by its first words; nobody prints more of one utterance than this. */
const LONGEST_WORDING = 600;
const LONGEST_BRACKET = 14;

/** Reads the words of `span`. Linear in it, capped at `LONGEST_WORDING` words. */
export function wordingOf(scanned: ScannedText, span: Span): PrintedWording {
  const { tokens } = scanned;
  const words: string[] = [];
  const spans: Span[] = [];
  const opensSentence: boolean[] = [];
  const behindGap: boolean[] = [];
  let opens = true;
  let gap = false;
  const push = (word: string, at: Span): void => {
    words.push(word);
    spans.push(at);
    opensSentence.push(opens);
    behindGap.push(gap);
    opens = false;
    gap = false;
  };
  const from = firstTokenAt(scanned, span.start);
  for (let i = from; i < tokens.count && tokens.end[i]! <= span.end && words.length < LONGEST_WORDING; i++) {
    const kind = tokens.kind[i]!;
    const at = { start: tokens.start[i]!, end: tokens.end[i]! };
    if (kind === TokenKind.Word && isCensored(scanned, i)) {
      gap = true; // motherf***er: the outlet marked that it left letters out
    } else if (kind === TokenKind.Word && isLooseClitic(scanned, i)) {
      push(foldedClitic(lowerOf(tokens, i)), at); // we’ ll
    } else if (kind === TokenKind.Word) {
      for (const word of foldedWords(lowerOf(tokens, i))) push(word, at);
    } else if (kind === TokenKind.Number) {
      push(
        tokens.text
          .slice(at.start, at.end)
          .replace(/[,’'\u00a0\u202f\u2009]/g, '')
          .replace(/:00$/, ''),
        at,
      );
    } else if (kind === TokenKind.Clitic) {
      push(foldedClitic(lowerOf(tokens, i)), at);
    } else if (kind === TokenKind.Address || kind === TokenKind.Currency) {
      push(lowerOf(tokens, i), at);
    } else {
      const c = tokens.text[at.start]!;
      if (c === '[' || c === '(') {
        const close = bracketEnd(scanned, i, span.end, c === '[' ? ']' : ')');
        if (close < 0) continue;
        // “[T]he” is The: one letter was changed.
        const letter =
          close === i + 2 &&
          tokens.kind[i + 1] === TokenKind.Word &&
          tokens.glued[close + 1] === 1 &&
          tokens.kind[close + 1] === TokenKind.Word &&
          tokens.end[i + 1]! - tokens.start[i + 1]! === 1;
        if (letter && tokens.end[close + 1]! <= span.end) {
          const whole = lowerOf(tokens, i + 1) + lowerOf(tokens, close + 1);
          for (const word of foldedWords(whole)) push(word, { start: at.start, end: tokens.end[close + 1]! });
          i = close + 1;
        } else {
          gap = true;
          i = close;
        }
      } else if (c === '…' || (c === '.' && isDot(scanned, i + 1)) || (c === '.' && isDot(scanned, i - 1))) {
        gap = true;
      } else if (c === '&') {
        push('and', at);
      } else if (c === '.' || c === '!' || c === '?') {
        opens = true;
      }
    }
  }
  return { words, spans, opensSentence, behindGap, gapAtEnd: gap };
}

const LOOSE_CLITICS = new Set(['m', 'll', 're', 've', 'd', 's']);

function isLooseClitic({ tokens }: ScannedText, i: number): boolean {
  return (
    i > 0 &&
    tokens.end[i]! - tokens.start[i]! < 3 &&
    tokens.kind[i - 1] === TokenKind.Punctuation &&
    "'’".includes(tokens.text[tokens.start[i - 1]!]!) &&
    LOOSE_CLITICS.has(lowerOf(tokens, i))
  );
}

function isCensored({ tokens }: ScannedText, i: number): boolean {
  const star = (j: number): boolean =>
    tokens.kind[j] === TokenKind.Punctuation && tokens.text[tokens.start[j]!] === '*';
  return (
    (i + 1 < tokens.count && tokens.glued[i + 1] === 1 && star(i + 1)) ||
    (i > 0 && tokens.glued[i] === 1 && star(i - 1))
  );
}

function isDot(scanned: ScannedText, token: number): boolean {
  const { tokens } = scanned;
  return (
    token >= 0 &&
    token < tokens.count &&
    tokens.kind[token] === TokenKind.Punctuation &&
    tokens.text[tokens.start[token]!] === '.'
  );
}

function bracketEnd(scanned: ScannedText, open: number, end: number, close: string): number {
  const { tokens } = scanned;
  for (let j = open + 1; j < tokens.count && j <= open + LONGEST_BRACKET && tokens.end[j]! <= end; j++) {
    if (tokens.kind[j] === TokenKind.Punctuation && tokens.text[tokens.start[j]!] === close) return j;
  }
  return -1;
}

function firstTokenAt({ tokens }: ScannedText, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MEANINGFUL = new Set(['not', 'no', 'never', 'nothing', 'without', 'against', 'all', 'none', 'nobody']);
const FILLERS = new Set([
  'well',
  'okay',
  'oh',
  'really',
  'going',
  'got',
  'get',
  'let',
  'like',
  'know',
  'mean',
  'think',
  'want',
  'thing',
  'things',
  'lot',
  'people',
  'way',
  'one',
]);

/** A word whose change is a change of what was said; the others are grammar. Negations count, fillers do not weigh. */
export function carriesMeaning(word: string): boolean {
  return MEANINGFUL.has(word) || !isFunctionWord(word);
}

/** Words that two speakers share by chance. */
export function isCommonplace(word: string): boolean {
  return FILLERS.has(word) || !carriesMeaning(word);
}

/** The keys under which a quotation is looked for: every three words in a row that hold one that is no commonplace. */
export function shinglesOf(words: readonly string[]): number[] {
  const keys = new Set<number>();
  const common = words.map(isCommonplace);
  for (let i = 0; i + 2 < words.length; i++) {
    if (common[i] && common[i + 1] && common[i + 2]) continue;
    keys.add(keyHash(`${words[i]} ${words[i + 1]} ${words[i + 2]}`));
  }
  return [...keys];
}
