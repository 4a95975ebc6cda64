import { TokenKind } from '../../text/tokens';
import type { Sentence } from '../../text/scan';
import { clauseAttribution, objectOf } from './attribution';
import type { Cue } from './cues';
import { isPassive, isVerbPosition } from './verbPosition';
import { AUXILIARIES, PREPOSITIONS, punctuationAt, TIMES, wordSet, type Reading } from './reading';
import { isAdverb, subjectBefore, type Source } from './subjects';

/** What somebody is said to have said, not in their words. Tokens half open. */
export interface IndirectSpeech {
  readonly from: number;
  readonly to: number;
  readonly source: Source;
}

const CLAUSE_STARTERS = wordSet(
  'he she they it we i you there this that these those if whether how what why who where when nobody everyone no',
);
const NARRATORS = wordSet('i we you');
const DETERMINERS = wordSet('the a an his her its their our my no all any some');
const LINKS = wordSet('and but while as whereas');
const NEGATIONS = wordSet(
  "not never didn't didn’t doesn't doesn’t don't don’t won't won’t wouldn't wouldn’t hasn't hasn’t haven't haven’t hadn't hadn’t couldn't couldn’t declined refused refuses declines neither nor failed",
);
/** Cues so often followed by a bare clause that its verb need not be looked for. */
const PLAIN = wordSet('say add think believe insist contend argue claim');
const REACH = 10;
const FEWEST_TOKENS = 4;

/** The indirect speech of a text, ascending. Each sentence is read once, each cue with bounded look-ahead. */
export function findIndirectSpeech(reading: Reading): IndirectSpeech[] {
  const out: IndirectSpeech[] = [];
  for (const sentence of reading.scanned.sentences) {
    const found = inSentence(reading, sentence);
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
    if (!cue) continue;
    const start = clauseStart(reading, j, cue, sentence.to);
    if (start < 0) continue;
    const source = sourceOf(reading, j, cue, sentence.from);
    if (!source) continue;
    const to = clauseEnd(reading, start, sentence.to);
    out.push({ from: start, to, source });
    j = Math.max(j, to - 1);
  }
  return out;
}

function sourceOf(reading: Reading, j: number, cue: Cue, from: number): Source | null {
  if (isPassive(reading, j) || isNegated(reading, j)) return null;
  if (!isVerbPosition(reading, j, cue)) return null;
  const source = subjectBefore(reading, j, from);
  if (!source || NARRATORS.has(source.phrase.head)) return null;
  return source;
}

function isNegated(reading: Reading, token: number): boolean {
  for (let j = token - 1; j >= 0 && j >= token - 3; j--) {
    if (NEGATIONS.has(reading.lower[j]!)) return true;
    if (!AUXILIARIES.has(reading.lower[j]!) && !isAdverb(reading, j) && reading.lower[j] !== 'to') return false;
  }
  return false;
}

/** The first token of what is said behind the cue at `cue`, or -1 where no clause follows. */
function clauseStart(reading: Reading, at: number, cue: Cue, to: number): number {
  const { lower, phraseFrom, phrases, quotedBy } = reading;
  let t = at + 1;
  // “said in Vienna on Friday that …”, “told reporters that …”
  for (let j = t; j < to && j < t + REACH && (j > t || mayPrecedeThat(reading, t, cue)); j++) {
    const c = punctuationAt(reading.tokens, j);
    if ((c !== '' && c !== '-') || quotedBy[j]! >= 0) break;
    if (lower[j] === 'that' && (j === t || reading.tokens.kind[j + 1] !== TokenKind.Punctuation))
      return j + 1 < to ? j + 1 : -1;
    if (reading.cueAt(j)?.form === 'finite') break;
  }
  if (cue.listener) {
    const index = phraseFrom[t] ?? -1;
    if (index >= 0) t = phrases[index]!.to;
    else if (lower[t] === 'him' || lower[t] === 'them' || lower[t] === 'me' || lower[t] === 'us' || lower[t] === 'her')
      t++;
    if (t >= to) return -1;
  }
  if (cue.infinitive && lower[t] === 'to' && t + 1 < to) return t;
  if (!cue.bareClause && !cue.listener)
    return cue.modality === 'asked' &&
      (lower[t] === 'if' || lower[t] === 'whether' || lower[t] === 'why' || lower[t] === 'how' || lower[t] === 'what')
      ? t
      : -1;
  // “said Friday he would …”
  for (let j = t; j < to && j < t + 3 && quotedBy[j]! < 0; j++) {
    if (CLAUSE_STARTERS.has(lower[j]!)) return lower[j] === 'that' ? j + 1 : j;
    const index = phraseFrom[j]!;
    if (index >= 0) return PLAIN.has(cue.lemma) || verbFollows(reading, phrases[index]!.to, to) ? j : -1;
    if (
      j === t &&
      PLAIN.has(cue.lemma) &&
      reading.tokens.kind[j] === TokenKind.Word &&
      !OTHER_COMPLEMENTS.has(lower[j]!) &&
      !isAdverb(reading, j) &&
      !TIMES.has(lower[j]!)
    )
      return j;
    if (!TIMES.has(lower[j]!) && !isAdverb(reading, j) && !(lower[j] === 'on' && TIMES.has(lower[j + 1] ?? '')))
      return -1;
  }
  return -1;
}

/** Between a cue and “that” stand a listener, a day or a place, but no object: “stressed the ties that bind” reports nothing. */
function mayPrecedeThat(reading: Reading, t: number, cue: Cue): boolean {
  const word = reading.lower[t]!;
  if (word === 'to') return reading.phraseFrom[t + 1]! >= 0 && !cue.infinitive;
  return word === 'that' || cue.listener || PREPOSITIONS.has(word) || TIMES.has(word) || isAdverb(reading, t);
}

const OTHER_COMPLEMENTS = wordSet(
  'in on at to of for with about as by from during after before and but or so when while because to more nothing much little something anything yes no goodbye',
);

function verbFollows(reading: Reading, from: number, to: number): boolean {
  for (let j = from; j < to && j < from + 6; j++) {
    const word = reading.lower[j]!;
    if (AUXILIARIES.has(word) || reading.cueAt(j)?.form === 'finite') return true;
    if (j === from && word.length > 3 && (word.endsWith('ed') || (word.endsWith('s') && !word.endsWith('ss'))))
      return true;
    if (punctuationAt(reading.tokens, j) === '.') return false;
  }
  return false;
}

/** Where what is said ends: at the next attribution, or with the sentence, its full stop left out. */
function clauseEnd(reading: Reading, from: number, to: number): number {
  const { lower, phraseFrom, phrases, quotedBy } = reading;
  for (let j = from; j < to; j++) {
    if (quotedBy[j]! >= 0) continue;
    const comma = punctuationAt(reading.tokens, j) === ',';
    let k = comma ? j + 1 : j;
    if (punctuationAt(reading.tokens, j) === ';') return j;
    if (comma && reading.cueAt(k)?.form === 'gerund') return j;
    if (!LINKS.has(lower[k] ?? '')) continue;
    k++;
    while (k < to && k < j + 5 && (isAdverb(reading, k) || AUXILIARIES.has(lower[k]!))) k++;
    const verb = reading.cueAt(k);
    if (verb && verb.core && verb.form === 'finite' && startsReport(reading, k + 1, to)) return j;
    const index = phraseFrom[k] ?? -1;
    if (index < 0) continue;
    let v = phrases[index]!.to;
    while (v < to && v < phrases[index]!.to + 3 && (isAdverb(reading, v) || AUXILIARIES.has(lower[v]!))) v++;
    const later = reading.cueAt(v);
    if (v < to && later?.core && later.form === 'finite' && startsReport(reading, v + 1, to)) return j;
  }
  let end = to;
  while (
    end > from &&
    reading.tokens.kind[end - 1] === TokenKind.Punctuation &&
    '.!?…'.includes(punctuationAt(reading.tokens, end - 1)) &&
    quotedBy[end - 1]! < 0
  )
    end--;
  return end;
}

function startsReport(reading: Reading, token: number, to: number): boolean {
  return (
    token < to &&
    (reading.quotedBy[token]! >= 0 ||
      reading.phraseFrom[token]! >= 0 ||
      CLAUSE_STARTERS.has(reading.lower[token]!) ||
      DETERMINERS.has(reading.lower[token]!) ||
      punctuationAt(reading.tokens, token) === ',' ||
      reading.lower[token] === 'in')
  );
}

/** “…, officials said.” · “…, he said, …” · “According to X, …” · “…, according to X.” */
function attributedClause(reading: Reading, sentence: Sentence): IndirectSpeech | null {
  const { from, to } = sentence;
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
    if (thatFollows(reading, behind, to)) continue;
    const goesOn = punctuationAt(reading.tokens, behind) === ',' && to - behind > 3;
    return { from, to: goesOn ? trimmed(reading, from, to) : j, source: found.source };
  }
  return null;
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

function tokensOutsideQuotes(reading: Reading, from: number, to: number): number {
  let n = 0;
  for (let j = from; j < to && n < FEWEST_TOKENS; j++)
    if (reading.quotedBy[j]! < 0 && reading.tokens.kind[j] !== TokenKind.Punctuation) n++;
  return n;
}
