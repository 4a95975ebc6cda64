import { TokenKind } from '../../text/tokens';
import type { Sentence } from '../../text/scan';
import type { Cue } from './cues';
import { AUXILIARIES, PREPOSITIONS, punctuationAt, TIMES, wordSet, type Reading } from './reading';
import { isAdverb } from './subjects';

const CLAUSE_STARTERS = wordSet(
  'he she they it we i you there this that these those if whether how what why who where when nobody everyone no',
);
const DETERMINERS = wordSet('the a an his her its their our my no all any some');
const LINKS = wordSet('and but while as whereas');
/** Cues so often followed by a bare clause that its verb need not be looked for. */
const PLAIN = wordSet('say think believe insist contend argue claim');
const REACH = 14;
/** Nobody reports more in a sentence; the cap keeps an endless one linear. */
const LONGEST_REPORT = 300;

/** Where what is said from `start` on ends: with the clause of its cue, at the next attribution, or with the sentence. */
export function clauseEnd(reading: Reading, sentence: Sentence, cue: number, start: number): number {
  const limit = Math.min(sentence.to, start + LONGEST_REPORT);
  return nextAttribution(reading, start, frameEnd(reading, sentence.from, limit, cue, start));
}

/** The first token of what is said behind the cue at `cue`, or -1 where no clause follows. */
export function clauseStart(reading: Reading, at: number, cue: Cue, to: number): number {
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
  if (cue.infinitive && (lower[t] === 'to' || (lower[t] === 'never' && lower[t + 1] === 'to')) && t + 2 < to) return t;
  if (!cue.bareClause && !cue.listener)
    return cue.modality === 'asked' &&
      (lower[t] === 'if' || lower[t] === 'whether' || lower[t] === 'why' || lower[t] === 'how' || lower[t] === 'what')
      ? t
      : -1;
  // “said Friday he would …”
  for (let j = t; j < to && j < t + 3 && quotedBy[j]! < 0; j++) {
    if ((lower[j] === 'this' || lower[j] === 'that') && TIMES.has(lower[j + 1] ?? '')) {
      j++; // said this week he would …
      continue;
    }
    if (CLAUSE_STARTERS.has(lower[j]!)) return lower[j] === 'that' ? j + 1 : j;
    const index = phraseFrom[j]!;
    if (index >= 0)
      return PLAIN.has(cue.lemma) || verbFollows(reading, phrases[index]!.to, to) || auxiliaryWithin(reading, j + 1, to)
        ? j
        : -1;
    if (DETERMINERS.has(lower[j]!) && auxiliaryWithin(reading, j + 1, to)) return j;
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
  'in on at to of for with about as by from during after before and but or so when while because to him them us me more nothing much little something anything yes no goodbye',
);

/** “noted | the lowest wage is usually …”: the verb of a clause whose subject no list knows. */
function auxiliaryWithin(reading: Reading, from: number, to: number): boolean {
  for (let j = from; j < to && j < from + 7; j++) {
    const word = reading.lower[j]!;
    if (word === 'that' || word === 'who' || word === 'which' || punctuationAt(reading.tokens, j) !== '') return false;
    if (FINITE_AUXILIARIES.has(word)) return true;
  }
  return false;
}

export const FINITE_AUXILIARIES = wordSet(
  'is are was were has have had will would can could may might should must does did',
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

/** At the next attribution, or with the stretch, its full stop left out. */
function nextAttribution(reading: Reading, from: number, to: number): number {
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

/** Where the clause that holds the cue ends, if that is before the sentence does: “When she said that …, Reed left”, “Reed, who said …, left”, “— which he said … —”. */
function frameEnd(reading: Reading, from: number, to: number, cue: number, start: number): number {
  const { lower, tokens, quotedBy } = reading;
  let frame: 'subordinate' | 'relative' | 'dashes' | 'infinitive' | 'main' =
    lower[start] === 'to' ? 'infinitive' : 'main';
  const floor = Math.max(from, cue - 30);
  for (let j = cue - 1; j >= floor; j--) {
    const c = punctuationAt(tokens, j);
    if (c === '—' || c === '–') frame = 'dashes';
    if (c !== '' && c !== '.' && c !== '’' && c !== '-') {
      if (c === ',' && RELATIVES.has(lower[j + 1]!) && cue - j < 8) frame = 'relative';
      break;
    }
    if (SUBORDINATORS.has(lower[j]!) && j < from + 5) {
      frame = 'subordinate';
      break;
    }
  }
  if (frame === 'main') return tailStart(reading, start, to);
  for (let j = start + 2; j < to; j++) {
    if (quotedBy[j]! >= 0) continue;
    const c = punctuationAt(tokens, j);
    if (frame === 'dashes' ? c === '—' || c === '–' : frame === 'relative' && c === ',') return j;
    if (c !== ',') continue;
    const next = lower[j + 1]!;
    const subject = reading.phraseFrom[j + 1]! >= 0 || DETERMINERS.has(next) || CLAUSE_STARTERS.has(next);
    if (frame === 'subordinate' && subject) return j;
    if (frame === 'infinitive' && (next === 'and' || next === 'but') && reading.phraseFrom[j + 2]! >= 0) return j;
  }
  return to;
}

const RELATIVES = wordSet('who which');
const SUBORDINATORS = wordSet('when after as while although though since because if before whereas');
/** What they open is the writer’s. Other tails (“, which …”, “, including …”, a dash) are the speaker’s as often as not. */
const TAILS = wordSet('although though');

function tailStart(reading: Reading, start: number, to: number): number {
  for (let j = start + 3; j < to; j++) {
    if (reading.quotedBy[j]! >= 0) continue;
    const c = punctuationAt(reading.tokens, j);
    if (c === ',' && TAILS.has(reading.lower[j + 1]!)) return j;
  }
  return to;
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
