import type { Intern } from './intern';
import type { Link } from './pairing';

/** The links between two documents, in columns: as objects they would take six times the room, and a folder has dozens for each document. */
export interface LinkColumns {
  /** Of each link `WIDTH` units, a byte each: see `Place`. The engine keeps an array of numbers in thrice the room. */
  readonly numbers: string;
  /** What each link shares, then the judgements that there are. */
  readonly words: readonly (string | Link['judgement'])[];
}

/** The same as plain data. */
export interface LinkLists {
  /** Of each link, one after the other: `a`, `b`, `score`, `evidence`. */
  readonly numbers: readonly number[];
  readonly judgements: readonly Link['judgement'][];
  readonly shared: readonly string[];
}

/** Where in the units of a link a number begins, the lowest byte first. */
const enum Place {
  A,
  B = 4,
  /** Which of the judgements. */
  Judgement = 8,
  /** Doubles. */
  Score = 10,
  Evidence = 18,
}

const WIDTH = 26;
const NUMBERS = 4;

const bytes = new Uint8Array(WIDTH);
const view = new DataView(bytes.buffer);

export function linkColumnsOf(links: readonly Link[], intern: Intern): LinkColumns {
  return columnsOfLists(listed(links), intern);
}

export function columnsOfLists({ numbers, judgements, shared }: LinkLists, intern: Intern): LinkColumns {
  const kinds = [...new Set(judgements)];
  const units = judgements.map((judgement, i) => {
    view.setUint32(Place.A, numbers[NUMBERS * i]!, true);
    view.setUint32(Place.B, numbers[NUMBERS * i + 1]!, true);
    view.setUint16(Place.Judgement, kinds.indexOf(judgement), true);
    view.setFloat64(Place.Score, numbers[NUMBERS * i + 2]!, true);
    view.setFloat64(Place.Evidence, numbers[NUMBERS * i + 3]!, true);
    return String.fromCharCode(...bytes);
  });
  const words: LinkColumns['words'] = [...shared.map(intern), ...kinds];
  // Made to its length: a string that was joined keeps its parts until it is read, and a list has room for more.
  return { numbers: units.join(''), words: words.slice() };
}

export function listsOf(columns: LinkColumns): LinkLists {
  return listed(linksFrom(columns));
}

function listed(links: readonly Link[]): LinkLists {
  return {
    numbers: links.flatMap(({ a, b, score, evidence }) => [a, b, score, evidence]),
    judgements: links.map(({ judgement }) => judgement),
    shared: links.map(({ shared }) => shared),
  };
}

export function linksFrom(columns: LinkColumns): Link[] {
  return Array.from({ length: countOf(columns) }, (_, i) => linkFrom(columns, i));
}

/** Those of one claim of a side, without making the others. */
export function linksOfClaim(columns: LinkColumns, side: 'a' | 'b', claim: number): Link[] {
  const out: Link[] = [];
  for (let i = 0; i < countOf(columns); i++) if (claimOf(columns, i, side) === claim) out.push(linkFrom(columns, i));
  return out;
}

/** The claims of one side, without making the links. */
export function claimsIn(columns: LinkColumns, side: 'a' | 'b'): number[] {
  return Array.from({ length: countOf(columns) }, (_, i) => claimOf(columns, i, side));
}

function countOf({ numbers }: LinkColumns): number {
  return numbers.length / WIDTH;
}

function claimOf({ numbers }: LinkColumns, link: number, side: 'a' | 'b'): number {
  const at = WIDTH * link + (side === 'a' ? Place.A : Place.B);
  let claim = 0;
  for (let i = 3; i >= 0; i--) claim = claim * 256 + numbers.charCodeAt(at + i);
  return claim;
}

function linkFrom(columns: LinkColumns, link: number): Link {
  const { numbers, words } = columns;
  for (let i = 0; i < WIDTH; i++) bytes[i] = numbers.charCodeAt(WIDTH * link + i);
  const kind = countOf(columns) + view.getUint16(Place.Judgement, true);
  return {
    a: view.getUint32(Place.A, true),
    b: view.getUint32(Place.B, true),
    judgement: words[kind] as Link['judgement'],
    score: view.getFloat64(Place.Score, true),
    evidence: view.getFloat64(Place.Evidence, true),
    shared: words[link] as string,
  };
}
