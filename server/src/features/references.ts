import type { Location, Position } from 'vscode-languageserver';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { firstStatement } from './firstStatement';
import { locationOf, offsetIn } from './places';

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
  for (const [i, statement] of statements.entries()) {
    if (i % stride === stride - 1) await breath();
    const location = statement === declaration ? null : locationOf(sources, statement);
    if (location) locations.push(location);
  }
  return locations;
}
