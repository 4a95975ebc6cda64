import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import type { Sources } from '../workspace/sources';
import { offsetIn, rangeOf } from './places';

/** The same fact, or the same person, place or organization, elsewhere in the document. */
export function provideDocumentHighlights(sources: Sources, id: string, position: Position): DocumentHighlight[] {
  const offset = offsetIn(sources, id, position);
  const lines = sources.lines(id);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!fact || !lines) return [];
  const here = fact.statements.filter(({ document }) => document === id);
  const spans = here.length > 0 ? here : [fact.span];
  return spans.map((span) => ({ range: rangeOf(lines, span), kind: DocumentHighlightKind.Text }));
}
