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

/** Items, which are numbers, by their ranks, then ascending. A list of numbers is sorted, for there may be thousands. */
export function byRank(items: readonly number[], rankOf: (item: number) => number): number[] {
  const keys = new Float64Array(items.length);
  for (let i = 0; i < keys.length; i++) keys[i] = rankOf(items[i]!) * MOST_ITEMS + items[i]!;
  keys.sort();
  const out = new Array<number>(keys.length);
  for (let i = 0; i < out.length; i++) out[i] = keys[i]! % MOST_ITEMS;
  return out;
}

/** Items are less than this, and four million ranks times as much is a whole number still. */
const MOST_ITEMS = 2 ** 31;

function inOrder<T extends Statement>(statements: T[]): T[] {
  const ascending = statements.every(({ start }, i) => i === 0 || statements[i - 1]!.start <= start);
  return ascending ? statements : statements.sort((a, b) => a.start - b.start);
}
