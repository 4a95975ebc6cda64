import { valueKey } from './blockingKeys';
import type { Claim } from './claims';
import type { Words } from './claimWords';
import { keyHash } from './keyHash';
import { isLasting } from './measures';
import { areOnePassage, passagesOf } from './passage';
import { isTelling } from './sameFact';
import type { Rarity } from './similarity';
import type { Figure } from '../tag/model';
import type { Span } from '../text/span';

/**
 * The numbers of a document's claims in one array, a tenth of the room that objects take, and the passages around its figures in one string. All that
 * `linkFilter.ts` asks is here; `packedClaims.ts` makes the claims again, of this and of the rest.
 */
export interface ClaimColumns {
  /** Where in it the record of each claim begins; behind these places, record after record. See `Field`. */
  readonly cells: Int32Array;
  readonly passages: string;
  /** How many claims. */
  readonly count: number;
  /** The weighing that `Total` is of: see `weighWords`. */
  weighing: number;
}

/** What stands where in a record. Behind the fields: the keys of the words, their weights and places, near, names, lasting. */
export const enum Field {
  /** What all words weigh together, as of the last `weighWords`. */
  Total,
  /** Key of the dimension. */
  Kind,
  /** Key of type and unit. */
  Unit,
  /** See `Claim.thing`. */
  Thing,
  /** The ends of the interval that the figure allows at most, as bits of single floats, rounded outward. */
  Low,
  High,
  /** Numbers of words and names, 16 bits each. */
  WordsNames,
  /** Numbers of near stems and of lasting measures. */
  NearLasting,
  /** Lengths of the passage before and after, 5 bits each; then the number of subjects, whether the figure is a bound (up 1, down 2), whether it is telling, its operator, and whether it is read out of another figure. */
  Shape,
  /** See `valueKey`. */
  Value,
  /** The figure's `low` and `high`, two cells each: the bits of doubles. */
  Exact,
  /** Where the figure stands, and its index: `Claim.start`, `end` and `index`. */
  Start = Exact + 4,
  End,
  Mention,
  /** Where its sentence stands. */
  SentenceStart,
  SentenceEnd,
  Size,
}

const LENGTH_BITS = 5;
const LENGTHS = (1 << LENGTH_BITS) - 1;
const SUBJECT_BITS = 8;
const BOUND_SHIFT = 2 * LENGTH_BITS + SUBJECT_BITS;
const TELLING = 1 << (BOUND_SHIFT + 2);
const OPERATOR_SHIFT = BOUND_SHIFT + 3;
const READ_OUT = 1 << (OPERATOR_SHIFT + 3);
const OPERATORS: readonly Figure['op'][] = ['=', '~', '>', '>=', '<', '<=', '..'];
const LETTERS = 64;

export function columnsOf(claims: readonly Claim[]): ClaimColumns {
  const lasting = claims.map(lastingKeys);
  const sizes = claims.map(
    ({ words, near, names, subjects }, i) =>
      Field.Size + 2 * words.keys.length + near.length + 2 * names.length + subjects.length + lasting[i]!.length,
  );
  const cells = new Int32Array(claims.length + sizes.reduce((sum, size) => sum + size, 0));
  let at = claims.length;
  claims.forEach((claim, i) => {
    cells[i] = at;
    write(cells, at, claim, lasting[i]!);
    at += sizes[i]!;
  });
  return { cells, passages: passagesOf(claims), count: claims.length, weighing: -1 };
}

function write(cells: Int32Array, at: number, claim: Claim, lasting: readonly number[]): void {
  const { words, near, names, subjects, figure, passage } = claim;
  const [low, high] = widest(figure);
  cells[at + Field.Kind] = keyHash(claim.dimension);
  cells[at + Field.Unit] = keyHash(`${figure.type} ${figure.unit}`);
  cells[at + Field.Thing] = claim.thing;
  cells[at + Field.Low] = bitsBelow(low);
  cells[at + Field.High] = bitsBelow(-high);
  cells[at + Field.WordsNames] = words.keys.length | (names.length << 16);
  cells[at + Field.NearLasting] = near.length | (lasting.length << 16);
  cells[at + Field.Shape] =
    passage.before.length |
    (passage.after.length << LENGTH_BITS) |
    (subjects.length << (2 * LENGTH_BITS)) |
    (boundOf(figure) << BOUND_SHIFT) |
    (isTelling(claim) ? TELLING : 0) |
    (OPERATORS.indexOf(figure.op) << OPERATOR_SHIFT) |
    (isReadOut(claim) ? READ_OUT : 0);
  cells[at + Field.Value] = valueKey(claim);
  doubles[0] = figure.low!;
  doubles[1] = figure.high!;
  cells.set(halves, at + Field.Exact);
  cells[at + Field.Start] = claim.start;
  cells[at + Field.End] = claim.end;
  cells[at + Field.Mention] = claim.index;
  cells[at + Field.SentenceStart] = claim.sentence.start;
  cells[at + Field.SentenceEnd] = claim.sentence.end;
  let to = at + Field.Size;
  for (const key of words.keys) cells[to++] = key;
  words.weights.forEach((weight, i) => (cells[to++] = (weight << 16) | words.places[i]!));
  for (const key of near) cells[to++] = key;
  for (const name of names) cells[to++] = Math.floor(name / LETTERS);
  for (const name of names) cells[to++] = name % LETTERS;
  for (const name of subjects) cells[to++] = names.indexOf(name);
  for (const key of lasting) cells[to++] = key;
}

/** The measures that a thing has one value of: each under its dimension and the name it is said of. */
function lastingKeys({ dimension, measure, about }: Claim): number[] {
  return isLasting(measure) ? about.map((name) => keyHash(`${dimension} ${measure} ${name}`)) : [];
}

/** All that a figure can be read to allow: rounded or not, hedged or not. */
function widest({ low, high, fine, coarse }: Figure): readonly [low: number, high: number] {
  const slack = Math.max(fine, coarse, 0) / 2;
  return [Math.min(low!, high!) - slack, Math.max(low!, high!) + slack];
}

function boundOf({ op }: Figure): number {
  return op === '>' || op === '>=' ? 1 : op === '<' || op === '<=' ? 2 : 0;
}

const doubles = new Float64Array(2);
const halves = new Int32Array(doubles.buffer);
const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The bits of a single float that is not above the number. */
function bitsBelow(value: number): number {
  single[0] = value;
  if (single[0] > value) {
    // The next one below: away from nought for those below it, and from nought itself.
    if (single[0] > 0) bits[0]!--;
    else if (single[0] < 0) bits[0]!++;
    else single[0] = -1e-45;
  }
  return bits[0]!;
}

export function lowAt(cells: Int32Array, record: number): number {
  bits[0] = cells[record + Field.Low]!;
  return single[0]!;
}

export function highAt(cells: Int32Array, record: number): number {
  bits[0] = cells[record + Field.High]!;
  return -single[0]!;
}

/** What the figure is given as, exactly. */
export function statedAt(cells: Int32Array, record: number): Pick<Figure, 'op' | 'low' | 'high'> {
  for (let i = 0; i < halves.length; i++) halves[i] = cells[record + Field.Exact + i]!;
  return { op: OPERATORS[(cells[record + Field.Shape]! >>> OPERATOR_SHIFT) & 7]!, low: doubles[0]!, high: doubles[1]! };
}

export function placeAt(cells: Int32Array, record: number): Span {
  return { start: cells[record + Field.Start]!, end: cells[record + Field.End]! };
}

export function sentenceAt(cells: Int32Array, record: number): Span {
  return { start: cells[record + Field.SentenceStart]!, end: cells[record + Field.SentenceEnd]! };
}

/** A date that was read out of another figure, an end of a life span above all. */
export function isReadOut({ dimension, measure }: Pick<Claim, 'dimension' | 'measure'>): boolean {
  return dimension === 'date' && measure !== '';
}

/** See `isReadOut`. */
export function isReadOutAt(cells: Int32Array, record: number): boolean {
  return (cells[record + Field.Shape]! & READ_OUT) !== 0;
}

/** The first claim of a figure, by its index among the document's, or -1. */
export function claimOfFigure({ cells, count }: ClaimColumns, figure: number): number {
  for (let claim = 0; claim < count; claim++) if (cells[cells[claim]! + Field.Mention] === figure) return claim;
  return -1;
}

/** The last claim with just these ends, or -1. */
export function claimAtPlace({ cells, count }: ClaimColumns, { start, end }: Span): number {
  for (let claim = count - 1; claim >= 0; claim--) {
    const record = cells[claim]!;
    if (cells[record + Field.Start] === start && cells[record + Field.End] === end) return claim;
  }
  return -1;
}

/** See `valueKey`. */
export function valueAt(cells: Int32Array, record: number): number {
  return cells[record + Field.Value]!;
}

export function wordCount(cells: Int32Array, record: number): number {
  return cells[record + Field.WordsNames]! & 0xffff;
}

export function nameCount(cells: Int32Array, record: number): number {
  return cells[record + Field.WordsNames]! >>> 16;
}

export function nearCount(cells: Int32Array, record: number): number {
  return cells[record + Field.NearLasting]! & 0xffff;
}

export function lastingCount(cells: Int32Array, record: number): number {
  return cells[record + Field.NearLasting]! >>> 16;
}

export function subjectCount(cells: Int32Array, record: number): number {
  return (cells[record + Field.Shape]! >>> (2 * LENGTH_BITS)) & ((1 << SUBJECT_BITS) - 1);
}

export function lengthBefore(cells: Int32Array, record: number): number {
  return cells[record + Field.Shape]! & LENGTHS;
}

export function lengthAfter(cells: Int32Array, record: number): number {
  return (cells[record + Field.Shape]! >>> LENGTH_BITS) & LENGTHS;
}

/** 1 for what is at least so much, 2 for at most, else 0. */
export function boundAt(cells: Int32Array, record: number): number {
  return (cells[record + Field.Shape]! >>> BOUND_SHIFT) & 3;
}

/** See `isTelling`. */
export function tellsAt(cells: Int32Array, record: number): boolean {
  return (cells[record + Field.Shape]! & TELLING) !== 0;
}

/** Where the words' keys begin; their weights and places are so many cells behind as there are words. */
export function wordsFrom(record: number): number {
  return record + Field.Size;
}

export function weightIn(cell: number): number {
  return cell >>> 16;
}

export function nearFrom(cells: Int32Array, record: number): number {
  return wordsFrom(record) + 2 * wordCount(cells, record);
}

/** Where the names begin, as the keys of their words alone; their letters follow, then the subjects, each as its place among the names. */
export function namesFrom(cells: Int32Array, record: number): number {
  return nearFrom(cells, record) + nearCount(cells, record);
}

export function subjectsFrom(cells: Int32Array, record: number): number {
  return namesFrom(cells, record) + 2 * nameCount(cells, record);
}

export function lastingFrom(cells: Int32Array, record: number): number {
  return subjectsFrom(cells, record) + subjectCount(cells, record);
}

/** Works out what the words of each claim weigh together, unless that was done for this weighing: another number when words weigh otherwise. */
export function weighWords(columns: ClaimColumns, weighing: number, rarity: Rarity): void {
  if (columns.weighing === weighing) return;
  columns.weighing = weighing;
  const { cells, count } = columns;
  for (let claim = 0; claim < count; claim++) {
    const record = cells[claim]!;
    const from = wordsFrom(record);
    const words = wordCount(cells, record);
    let total = 0;
    for (let i = from; i < from + words; i++) total += weightIn(cells[i + words]!) * rarity(cells[i]!);
    cells[record + Field.Total] = total;
  }
}

/** Do two claims state the same in the same words, wherever in their texts? All that `linkFilter.ts` asks for is the same, then. */
export function areOneClaim(x: ClaimColumns, a: number, y: ClaimColumns, b: number): boolean {
  const [p, q] = [x.cells[a]!, y.cells[b]!];
  const length = endOf(x, a) - p;
  if (endOf(y, b) - q !== length) return false;
  for (let i: number = Field.Kind; i < length; i++) {
    if (i === Field.Start) i = Field.Size;
    if (x.cells[p + i] !== y.cells[q + i]) return false;
  }
  return areOnePassage(x.passages, a, y.passages, b);
}

function endOf({ cells, count }: ClaimColumns, claim: number): number {
  return claim + 1 < count ? cells[claim + 1]! : cells.length;
}

/** Has a claim a word of which this is so? */
export function someWord({ cells, count }: ClaimColumns, is: (stem: number) => boolean): boolean {
  for (let claim = 0; claim < count; claim++) {
    const from = wordsFrom(cells[claim]!);
    const to = from + wordCount(cells, cells[claim]!);
    for (let i = from; i < to; i++) if (is(cells[i]!)) return true;
  }
  return false;
}

/** Every word of the claims once. */
export function stemsOf({ cells, count }: ClaimColumns): Set<number> {
  const out = new Set<number>();
  for (let claim = 0; claim < count; claim++) {
    const from = wordsFrom(cells[claim]!);
    const to = from + wordCount(cells, cells[claim]!);
    for (let i = from; i < to; i++) out.add(cells[i]!);
  }
  return out;
}

/** The words of a claim, as they were written into the columns. */
export function wordsAt(cells: Int32Array, record: number, surfaces: string): Words {
  const from = wordsFrom(record);
  const count = wordCount(cells, record);
  const keys = new Array<number>(count);
  const weights = new Array<number>(count);
  const places = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    const cell = cells[from + count + i]!;
    keys[i] = cells[from + i]!;
    weights[i] = weightIn(cell);
    places[i] = cell & 0xffff;
  }
  return { keys, weights, places, surfaces };
}

export function nearAt(cells: Int32Array, record: number): number[] {
  return listed(cells, nearFrom(cells, record), nearCount(cells, record));
}

export function namesAt(cells: Int32Array, record: number): number[] {
  const count = nameCount(cells, record);
  const from = namesFrom(cells, record);
  const out = listed(cells, from, count);
  for (let i = 0; i < count; i++) out[i] = out[i]! * LETTERS + cells[from + count + i]!;
  return out;
}

/** Places among the names. */
export function subjectsAt(cells: Int32Array, record: number): number[] {
  return listed(cells, subjectsFrom(cells, record), subjectCount(cells, record));
}

function listed(cells: Int32Array, from: number, count: number): number[] {
  const out = new Array<number>(count);
  for (let i = 0; i < count; i++) out[i] = cells[from + i]!;
  return out;
}
