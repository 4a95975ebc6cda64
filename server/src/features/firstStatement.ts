import type { FactAt, FolderFacts } from '../facts/index';
import type { Statement } from '../facts/model';

/**
 * Where a fact is first stated: in a document that the user trusts over others, else in the one with the earliest story date,
 * those without a date last, else in the order of the index; in a draft only where no source states it. For a name it is the
 * fullest mention, which says who it is.
 */
export function firstStatement(index: FolderFacts, { kind, statements }: FactAt): Statement | null {
  let best: Statement | null = null;
  for (const statement of statements) {
    if (!best || (kind === 'entity' ? isFuller(statement, best) : isEarlier(index, statement, best))) best = statement;
  }
  return best;
}

function isFuller(a: Statement, b: Statement): boolean {
  return a.end - a.start > b.end - b.start;
}

function isEarlier(index: FolderFacts, a: Statement, b: Statement): boolean {
  const [rankA, rankB] = [rankOf(index, a), rankOf(index, b)];
  return rankA < rankB || (rankA === rankB && dayOf(index, a) < dayOf(index, b));
}

function rankOf(index: FolderFacts, statement: Statement): number {
  const document = index.document(statement.document);
  if (document?.trusted) return 0;
  return document?.draft ? 2 : 1;
}

function dayOf(index: FolderFacts, statement: Statement): number {
  return index.storyDay(statement.document) ?? Infinity;
}
