import type { Intern } from './intern';
import type { Verdict } from './model';
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
  const count = countOf(columns);
  for (let i = 0; i < count; i++) if (isOfClaim(columns, i, side, claim)) out.push(linkFrom(columns, i));
  return out;
}

/** The same of links with one of some verdicts; most columns have none. */
export function linksAs(columns: LinkColumns, side: 'a' | 'b', claim: number, verdicts: readonly Verdict[]): Link[] {
  return holdsVerdict(columns, verdicts)
    ? linksOfClaim(columns, side, claim).filter(({ judgement }) => verdicts.includes(judgement.verdict))
    : [];
}

/** The claims of one side that have such links, without making the links. */
export function claimsAs(columns: LinkColumns, side: 'a' | 'b', verdicts: readonly Verdict[]): number[] {
  if (!holdsVerdict(columns, verdicts)) return [];
  const out: number[] = [];
  const count = countOf(columns);
  for (let i = 0; i < count; i++)
    if (verdicts.includes(judgementOf(columns, i).verdict)) out.push(claimOf(columns, i, side));
  return out;
}

function holdsVerdict(columns: LinkColumns, verdicts: readonly Verdict[]): boolean {
  const { words } = columns;
  for (let i = countOf(columns); i < words.length; i++)
    if (verdicts.includes((words[i] as Link['judgement']).verdict)) return true;
  return false;
}

function judgementOf(columns: LinkColumns, link: number): Link['judgement'] {
  const { numbers, words } = columns;
  const at = WIDTH * link + Place.Judgement;
  const kind = numbers.charCodeAt(at) + 256 * numbers.charCodeAt(at + 1);
  return words[countOf(columns) + kind] as Link['judgement'];
}

/** Most are not: their lowest bytes differ. */
function isOfClaim(columns: LinkColumns, link: number, side: 'a' | 'b', claim: number): boolean {
  const at = WIDTH * link + (side === 'a' ? Place.A : Place.B);
  return columns.numbers.charCodeAt(at) === (claim & 0xff) && claimOf(columns, link, side) === claim;
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
  return {
    a: view.getUint32(Place.A, true),
    b: view.getUint32(Place.B, true),
    judgement: judgementOf(columns, link),
    score: view.getFloat64(Place.Score, true),
    evidence: view.getFloat64(Place.Evidence, true),
    shared: words[link] as string,
  };
}
