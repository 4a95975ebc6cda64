import { TokenKind } from '../../text/tokens';
import type { Quote, SpeakerRule } from '../model';
import { behindDateline } from './dateline';
import type { MarkedSpan } from './marks';
import { isPlural } from './roleNouns';
import { accordingTo, objectOf } from './accordingTo';
import { isClauseOver, isPassive, isVerbPosition } from './verbPosition';
import { reporterOf } from './reporters';
import { AUXILIARIES, PREPOSITIONS, punctuationAt, TIMES, wordSet, type Reading } from './reading';
import {
  isAdverb,
  joinedBefore,
  leftmostSubject,
  skipSeparators,
  subjectBefore,
  pairAt,
  type Source,
} from './subjects';

export interface Attribution {
  readonly source: Source;
  readonly rule: SpeakerRule;
  /** The name or role stands right at the cue and the quotation. */
  readonly tight: boolean;
}

const REACH = 30;
/** Words in marks are somebody’s words only where the cue is near. */
const REACH_OF_PHRASE = 8;

/** The stretch of text around a quotation in which its attribution stands: the sentence, outside the marks. */
interface Surround {
  readonly before: number;
  readonly after: number;
}

function surroundOf(reading: Reading, span: MarkedSpan, inside: MarkedSpan | null): Surround {
  const { sentences, sentenceOf } = reading.scanned;
  const opening = sentences[sentenceOf[span.outerFrom]!]!;
  const before = behindDateline(reading, opening.from, opening.to);
  const after = sentences[sentenceOf[span.outerTo - 1]!]!.to;
  if (!inside) return { before, after };
  return { before: Math.max(before, inside.from), after: Math.min(after, inside.to) };
}

/** The rules that need a cue beside the quotation, in the order of METHODS (“Who speaks”, 2–5 and the end of the sentence). */
export function attributeByCue(
  reading: Reading,
  span: MarkedSpan,
  use: Quote['use'],
  inside: MarkedSpan | null,
): Attribution | null {
  const { before, after } = surroundOf(reading, span, inside);
  return (
    afterQuote(reading, span, after) ??
    acrossQuestionMark(reading, span) ??
    accordingTo(reading, span, before, after) ??
    beforeQuote(reading, span, before, use === 'phrase' ? REACH_OF_PHRASE : REACH) ??
    atSentenceEnd(reading, span, after)
  );
}

function afterQuote(reading: Reading, span: MarkedSpan, to: number): Attribution | null {
  const k = skipSeparators(reading, span.outerTo, to);
  if (k >= to) return null;
  const index = reading.phraseFrom[k]!;
  if (index >= 0) {
    const cue = cueBehind(reading, reading.phrases[index]!.to, to);
    if (cue) {
      const phrase = reading.phrases[index]!;
      const pair = pairAt(reading, index);
      return {
        source: {
          phrase: pair ?? phrase,
          joined: pair ? phrase : null,
          cueFrom: cue.token,
          cueTo: cue.token + 1,
          adjacent: cue.tight,
        },
        rule: 'after',
        tight: cue.tight,
      };
    }
  }
  return inverted(reading, k, to);
}

/** “said Xi”: the cue at `k`, and who follows it. */
function inverted(reading: Reading, k: number, to: number): Attribution | null {
  const cue = reading.cueAt(k);
  if (cue?.core && cue.lemma !== 'tell' && (cue.form === 'finite' || cue.form === 'base')) {
    let j = k + 1;
    while (j < to && j < k + 3 && isAdverb(reading, j) && reading.phraseFrom[j]! < 0) j++;
    const index = reading.phraseFrom[j] ?? -1;
    if (index >= 0 && j < to) {
      const phrase = reading.phrases[index]!;
      const pair = pairAt(reading, index);
      return {
        source: { phrase: pair ?? phrase, joined: pair ? phrase : null, cueFrom: k, cueTo: k + 1, adjacent: true },
        rule: 'afterInverted',
        tight: true,
      };
    }
  }
  // “…,” the minister of a country no list knows said
  for (let j = k; j < to && j < k + 6; j++) {
    const late = reading.cueAt(j);
    if (!late?.core || late.form !== 'finite') continue;
    const source = subjectBefore(reading, j, k);
    return source?.adjacent && source.phrase.from === k ? { source, rule: 'after', tight: true } : null;
  }
  return null;
}

/** The core cue that a phrase ending before `from` governs, over adverbs, or over an appositive, a bracket or what modifies the phrase. */
function cueBehind(reading: Reading, from: number, to: number): { token: number; tight: boolean } | null {
  let tight = true;
  for (let j = from; j < to && j < from + REACH; j++) {
    if (reading.quotedBy[j]! >= 0) return null;
    const cue = reading.cueAt(j);
    if (
      cue?.core &&
      (cue.form !== 'base' || (tight && isPlural(reading.lower[from - 1] ?? ''))) &&
      !(cue.form === 'gerund' && !followsForm(reading, j)) &&
      !isRelative(reading, j, from) &&
      !isPassive(reading, j)
    )
      return { token: j, tight };
    const word = reading.lower[j]!;
    if (isAdverb(reading, j) || AUXILIARIES.has(word) || TIMES.has(word)) continue;
    const c = punctuationAt(reading.tokens, j);
    if (c === ';' || c === ':') return null;
    if (
      j === from &&
      !(
        c === ',' ||
        c === '(' ||
        c === '[' ||
        PREPOSITIONS.has(word) ||
        word === 'and' ||
        word === 'who' ||
        c === '–' ||
        c === '—' ||
        c === '-' ||
        reading.phraseFrom[j]! >= 0
      )
    )
      return null;
    tight = false;
  }
  return null;
}

function followsForm(reading: Reading, token: number): boolean {
  return ['was', 'is', 'were', 'are', 'kept', 'began', 'as'].includes(reading.lower[token - 1] ?? '');
}

function isRelative(reading: Reading, token: number, from: number): boolean {
  for (let j = token - 1; j >= from && j >= token - 4; j--) {
    const word = reading.lower[j]!;
    if (word === 'who' || word === 'which' || word === 'that' || word === 'to') return true;
    if (!isAdverb(reading, j) && !AUXILIARIES.has(word)) return false;
  }
  return false;
}

/** “Is it?” Smith asked: the scanner ends the sentence at the question mark. */
function acrossQuestionMark(reading: Reading, span: MarkedSpan): Attribution | null {
  const last = punctuationAt(reading.tokens, span.to - 1);
  if (last !== '?' && last !== '!' && last !== '…' && last !== '—' && last !== '.') return null;
  const { sentences, sentenceOf, paragraphs } = reading.scanned;
  const next = sentenceOf[span.outerTo - 1]! + 1;
  const end = paragraphs[span.paragraph]!.to;
  if (next >= sentences.length || sentences[next]!.from !== span.outerTo || span.outerTo >= end) return null;
  const found = afterQuote(reading, span, sentences[next]!.to);
  if (!found?.tight) return null;
  const behind = found.rule === 'after' ? found.source.cueTo : found.source.phrase.to;
  const c = behind >= end ? '.' : punctuationAt(reading.tokens, behind);
  if (last === '.') return c === '.' ? found : null;
  const word = reading.lower[behind] ?? '';
  return c !== '' ||
    PREPOSITIONS.has(word) ||
    TIMES.has(word) ||
    isAdverb(reading, behind) ||
    reading.cueAt(found.source.cueFrom)?.listener
    ? found
    : null;
}

function beforeQuote(reading: Reading, span: MarkedSpan, from: number, reach: number): Attribution | null {
  const floor = Math.max(from, span.outerFrom - reach);
  // A quotation in a quotation is introduced inside the outer one: “He told me, ‘Go,’ and left.”
  const own = reading.quotedBy[span.outerFrom]!;
  for (let j = span.outerFrom - 1; j >= floor; j--) {
    if (reading.quotedBy[j]! >= 0 && reading.quotedBy[j] !== own) continue;
    const cue = reading.cueAt(j);
    if (!cue || !isVerbPosition(reading, j, cue) || isClauseOver(reading, cue, j + 1, span.outerFrom)) continue;
    // “said finding a way …”: what the gerund says is what was said.
    if (cue.form === 'gerund' && reading.cueAt(j - 1)?.bareClause) continue;
    if (isPassive(reading, j)) {
      const agent = reading.lower[j + 1] === 'by' ? objectOf(reading, j, j + 2) : null;
      if (agent) return { source: agent, rule: 'before', tight: true };
      continue;
    }
    const source = subjectBefore(reading, j, from);
    const reported = source ? reporterOf(reading, source, cue, from) : null;
    if (reported) return { source: reported, rule: 'before', tight: false };
    if (source) return { source, rule: 'before', tight: source.adjacent && j >= span.outerFrom - 3 };
    const late = reading.lower[j + 1] ? inverted(reading, j, span.outerFrom) : null;
    if (late) return { ...late, rule: 'before', tight: false };
  }
  if (punctuationAt(reading.tokens, span.outerFrom - 1) !== ':') return null;
  // “Pew Research: “…””: the name at the colon, before any other.
  const atColon = reading.phraseTo[span.outerFrom - 1]!;
  if (atColon >= 0 && reading.phrases[atColon]!.kind === 'name') {
    const phrase = reading.phrases[atColon]!;
    return {
      source: { phrase, joined: joinedBefore(reading, phrase, from), cueFrom: 0, cueTo: 0, adjacent: true },
      rule: 'before',
      tight: false,
    };
  }
  const source = leftmostSubject(reading, from, span.outerFrom - 1);
  return source ? { source: { ...source, cueFrom: 0, cueTo: 0 }, rule: 'before', tight: false } : null;
}

/** “… a kind of “ambiguity” that may help, said Natasha Kuhrt.” */
function atSentenceEnd(reading: Reading, span: MarkedSpan, to: number): Attribution | null {
  const floor = span.outerTo;
  for (let j = Math.max(floor, to - REACH); j < to; j++) {
    if (punctuationAt(reading.tokens, j) !== ',' || reading.quotedBy[j]! >= 0) continue;
    const found = clauseAttribution(reading, j + 1, to);
    if (found) return { ...found, rule: 'cueInSentence', tight: found.tight };
  }
  return null;
}

/** “, said NP” or “, NP said” at `k`, with the clause over behind it. */
export function clauseAttribution(reading: Reading, k: number, to: number): Attribution | null {
  if (k >= to) return null;
  const index = reading.phraseFrom[k]!;
  if (index >= 0) {
    const phrase = reading.phrases[index]!;
    const cue = cueBehind(reading, phrase.to, Math.min(to, phrase.to + 6));
    if (!cue?.tight || !endsClause(reading, cue.token + 1, to)) return null;
    return {
      source: {
        phrase,
        joined: joinedBefore(reading, phrase, k),
        cueFrom: cue.token,
        cueTo: cue.token + 1,
        adjacent: true,
      },
      rule: 'after',
      tight: true,
    };
  }
  const late = inverted(reading, k, to);
  if (!late) return null;
  return endsClause(reading, late.rule === 'after' ? late.source.cueTo : late.source.phrase.to, to) ? late : null;
}

/** “told | a joke”: what, not whom. */
function isTold(reading: Reading, token: number): boolean {
  return ARTICLES.has(reading.lower[token]!) && TOLD.has(reading.lower[token + 1] ?? '');
}

const ARTICLES = wordSet('a an the this that his her their');
const TOLD = wordSet('joke story tale lie anecdote truth jokes stories tales lies anecdotes');

/** Behind “she said” a clause is over: a stop, a comma, a place, a day, a listener. */
function endsClause(reading: Reading, token: number, to: number): boolean {
  let j = token;
  while (j < to && j < token + 3 && isAdverb(reading, j)) j++;
  if (j >= to || (punctuationAt(reading.tokens, j) !== '' && reading.tokens.glued[j + 1] === 0)) return true;
  if (j >= to || punctuationAt(reading.tokens, j) !== '') return j === token;
  const word = reading.lower[j]!;
  if (word === 'that' || word === 'if' || word === 'whether' || word === 'to') return false;
  if (word === 'who') return true;
  if ((PREPOSITIONS.has(word) && word !== 'like' && word !== 'despite') || TIMES.has(word)) return true;
  return reading.cueAt(j - 1)?.listener === true && reading.tokens.kind[j] === TokenKind.Word && !isTold(reading, j);
}
