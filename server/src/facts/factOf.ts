import { shortHash } from './hash';
import type { Fact, FactKind, Statement } from './model';

/** The fact that has these statements, in their order; it goes by the labels of their documents and their places there. */
export function factOf(
  kind: FactKind,
  label: string,
  statements: readonly Statement[],
  labelOf: (document: string) => string,
): Fact {
  const places = statements.map((s) => `${labelOf(s.document)}:${s.start}`);
  return {
    id: shortHash(`${kind} ${places.join(' ')}`),
    kind,
    label,
    statements: statements.map(({ document, start, end }) => ({ document, start, end })),
  };
}
