import { TokenKind, type Tokens } from '../../text/tokens';
import type { Figure, TaggedText } from '../../tag/model';
import data from '../data/partitions.json';
import { roundNumber } from '../roundNumber';
import type { Slip } from './model';
import { figuresBySentence, isExact, tokenAt, wordAt, wordsBetween, written, type SentenceFigures } from './words';

const PARTS = data.parts.split('|').map((set) => new Set(set.split(' ')));
const UNCLOSED = new Set(data.unclosed.split(' '));
const CLOSINGS: ReadonlySet<string> = new Set(['in all', 'in total', 'all told', 'altogether']);

/** A sum farther from its whole than this share of it is no slip: the parts are of something else. */
const FARTHEST = 0.5;
/** Words between the number of one part and that of the next: what is counted, a comma, “and”. */
const LONGEST_PART = 5;
const LONGEST_SENTENCE = 400;
const MOST_PARTS = 8;

/**
 * Parts that do not add up to the whole which they are said to make up. Silent unless the sentence says that nothing is left out: a list
 * behind a colon whose kinds leave nobody out, “… in all”, “of the 40 …, 31 … and the other 8”.
 */
export function sumSlips(tagged: TaggedText): Slip[] {
  const out: Slip[] = [];
  for (const sentence of figuresBySentence(tagged, 2)) {
    if (sentence.end - sentence.start > LONGEST_SENTENCE || isOpen(tagged, sentence)) continue;
    const slip = listed(tagged, sentence) ?? summedUp(tagged, sentence) ?? remaining(tagged, sentence);
    if (slip) out.push(slip);
  }
  return out;
}

/** Does the sentence say that its list is none of all? */
function isOpen(tagged: TaggedText, { start, end }: SentenceFigures): boolean {
  const { tokens } = tagged.scanned;
  for (let i = tokenAt(tokens, start); i < tokens.count && tokens.start[i]! < end; i++) {
    if (UNCLOSED.has(wordAt(tokens, i))) return true;
  }
  return false;
}

interface Part {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** “13 people were killed: five men, seven women and a child” */
function listed(tagged: TaggedText, sentence: SentenceFigures): Slip | null {
  const { tokens } = tagged.scanned;
  const from = tokenAt(tokens, sentence.start);
  for (let i = from; i < tokens.count && tokens.start[i]! < sentence.end; i++) {
    const sign = wordAt(tokens, i);
    if (sign !== ':' && sign !== '—' && sign !== '–' && sign !== '(') continue;
    const parts = partsFrom(tagged, i + 1, sentence);
    if (!parts) continue;
    const whole = countBefore(tagged, sentence, tokens.start[i]!);
    return whole ? misfit(tagged, whole, parts) : null;
  }
  return null;
}

/** The parts of a list that begins at a token and takes the rest of the sentence, of the bracket or of the dashes; null where it is none of all. */
function partsFrom(tagged: TaggedText, from: number, sentence: SentenceFigures): Part[] | null {
  const { tokens } = tagged.scanned;
  const parts: Part[] = [];
  let set: ReadonlySet<string> | undefined;
  let last = '';
  let i = from;
  while (parts.length < MOST_PARTS) {
    const part = partAt(tagged, i);
    if (!part) return null;
    let next = tokenAt(tokens, part.end);
    let kind = '';
    for (let words = 0; words < LONGEST_PART && tokens.kind[next] === TokenKind.Word; words++, next++) {
      const word = wordAt(tokens, next);
      if (word === 'and' || word === 'who' || word === 'of') break;
      set ??= PARTS.find((kinds) => kinds.has(word));
      if (set?.has(word)) kind = word;
    }
    if (kind === '' || kind !== wordAt(tokens, next - 1)) return null;
    parts.push(part);
    const joint = tokens.start[next]! < sentence.end ? wordAt(tokens, next) : '';
    const joined = joint === ',' || joint === 'and';
    if (!joined) return endsList(joint) && last === 'and' && parts.length > 1 ? parts : null;
    last = joint;
    i = next + 1;
    if (joint === ',' && wordAt(tokens, i) === 'and') {
      last = 'and';
      i++;
    }
  }
  return null;
}

function endsList(sign: string): boolean {
  return sign === '' || sign === '.' || sign === ')' || sign === '—' || sign === '–' || sign === ';';
}

function partAt(tagged: TaggedText, token: number): Part | null {
  const { tokens } = tagged.scanned;
  const start = tokens.start[token];
  if (start === undefined || token >= tokens.count) return null;
  const figure = tagged.figures[figureFrom(tagged, start)];
  if (figure && figure.start === start) return isCount(figure) ? partOf(figure) : null;
  const word = wordAt(tokens, token);
  return word === 'a' || word === 'an' ? { value: 1, start, end: tokens.end[token]! } : null;
}

function figureFrom({ figures }: TaggedText, offset: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function partOf({ low, start, end }: Figure): Part {
  return { value: low!, start, end };
}

function isCount(figure: Figure): boolean {
  return figure.type === 'quantity' && figure.unit === '' && isExact(figure) && Number.isInteger(figure.low);
}

/** The one count before the list; where there are two, the list may be of either. */
function countBefore(tagged: TaggedText, { from, to }: SentenceFigures, offset: number): Figure | null {
  const before = tagged.figures.slice(from, to).filter((f) => f.end <= offset && f.type === 'quantity');
  const [whole] = before;
  return before.length === 1 && whole && isCount(whole) ? whole : null;
}

const JOINTS = new Set([',', 'and', '—', '–', ':']);

/** “five men and seven women, 12 in all” */
function summedUp(tagged: TaggedText, { from, to }: SentenceFigures): Slip | null {
  const { tokens } = tagged.scanned;
  for (let i = from + 2; i < to; i++) {
    const whole = tagged.figures[i]!;
    if (!isExact(whole) || !(isCount(whole) || whole.type === 'money')) continue;
    if (!isClosed(tokens, tokenAt(tokens, whole.end))) continue;
    const parts = partsBefore(tagged, i, from, whole);
    const sums = parts.map((_, k) => sumOf(parts.slice(0, k + 1)));
    // A list may be longer than what is summed up.
    if (parts.length < 2 || sums.slice(1).some((sum) => sum === whole.low)) return null;
    return misfit(tagged, whole, parts.reverse());
  }
  return null;
}

/** “12 in all.”, “12 people in all,”, “12 altogether”: the words behind a whole, with nothing of “in all her years”. */
function isClosed(tokens: Tokens, next: number): boolean {
  for (let from = next; from < next + 3; from++) {
    for (let to = from + 1; to <= from + 2; to++) {
      const words = [wordAt(tokens, from), wordAt(tokens, from + 1)].slice(0, to - from).join(' ');
      if (CLOSINGS.has(words)) return tokens.kind[to] !== TokenKind.Word || to >= tokens.count;
    }
  }
  return false;
}

/** The list that leads up to a figure, last part first: counts, or sums of its currency, with little but commas and “and” between them. */
function partsBefore(tagged: TaggedText, whole: number, from: number, { type, unit }: Figure): Part[] {
  const { figures } = tagged;
  const { tokens } = tagged.scanned;
  const parts: Part[] = [];
  let next = figures[whole]!.start;
  for (let i = whole - 1; i >= from && parts.length < MOST_PARTS; i--) {
    const figure = figures[i]!;
    // “$5 million in March and $7 million in June”
    if (figure.type === 'date') continue;
    if (figure.type !== type || figure.unit !== unit || !isExact(figure)) break;
    const between = wordsBetween(tokens, figure.end, next, LONGEST_PART + 1);
    const joints = between?.filter((word) => JOINTS.has(word)) ?? [];
    if (!between || joints.length === 0) break;
    if (parts.length > 0 && !joints.every((joint) => joint === ',' || joint === 'and')) break;
    parts.push(partOf(figure));
    next = figure.start;
  }
  return parts;
}

/** “of the 40 aboard, 31 were rescued and the other 8 …” */
function remaining(tagged: TaggedText, { from, to }: SentenceFigures): Slip | null {
  const { tokens } = tagged.scanned;
  const whole = tagged.figures[from]!;
  const first = tokenAt(tokens, whole.start);
  if (!isCount(whole) || wordAt(tokens, first - 1) !== 'the' || wordAt(tokens, first - 2) !== 'of') return null;
  const parts: Part[] = [];
  for (let i = from + 1; i < to; i++) {
    const figure = tagged.figures[i]!;
    if (!isCount(figure) || (figure.head !== '' && figure.head !== whole.head)) return null;
    parts.push(partOf(figure));
    const before = tokenAt(tokens, figure.start);
    const rest = wordAt(tokens, before - 1);
    if (wordAt(tokens, before - 2) !== 'the' || (rest !== 'other' && rest !== 'remaining')) continue;
    return i === to - 1 && parts.length > 1 ? misfit(tagged, whole, parts) : null;
  }
  return null;
}

function misfit(tagged: TaggedText, whole: Figure, parts: readonly Part[]): Slip | null {
  const sum = sumOf(parts);
  const off = Math.abs(sum - whole.low!);
  const rounding = whole.type === 'money' ? (whole.fine * (parts.length + 1)) / 2 : 0;
  if (off <= rounding || off > FARTHEST * whole.low!) return null;
  if (parts.some((part) => part.value >= whole.low!)) return null;
  const isMoney = whole.type === 'money';
  const addends = parts.map((part) => (isMoney ? written(tagged, part) : roundNumber(part.value, 15))).join(' + ');
  return {
    code: 'conflicting-figure',
    start: whole.start,
    end: whole.end,
    reason: isMoney
      ? `${addends} do not make ${written(tagged, whole)}`
      : `${addends} make ${roundNumber(sum, 15)}, not ${roundNumber(whole.low!, 15)}`,
    related: parts.map(({ start, end }) => ({ start, end })),
  };
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
