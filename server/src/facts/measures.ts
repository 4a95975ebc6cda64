import { lowerOf, TokenKind, tokenText, type Tokens } from '../text/tokens';
import type { Figure } from '../tag/model';
import data from './data/measures.json';

/** What a figure says of a thing: its population, the day it was founded. */
export interface Measure {
  readonly name: string;
  /** The token of the word that says so. */
  readonly at: number;
  /** No sentence but a label leads to the figure, as in a table: “Born: 3 May 1960”. */
  readonly label: boolean;
}

type Words = ReadonlyMap<string, string>;

function wordsOf(groups: string): Words {
  const out = new Map<string, string>();
  for (const group of groups.split('|')) {
    const [name = '', words = ''] = group.split(':');
    for (const word of words.split(' ')) out.set(word, name);
  }
  return out;
}

const DATES = wordsOf(data.dates);
const COUNTS = wordsOf(data.counts);
const STRENGTHS = new Map([...COUNTS].filter(([, name]) => name === 'magnitude'));
const LENGTHS = wordsOf(data.lengths);
const TOLLS = wordsOf(data.tolls);
const HEADS = wordsOf(data.heads);
const PEOPLE = new Set(data.people.split(' '));
const LASTING = new Set(data.lasting.split(' '));
const LENGTH_UNITS = new Set(['meter', 'foot', 'kilometer', 'mile', 'yard', 'centimeter', 'inch']);

/** A thing has one value of it, which does not change from day to day. */
export function isLasting(measure: string): boolean {
  return LASTING.has(measure);
}

export function isToll(measure: string): boolean {
  return TOLL_NAMES.has(measure);
}

/** What is measured of something that happened once: its toll, its strength. */
export function isEventMeasure(measure: string): boolean {
  return isToll(measure) || measure === 'magnitude';
}

const TOLL_NAMES = new Set(TOLLS.values());

/** Where a sentence is, and the figure's tokens `first..last` (inclusive) in it. */
export interface Place {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** What the figure measures, by the word that governs it or the noun that it counts; null where nothing says so. */
export function measureOf(figure: Figure, place: Place): Measure | null {
  if (figure.type === 'date') return led(place, DATES, 10) ?? followed(place, DATES, 8);
  if (figure.type !== 'quantity' || figure.role === 'change') return null;
  if (figure.unit)
    return LENGTH_UNITS.has(figure.unit) ? (followed(place, LENGTHS, 2) ?? led(place, LENGTHS, 5)) : null;
  if (isPerArea(place)) return { name: 'density', at: place.last, label: false };
  const counted = HEADS.get(figure.head);
  if (counted && counted !== 'magnitude') return { name: counted, at: place.last, label: false };
  if (figure.head === '' || counted) {
    const count = led(place, COUNTS, COUNT_REACH) ?? followed(place, STRENGTHS, 4);
    if (count) return count.name === 'magnitude' && !isMagnitude(figure) ? null : count;
    if (counted) return null;
  }
  if (figure.head !== '' && !counted) {
    const count = led(place, COUNTS, COUNT_REACH);
    if (count?.label && count.name === 'population') return count;
  }
  if (figure.head !== '' && !PEOPLE.has(figure.head)) return null;
  if (figure.head === 'person' && isCensus(place)) return { name: 'population', at: place.last, label: false };
  return followed(place, TOLLS, 2) ?? led(place, TOLLS, 5, TOLL_STOPS) ?? followed(place, TOLLS, 5);
}

/** The label right before the figure that makes it a date: “Built 1885”; null where there is none. */
export function dateLabelOf(place: Place): Measure | null {
  const measure = led(place, DATES, 3);
  return measure?.label ? measure : null;
}

function isMagnitude({ low, high }: Figure): boolean {
  return low !== null && high !== null && low > 1 && high < 10;
}

/** “Thirty people per square mile”. */
function isPerArea({ tokens, to, last }: Place): boolean {
  return last + 3 < to && lowerOf(tokens, last + 2) === 'per' && lowerOf(tokens, last + 3) === 'square';
}

/** “As of the 2010 census, there were 12,345 people”, “home to 120,000 people”. */
function isCensus({ tokens, from, first }: Place): boolean {
  if (first - 2 >= from && lowerOf(tokens, first - 1) === 'to' && lowerOf(tokens, first - 2) === 'home') return true;
  for (let i = first - 1; i >= from && i >= first - 10; i--) if (lowerOf(tokens, i) === 'census') return true;
  return false;
}

/** “Population (2011) [1] • Total 81,615”. */
const COUNT_REACH = 10;

/** What cuts a figure off from a word on its other side. */
const STOPS = new Set([';', '|', '·']);
/** “Two dead, one wounded”. */
const TOLL_STOPS = new Set([...STOPS, ',', '•', '(', ')']);
const CLAUSE_WORDS = new Set(['who', 'which', 'while', 'after', 'before', 'when', 'until', 'since', 'but', 'than']);
const BETWEEN_LABEL_AND_FIGURE = new Set(['of', 'date', 'total', 'circa', 'c', 'about']);

/** The nearest of the words before the figure, within `reach` tokens and with no other number between. */
function led({ tokens, from, first }: Place, words: Words, reach: number, stops = STOPS): Measure | null {
  let label = true;
  let colon = false;
  let bracket = false;
  for (let i = first - 1; i >= from && i >= first - reach; i--) {
    const kind = tokens.kind[i]!;
    if (kind === TokenKind.Number) {
      // “Population (2011): 81,615”: the year in brackets says when.
      if (!bracket) return null;
      continue;
    }
    if (kind === TokenKind.Punctuation) {
      const mark = tokens.text[tokens.start[i]!]!;
      if (stops.has(mark)) return null;
      if (mark === ':') colon = true;
      else if (mark === ')' || mark === ']') bracket = true;
      else if (mark === '(' || mark === '[') bracket = false;
      continue;
    }
    if (kind !== TokenKind.Word || bracket) continue;
    const lower = lowerOf(tokens, i);
    const name = words.get(lower.endsWith('.') ? lower.slice(0, -1) : lower);
    if (name !== undefined && (lower.length > 1 || isAbbreviation(tokens, i, first))) {
      return { name, at: i, label: label && (colon || isCapital(tokens, i)) };
    }
    if (CLAUSE_WORDS.has(lower)) return null;
    if (!BETWEEN_LABEL_AND_FIGURE.has(lower)) label = false;
  }
  return null;
}

/** “(b. 1902)”. */
function isAbbreviation(tokens: Tokens, i: number, first: number): boolean {
  return first - i <= 2 && i > 0 && tokenText(tokens, i - 1) === '(';
}

function isCapital(tokens: Tokens, i: number): boolean {
  const letter = tokens.text[tokens.start[i]!]!;
  return letter !== letter.toLowerCase();
}

/** The first of the words behind the figure, within `reach` tokens of its clause. */
function followed({ tokens, to, first, last }: Place, words: Words, reach: number): Measure | null {
  for (let i = last + 1; i < to && i <= last + reach; i++) {
    const kind = tokens.kind[i]!;
    if (kind === TokenKind.Number) return null;
    if (kind === TokenKind.Punctuation) {
      const mark = tokens.text[tokens.start[i]!]!;
      // “In 1885, the club was founded”: a comma right behind an opening date.
      if (mark === '-' || (mark === ',' && i === last + 1 && last + 1 - first <= 4)) continue;
      return null;
    }
    const lower = lowerOf(tokens, i);
    if (lower.length > 1) {
      const name = words.get(lower);
      if (name !== undefined) return { name, at: i, label: false };
    }
    if (CLAUSE_WORDS.has(lower) || lower === 'and') return null;
  }
  return null;
}

/** Does the sentence speak of people otherwise hit, before the figure and near it? */
export function tollsBefore({ tokens, from, first }: Place, name: string): boolean {
  for (let i = first - 1; i >= from && i >= first - 16; i--) {
    if (tokens.kind[i] !== TokenKind.Word) continue;
    const toll = TOLLS.get(lowerOf(tokens, i));
    if (toll !== undefined && toll !== name) return true;
  }
  return false;
}
