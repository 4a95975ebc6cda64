import { TokenKind } from '../../text/tokens';
import type { Sentence } from '../../text/scan';
import { attributedClause } from './attributedClause';
import type { Cue } from './cues';
import { behindDateline } from './dateline';
import { punctuationAt, type Reading } from './reading';
import { clauseEnd, clauseStart } from './reportBounds';
import { isNegated, NARRATORS } from './reporters';
import { subjectBefore, type Source } from './subjects';
import { isPassive, isVerbPosition } from './verbPosition';

/** What somebody is said to have said, not in their words. Tokens half open. */
export interface IndirectSpeech {
  readonly from: number;
  readonly to: number;
  readonly source: Source;
}

const FEWEST_TOKENS = 4;

/** The indirect speech of a text, ascending. Each sentence is read once, each cue with bounded look-ahead. */
export function findIndirectSpeech(reading: Reading): IndirectSpeech[] {
  const out: IndirectSpeech[] = [];
  for (const sentence of reading.scanned.sentences) {
    const from = behindDateline(reading, sentence.from, sentence.to);
    const found = inSentence(reading, from === sentence.from ? sentence : { ...sentence, from });
    for (const speech of found)
      if (tokensOutsideQuotes(reading, speech.from, speech.to) >= FEWEST_TOKENS) out.push(speech);
  }
  return out;
}

function inSentence(reading: Reading, sentence: Sentence): IndirectSpeech[] {
  const attributed = attributedClause(reading, sentence);
  if (attributed) return [attributed];
  const out: IndirectSpeech[] = [];
  for (let j = sentence.from; j < sentence.to; j++) {
    if (reading.quotedBy[j]! >= 0) continue;
    const cue = reading.cueAt(j);
    if (!cue || cue.noClause) continue;
    const start = clauseStart(reading, j, cue, sentence.to);
    if (start < 0 || isInvertedBehindQuote(reading, j, sentence.to)) continue;
    const source = sourceOf(reading, j, cue, sentence.from);
    if (!source) continue;
    const to = clauseEnd(reading, sentence, j, start);
    out.push({ from: start, to, source });
    j = Math.max(j, to - 1);
  }
  return out;
}

/** “…,” said Reed, …: who said the quotation, not what was said. */
function isInvertedBehindQuote(reading: Reading, cue: number, to: number): boolean {
  if (cue === 0 || reading.quotedBy[cue - 1]! < 0) return false;
  const index = reading.phraseFrom[cue + 1] ?? -1;
  if (index < 0) return false;
  const behind = reading.phrases[index]!.to;
  return behind >= to || punctuationAt(reading.tokens, behind) !== '' || reading.lower[behind] === 'who';
}

function sourceOf(reading: Reading, j: number, cue: Cue, from: number): Source | null {
  if (isPassive(reading, j) || isNegated(reading, j)) return null;
  if (!isVerbPosition(reading, j, cue)) return null;
  const source = subjectBefore(reading, j, from);
  if (!source || NARRATORS.has(source.phrase.head)) return null;
  return source;
}

function tokensOutsideQuotes(reading: Reading, from: number, to: number): number {
  let n = 0;
  for (let j = from; j < to && n < FEWEST_TOKENS; j++)
    if (reading.quotedBy[j]! < 0 && reading.tokens.kind[j] !== TokenKind.Punctuation) n++;
  return n;
}
