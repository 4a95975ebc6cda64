import type { FactAt } from '../facts/index';
import { type Fact, type RelatedStatement, textOf } from '../facts/model';
import {
  type FactDocument,
  type FactRow,
  type FactsQuestion,
  type FactStatement,
  type FactTable,
  type FactVerdict,
  factVerdicts,
} from '../protocol';
import { isoDay } from '../text/isoDay';
import { inContext } from '../text/inContext';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { factVerdict, reportedIn, statementVerdicts, verdictIn } from './factVerdicts';
import { folded } from './folded';
import { markedWordings } from './markedWording';
import { rangeOf } from './places';
import { statementReading } from './statementReading';

/** No view shows more rows than this, whatever is asked for. */
const mostRows = 5000;

/** What makes one fact graver than another, or more widely stated. */
interface Judged {
  readonly fact: Fact;
  readonly verdict: FactVerdict;
  readonly message: string;
  readonly documents: number;
}

/** The facts that answer a question, the gravest and most widely stated first, with the documents that state them. */
export async function provideFactTable(sources: Sources, question: FactsQuestion, breath: Breath): Promise<FactTable> {
  const findings = reportedIn(sources.findings());
  const wanted = wordsWanted(sources, question.words ?? '');
  const answers: Judged[] = [];
  const counts: Record<FactVerdict, number> = { conflict: 0, disputed: 0, updated: 0, compatible: 0, agree: 0 };
  for (const [i, fact] of sources.facts().entries()) {
    if (i % stride === stride - 1) await breath();
    if (!concerns(sources, fact, question, wanted)) continue;
    const { verdict, message } = factVerdict(sources, fact, findings);
    if (question.verdicts && !question.verdicts.includes(verdict)) continue;
    counts[verdict]++;
    answers.push({ fact, verdict, message, documents: documentsOf(fact).size });
  }
  answers.sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict) || b.documents - a.documents);
  const shown = answers.slice(0, Math.min(question.limit, mostRows));
  const columns = columnsOf(sources, shown);
  const at = new Map(columns.map(({ uri }, i) => [uri, i]));
  return {
    generation: sources.generation(),
    documents: columns,
    facts: shown.map((judged) => rowOf(sources, judged, at)),
    total: answers.length,
    counts,
  };
}

/** What is searched for. */
interface Wanted {
  readonly words: string;
  /** Does a document hold the words at all? To look closer may mean to unpack it. */
  readonly mayStandIn: (id: string) => boolean;
}

function wordsWanted(sources: Sources, asked: string): Wanted {
  const words = folded(asked);
  const each = words.split(/\s+/);
  const known = new Map<string, boolean>();
  const holds = (id: string): boolean => {
    const text = folded(textOf(sources.index.document(id)));
    return each.every((word) => text.includes(word));
  };
  return {
    words,
    mayStandIn: (id) => {
      const before = known.get(id);
      const now = before ?? holds(id);
      if (before === undefined) known.set(id, now);
      return now;
    },
  };
}

function concerns(sources: Sources, fact: Fact, { kinds, uri }: FactsQuestion, { words, mayStandIn }: Wanted): boolean {
  if (fact.kind === 'entity' || (kinds && !kinds.includes(fact.kind))) return false;
  if (uri !== undefined && !fact.statements.some(({ document }) => document === uri)) return false;
  if (words === '' || folded(fact.label).includes(words)) return true;
  return fact.statements.some((statement) => {
    const tagged = mayStandIn(statement.document) ? sources.index.document(statement.document)?.tagged : undefined;
    if (!tagged) return false;
    const { before, mention, after } = inContext(tagged.scanned, statement);
    const { speaker } = statementReading(tagged, statement);
    return folded(`${before} ${mention} ${after} ${speaker}`).includes(words);
  });
}

function columnsOf(sources: Sources, rows: readonly Judged[]): FactDocument[] {
  const ids = new Set(rows.flatMap(({ fact }) => [...documentsOf(fact)]));
  return sources.index
    .documents()
    .filter(({ id }) => ids.has(id))
    .map(({ id, label, draft }) => {
      const day = sources.index.storyDay(id);
      return { uri: id, path: label, draft, date: day === null ? null : isoDay(day) };
    });
}

function rowOf(sources: Sources, { fact, verdict, message }: Judged, columns: ReadonlyMap<string, number>): FactRow {
  const verdicts = statementVerdicts(sources, fact, verdict);
  const marked = fact.kind === 'quote' ? markedStatements(sources, fact) : [];
  const statements = fact.statements.flatMap((statement, i): FactStatement[] => {
    const tagged = sources.index.document(statement.document)?.tagged;
    const lines = sources.lines(statement.document);
    const document = columns.get(statement.document);
    if (!tagged || !lines || document === undefined) return [];
    const { before, mention, after } = inContext(tagged.scanned, statement);
    const reading = statementReading(tagged, statement);
    return [
      {
        document,
        range: rangeOf(lines, statement),
        text: mention,
        before,
        after,
        marked: marked[i] ?? [],
        value: reading.value === mention ? '' : reading.value,
        speaker: reading.speaker,
        day: reading.day,
        verdict: verdicts[i]!,
      },
    ];
  });
  return {
    id: fact.id,
    kind: fact.kind === 'entity' ? 'figure' : fact.kind,
    label: fact.label,
    verdict,
    message,
    statements,
  };
}

function markedStatements(sources: Sources, { statements }: Fact): (readonly string[])[] {
  return markedWordings(
    statements.flatMap((span) => {
      const tagged = sources.index.document(span.document)?.tagged;
      const quote = tagged?.quotes.find(({ start, end }) => start === span.start && end === span.end);
      return tagged ? [{ scanned: tagged.scanned, span, content: quote?.content ?? span }] : [];
    }),
  );
}

function documentsOf({ statements }: Fact): Set<string> {
  return new Set(statements.map(({ document }) => document));
}

function rankOf(verdict: FactVerdict): number {
  return factVerdicts.indexOf(verdict);
}

/** For features that answer about one fact: its other statements, the gravest first, as seen from the one asked about. */
export function othersByGravity({ statements, span }: FactAt, id: string): RelatedStatement[] {
  return statements
    .filter(({ document, start, end }) => document !== id || start !== span.start || end !== span.end)
    .sort((a, b) => rankOf(verdictIn(a)) - rankOf(verdictIn(b)));
}
