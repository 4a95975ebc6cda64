import type { FactAt } from '../facts/index';
import { lastStartingAtOrBefore } from '../text/span';
import type { Sources } from '../workspace/sources';

/** Quotations nest no deeper than this. */
const deepest = 8;

/**
 * The fact at an offset, for questions about its other statements: where a figure in a quotation is stated nowhere else, the quotation is
 * meant, which may be.
 */
export function factWithOthersAt(sources: Sources, id: string, offset: number): FactAt | null {
  const fact = sources.index.factAt(id, offset);
  if (fact && fact.statements.length > 1) return fact;
  const quotes = sources.index.document(id)?.tagged.quotes ?? [];
  for (let i = lastStartingAtOrBefore(quotes, offset), n = 0; i >= 0 && n < deepest; i--, n++) {
    const { start, end } = quotes[i]!;
    const around = offset < end ? sources.index.factAt(id, start) : null;
    if (around?.kind === 'quote' && around.statements.length > 1) return around;
  }
  return fact;
}
