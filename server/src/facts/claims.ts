import type { Tokens } from '../text/tokens';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import type { Figure, Modality, TaggedText } from '../tag/model';
import { carriedNames, entityKey, nameSet, namesByDistance, namesIn, type Source } from './claimNames';
import { emptyContext, isNegated, isPart, nearStems, readSide, type Evidence } from './claimWords';
import { stemOf } from './stems';

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
  /** Stems right beside the figure in its clause, its head and names left out: the predicate and what the figure is of. */
  readonly near: ReadonlySet<string>;
  /** Keys of the names nearest to the figure, the likeliest subjects first; from sentences before where its own has none. */
  readonly subjects: readonly string[];
  /** Keys of all names in the sentence, and of the subjects. */
  readonly names: ReadonlySet<string>;
  /** Name of who says so, where it stands in a quotation or in indirect speech; else ''. */
  readonly speaker: string;
  readonly modality: Modality;
  /** Planned, feared, supposed: compared with nothing that is stated as done. */
  readonly hypothetical: boolean;
  /** The words before it deny it: “not 60”, “did not cost 4 million”. */
  readonly negated: boolean;
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

/** A sentence longer than this many tokens on a side is read around its figures only. */
const MOST_TOKENS = 80;
/** A sentence with more figures of a kind than this is a table: what its cells are about is said elsewhere. */
const MOST_FIGURES = 32;
const MOST_SUBJECTS = 4;

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
function dimensionOf(figure: Figure): string | null {
  const dimension = measureOf(figure);
  // A sum an hour is no sum a year.
  return dimension !== null && figure.per !== '' ? `${dimension} per ${figure.per}` : dimension;
}

function measureOf(figure: Figure): string | null {
  if (figure.furniture || figure.low === null || figure.high === null) return null;
  switch (figure.type) {
    case 'money':
    case 'percent':
      return `${figure.type}:${figure.unit}`;
    case 'quantity':
      if (figure.unit) return `quantity:${figure.unit}`;
      // “a population of 4,411”: what is counted stands before the number, among the words that the similarity weighs.
      return figure.head ? `count:${stemOf(figure.head)}` : isMeasured(figure) ? 'number' : null;
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

/** Not a small count of nobody knows what. */
function isMeasured({ low, fine }: Figure): boolean {
  return low! >= 100 || fine < 1;
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
  const number = lastStartingAtOrBefore(sentences, figure.start);
  const sentence = sentences[number];
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
  const ordered = namesByDistance(names, figure, said);
  const subjects = ordered.length > 0 ? ordered.slice(0, MOST_SUBJECTS) : carriedNames(tagged, number, said);
  return {
    start: figure.start,
    end: figure.end,
    figure,
    index,
    sentence: { start: sentence.start, end: sentence.end },
    dimension,
    words: context.words,
    near: nearStems(tokens, names, sentence.from, sentence.to, first, last, head),
    subjects,
    names: nameSet([...names.map((n) => n.key), ...subjects]),
    speaker: said.speaker,
    modality: said.modality,
    hypothetical: context.hypothetical,
    negated: isNegated(tokens, sentence.from, first, figure.hedge),
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

/** Who says the figure, how, and where he is named. */
interface Attribution extends Source {
  readonly speaker: string;
  readonly modality: Modality;
}

function attribution(tagged: TaggedText, figure: Figure): Attribution {
  // Quotes nest a few deep at most and are ascending by start: the innermost that holds the figure is the last such.
  const { quotes, entities } = tagged;
  for (let i = lastStartingAtOrBefore(quotes, figure.start), seen = 0; i >= 0 && seen < 6; i--, seen++) {
    const quote = quotes[i]!;
    if (quote.end < figure.end || quote.use !== 'speech') continue;
    if (!quote.speaker || quote.confidence === 'low') continue;
    const entity = entities[quote.speaker.entity];
    return {
      speaker: entity?.name ?? '',
      key: entity ? entityKey(entity) : '',
      mention: quote.speaker,
      modality: quote.modality,
    };
  }
  return { speaker: '', key: '', mention: null, modality: 'said' };
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
