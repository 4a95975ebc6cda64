import type { CodeLens } from 'vscode-languageserver';
import type { Statement } from '../facts/model';
import { positionAt } from '../text/lines';
import type { Span } from '../text/span';
import type { Sources } from '../workspace/sources';
import { counted } from './counted';
import { rangeOf } from './places';

/** What is kept of a lens until it comes into view. */
interface Unresolved {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const mostLenses = 2000;

/** A lens over each paragraph with figures, dates or quotations; what it says is worked out when it comes into view. */
export function provideCodeLenses(sources: Sources, id: string): CodeLens[] {
  const lines = sources.lines(id);
  const tagged = sources.index.document(id)?.tagged;
  if (!lines || !tagged) return [];
  const lenses: CodeLens[] = [];
  const mentions = [...tagged.figures, ...tagged.quotes].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { start, end } of tagged.scanned.paragraphs) {
    const first = next;
    while (next < mentions.length && mentions[next]!.start < end) next++;
    if (next === first || lenses.length >= mostLenses) continue;
    lenses.push({ range: rangeOf(lines, { start, end: start }), data: { id, start, end } satisfies Unresolved });
  }
  return lenses;
}

/** “≠ 1 conflict · 4 facts in 3 other documents”; a click shows the statements of the gravest. */
export function resolveCodeLens(sources: Sources, lens: CodeLens): CodeLens {
  const { id, start, end } = (lens.data ?? {}) as Unresolved;
  const tagged = sources.index.document(id)?.tagged;
  const lines = sources.lines(id);
  if (!tagged || !lines) return { ...lens, command: { title: '', command: '' } };
  const inside = (span: Span): boolean => span.start >= start && span.start < end;
  const facts = [
    ...tagged.figures.filter(inside).map((span) => factAt(sources, id, span, 'figure')),
    ...tagged.quotes.filter(inside).map((span) => factAt(sources, id, span, 'quote')),
  ].filter((fact) => fact.elsewhere.size > 0);
  const documents = new Set(facts.flatMap(({ elsewhere }) => [...elsewhere]));
  const conflicts = sources
    .findingsTouching(id)
    .filter(({ code }) => !code.startsWith('unsupported'))
    .filter((finding) => [finding, ...finding.related].some((place) => place.document === id && inside(place)));
  const parts: string[] = [];
  if (conflicts.length > 0) parts.push(`≠ ${counted(conflicts.length, 'finding')}`);
  if (facts.length > 0) parts.push(`${counted(facts.length, 'fact')} in ${counted(documents.size, 'other document')}`);
  const at = conflicts
    .flatMap((finding) => [finding, ...finding.related])
    .find((place) => place.document === id && inside(place));
  const gravest: Statement | undefined = at ?? facts[0]?.statement;
  if (!gravest) return { ...lens, command: { title: 'stated in no other document', command: '' } };
  const position = positionAt(lines, gravest.start);
  return {
    ...lens,
    command: { title: parts.join(' · '), command: 'crosscheck.showAllMentions', arguments: [id, position] },
  };
}

function factAt(
  sources: Sources,
  id: string,
  { start, end }: Span,
  kind: 'figure' | 'quote',
): { statement: Statement; elsewhere: Set<string> } {
  const statement = { document: id, start, end };
  const statements = sources.index.factStatedAt(statement, kind)?.statements ?? [];
  const elsewhere = new Set(statements.map(({ document }) => document));
  elsewhere.delete(id);
  return { statement, elsewhere };
}
