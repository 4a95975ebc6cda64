import { compareStrings } from '../text/compareStrings';
import type { Statement } from './model';

/** Statements of one document that come one after the other. */
interface Run<T> {
  readonly document: string;
  readonly rank: number;
  readonly statements: T[];
}

/**
 * The statements by `rankOf` their documents, then by offset; of documents of one rank, by id. Whoever lists them goes through them document by
 * document, so that documents are sorted and not statements, of which a name has ten thousand.
 */
export function inDocumentOrder<T extends Statement>(
  statements: readonly T[],
  rankOf: (document: string) => number,
): T[] {
  const runs: Run<T>[] = [];
  for (const statement of statements) {
    const { document } = statement;
    const last = runs[runs.length - 1];
    if (last?.document === document) last.statements.push(statement);
    else runs.push({ document, rank: rankOf(document), statements: [statement] });
  }
  runs.sort((a, b) => a.rank - b.rank || compareStrings(a.document, b.document));
  const out: T[] = [];
  for (let i = 0; i < runs.length;) {
    const { document } = runs[i]!;
    const first = i;
    while (i < runs.length && runs[i]!.document === document) i++;
    const all = i === first + 1 ? runs[first]!.statements : runs.slice(first, i).flatMap((run) => run.statements);
    for (const statement of inOrder(all)) out.push(statement);
  }
  return out;
}

/** The places in the list by the rank of what stands there; of equal ranks in their order. Numbers are sorted, not what is ranked, of which there may be thousands. */
export function byRank(ranks: readonly number[]): number[] {
  const keys = Float64Array.from(ranks, (rank, i) => rank * PLACES + i).sort();
  return Array.from(keys, (key) => key % PLACES);
}

/** More than there are places in any list. */
const PLACES = 2 ** 24;

function inOrder<T extends Statement>(statements: T[]): T[] {
  const ascending = statements.every(({ start }, i) => i === 0 || statements[i - 1]!.start <= start);
  return ascending ? statements : statements.sort((a, b) => a.start - b.start);
}
