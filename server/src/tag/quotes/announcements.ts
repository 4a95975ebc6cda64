import type { Sentence } from '../../text/scan';
import words from '../data/functionWords.json';
import { isNegated, NARRATORS } from './reporters';
import { CONJUNCTIONS, PREPOSITIONS, punctuationAt, wordSet, type Reading } from './reading';
import { WRITINGS } from './roleNouns';
import { leftmostSubject, subjectBefore, type Source } from './subjects';
import { isPassive, isVerbPosition } from './verbPosition';

const DETERMINERS = wordSet(words.determiners);
const REACH = 40;
/** “in a short, written statement” */
const LONGEST_OBJECT = 6;
/** “on Monday after the vote” */
const LONGEST_TAIL = 10;

/** Who speaks next, where the paragraph `p` ends by saying that somebody will: “Brook said in a statement:”, “Brook issued a statement.” */
export function announcedBy(reading: Reading, p: number): Source | null {
  const paragraph = reading.scanned.paragraphs[p];
  if (!paragraph || reading.quotedBy[paragraph.to - 1]! >= 0) return null;
  const sentence = reading.scanned.sentences[paragraph.endSentence - 1]!;
  const writer = issuer(reading, sentence);
  if (writer) return writer;
  return punctuationAt(reading.tokens, paragraph.to - 1) === ':' ? introducer(reading, sentence) : null;
}

function introducer(reading: Reading, sentence: Sentence): Source | null {
  for (let j = sentence.to - 1; j >= sentence.from && j > sentence.to - REACH; j--) {
    if (reading.quotedBy[j]! >= 0 || !reading.cueAt(j)) continue;
    const source = subjectBefore(reading, j, sentence.from);
    if (source) return source;
  }
  const source = leftmostSubject(reading, sentence.from, sentence.to);
  return source ? { ...source, cueFrom: 0, cueTo: 0 } : null;
}

/** Whose statement, letter or post a sentence speaks of without a word of what is in it: “Brook said in a statement on Monday.” */
export function issuer(reading: Reading, { from, to }: Sentence): Source | null {
  const last = punctuationAt(reading.tokens, to - 1);
  if (to - from > REACH || (last !== '.' && last !== ':')) return null;
  for (let j = from; j < to; j++) {
    if (reading.quotedBy[j]! >= 0) return null;
    const cue = reading.cueAt(j);
    if (cue?.form !== 'finite' || !isVerbPosition(reading, j, cue)) continue;
    if (isPassive(reading, j) || isNegated(reading, j)) return null;
    const writing = writingBehind(reading, j + 1, to);
    if (writing < 0 || !isTail(reading, writing + 1, to - 1)) return null;
    const source = subjectBefore(reading, j, from);
    return source?.adjacent && !NARRATORS.has(source.phrase.head) ? source : null;
  }
  return null;
}

/** The noun of “in a statement”, “a short letter” at `from`, or -1. */
function writingBehind(reading: Reading, from: number, to: number): number {
  let determined = false;
  for (let j = from; j < to && j < from + LONGEST_OBJECT; j++) {
    const word = reading.lower[j]!;
    if (determined && WRITINGS.has(word)) return j;
    if (DETERMINERS.has(word)) determined = true;
    else if (!determined && !(j === from && PREPOSITIONS.has(word))) return -1;
    else if (CONJUNCTIONS.has(word)) return -1;
  }
  return -1;
}

/** When, where and on what, but nothing of what it says. */
function isTail(reading: Reading, from: number, to: number): boolean {
  if (to - from > LONGEST_TAIL) return false;
  for (let j = from; j < to; j++) {
    if (reading.cueAt(j) || CONJUNCTIONS.has(reading.lower[j]!)) return false;
    if (punctuationAt(reading.tokens, j) === ':') return false;
  }
  return from >= to || PREPOSITIONS.has(reading.lower[from]!) || reading.lower[from + 1] === '' || to - from < 3;
}
