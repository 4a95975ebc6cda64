import { lowerOf, type Tokens } from '../text/tokens';
import type { Sentence } from '../text/scan';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import type { Figure, Modality, TaggedText } from '../tag/model';
import { carriedNames, entityKey, type NameKey, nameKey, namesByDistance, namesIn, type Source } from './claimNames';
import { aboutOf, subjectOf, type Subject } from './subjects';
import { datesBeside, isMonthOrYear, isScope, periodsOf } from './claimScope';
import { emptyContext, type Evidence, isNegated, isPart, listed, nearStems, readSide, type Words } from './claimWords';
import { keyHash } from './keyHash';
import { labelledYear } from './labelledYears';
import { lifeSpanOf } from './lifeSpans';
import { isEventMeasure, isLasting, isToll, measureOf, tollsBefore, type Measure, type Place } from './measures';
import { passageAround, type Passage } from './passage';
import { sayerOf } from './sayer';
import { sentenceThing } from './sentenceThing';
import { isRecounted, meaningStem, predicateGroup, weightOf } from './stems';
import { measureOfUnit } from './unitFactors';
import { figureAsWritten } from './valueInWords';

/** What a document states with a figure: the figure, and what the sentence says it is a figure of. */
export interface Claim extends Span {
  readonly figure: Figure;
  /** Index into the document's `figures`. */
  readonly index: number;
  readonly sentence: Span;
  /** What may be compared at all: type, unit and, for counts, the counted head. */
  readonly dimension: string;
  /** `dimension`, had no word said what is measured. */
  readonly plain: string;
  /** What it says of its subject, where a word says so: `born`, `population`, `killed`; else ''. */
  readonly measure: string;
  /** Keys of whom or what it says it of, the likeliest first: empty where there is no measure. */
  readonly about: readonly string[];
  /** Content stems of the sentence, the figure's own words left out. */
  readonly words: Words;
  /** Key of `sentenceThing`; 0 where there is none. */
  readonly thing: number;
  /**
   * Keys of the stems right beside the figure in its clause, its head and names left out: the predicate and what the figure is of.
   * Ascending.
   */
  readonly near: readonly number[];
  /** Those of them that tell much. */
  readonly telling: readonly number[];
  /** Of a date, those of them that say that something was done. */
  readonly done: readonly number[];
  /** The groups of predicates that exclude each other to which stems beside the figure belong: see `predicateGroup`. */
  readonly predicates: readonly number[];
  /** The names nearest to the figure, the likeliest subjects first; from sentences before where its own has none. */
  readonly subjects: readonly NameKey[];
  /** All names in the sentence, and the subjects. */
  readonly names: readonly NameKey[];
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
  /** As it stands in the text. */
  readonly written: string;
  /** The same with its sign and its unit: what a message calls it. */
  readonly printed: string;
  /** Who says it, as the text names him; '' where nobody is named for certain. */
  readonly sayer: string;
  /** Set off beside a name by brackets or commas: “Ana Vale, 58,”. */
  readonly apposed: boolean;
  /** Written with a figure (“March 12”, “2014”), not only by its distance from the story (“Friday”, “last month”). */
  readonly explicit: boolean;
  /** A date that only tells apart two things of one name: “the 2011 census”, “as of 2016”. */
  readonly scope: boolean;
  /** The sentence names a month or a year beside the figure: it may speak of what was long before. */
  readonly remote: boolean;
  /** Days named by other dates in the sentence, as [low, high]. */
  readonly periods: readonly (readonly [number, number])[];
  /** The text on both sides of the figure. */
  readonly passage: Passage;
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
  const subject = subjectOf(tagged);
  for (let index = 0; index < figures.length; index++) {
    if (company[index]! > MOST_FIGURES) continue;
    claims.push(...claimsAt(tagged, index, company[index]!, subject));
  }
  return amongTheirKind(claims);
}

/** The dead are told from the injured by what is said of them, not by their place in the sentence: only other dead are company. */
function amongTheirKind(claims: readonly Claim[]): Claim[] {
  const keyOf = (claim: Claim): string => `${claim.sentence.start} ${claim.measure}`;
  const counts = new Map<string, number>();
  for (const claim of claims) counts.set(keyOf(claim), (counts.get(keyOf(claim)) ?? 0) + 1);
  return claims.map((claim) =>
    isEventMeasure(claim.measure) ? { ...claim, company: counts.get(keyOf(claim))! } : claim,
  );
}

/** The claim of a figure; of a life span in brackets, its two. */
function claimsAt(tagged: TaggedText, index: number, company: number, subject: Subject | null): Claim[] {
  const figure = tagged.figures[index]!;
  const place = placeOf(tagged, figure);
  if (!place) return [];
  const life = lifeSpanOf(tagged, figure, place.first, place.last);
  if (life) {
    return life.map((end) => {
      const measure = { name: end.measure, at: place.first, label: false };
      return claimOf(tagged, { ...place, ...end, measure, index, company, dimension: 'date', range: figure, subject });
    });
  }
  const year = labelledYear(figure, place);
  if (year) return [claimOf(tagged, { ...place, ...year, index, company, dimension: 'date', range: figure, subject })];
  const measure = measureOf(figure, place);
  if (figure.furniture && !(measure?.label && isLasting(measure.name))) return [];
  const dimension = dimensionOf(figure, measure) ?? partDimension(tagged, index, place);
  if (dimension === null) return [];
  return [claimOf(tagged, { ...place, figure, measure, index, company, dimension, range: figure, subject })];
}

/** What a figure can be compared with, or null where it measures nothing that two texts could dispute. */
function dimensionOf(figure: Figure, measure: Measure | null): string | null {
  // People are counted in many words (“ten dead”, “ten people were killed”), and none of the words is the measure.
  const counted = figure.type === 'quantity' && figure.unit === '' && measure !== null;
  return counted && figure.low !== null && figure.per === '' ? measure.name : plainDimensionOf(figure);
}

/** What the whole counts, the part counts: “19 of the 35 seats”; “Of the country's 35 ports, 19 are”. */
function partDimension(tagged: TaggedText, index: number, place: Place): string | null {
  const { type, unit, head, low } = tagged.figures[index]!;
  if (type !== 'quantity' || unit !== '' || head !== '' || low === null) return null;
  const whole = wholeBehind(tagged.figures[index + 1], place) ?? wholeBefore(tagged.figures[index - 1], place);
  const counts = whole !== null && whole.type === 'quantity' && whole.unit === '' && whole.head !== '';
  return counts && !isRecounted(meaningStem(whole.head)) ? `count:${meaningStem(whole.head)}` : null;
}

function wholeBehind(whole: Figure | undefined, { tokens, last, to }: Place): Figure | null {
  if (!whole || last + 2 >= to || lowerOf(tokens, last + 1) !== 'of') return null;
  const led = DETERMINERS.has(lowerOf(tokens, last + 2)) ? last + 3 : last + 2;
  return led < to && tokens.start[led]! >= whole.start && tokens.start[last + 2]! <= whole.start ? whole : null;
}

function wholeBefore(whole: Figure | undefined, { tokens, from, first }: Place): Figure | null {
  if (!whole || first - 1 <= from || lowerOf(tokens, from) !== 'of' || lowerOf(tokens, first - 1) !== ',') return null;
  return whole.start >= tokens.start[from]! && first - from <= PART_REACH ? whole : null;
}

const PART_REACH = 16;
const DETERMINERS = new Set(['the', 'its', 'their', 'his', 'her', 'all']);

function plainDimensionOf(figure: Figure): string | null {
  const dimension = kindOf(figure);
  // A sum an hour is no sum a year.
  return dimension !== null && figure.per !== '' ? `${dimension} per ${figure.per}` : dimension;
}

function kindOf(figure: Figure): string | null {
  if (figure.low === null || figure.high === null) return null;
  switch (figure.type) {
    case 'money':
    case 'percent':
      return `${figure.type}:${figure.unit}`;
    case 'quantity':
      if (figure.unit) return `quantity:${measureOfUnit(figure.unit)}`;
      // “a population of 4,411”: what is counted stands before the number, among the words that the similarity weighs.
      return figure.head ? `count:${meaningStem(figure.head)}` : isMeasured(figure) ? 'number' : null;
    case 'ordinal':
      return figure.head ? `ordinal:${meaningStem(figure.head)}` : null;
    case 'age':
      return 'age';
    case 'duration':
      return figure.head ? `duration:${meaningStem(figure.head)}` : 'duration';
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

/** A figure with the sentence and the tokens that it stands in. */
interface Occurrence extends Place {
  readonly figure: Figure;
  /** The figure as tagged: the whole life span of which `figure` is one end. */
  readonly range: Figure;
  readonly index: number;
  readonly sentence: Sentence;
  /** Of the sentence. */
  readonly number: number;
  readonly measure: Measure | null;
  readonly dimension: string;
  readonly company: number;
  /** What the whole document is about. */
  readonly subject: Subject | null;
}

function placeOf(tagged: TaggedText, figure: Figure): (Place & { sentence: Sentence; number: number }) | null {
  const { tokens, sentences } = tagged.scanned;
  const number = lastStartingAtOrBefore(sentences, figure.start);
  const sentence = sentences[number];
  if (!sentence || figure.end > sentence.end) return null;
  const { from, to } = sentence;
  const first = firstTokenAt(tokens, figure.start, from, to);
  let last = first;
  while (last + 1 < to && tokens.start[last + 1]! < figure.end) last++;
  return { tokens, sentence, number, from, to, first, last };
}

function claimOf(tagged: TaggedText, occurrence: Occurrence): Claim {
  const { tokens, figure, range, index, sentence, number, measure, dimension, company, first, last } = occurrence;
  const from = Math.max(sentence.from, first - MOST_TOKENS);
  const to = Math.min(sentence.to, last + 1 + MOST_TOKENS);
  const names = namesIn(tagged, tokens.start[from]!, tokens.end[to - 1]!);
  const head = figure.head ? meaningStem(figure.head) : '';
  const context = emptyContext();
  readSide(tokens, names, context, first - 1, from - 1, -1);
  readSide(tokens, names, context, last + 1, to, 1);
  const near = nearStems(tokens, names, sentence.from, sentence.to, first, last, head);
  if (measure) near.add(meaningStem(measure.name));
  const beside = [...near];
  const thing = sentenceThing(tokens, sentence.from, sentence.to);
  const written = tagged.scanned.text.slice(figure.start, figure.end);
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
    plain: plainDimensionOf(figure) ?? dimension,
    measure: measure?.name ?? '',
    about: measure ? aboutOf(occurrence, names, subjects[0] ?? '') : [],
    words: listed(context.words),
    thing: thing === '' ? 0 : keyHash(thing),
    near: keysOf(beside),
    telling: keysOf(beside.filter((stem) => weightOf(stem) >= 1)),
    done: dimension === 'date' ? keysOf(beside.filter((stem) => isDone(context.words.get(stem)))) : NONE,
    predicates: predicatesOf(beside),
    subjects: subjects.map(nameKey),
    names: [...new Set([...names.map((n) => n.key), ...subjects].map(nameKey))],
    speaker: said.speaker,
    modality: said.modality,
    hypothetical: context.hypothetical,
    negated: isNegated(tokens, sentence.from, first, figure.hedge),
    volatile: context.volatile,
    growing: context.growing,
    sampled: context.sampled,
    partial: isPart(tokens, sentence.from, sentence.to, first, last) && !isAnotherToll(occurrence),
    company,
    written,
    printed: figureAsWritten(tagged.scanned.text, figure),
    sayer: sayerOf(tagged, figure),
    apposed: subjects.length > 0 && isApposed(tagged.scanned.text, figure),
    explicit: /\d/.test(written),
    scope: figure.type === 'date' && isScope(occurrence),
    remote: datesBeside(tagged, sentence, range).some((date) => isMonthOrYear(tagged, date)),
    periods: periodsOf(tagged, sentence, range, company),
    passage: passageAround(tokens, first, last),
  };
}

function isApposed(text: string, { start, end }: Span): boolean {
  if (!/[,.;)]/.test(text.charAt(end))) return false;
  return text.charAt(start - 1) === '(' || text.slice(Math.max(0, start - 2), start) === ', ';
}

const NONE: readonly number[] = [];

function keysOf(stems: readonly string[]): readonly number[] {
  if (stems.length === 0) return NONE;
  return stems.map((stem) => keyHash(stem)).sort((a, b) => a - b);
}

function predicatesOf(stems: readonly string[]): readonly number[] {
  const groups = stems.map(predicateGroup).filter((group) => group >= 0);
  return groups.length === 0 ? NONE : [...new Set(groups)];
}

const DONE = /(?:ed|tion|sion|ment)$/i;

function isDone(word: Evidence | undefined): boolean {
  return word !== undefined && DONE.test(word.surface);
}

/** “Two were killed and three others injured”: other than the killed, not other injured. */
function isAnotherToll(occurrence: Occurrence): boolean {
  const name = occurrence.measure?.name ?? '';
  return isToll(name) && lowerOf(occurrence.tokens, occurrence.last + 1) !== 'more' && tollsBefore(occurrence, name);
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
