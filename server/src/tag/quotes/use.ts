import { Char, charAt } from '../../text/characters';
import { TokenKind } from '../../text/tokens';
import type { Quote } from '../model';
import words from '../data/functionWords.json';
import titleWords from '../data/works.json';
import type { MarkedSpan } from './marks';
import { isNickname } from './nicknames';
import { punctuationAt, wordSet, type Reading } from './reading';

const SMALL = wordSet(
  `${words.prepositions} ${words.conjunctions} ${words.determiners} is are was be my your our i you we me us`,
);
const BEFORE_TITLE = wordSet(titleWords.before);
const AFTER_TITLE = wordSet(titleWords.after);
/** Four words and more are speech: METHODS, “Quotes”. */
const SPEECH_WORDS = 4;
const LONGEST_TITLE = 10;

/** What a marked span is for: what somebody said, words held at arm's length, or the name of a work. */
export function useOf(reading: Reading, span: MarkedSpan): Quote['use'] {
  if (span.dialogue) return 'speech';
  const count = countWords(reading, span.from, span.to);
  const comma = punctuationAt(reading.tokens, span.outerFrom - 1) === ',';
  const before = reading.lower[span.outerFrom - (comma ? 2 : 1)] ?? '';
  const introduced =
    ',:'.includes(punctuationAt(reading.tokens, span.outerFrom - 1) || ' ') ||
    reading.cueAt(span.outerFrom - 1) !== undefined;
  if (
    count <= LONGEST_TITLE &&
    isTitleCase(reading, span, count) &&
    (isNickname(reading.scanned, span) ||
      namesWork(reading, span, before) ||
      (count > 1 && !introduced && !opensSentence(reading, span)))
  )
    return 'title';
  const last = punctuationAt(reading.tokens, span.to - 1);
  if (last === '?' || last === '!') return 'speech';
  if (count >= SPEECH_WORDS) return 'speech';
  const stopped = last !== '' && ',.…—–'.includes(last);
  return stopped && (introduced || opensSentence(reading, span)) ? 'speech' : 'phrase';
}

function countWords(reading: Reading, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to && n <= LONGEST_TITLE; i++)
    if (reading.tokens.kind[i] === TokenKind.Word || reading.tokens.kind[i] === TokenKind.Number) n++;
  return n;
}

function opensSentence(reading: Reading, span: MarkedSpan): boolean {
  const { sentences, sentenceOf } = reading.scanned;
  return sentences[sentenceOf[span.outerFrom]!]!.from === span.outerFrom;
}

function isTitleCase(reading: Reading, span: MarkedSpan, count: number): boolean {
  if (count === 0) return false;
  let capitals = 0;
  let first = true;
  for (let i = span.from; i < span.to; i++) {
    if (reading.tokens.kind[i] !== TokenKind.Word) continue;
    const capital = charAt(reading.tokens.text, reading.tokens.start[i]!) === Char.Upper;
    if (capital) capitals++;
    else if (first || !SMALL.has(reading.lower[i]!)) return false;
    first = false;
  }
  return capitals > (count > 1 ? 1 : 0);
}

/** A word of works stands before (“the film”, “author of”) or behind it (“… , a novel by”). */
function namesWork(reading: Reading, span: MarkedSpan, before: string): boolean {
  if (BEFORE_TITLE.has(before) || (before === 'of' && BEFORE_TITLE.has(reading.lower[span.outerFrom - 2] ?? '')))
    return true;
  const { tokens } = reading;
  if (span.outerFrom > 0 && tokens.kind[span.outerFrom - 1] === TokenKind.Clitic) return true; // CNN’s “State of …”
  for (let j = span.outerTo; j < tokens.count && j < span.outerTo + 4; j++)
    if (AFTER_TITLE.has(reading.lower[j]!)) return true;
  return false;
}
