import type { Location, LocationLink, Position } from 'vscode-languageserver';
import type { Sources } from '../workspace/sources';
import { firstStatement } from './firstStatement';
import { locationOf, offsetIn, rangeOf } from './places';

/** From a figure or quotation to where it is first stated; from a name to its fullest mention. */
export function provideDefinition(sources: Sources, id: string, position: Position): LocationLink[] {
  const offset = offsetIn(sources, id, position);
  const lines = sources.lines(id);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!fact || !lines) return [];
  const first = firstStatement(sources.index, fact) ?? { document: id, ...fact.span };
  const target = locationOf(sources, first);
  if (!target) return [];
  const { uri, range } = target;
  const originSelectionRange = rangeOf(lines, fact.span);
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}

/** For clients that know no links. */
export function withoutLinks(links: readonly LocationLink[]): Location[] {
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
