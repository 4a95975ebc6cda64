import { Char, charAt } from './characters';
import abbreviations from './data/abbreviations.json';
import { lowerOf, TokenKind, type Tokens } from './tokens';

const NEVER_LAST = new Set(abbreviations.beforeName.split(' '));
const STARTERS = new Set(abbreviations.starters.split(' '));
const CLOSERS = '”’"\')]»›';
const OPENERS = '“‘"\'([«‹„—–-';

/**
 * The token indices behind which a sentence of `from..to` ends; the last is always `to`.
 * Rules rather than `Intl.Segmenter`: that depends on the ICU of the machine and takes minutes on one line of a megabyte.
 */
export function sentenceEnds(tokens: Tokens, from: number, to: number): number[] {
  const ends: number[] = [];
  for (let i = from; i < to; i++) {
    const kind = tokens.kind[i]!;
    const stop =
      kind === TokenKind.Punctuation ? isTerminal(tokens, i) : kind === TokenKind.Word && endsInStop(tokens, i);
    if (!stop) continue;
    let last = i;
    while (last + 1 < to && tokens.glued[last + 1] && isClosing(tokens, last + 1, to)) last++;
    if (last + 1 >= to) break;
    if (startsSentence(tokens, i, last + 1)) ends.push(last + 1);
    i = last;
  }
  if (ends[ends.length - 1] !== to) ends.push(to);
  return ends;
}

function isTerminal(tokens: Tokens, i: number): boolean {
  const c = tokens.text[tokens.start[i]!]!;
  return c === '.' || c === '!' || c === '?' || c === '…' || c === '。';
}

function endsInStop(tokens: Tokens, i: number): boolean {
  return tokens.text.charCodeAt(tokens.end[i]! - 1) === 46;
}

function isClosing(tokens: Tokens, i: number, to: number): boolean {
  if (tokens.kind[i] !== TokenKind.Punctuation) return false;
  if (isTerminal(tokens, i)) return true;
  const c = tokens.text[tokens.start[i]!]!;
  if (!CLOSERS.includes(c)) return false;
  // A straight mark closes here unless a word is glued behind it.
  return (
    (c !== '"' && c !== "'") || i + 1 >= to || !tokens.glued[i + 1] || tokens.kind[i + 1] === TokenKind.Punctuation
  );
}

function startsSentence(tokens: Tokens, stop: number, next: number): boolean {
  let head = next;
  while (
    head < tokens.count &&
    tokens.kind[head] === TokenKind.Punctuation &&
    OPENERS.includes(tokens.text[tokens.start[head]!]!) &&
    head < next + 3
  )
    head++;
  if (head >= tokens.count) return true;
  const c = charAt(tokens.text, tokens.start[head]!);
  const capital = c === Char.Upper || c === Char.Letter;
  if (tokens.kind[stop] === TokenKind.Word) {
    const form = lowerOf(tokens, stop).slice(0, -1);
    if (NEVER_LAST.has(form) || form.length === 1) return false;
    if (tokens.glued[next]) return false;
    return capital && (head > next || STARTERS.has(lowerOf(tokens, head)));
  }
  if (tokens.glued[next]) {
    // “his class.After that”: the space was lost; “3.Next” and “example.Com” are left alone.
    return (
      capital &&
      stop + 1 === next &&
      tokens.kind[stop - 1] === TokenKind.Word &&
      tokens.end[stop - 1]! - tokens.start[stop - 1]! > 2 &&
      tokens.end[head]! - tokens.start[head]! > 1
    );
  }
  if (capital || c === Char.Digit || c === Char.Currency) return true;
  return head > next && tokens.kind[next] === TokenKind.Punctuation && c !== Char.Lower;
}
