import { keysOf } from './blockingKeys';
import { type ClaimColumns, columnsOf } from './claimColumns';
import type { NameKey } from './claimNames';
import { byDimension, type EventSigns } from './eventTraces';
import { lastingMeasures } from './lastingMeasures';
import { type Row, rowsOf, claimsFrom } from './packedClaims';
import type { ClaimedDocument } from './pairing';
import type { StatedFigures } from './statedFigures';

/** What tells documents apart before any claim is read: plain data, which goes through JSON. */
export interface FigureSigns {
  /** See `StatedFigures`. */
  readonly storyDay: number | null;
  readonly signs: EventSigns;
  /** See `EventTraces`. */
  readonly datelines: readonly number[];
}

/** `StatedFigures` in a tenth of the time and a fifth of the room: in numbers, and in a string that is not read before a claim is asked for. */
export interface PackedFigures extends FigureSigns {
  readonly columns: ClaimColumns;
  /** By claim, what it is looked up by. */
  readonly keys: readonly (readonly number[])[];
  /** What `restOf` made. Asked for each time that claims are. */
  readonly rest: () => string;
}

export function signsOf({ storyDay, traces }: StatedFigures): FigureSigns {
  const { day, people, values, utterances, datelines } = traces;
  return { storyDay, signs: { day, people, values, utterances }, datelines };
}

type Rest = readonly [names: readonly NameKey[], values: readonly number[], claims: readonly Row[]];

/** What the columns and the signs do not have, as JSON in which each claim has a line, and no character is beyond Latin-1: the engine keeps a byte for each. */
export function restOf({ names, traces, claims }: Pick<StatedFigures, 'names' | 'traces' | 'claims'>): string {
  const rows = rowsOf(claims).map((row) => `\n${JSON.stringify(row)}`);
  const json = `[${JSON.stringify(names)},${JSON.stringify(traces.figures)},[${rows.join(',')}\n]]`;
  // Made of a wider string, it would stay as wide.
  return JSON.parse(JSON.stringify(json.replace(BEYOND_LATIN, escaped))) as string;
}

const BEYOND_LATIN = /[^\0-\xff]/g;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The row of a claim: its line, without the comma between two. */
export function rowIn(rest: string, claim: number): Row {
  let start = rest.indexOf('\n');
  for (let i = 0; i < claim; i++) start = rest.indexOf('\n', start + 1);
  const end = rest.indexOf('\n', start + 1);
  return JSON.parse(rest.slice(start, rest[end - 1] === ',' ? end - 1 : end)) as Row;
}

export function openedFigures(
  {
    document,
    storyDay,
    columns,
    signs,
    datelines,
  }: FigureSigns & Pick<ClaimedDocument, 'document'> & { columns: ClaimColumns },
  rest: string,
): ClaimedDocument {
  const [names, figures, rows] = JSON.parse(rest) as Rest;
  const claims = claimsFrom(rows, columns);
  const { day, people, values, utterances } = signs;
  const traces = { day, people, values, utterances, figures, datelines, byDimension: byDimension(claims) };
  return { document, storyDay, claims, names, traces, lasting: lastingMeasures(claims) };
}

/** All numbers of a document's figures in one array: how many cells and how many characters of passages, these, and each claim's keys behind how many it has. */
export function numbersOf({ claims }: StatedFigures): Int32Array {
  const { cells, passages } = columnsOf(claims);
  const keys = claims.flatMap((claim) => {
    const own = keysOf(claim);
    return [own.length, ...own];
  });
  const units = (passages.length + 1) >> 1;
  const numbers = new Int32Array(HEAD + cells.length + units + keys.length);
  numbers[0] = cells.length;
  numbers[1] = passages.length;
  numbers.set(cells, HEAD);
  const characters = new Uint16Array(numbers.buffer, 4 * (HEAD + cells.length), passages.length);
  for (let i = 0; i < passages.length; i++) characters[i] = passages.charCodeAt(i);
  numbers.set(keys, HEAD + cells.length + units);
  return numbers;
}

/** What `numbersOf` was made of, in arrays of its own. Null for other numbers. */
export function figuresIn(numbers: Int32Array): Pick<PackedFigures, 'columns' | 'keys'> | null {
  const [cellCount = -1, length = -1] = numbers;
  const keysFrom = HEAD + cellCount + ((length + 1) >> 1);
  if (cellCount < 0 || length < 0 || keysFrom > numbers.length) return null;
  const cells = numbers.slice(HEAD, HEAD + cellCount);
  // Behind the places of the records begins the first of them.
  const count = cells[0] ?? 0;
  const keys: (readonly number[])[] = [];
  for (let at = keysFrom; at < numbers.length; at += 1 + numbers[at]!) {
    if (numbers[at]! < 0) return null;
    keys.push(Array.from(numbers.subarray(at + 1, at + 1 + numbers[at]!)));
  }
  if (keys.length !== count) return null;
  const characters = new Uint16Array(numbers.buffer, numbers.byteOffset + 4 * (HEAD + cellCount), length);
  return { columns: { cells, passages: textOf(characters), count, weighing: -1 }, keys };
}

const HEAD = 2;
/** Characters that are made into a string at once: the engine takes no more arguments than some ten thousand. */
const AT_ONCE = 4096;

function textOf(characters: Uint16Array): string {
  let text = '';
  for (let i = 0; i < characters.length; i += AT_ONCE)
    text += String.fromCharCode(...characters.subarray(i, i + AT_ONCE));
  return text;
}
