import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { positionAt } from '../text/lines';
import type { Sources } from '../workspace/sources';

/**
 * What can be folded away: paragraphs of several lines, and sections from one headline to the next. Where a document has no
 * headlines its paragraphs are all there is.
 */
export function provideFoldingRanges(sources: Sources, id: string): FoldingRange[] {
  const lines = sources.lines(id);
  const scanned = sources.index.document(id)?.tagged.scanned;
  if (!lines || !scanned) return [];
  const { paragraphs, frontMatter } = scanned;
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const startLine = positionAt(lines, start).line;
    const endLine = positionAt(lines, end).line;
    if (endLine > startLine) ranges.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
  };
  if (frontMatter) add(frontMatter.start, frontMatter.end, FoldingRangeKind.Comment);
  let heading: number | null = null;
  let last = 0;
  for (const { start, end, kind } of paragraphs) {
    if (kind === 'heading') {
      if (heading !== null) add(heading, last);
      heading = start;
    } else {
      add(start, end);
    }
    last = end;
  }
  if (heading !== null) add(heading, last);
  return ranges;
}
