import type { FolderFacts } from '../facts/index';
import { type Statement, textOf } from '../facts/model';
import { type Lines, linesOf, positionAt } from '../text/lines';
import { type Span, spanText } from '../text/span';

/** The words at a place, and where they stand as people count: line and column from 1. */
export interface Places {
  text(statement: Statement): string;
  /** `path:line:column` */
  at(statement: Statement): string;
}

export function placesIn(index: FolderFacts): Places {
  const lines = new Map<string, Lines>();
  return {
    text: (statement) => spanText(textOf(index.document(statement.document)), statement),
    at: (statement) => {
      const known = lines.get(statement.document) ?? linesOf(textOf(index.document(statement.document)));
      lines.set(statement.document, known);
      return `${statement.document}:${lineAndColumn(known, statement)}`;
    },
  };
}

export function lineAndColumn(lines: Lines, span: Span): string {
  const { line, character } = positionAt(lines, span.start);
  return `${line + 1}:${character + 1}`;
}
