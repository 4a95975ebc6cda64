import type { Location, Position, Range } from 'vscode-languageserver';
import type { Span } from '../text/span';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { firstStatement } from './firstStatement';
import { offsetIn, rangesIn } from './places';

/** A place is less work than what others count by the `stride`, and each breath lets the whole event loop turn. */
const placesAtOnce = 4 * stride;

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
  let rangeOf: ((span: Span) => Range) | null = null;
  for (let i = 0; i < statements.length; i++) {
    if (i % placesAtOnce === placesAtOnce - 1) await breath();
    const statement = statements[i]!;
    const { document } = statement;
    // They come document by document.
    if (document !== last) {
      const lines = sources.lines(document);
      rangeOf = lines && rangesIn(lines);
    }
    last = document;
    if (rangeOf && statement !== declaration) locations.push({ uri: document, range: rangeOf(statement) });
  }
  return locations;
}
