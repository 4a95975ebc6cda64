import type { Intern } from './intern';
import type { Link } from './pairing';

/** The links between two documents, in columns: as objects they would take three times the room, and a folder has dozens for each document. */
export interface LinkColumns {
  /** Of each link, one after the other: `a`, `b`, `score`, `evidence`. */
  readonly numbers: readonly number[];
  readonly judgements: readonly Link['judgement'][];
  readonly shared: readonly string[];
}

export function linkColumnsOf(links: readonly Link[], intern: Intern): LinkColumns {
  return {
    // Made to its length: a list that is pushed to, or joined of lists, has room for more.
    numbers: links.flatMap(({ a, b, score, evidence }) => [a, b, score, evidence]).slice(),
    judgements: links.map(({ judgement }) => judgement),
    shared: links.map(({ shared }) => intern(shared)),
  };
}

export function linksFrom(columns: LinkColumns): Link[] {
  return columns.judgements.map((_, i) => linkFrom(columns, i));
}

/** Those of one claim of a side, without making the others. */
export function linksOfClaim(columns: LinkColumns, side: 'a' | 'b', claim: number): Link[] {
  const { numbers } = columns;
  const out: Link[] = [];
  for (let at = side === 'a' ? 0 : 1; at < numbers.length; at += NUMBERS)
    if (numbers[at] === claim) out.push(linkFrom(columns, Math.floor(at / NUMBERS)));
  return out;
}

function linkFrom({ numbers, judgements, shared }: LinkColumns, i: number): Link {
  return {
    a: numbers[NUMBERS * i]!,
    b: numbers[NUMBERS * i + 1]!,
    judgement: judgements[i]!,
    score: numbers[NUMBERS * i + 2]!,
    evidence: numbers[NUMBERS * i + 3]!,
    shared: shared[i]!,
  };
}

/** The claims of one side, without making the links. */
export function claimsIn({ numbers }: LinkColumns, side: 'a' | 'b'): number[] {
  const place = side === 'a' ? 0 : 1;
  return numbers.filter((_, i) => i % NUMBERS === place);
}

const NUMBERS = 4;
