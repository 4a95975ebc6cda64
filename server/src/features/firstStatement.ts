import type { FactAt, FactIndex } from '../facts/index';
import type { Statement } from '../facts/model';

/**
 * Where a fact is first stated: in the document with the earliest story date, those without a date last, else in the order
 * of the index. For a name it is the fullest mention, which says who it is.
 */
export function firstStatement(index: FactIndex, { kind, statements }: FactAt): Statement | null {
  let best: Statement | null = null;
  for (const statement of statements) {
    if (!best || (kind === 'entity' ? isFuller(statement, best) : isEarlier(index, statement, best))) best = statement;
  }
  return best;
}

function isFuller(a: Statement, b: Statement): boolean {
  return a.end - a.start > b.end - b.start;
}

function isEarlier(index: FactIndex, a: Statement, b: Statement): boolean {
  return dayOf(index, a) < dayOf(index, b);
}

function dayOf(index: FactIndex, statement: Statement): number {
  return index.document(statement.document)?.tagged.storyDate?.day ?? Infinity;
}
