import { lowerOf, TokenKind, tokenText, type Tokens } from '../text/tokens';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import type { Entity, Figure, Modality, TaggedText } from '../tag/model';
import { contentStem, nameStem } from './canonicalWords';
import { isFunctionWord, isHypothetical, isPartial, isSampled, isVolatile, onlyGrows, stemOf, weightOf } from './stems';

/** A word of a claim's sentence: what it weighs as evidence, and how it was written, for the reason that a person reads. */
export interface Evidence {
  readonly weight: number;
  readonly surface: string;
  /** Offset of the word. */
  readonly at: number;
  /** Names weigh as names do, and never count as the predicate. */
  readonly name: boolean;
}

/** What a document states with a figure: the figure, and what the sentence says it is a figure of. */
export interface Claim extends Span {
  readonly figure: Figure;
  /** Index into the document's `figures`. */
  readonly index: number;
  readonly sentence: Span;
  /** What may be compared at all: type, unit and, for counts, the counted head. */
  readonly dimension: string;
  /** Content stems of the sentence, the figure's own words left out. */
  readonly words: ReadonlyMap<string, Evidence>;
  /** Sum of the weights of `words`. */
  readonly weight: number;
  /** Stems right beside the figure in its clause, its head and names left out: the predicate and what the figure is of. */
  readonly near: ReadonlySet<string>;
  /** Keys of the names nearest to the figure: the likeliest subjects. */
  readonly subjects: ReadonlySet<string>;
  /** Keys of all names in the sentence. */
  readonly names: ReadonlySet<string>;
  /** Name of who says so, where it stands in a quotation or in indirect speech; else ''. */
  readonly speaker: string;
  readonly modality: Modality;
  /** Planned, feared, supposed: compared with nothing that is stated as done. */
  readonly hypothetical: boolean;
  /** Measures that are counted anew from day to day (a toll, a price), and those of them that only grow. */
  readonly volatile: boolean;
  readonly growing: boolean;
  /** Measured anew each time (a poll, a score): two values are two measurements. */
  readonly sampled: boolean;
  /** A part of some other count: “three others”, “328 additional letters”. */
  readonly partial: boolean;
  /** How many figures of its type and unit the sentence has: where there are several, position alone tells them apart. */
  readonly company: number;
  /** Written with a figure (“March 12”, “2014”), not only by its distance from the story (“Friday”, “last month”). */
  readonly explicit: boolean;
  /** Days named by other dates in the sentence, as [low, high]. */
  readonly periods: readonly (readonly [number, number])[];
}

/** Content words this near describe the figure at full weight; those beyond speak of the rest of the sentence. */
const WINDOW = 10;
const FAR_WEIGHT = 0.4;
/** A sentence longer than this many tokens on a side is read around its figures only. */
const MOST_TOKENS = 80;
/** A sentence with more figures of a kind than this is a table: what its cells are about is said elsewhere. */
const MOST_FIGURES = 32;

/** The claims of a document, ascending by `start`. Linear: a sentence longer than a page is read around its figures only. */
export function claimsOf(tagged: TaggedText): Claim[] {
  const { figures } = tagged;
  const claims: Claim[] = [];
  const company = companyOf(tagged);
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index]!;
    const dimension = dimensionOf(figure);
    if (dimension === null || company[index]! > MOST_FIGURES) continue;
    const claim = claimOf(tagged, figure, index, dimension, company[index]!);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** What a figure can be compared with, or null where it measures nothing that two texts could dispute. */
export function dimensionOf(figure: Figure): string | null {
  if (figure.furniture || figure.low === null || figure.high === null) return null;
  switch (figure.type) {
    case 'money':
    case 'percent':
      return `${figure.type}:${figure.unit}`;
    case 'quantity':
      if (figure.unit) return `quantity:${figure.unit}`;
      // “a population of 4,411”: what is counted stands before the number, among the words that the similarity weighs.
      return figure.head ? `count:${stemOf(figure.head)}` : figure.low >= 100 ? 'number' : null;
    case 'ordinal':
      return figure.head ? `ordinal:${stemOf(figure.head)}` : null;
    case 'age':
      return 'age';
    case 'duration':
      return figure.head ? `duration:${stemOf(figure.head)}` : 'duration';
    case 'date':
      return 'date';
    case 'time':
      return null;
  }
}

function companyOf(tagged: TaggedText): number[] {
  const keys = tagged.figures.map((figure) => {
    const sentence = lastStartingAtOrBefore(tagged.scanned.sentences, figure.start);
    return `${sentence}:${figure.type}:${figure.unit}`;
  });
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => counts.get(key)!);
}

function claimOf(tagged: TaggedText, figure: Figure, index: number, dimension: string, company: number): Claim | null {
  const { tokens, sentences } = tagged.scanned;
  const sentence = sentences[lastStartingAtOrBefore(sentences, figure.start)];
  if (!sentence || figure.end > sentence.end) return null;
  const first = firstTokenAt(tokens, figure.start, sentence.from, sentence.to);
  let last = first;
  while (last + 1 < sentence.to && tokens.start[last + 1]! < figure.end) last++;
  const from = Math.max(sentence.from, first - MOST_TOKENS);
  const to = Math.min(sentence.to, last + 1 + MOST_TOKENS);
  const names = namesIn(tagged, tokens.start[from]!, tokens.end[to - 1]!);
  const head = figure.head ? stemOf(figure.head) : '';
  const context = emptyContext();
  readSide(tokens, names, context, first - 1, from - 1, -1);
  readSide(tokens, names, context, last + 1, to, 1);
  const said = attribution(tagged, figure);
  return {
    start: figure.start,
    end: figure.end,
    figure,
    index,
    sentence: { start: sentence.start, end: sentence.end },
    dimension,
    words: context.words,
    weight: context.weight,
    near: nearStems(tokens, names, sentence.from, sentence.to, first, last, head),
    subjects: nearestNames(names, figure, said.key),
    names: new Set(names.map((n) => n.key)),
    speaker: said.speaker,
    modality: said.modality,
    hypothetical: context.hypothetical,
    volatile: context.volatile,
    growing: context.growing,
    sampled: context.sampled,
    partial: isPart(tokens, sentence.from, sentence.to, first, last),
    company,
    explicit: /\d/.test(tagged.scanned.text.slice(figure.start, figure.end)),
    periods: periodsOf(tagged, sentence, figure),
  };
}

function firstTokenAt(tokens: Tokens, offset: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, to - 1);
}

interface Context {
  readonly words: Map<string, Evidence>;
  weight: number;
  hypothetical: boolean;
  volatile: boolean;
  growing: boolean;
  sampled: boolean;
}

function emptyContext(): Context {
  return { words: new Map(), weight: 0, hypothetical: false, volatile: false, growing: false, sampled: false };
}

/** Reads the words on one side of the figure, outward from it. */
function readSide(
  tokens: Tokens,
  names: readonly Named[],
  context: Context,
  start: number,
  stop: number,
  step: -1 | 1,
): void {
  let distance = 0;
  for (let i = start; i !== stop; i += step) {
    if (tokens.kind[i] !== TokenKind.Word) continue;
    const lower = lowerOf(tokens, i);
    if (distance <= NEAR && isHypothetical(lower)) context.hypothetical = true;
    if (isFunctionWord(lower)) continue;
    distance++;
    const stem = contentStem(tokens, i);
    if (stem.length < 2) continue;
    if (distance <= WINDOW) {
      if (isVolatile(stem)) context.volatile = true;
      if (onlyGrows(stem)) context.growing = true;
      if (isSampled(stem)) context.sampled = true;
      if (distance <= NEAR && isHypothetical(stem)) context.hypothetical = true;
    }
    const named = nameAt(names, tokens.start[i]!);
    // A person's first names and titles go with the surname: one name is one piece of evidence.
    const share = named && named.person && tokens.end[i]! < named.end ? 0.25 : 1;
    const weight = weightOf(stem) * share * (distance <= WINDOW ? 1 : FAR_WEIGHT);
    const known = context.words.get(stem);
    if (known && known.weight >= weight) continue;
    context.weight += weight - (known?.weight ?? 0);
    context.words.set(stem, { weight, surface: tokenText(tokens, i), at: tokens.start[i]!, name: named !== null });
  }
}

/** A name in the sentence, with the key under which its forms meet: a person's surname, else all its words. */
interface Named extends Span {
  readonly person: boolean;
  readonly key: string;
}

function namesIn(tagged: TaggedText, start: number, end: number): Named[] {
  const out: Named[] = [];
  const { names, entities } = tagged;
  for (let i = Math.max(0, lastStartingAtOrBefore(names, start)); i < names.length && names[i]!.start < end; i++) {
    const mention = names[i]!;
    const entity = entities[mention.entity];
    if (mention.end <= start || !entity) continue;
    out.push({ start: mention.start, end: mention.end, person: entity.type === 'person', key: entityKey(entity) });
  }
  return out;
}

function entityKey({ type, name }: Entity): string {
  return type === 'person' ? stemOf(name.slice(name.lastIndexOf(' ') + 1)) : nameStem(name);
}

function nameAt(names: readonly Named[], offset: number): Named | null {
  const named = names[lastStartingAtOrBefore(names, offset)];
  return named && offset < named.end ? named : null;
}

const MOST_SUBJECTS = 2;

/** Who says it is not what it is about. */
function nearestNames(names: readonly Named[], figure: Span, speaker: string): Set<string> {
  const away = (n: Named): number => (n.end <= figure.start ? figure.start - n.end : n.start - figure.end);
  const near = names.filter((n) => n.key !== speaker).sort((a, b) => away(a) - away(b) || a.start - b.start);
  return new Set(near.slice(0, MOST_SUBJECTS).map((n) => n.key));
}

const CLAUSE_BREAKS = new Set([',', ';', ':', '—', '–', '(', ')', '.', '"', '“', '”']);
const CLAUSE_WORDS = new Set([
  'and',
  'but',
  'while',
  'which',
  'who',
  'that',
  'after',
  'before',
  'as',
  'when',
  'because',
  'or',
]);
const NEAR = 3;

/** Up to three content stems on each side of the figure inside its clause; past the clause only where it gives none. */
function nearStems(
  tokens: Tokens,
  names: readonly Named[],
  from: number,
  to: number,
  first: number,
  last: number,
  head: string,
): Set<string> {
  const out = new Set<string>();
  const walk = (start: number, step: -1 | 1): void => {
    let found = 0;
    const stop = start + step * MOST_TOKENS;
    for (let i = start; i >= from && i < to && i !== stop && found < NEAR; i += step) {
      const kind = tokens.kind[i]!;
      if (kind === TokenKind.Punctuation) {
        if (found > 0 && CLAUSE_BREAKS.has(tokens.text[tokens.start[i]!]!)) return;
        continue;
      }
      if (kind !== TokenKind.Word) continue;
      const lower = lowerOf(tokens, i);
      if (found > 0 && CLAUSE_WORDS.has(lower)) return;
      if (isFunctionWord(lower)) continue;
      if (nameAt(names, tokens.start[i]!)) continue;
      const stem = contentStem(tokens, i);
      if (stem !== head) out.add(stem);
      found++;
    }
  };
  walk(first - 1, -1);
  walk(last + 1, 1);
  return out;
}

/** “three others”, “another 50”, “328 more letters”, “three other ships”. */
function isPart(tokens: Tokens, from: number, to: number, first: number, last: number): boolean {
  for (let i = Math.max(from, first - 1); i < Math.min(to, last + 3); i++) {
    if (tokens.kind[i] === TokenKind.Word && isPartial(lowerOf(tokens, i))) return true;
  }
  return last + 1 < to && lowerOf(tokens, last + 1) === 'more';
}

function attribution(tagged: TaggedText, figure: Figure): { speaker: string; key: string; modality: Modality } {
  // Quotes nest a few deep at most and are ascending by start: the innermost that holds the figure is the last such.
  const { quotes, entities } = tagged;
  for (let i = lastStartingAtOrBefore(quotes, figure.start), seen = 0; i >= 0 && seen < 6; i--, seen++) {
    const quote = quotes[i]!;
    if (quote.end < figure.end || quote.use !== 'speech') continue;
    if (!quote.speaker || quote.confidence === 'low') continue;
    const entity = entities[quote.speaker.entity];
    return { speaker: entity?.name ?? '', key: entity ? entityKey(entity) : '', modality: quote.modality };
  }
  return { speaker: '', key: '', modality: 'said' };
}

function periodsOf(tagged: TaggedText, sentence: Span, figure: Figure): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  const { figures } = tagged;
  const first = lastStartingAtOrBefore(figures, sentence.start - 1) + 1;
  const last = Math.min(figures.length, first + MOST_FIGURES);
  for (let i = first; i < last && figures[i]!.start < sentence.end; i++) {
    const other = figures[i]!;
    if (other === figure || other.type !== 'date' || other.low === null || other.high === null) continue;
    out.push([other.low, other.high]);
  }
  return out;
}
