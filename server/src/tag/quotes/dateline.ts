import { Char, charAt } from '../../text/characters';
import { TokenKind } from '../../text/tokens';
import words from '../data/functionWords.json';
import { isLongDash, punctuationAt, TIMES, wordSet, type Reading } from './reading';

/** A place of many words, its state, the day, and an agency in brackets. */
const LONGEST = 26;
const INSIDE = wordSet(`${words.particles} of and the special to staff for our own reporter correspondent`);

/**
 * The first token of the story in `from..to`, the head of a paragraph: behind “PORT ELLERY, March 4 (Harbour Wire) —”, “Fenwick (CN) —”, “By Ada Brook —”;
 * or a bullet; `from` where no such line stands. What stands before the dash must be capitals, numbers and commas, and must show by an agency in brackets, a month,
 * a place in capitals or “By” that it is no apposition. Bounded look-ahead.
 */
export function behindDateline(reading: Reading, from: number, to: number): number {
  const { tokens, lower } = reading;
  if (isLongDash(tokens, from) || punctuationAt(tokens, from) === '•') return Math.min(from + 1, to);
  const limit = Math.min(to, from + LONGEST);
  let bracket = false;
  let credited = false;
  let dated = false;
  for (let j = from; j < limit; j++) {
    if (reading.quotedBy[j]! >= 0) return from;
    const c = punctuationAt(tokens, j);
    if (bracket) {
      bracket = c !== ')';
      if (bracket) continue;
      credited = true;
      if ((dated || inCapitals(reading, from)) && beginsStory(reading, j + 1, to)) return j + 1;
      continue;
    }
    if (c === '(') bracket = true;
    else if (j > from && isSeparator(reading, j)) {
      const story = punctuationAt(tokens, j + 1) === '-' ? j + 2 : j + 1;
      const shown = credited || dated || inCapitals(reading, from) || lower[from] === 'by';
      return shown && beginsStory(reading, story, to) ? story : from;
    } else if (c !== '') {
      if (!',./|-–'.includes(c)) return from;
    } else if (tokens.kind[j] === TokenKind.Word) {
      if (!isCapital(reading, j) && !INSIDE.has(lower[j]!)) return from;
      if (j > from && TIMES.has(lower[j]!.replace(/\.$/, ''))) dated = true;
    } else if (tokens.kind[j] !== TokenKind.Number) return from;
  }
  return from;
}

/** A long dash, or a hyphen or two with a space on one side at least. */
function isSeparator({ tokens }: Reading, j: number): boolean {
  if (isLongDash(tokens, j)) return true;
  if (punctuationAt(tokens, j) !== '-') return false;
  const last = punctuationAt(tokens, j + 1) === '-' ? j + 1 : j;
  return last > j || (tokens.glued[j] === 0 && tokens.glued[j + 1] === 0);
}

function beginsStory(reading: Reading, j: number, to: number): boolean {
  if (j >= to) return false;
  return isCapital(reading, j) || reading.tokens.kind[j] === TokenKind.Number || reading.quotedBy[j]! >= 0;
}

function isCapital({ tokens }: Reading, j: number): boolean {
  return tokens.kind[j] === TokenKind.Word && charAt(tokens.text, tokens.start[j]!) === Char.Upper;
}

const FEWEST_CAPITALS = 3;

function inCapitals({ tokens }: Reading, j: number): boolean {
  const start = tokens.start[j]!;
  const end = Math.min(tokens.end[j]!, start + 20);
  if (tokens.kind[j] !== TokenKind.Word || end - start < FEWEST_CAPITALS) return false;
  for (let i = start; i < end; i++) if (charAt(tokens.text, i) === Char.Lower) return false;
  return true;
}
