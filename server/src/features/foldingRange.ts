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
  const { text, paragraphs, frontMatter } = scanned;
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const startLine = positionAt(lines, start).line;
    const endLine = positionAt(lines, end).line;
    if (endLine > startLine) ranges.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
  };
  // With the lines of dashes around it.
  if (frontMatter) add(frontMatter.start - 1, frontMatter.end, FoldingRangeKind.Comment);
  let heading: number | null = null;
  for (const { start, end, kind } of paragraphs) {
    if (kind === 'heading') {
      if (heading !== null) add(heading, lastWordBefore(text, text.lastIndexOf('\n', start) + 1));
      heading = start;
    } else {
      add(start, end);
    }
  }
  // Not to the last paragraph: what is no prose, such as code, belongs to the section too.
  if (heading !== null) add(heading, lastWordBefore(text, text.length));
  return ranges;
}

/** The offset behind the last character before an offset that is no space. */
function lastWordBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
