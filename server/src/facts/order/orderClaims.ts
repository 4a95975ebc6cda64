import { lastStartingAtOrBefore, type Span } from '../../text/span';
import { TokenKind, tokenText, type Tokens } from '../../text/tokens';
import type { Sentence } from '../../text/scan';
import type { TaggedText } from '../../tag/model';
import { contentStem } from '../canonicalWords';
import { nameAt, namesIn, type Named } from '../claimNames';
import data from '../data/orderWords.json';
import type { Intern } from '../intern';
import { isFunctionWord, isHypothetical } from '../stems';
import { offsetAt, wordOf, type Offset } from './offsets';

/** When something was, as a document says it by another event or as the first or highest since a date. The span is what says so. Plain data. */
export interface OrderClaim extends Span {
  readonly sentence: Span;
  /** The span, and the event behind it. */
  readonly told: Span;
  /** `offset`: signed days from the event. `since`: days since 1970-01-01. */
  readonly kind: 'offset' | 'since';
  readonly low: number;
  readonly high: number;
  /** See `Offset.vague`; for `since` the set of its superlative. */
  readonly group: string;
  /** Stems of the event that it is told from; none for `since`. */
  readonly anchor: readonly string[];
  /** Stems of what is said to have been then, and the offset of a word for each. */
  readonly words: readonly string[];
  readonly at: readonly number[];
  /** Those of the words that name somebody or something. */
  readonly names: readonly string[];
  /** The direction that the words speak of, or ''. */
  readonly movement: string;
  /** Months and the like that the sentence names. */
  readonly periods: readonly string[];
  /** Days that the sentence's own dates name, as [low, high]. */
  readonly dates: readonly (readonly [number, number])[];
  readonly storyDay: number | null;
}

const EVENTS = groupsOf(data.events);
const MOVEMENTS = groupsOf(data.movements);
const SUPERLATIVES = groupsOf(data.superlatives);
const MONTHS = new Set(data.months.split(' '));

/** Content words read on a side of the phrase, tokens read for them, and tokens of an event. */
const REACH = 14;
const MOST_TOKENS = 60;
const LONGEST_EVENT = 10;
/** Tokens between “since” and its superlative. */
const SUPERLATIVE_REACH = 8;
/** A document with more of them than this is a chronicle. */
const MOST_CLAIMS = 200;
/** Figures of a sentence that are read for its dates. */
const MOST_FIGURES = 24;
const EVENT_ENDS = new Set('and but when which who while as because where or to that'.split(' '));

/** The same, with words that other documents share and lists that take no more room than they need. */
export function compactOrderClaim(claim: OrderClaim, intern: Intern): OrderClaim {
  const { anchor, words, at, names, periods, dates } = claim;
  return {
    ...claim,
    anchor: anchor.map(intern),
    words: words.map(intern),
    at: at.slice(),
    names: names.map(intern),
    periods: periods.map(intern),
    dates: dates.slice(),
  };
}

function groupsOf(groups: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const group of groups.split('|')) {
    const words = group.split(' ');
    for (const word of words) out.set(word, words[0]!);
  }
  return out;
}

/** What a document says of order in time, ascending by offset. Linear: looks a bounded number of tokens to both sides. */
export function orderClaimsOf(tagged: TaggedText): OrderClaim[] {
  const { tokens, sentences, sentenceOf } = tagged.scanned;
  const out: OrderClaim[] = [];
  for (let i = 0; i < tokens.count && out.length < MOST_CLAIMS; i++) {
    if (tokens.kind[i] !== TokenKind.Word) continue;
    const sentence = sentences[sentenceOf[i]!];
    if (!sentence || i < sentence.from || i >= sentence.to) continue;
    const claim = wordOf(tokens, i) === 'since' ? sinceAt(tagged, sentence, i) : offsetClaimAt(tagged, sentence, i);
    if (claim) out.push(claim);
  }
  return out;
}

function offsetClaimAt(tagged: TaggedText, sentence: Sentence, i: number): OrderClaim | null {
  const offset = offsetAt(tagged, i);
  if (!offset || offset.from < sentence.from || offset.to >= sentence.to) return null;
  const { tokens } = tagged.scanned;
  const end = eventEnd(tokens, sentence, offset);
  const anchor = new Set<string>();
  for (let k = offset.to; k < end; k++) {
    const stem = eventStem(tokens, k);
    if (stem) anchor.add(stem);
  }
  if (anchor.size === 0) return null;
  const context = readContext(tagged, sentence, offset.from, end);
  return (
    context && {
      ...context,
      ...spanOf(tokens, offset.from, offset.to),
      told: spanOf(tokens, offset.from, end),
      ...boundsOf(offset),
      kind: 'offset',
      anchor: [...anchor],
    }
  );
}

function boundsOf({ low, high, vague }: Offset): { low: number; high: number; group: string } {
  return { low, high, group: vague };
}

function spanOf(tokens: Tokens, from: number, to: number): Span {
  return { start: tokens.start[from]!, end: tokens.end[to - 1]! };
}

/** The event ends with its clause; what begins with a number is a date, which the figures are compared by. */
function eventEnd(tokens: Tokens, sentence: Sentence, { to }: Offset): number {
  const stop = Math.min(sentence.to, to + LONGEST_EVENT);
  for (let k = to; k < stop; k++) {
    if (tokens.kind[k] === TokenKind.Number) return k < to + 3 ? to : k;
    if (tokens.kind[k] === TokenKind.Punctuation && tokenText(tokens, k) !== '-') return k;
    if (k > to && EVENT_ENDS.has(wordOf(tokens, k))) return k;
  }
  return stop;
}

/** One stem for a verb and its noun; '' for what says nothing of the event. */
function eventStem(tokens: Tokens, k: number): string {
  const word = wordOf(tokens, k);
  if (word === '' || isFunctionWord(word)) return '';
  return EVENTS.get(word) ?? contentStem(tokens, k);
}

/** “the first such decline since January 2021”, “its highest since 2008” */
function sinceAt(tagged: TaggedText, sentence: Sentence, i: number): OrderClaim | null {
  const { tokens } = tagged.scanned;
  const start = tokens.end[i]!;
  const date = tagged.figures[lastStartingAtOrBefore(tagged.figures, start + 8)];
  if (!date || date.start < start || date.type !== 'date' || date.op !== '=' || date.low === null || date.high === null)
    return null;
  if (date.resolution !== 'absolute' || date.end > sentence.end || /\S/.test(tokens.text.slice(start, date.start)))
    return null;
  let group = '';
  let from = i;
  while (group === '' && from > sentence.from && i - from < SUPERLATIVE_REACH) {
    from--;
    if (tokens.kind[from] === TokenKind.Punctuation) return null;
    group = SUPERLATIVES.get(wordOf(tokens, from)) ?? '';
  }
  if (group === '') return null;
  let to = i + 1;
  while (to < sentence.to && tokens.start[to]! < date.end) to++;
  const context = readContext(tagged, sentence, i, to);
  const { low, high } = date;
  return (
    context && {
      ...context,
      ...spanOf(tokens, from, to),
      told: spanOf(tokens, from, to),
      kind: 'since',
      low,
      high,
      group,
      anchor: [],
    }
  );
}

type Context = Pick<OrderClaim, 'sentence' | 'words' | 'at' | 'names' | 'movement' | 'periods' | 'dates' | 'storyDay'>;

/** What the sentence says outside the tokens `from..to`; null where it is planned or supposed. */
function readContext(tagged: TaggedText, sentence: Sentence, from: number, to: number): Context | null {
  const { tokens } = tagged.scanned;
  const words = new Map<string, number>();
  const names = new Set<string>();
  const periods = new Set<string>();
  let movement = '';
  let supposed = false;
  const first = Math.max(sentence.from, from - MOST_TOKENS);
  const last = Math.min(sentence.to, to + MOST_TOKENS);
  const named: Named[] = first < last ? namesIn(tagged, tokens.start[first]!, tokens.end[last - 1]!) : [];
  const walk = (start: number, stop: number, step: -1 | 1): void => {
    for (let k = start, seen = 0; k !== stop && seen < REACH; k += step) {
      const word = wordOf(tokens, k);
      if (word === '') continue;
      // The month is no “may”.
      if (seen < 4 && isHypothetical(word) && !isFigure(tagged, tokens.start[k]!)) supposed = true;
      if (MONTHS.has(word)) periods.add(word);
      movement ||= MOVEMENTS.get(word) ?? '';
      if (isFunctionWord(word) || SUPERLATIVES.has(word) || isFigure(tagged, tokens.start[k]!)) continue;
      seen++;
      const stem = MOVEMENTS.get(word) ?? eventStem(tokens, k);
      if (stem.length < 2 || words.has(stem)) continue;
      words.set(stem, tokens.start[k]!);
      if (nameAt(named, tokens.start[k]!) || isCapital(tokens, k, sentence)) names.add(stem);
    }
  };
  walk(from - 1, first - 1, -1);
  walk(to, last, 1);
  if (supposed) return null;
  const { start, end } = sentence;
  return {
    sentence: { start, end },
    words: [...words.keys()],
    at: [...words.values()],
    names: [...names],
    movement,
    periods: [...periods],
    dates: datesOf(tagged, sentence, tokens.start[from]!, tokens.end[to - 1]!),
    storyDay: tagged.storyDate?.day ?? null,
  };
}

/** A word with a capital inside a sentence names something, whether or not it was taken for a name. */
function isCapital(tokens: Tokens, k: number, sentence: Sentence): boolean {
  const word = tokenText(tokens, k);
  return k > sentence.from && word[0] !== word[0]!.toLowerCase() && !MONTHS.has(word.toLowerCase());
}

/** “two leaders”: the number is no word that tells what happened. */
function isFigure({ figures }: TaggedText, offset: number): boolean {
  const figure = figures[lastStartingAtOrBefore(figures, offset)];
  return figure !== undefined && figure.type !== 'ordinal' && offset < figure.end;
}

function datesOf({ figures }: TaggedText, sentence: Span, from: number, to: number): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  const first = lastStartingAtOrBefore(figures, sentence.start - 1) + 1;
  for (const figure of figures.slice(first, first + MOST_FIGURES)) {
    if (figure.start >= sentence.end) break;
    if (figure.type !== 'date' || figure.low === null || figure.high === null) continue;
    if (figure.start < from || figure.start >= to) out.push([figure.low, figure.high]);
  }
  return out;
}
