import type { Location, Position } from 'vscode-languageserver';
import type { Sources } from '../workspace/sources';
import { othersByGravity } from './factTable';
import { factWithOthersAt } from './factWithOthers';
import { locationOf, offsetIn } from './places';

/** The statements that cannot be right together with the one at a place, the gravest first. */
export function provideConflicting(sources: Sources, id: string, position: Position): Location[] {
  const offset = offsetIn(sources, id, position);
  const fact = offset === null ? null : factWithOthersAt(sources, id, offset);
  if (!fact) return [];
  return othersByGravity(fact, id)
    .filter(({ judgement }) => judgement?.verdict === 'conflict' || judgement?.verdict === 'disputed')
    .flatMap((statement) => locationOf(sources, statement) ?? []);
}
