import { TokenKind } from '../../text/tokens';
import type { Sentence } from '../../text/scan';
import { objectOf } from './accordingTo';
import { clauseAttribution } from './attribution';
import type { IndirectSpeech } from './indirect';
import { FINITE_AUXILIARIES } from './reportBounds';
import { isNegated, NARRATORS } from './reporters';
import { PREPOSITIONS, punctuationAt, TIMES, wordSet, type Reading } from './reading';
import { roleOf } from './roleNouns';
import { subjectBefore, type Source } from './subjects';

/** “…, officials said.” · “…, he said, …” · “According to X, …” · “…, according to X.” */
export function attributedClause(reading: Reading, sentence: Sentence): IndirectSpeech | null {
  const { from, to } = sentence;
  const reported = reading.lower[from] === 'as' ? asReported(reading, sentence) : null;
  if (reported) return reported;
  for (let j = from; j < to; j++) {
    if (reading.quotedBy[j]! >= 0) continue;
    if (reading.lower[j] === 'according' && reading.lower[j + 1] === 'to') {
      const speech = byAccount(reading, sentence, j);
      if (speech) return speech;
    }
    if (punctuationAt(reading.tokens, j) !== ',' || j < from + 1 || reading.quotedBy[j - 1]! >= 0) continue;
    const found = clauseAttribution(reading, j + 1, to);
    if (!found || NARRATORS.has(found.source.phrase.head)) continue;
    if (isNegated(reading, found.source.cueFrom) || hasReportBefore(reading, from, j)) continue;
    const behind = Math.max(found.source.cueTo, found.source.phrase.to);
    if (PREPOSITIONS.has(reading.lower[from]!) && to - behind > 3 && punctuationAt(reading.tokens, behind) !== ',')
      continue; // “On Monday, she said in a speech …”
    if (PREPOSITIONS.has(firstWord(reading, from)) && introducesQuote(reading, behind, to)) continue;
    if (thatFollows(reading, behind, to) || isApposed(reading, from, j)) continue;
    const goesOn = speechGoesOn(reading, behind, to) && !endsInApposition(reading, found.source, to);
    return { from, to: goesOn ? trimmed(reading, from, to) : j, source: found.source };
  }
  return null;
}

/** “As Reed wrote in a letter, …” · “As reported by the Herald, …” */
function asReported(reading: Reading, { from, to }: Sentence): IndirectSpeech | null {
  for (let j = from + 1; j < to && j < from + 12; j++) {
    if (punctuationAt(reading.tokens, j) !== '' || reading.quotedBy[j]! >= 0) return null;
    const cue = reading.cueAt(j);
    if (cue?.form !== 'finite') continue;
    const next = reading.lower[j + 1]!;
    if (!cue.bareClause || (next !== '' && !PREPOSITIONS.has(next) && next !== 'out' && !TIMES.has(next))) return null;
    const byAgent = j === from + 1 && reading.lower[j + 1] === 'by';
    const source = byAgent ? objectOf(reading, j, j + 2) : subjectBefore(reading, j, from + 1);
    if (!source || NARRATORS.has(source.phrase.head) || (!byAgent && source.phrase.from !== from + 1)) return null;
    for (let k = j + 1; k < to && k < j + 16; k++)
      if (punctuationAt(reading.tokens, k) === ',' && reading.quotedBy[k]! < 0)
        return { from: k + 1, to: trimmed(reading, k + 1, to), source };
    return null;
  }
  return null;
}

/** “…, she said, …” · “…, she said in June, and …”: does what was said go on behind the attribution? */
function speechGoesOn(reading: Reading, behind: number, to: number): boolean {
  for (let j = behind; j < to - 3 && j < behind + 10; j++) {
    const c = punctuationAt(reading.tokens, j);
    if (c === '') continue;
    return (c === ',' || c === ';') && (j === behind || GOES_ON.has(reading.lower[j + 1]!));
  }
  return false;
}

/** “…, said Ada Brook, the mayor.”: what stands behind the last comma is who she is. */
function endsInApposition(reading: Reading, { phrase, cueTo }: Source, to: number): boolean {
  if (phrase.from < cueTo) return false;
  const word = reading.lower[phrase.to + 1] ?? '';
  const next = reading.phrases[reading.phraseFrom[phrase.to + 1] ?? -1];
  if (!APPOSITIONS.has(word) && roleOf(word) === '' && (!next || next.kind === 'pronoun')) return false;
  for (let j = phrase.to + 1; j < to; j++) {
    if (j > phrase.to + LONGEST_APPOSITION) return false;
    if (punctuationAt(reading.tokens, j) === ',') return false;
    if (FINITE_AUXILIARIES.has(reading.lower[j]!)) return word === 'who';
  }
  return true;
}

const APPOSITIONS = wordSet('a an the who one');
const LONGEST_APPOSITION = 20;

const GOES_ON = wordSet('and but that rather');

/** “Reed, a baker in Fenwick, | said the bread …”: a name and what it is, no clause. */
function isApposed(reading: Reading, from: number, comma: number): boolean {
  const index = reading.phraseFrom[from]!;
  if (index < 0 || punctuationAt(reading.tokens, reading.phrases[index]!.to) !== ',') return false;
  if (reading.phrases[index]!.to === comma) return false;
  for (let j = reading.phrases[index]!.to; j < comma && j < from + 60; j++) {
    const word = reading.lower[j]!;
    if (FINITE_AUXILIARIES.has(word)) return reading.lower[j - 1] === 'who' || reading.lower[j - 1] === 'which';
  }
  return true;
}

function firstWord(reading: Reading, from: number): string {
  const word = reading.lower[from]!;
  return word === 'and' || word === 'but' ? reading.lower[from + 1]! : word;
}

/** “In a letter to the mayor, she said: “…””: what stands before is where, not what. */
function introducesQuote(reading: Reading, from: number, to: number): boolean {
  for (let j = from; j < to && j < from + 8; j++)
    if (reading.quotedBy[j]! >= 0 || punctuationAt(reading.tokens, j) === ':') return true;
  return false;
}

function thatFollows(reading: Reading, from: number, to: number): boolean {
  for (let j = from; j < to && j < from + 20; j++)
    if (reading.lower[j] === 'that') return punctuationAt(reading.tokens, from) !== ',';
  return false;
}

/** “Smith said it rained, officials said”: two reports, left to the cues. */
function hasReportBefore(reading: Reading, from: number, to: number): boolean {
  for (let j = from; j < to && j < from + 8; j++) if (reading.cueAt(j)?.lemma === 'say') return true;
  return false;
}

function byAccount(reading: Reading, sentence: Sentence, j: number): IndirectSpeech | null {
  const source = objectOf(reading, j, j + 2);
  if (!source) return null;
  const { from, to } = sentence;
  if (j > from + 2) {
    if (speechGoesOn(reading, source.phrase.to, to) && punctuationAt(reading.tokens, j - 1) === ',')
      return { from, to: trimmed(reading, from, to), source };
    let end = j;
    while (end > from && reading.tokens.kind[end - 1] === TokenKind.Punctuation && reading.quotedBy[end - 1]! < 0)
      end--;
    return { from, to: end, source };
  }
  for (let k = source.phrase.to, commas = 0; k < to && k < source.phrase.to + 40; k++) {
    if (punctuationAt(reading.tokens, k) !== ',' || reading.quotedBy[k]! >= 0) continue;
    const index = reading.phraseFrom[k + 1] ?? -1;
    const appositive =
      commas === 0 &&
      index >= 0 &&
      reading.phrases[index]!.kind === 'role' &&
      /^(?:a|an|who)$/.test(reading.lower[k + 1]!);
    if (!appositive) return k + 1 < to ? { from: k + 1, to: trimmed(reading, k + 1, to), source } : null;
    commas++;
  }
  return null;
}

function trimmed(reading: Reading, from: number, to: number): number {
  let end = to;
  while (end > from && reading.tokens.kind[end - 1] === TokenKind.Punctuation && reading.quotedBy[end - 1]! < 0) end--;
  return end;
}
