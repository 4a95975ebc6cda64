import { type FactRow, type FactTable, type FactVerdict, factVerdicts } from '../../../server/src/protocol';
import { type PanelState } from './messages';

/** Letters without case and accents, to be looked for. */
export function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** What is looked for in each fact: made once for a table, as the filter is asked at every key. */
export function searchTexts({ facts }: FactTable): ReadonlyMap<FactRow, string> {
  return new Map(
    facts.map((fact) => {
      const statements = fact.statements.map(
        ({ before, text, after, speaker, value }) => `${before} ${text} ${after} ${speaker} ${value}`,
      );
      return [fact, folded([fact.label, ...statements].join(' '))];
    }),
  );
}

/** The facts that the panel shows, in its order. */
export function shownFacts(table: FactTable, texts: ReadonlyMap<FactRow, string>, state: PanelState): FactRow[] {
  const words = folded(state.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = table.facts.filter((fact) => {
    if (state.verdict !== 'all' && fact.verdict !== state.verdict) return false;
    if (state.kind !== 'all' && fact.kind !== state.kind) return false;
    const text = texts.get(fact) ?? '';
    return words.every((word) => text.includes(word));
  });
  return sorted(shown, state.sort);
}

/** The order of the table is that of gravity. */
function sorted(facts: FactRow[], sort: PanelState['sort']): FactRow[] {
  switch (sort) {
    case 'gravity':
      return facts;
    case 'label': {
      const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
      return facts.sort((a, b) => compare(a.label, b.label));
    }
    case 'documents':
      return facts
        .map((fact) => ({ fact, count: documentsOf(fact).size }))
        .sort((a, b) => b.count - a.count)
        .map(({ fact }) => fact);
  }
}

export function documentsOf({ statements }: FactRow): Set<number> {
  return new Set(statements.map(({ document }) => document));
}

/** One cell: what a document states of a fact, as indexes of its statements, the gravest first. */
export interface Cell {
  readonly statements: readonly number[];
  readonly verdict: FactVerdict;
}

/** The cells of a fact by document; documents that do not state it have none. */
export function cellsOf({ statements }: FactRow): Map<number, Cell> {
  const byDocument = new Map<number, number[]>();
  for (const [index, { document }] of statements.entries()) {
    const known = byDocument.get(document);
    if (known) known.push(index);
    else byDocument.set(document, [index]);
  }
  const rank = (index: number): number => factVerdicts.indexOf(statements[index]!.verdict);
  return new Map(
    [...byDocument].map(([document, indexes]) => {
      indexes.sort((a, b) => rank(a) - rank(b) || a - b);
      return [document, { statements: indexes, verdict: statements[indexes[0]!]!.verdict }];
    }),
  );
}
