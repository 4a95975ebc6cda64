import type { Location, Position } from 'vscode-languageserver';
import type { Lines } from '../text/lines';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { firstStatement } from './firstStatement';
import { offsetIn, rangeOf } from './places';

export interface ReferencesQuestion {
  readonly id: string;
  readonly position: Position;
  /** Whether the place that Go to Definition leads to is one of them. */
  readonly includeDeclaration: boolean;
}

/** Every statement of the fact, or every mention of the name, in every document. */
export async function provideReferences(
  sources: Sources,
  { id, position, includeDeclaration }: ReferencesQuestion,
  breath: Breath,
): Promise<Location[]> {
  const offset = offsetIn(sources, id, position);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!fact) return [];
  const declaration = includeDeclaration ? null : firstStatement(sources.index, fact);
  const statements = fact.statements.length > 0 ? fact.statements : [{ document: id, ...fact.span }];
  const locations: Location[] = [];
  let last = '';
  let lines: Lines | null = null;
  for (const [i, statement] of statements.entries()) {
    if (i % stride === stride - 1) await breath();
    const { document } = statement;
    // They come document by document.
    if (document !== last) lines = sources.lines(document);
    last = document;
    if (lines && statement !== declaration) locations.push({ uri: document, range: rangeOf(lines, statement) });
  }
  return locations;
}
