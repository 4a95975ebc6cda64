import type { Figure, TaggedText } from '../tag/model';
import { overlaps, type Span } from '../text/span';
import { TokenKind } from '../text/tokens';
import { entityKey } from './claimNames';
import type { Claim } from './claims';
import { valueKey } from './blockingKeys';
import { hasKey } from './claimWords';
import { keyHash, numberHash } from './keyHash';
import { wordHash } from './passage';
import { isIdentifying } from './sameFact';
import type { Rarity } from './similarity';

/** What tells which event a document is of: plain lists, ascending. */
export interface EventSigns {
  /** Of the story. */
  readonly day: number | null;
  /** The people with their given names, under the keys by which a folder counts in how many documents each is. */
  readonly people: readonly number[];
  /** Days and numbers that hardly two things have in common. */
  readonly values: readonly number[];
  /** So many words in a row of what is quoted, as hashes. */
  readonly utterances: readonly number[];
}

/** The same, and what two documents of one event are compared by; plain lists, ascending where nothing else is said. */
export interface EventTraces extends EventSigns {
  /** All its figures but the story's own date, also those of which no claim is made (“57 are older”): see `holdsValue`. */
  readonly figures: readonly number[];
  /** Claims, by index, of the story's own date: no statements. */
  readonly datelines: readonly number[];
  /** Its claims, by index, under their dimension, in the order in which each dimension comes first. */
  readonly byDimension: readonly (readonly [dimension: string, claims: readonly number[]])[];
}

const RUN = 5;
/** A document has no more quotations than fill this many runs; a transcript's later ones tell nothing new. */
const MOST_RUNS = 4096;

/** Linear in the text. */
export function eventTraces(tagged: TaggedText, claims: readonly Claim[]): EventTraces {
  const people = tagged.entities.filter(({ type, name }) => type === 'person' && name.includes(' ')).map(entityKey);
  const day = tagged.storyDate?.day ?? null;
  const values = claims.filter((claim) => isIdentifying(claim) && !isCommon(claim, day)).map(valueKey);
  const figures = tagged.figures.filter((figure) => !isDateline(tagged, figure)).flatMap(figureKeys);
  return {
    day,
    people: ascending(people.map((person) => keyHash(`@${person}`))),
    values: ascending(values),
    utterances: utterancesOf(tagged),
    figures: ascending(figures),
    datelines: claims.flatMap((claim, index) => (isDateline(tagged, claim) ? [index] : [])),
    byDimension: byDimension(claims),
  };
}

/** Claims, by index, under their dimension, in the order in which each dimension comes first. */
export function byDimension(claims: readonly Claim[]): EventTraces['byDimension'] {
  const out = new Map<string, number[]>();
  claims.forEach(({ dimension }, index) => {
    const known = out.get(dimension);
    if (known) known.push(index);
    else out.set(dimension, [index]);
  });
  return [...out];
}

/** The story's own date says when it was written, and states nothing. */
export function isDateline({ storyDate }: TaggedText, place: Span): boolean {
  return storyDate !== null && overlaps(place, storyDate.span);
}

function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The claims of a dimension. */
export function claimsOfDimension(traces: EventTraces, dimension: string): readonly number[] {
  // A pair that is taken apart costs more than the comparison, and an event's documents ask for each other's by the thousand.
  for (const kind of traces.byDimension) if (kind[0] === dimension) return kind[1];
  return NONE;
}

const NONE: readonly number[] = [];

/** Smaller numbers stand in every document, of anything. */
export const CHANCE = 13;

function figureKey(type: string, { low, high }: Figure): number {
  return numberHash(high!, numberHash(low!, keyHash(type)));
}

function figureKeys(figure: Figure): number[] {
  const { type, low } = figure;
  if (low === null) return [];
  return low < CHANCE ? [figureKey(type, figure)] : [figureKey(type, figure), figureKey(ANY, figure)];
}

const ANY = '';

/** Does the document have that value: a small one of that type, another of any? */
export function holdsValue({ figures }: EventTraces, figure: Figure): boolean {
  return figure.low !== null && hasKey(figures, figureKey(figure.low < CHANCE ? figure.type : ANY, figure));
}

/** The day of the story is in every story of that day; “five months”, “30 years”, “48 hours” are in any, “38 seconds” are not. */
function isCommon({ dimension, figure, written }: Claim, day: number | null): boolean {
  if (figure.type !== 'duration') return dimension === 'date' && figure.low === day;
  const units = Number(/^\d{1,4}(?=\D|$)/.exec(written)?.[0] ?? 0);
  return units <= 12 || units % 5 === 0 || units % 6 === 0;
}

function utterancesOf(tagged: TaggedText): number[] {
  const out = new Set<number>();
  const { tokens } = tagged.scanned;
  // Quotations ascend; one inside another was read with it.
  let next = 0;
  for (const quote of tagged.quotes) {
    if (quote.use !== 'speech') continue;
    while (next < tokens.count && tokens.start[next]! < quote.start) next++;
    const window: number[] = [];
    for (; next < tokens.count && tokens.start[next]! < quote.end && out.size < MOST_RUNS; next++) {
      if (tokens.kind[next] !== TokenKind.Word && tokens.kind[next] !== TokenKind.Number) continue;
      window.push(wordHash(tokens, next));
      if (window.length > RUN) window.shift();
      if (window.length === RUN) out.add(window.reduce((hash, word) => Math.imul(hash ^ word, 0x01000193), 0x811c9dc5));
    }
  }
  return ascending(out);
}

/** As many people as nobody else's stories have: in hundredths of one. */
const LEAST_PEOPLE = 100;
const MANY_PEOPLE = 300;
const WEEK = 7;
const FEWEST_VALUES = 2;
/** Seven words in a row, or two places of five. */
const FEWEST_RUNS = 3;

/**
 * Do two documents tell of one event? They share somebody who is not in every document, and words that were said, or figures that nothing
 * else has; or several such people in one week.
 */
export function areOfOneEvent(x: EventSigns, y: EventSigns, rarity: Rarity): boolean {
  const people = sharedPeople(x.people, y.people, rarity);
  if (people < LEAST_PEOPLE) return false;
  if (people >= MANY_PEOPLE && isOneWeek(x.day, y.day)) return true;
  return shares(x.utterances, y.utterances, FEWEST_RUNS) || shares(x.values, y.values, FEWEST_VALUES);
}

/** What the people whom both name weigh together. Asked of hundreds of documents after each letter. */
function sharedPeople(x: readonly number[], y: readonly number[], rarity: Rarity): number {
  let sum = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (x[i]! < y[j]!) i++;
    else if (x[i]! > y[j]!) j++;
    else {
      sum += rarity(x[i++]!);
      j++;
    }
  }
  return sum;
}

function isOneWeek(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) <= WEEK;
}

function shares(x: readonly number[], y: readonly number[], fewest: number): boolean {
  let shared = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (x[i]! < y[j]!) i++;
    else if (x[i]! > y[j]!) j++;
    else if ((i++, j++, ++shared >= fewest)) return true;
  }
  return false;
}
