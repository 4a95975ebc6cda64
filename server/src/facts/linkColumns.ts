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

export function linksFrom({ numbers, judgements, shared }: LinkColumns): Link[] {
  return judgements.map((judgement, i) => ({
    a: numbers[NUMBERS * i]!,
    b: numbers[NUMBERS * i + 1]!,
    judgement,
    score: numbers[NUMBERS * i + 2]!,
    evidence: numbers[NUMBERS * i + 3]!,
    shared: shared[i]!,
  }));
}

/** The claims of one side, without making the links. */
export function claimsIn({ numbers }: LinkColumns, side: 'a' | 'b'): number[] {
  const place = side === 'a' ? 0 : 1;
  return numbers.filter((_, i) => i % NUMBERS === place);
}

const NUMBERS = 4;
