import type { Figure, Modality } from '../tag/model';
import {
  type ClaimColumns,
  Field,
  lengthAfter,
  lengthBefore,
  namesAt,
  nearAt,
  placeAt,
  sentenceAt,
  subjectsAt,
  wordsAt,
} from './claimColumns';
import type { Claim } from './claims';
import { passageIn } from './passage';

/** What the columns do not have of a claim, as a row of plain data. */
export type Row = readonly [
  figure: FigureRow,
  dimension: string,
  /** 0 where it is the dimension. */
  plain: string | 0,
  measure: string,
  about: readonly string[],
  thing: number,
  /** Which of the near stems they are, as bits. */
  telling: number,
  done: number,
  predicates: readonly number[],
  speaker: string,
  modality: Modality,
  flags: number,
  company: number,
  written: string,
  /** 0 where it is what is written. */
  printed: string | 0,
  sayer: string,
  periods: Claim['periods'],
  surfaces: string,
];

type FigureRow = readonly [
  start: number,
  end: number,
  type: Figure['type'],
  value: Figure['value'],
  unit: string,
  per: string,
  op: Figure['op'],
  low: Figure['low'],
  high: Figure['high'],
  fine: number,
  coarse: number,
  hedge: string,
  role: Figure['role'],
  counted: string,
  head: string,
  definite: 0 | 1,
  resolution: Figure['resolution'],
  furniture: 0 | 1,
];

/** Claims without what the columns have of them. */
export function rowsOf(claims: readonly Claim[]): Row[] {
  return claims.map(rowOf);
}

/** The claims of which the rows and the columns were made. */
export function claimsFrom(rows: readonly Row[], columns: ClaimColumns): Claim[] {
  return rows.map((row, i) => claimFrom(row, columns, i));
}

function rowOf(claim: Claim): Row {
  const { figure, dimension, plain, near, written, printed } = claim;
  return [
    figureRow(figure),
    dimension,
    plain === dimension ? 0 : plain,
    claim.measure,
    claim.about,
    claim.thing,
    bitsOf(claim.telling, near),
    bitsOf(claim.done, near),
    claim.predicates,
    claim.speaker,
    claim.modality,
    FLAGS.reduce((flags, flag, bit) => flags | (Number(claim[flag]) << bit), 0),
    claim.company,
    written,
    printed === written ? 0 : printed,
    claim.sayer,
    claim.periods,
    claim.words.surfaces,
  ];
}

/** One of them, by its index. Element by element, for to take a row apart by a pattern costs several times as much. */
export function claimFrom(row: Row, { cells, passages }: ClaimColumns, claim: number): Claim {
  const record = cells[claim]!;
  const { start, end } = placeAt(cells, record);
  const near = nearAt(cells, record);
  const names = namesAt(cells, record);
  const dimension = row[1];
  const flags = row[11];
  const written = row[13];
  return {
    start,
    end,
    figure: figureOf(row[0]),
    index: cells[record + Field.Mention]!,
    sentence: sentenceAt(cells, record),
    dimension,
    plain: row[2] === 0 ? dimension : row[2],
    measure: row[3],
    about: row[4],
    words: wordsAt(cells, record, row[17]),
    thing: row[5],
    near,
    telling: among(near, row[6]),
    done: among(near, row[7]),
    predicates: row[8],
    subjects: subjectsAt(cells, record).map((name) => names[name]!),
    names,
    speaker: row[9],
    modality: row[10],
    hypothetical: (flags & 1) !== 0,
    negated: (flags & 2) !== 0,
    volatile: (flags & 4) !== 0,
    growing: (flags & 8) !== 0,
    sampled: (flags & 16) !== 0,
    partial: (flags & 32) !== 0,
    company: row[12],
    written,
    printed: row[14] === 0 ? written : row[14],
    sayer: row[15],
    apposed: (flags & 64) !== 0,
    explicit: (flags & 128) !== 0,
    scope: (flags & 256) !== 0,
    remote: (flags & 512) !== 0,
    periods: row[16],
    passage: passageIn(passages, claim, lengthBefore(cells, record), lengthAfter(cells, record)),
  };
}

/** Each of its own bit, from the lowest: see `claimFrom`. */
const FLAGS = [
  ...(['hypothetical', 'negated', 'volatile', 'growing', 'sampled'] as const),
  ...(['partial', 'apposed', 'explicit', 'scope', 'remote'] as const),
] as const;

function figureRow(figure: Figure): FigureRow {
  return [
    figure.start,
    figure.end,
    figure.type,
    figure.value,
    figure.unit,
    figure.per,
    figure.op,
    figure.low,
    figure.high,
    figure.fine,
    figure.coarse,
    figure.hedge,
    figure.role,
    figure.counted,
    figure.head,
    figure.definite ? 1 : 0,
    figure.resolution,
    figure.furniture ? 1 : 0,
  ];
}

function figureOf(row: FigureRow): Figure {
  return {
    start: row[0],
    end: row[1],
    type: row[2],
    value: row[3],
    unit: row[4],
    per: row[5],
    op: row[6],
    low: row[7],
    high: row[8],
    fine: row[9],
    coarse: row[10],
    hedge: row[11],
    role: row[12],
    counted: row[13],
    head: row[14],
    definite: row[15] === 1,
    resolution: row[16],
    furniture: row[17] === 1,
  };
}

/** Which of the near stems are in a list that was drawn from them in their order: there are no more than a handful. */
function bitsOf(some: readonly number[], near: readonly number[]): number {
  return near.reduce((sum, stem, bit) => (some.includes(stem) ? sum | (1 << bit) : sum), 0);
}

function among(near: readonly number[], bits: number): readonly number[] {
  return bits === 0 ? NONE : near.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

const NONE: readonly number[] = [];
