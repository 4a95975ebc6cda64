import type { Location, Position, Range } from 'vscode-languageserver';
import type { Statement } from '../facts/model';
import { type Lines, offsetAt, positionAt, walkPositions } from '../text/lines';
import type { Span } from '../text/span';
import type { Sources } from '../workspace/sources';

export function rangeOf(lines: Lines, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/** `rangeOf` for one span after the other, quick where they ascend. */
export function rangesIn(lines: Lines): (span: Span) => Range {
  const at = walkPositions(lines);
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}

/** Null where the document is not known (any more). */
export function locationOf(sources: Sources, { document, start, end }: Statement): Location | null {
  const lines = sources.lines(document);
  return lines && { uri: document, range: rangeOf(lines, { start, end }) };
}

/** The offset of a position in a document, or null where the document is not known. */
export function offsetIn(sources: Sources, id: string, position: Position): number | null {
  const lines = sources.lines(id);
  return lines && offsetAt(lines, position);
}
