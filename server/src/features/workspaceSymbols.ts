import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { EntityInFolder } from '../facts/index';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { folded } from './folded';
import { locationOf } from './places';

/** More than anybody reads; the client asks again with every letter typed. */
const mostSymbols = 200;

export const symbolKinds: Record<EntityInFolder['type'], SymbolKind> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Namespace,
  other: SymbolKind.Object,
};

/** The people, organizations and places of the workspace whose canonical name holds the letters of the query in their order. */
export async function provideWorkspaceSymbols(
  sources: Sources,
  query: string,
  breath: Breath,
): Promise<WorkspaceSymbol[]> {
  const matches: { entity: EntityInFolder; score: number }[] = [];
  for (const [i, entity] of sources.entities().entries()) {
    if (i % stride === stride - 1) await breath();
    const score = entity.type === 'other' ? null : matchScore(query, entity.name);
    if (score !== null) matches.push({ entity, score });
  }
  matches.sort(
    (a, b) =>
      b.score - a.score ||
      b.entity.statements.length - a.entity.statements.length ||
      (a.entity.name < b.entity.name ? -1 : 1),
  );
  return matches.slice(0, mostSymbols).flatMap(({ entity }) => {
    const first = entity.statements[0];
    const location = first ? locationOf(sources, first) : null;
    if (!location) return [];
    const documents = new Set(entity.statements.map(({ document }) => document)).size;
    const times = entity.statements.length === 1 ? 'once' : `${entity.statements.length} times`;
    const containerName = `${entity.type}, ${times} in ${documents} ${documents === 1 ? 'document' : 'documents'}`;
    return [{ name: entity.name, kind: symbolKinds[entity.type], location, containerName }];
  });
}

/**
 * How well a name fits a query, or null where it does not: case and accents are of no account. The whole query in one piece
 * counts more than its letters apart, the head of a word more than its inside.
 */
export function matchScore(query: string, name: string): number | null {
  const wanted = folded(query).replaceAll(' ', '');
  if (wanted === '') return 0;
  const given = folded(name);
  const at = given.replaceAll(' ', '').indexOf(wanted);
  if (at === 0) return 3;
  if (given.split(' ').some((word) => word.startsWith(wanted))) return 2;
  if (at > 0) return 1;
  let next = 0;
  for (const letter of given) if (letter === wanted[next]) next++;
  return next === wanted.length ? 0 : null;
}
