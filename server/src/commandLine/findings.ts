import type { FolderFacts } from '../facts/index';
import type { Finding, Severity, Statement } from '../facts/model';
import { lastStartingAtOrBefore } from '../text/span';
import { decidedReport } from './decided';
import { placesIn } from './places';

/** `check --format json`: the contract is in README.md, “The command line”. */
export function checkReport(index: FolderFacts, findings: readonly Finding[]): object {
  const places = placesIn(index);
  const place = (statement: Statement): object => {
    const { document: path, start, end } = statement;
    return { path, start, end, text: places.text(statement) };
  };
  const mention = (statement: Statement): object => {
    const value = valueAt(index, statement);
    return value === undefined ? place(statement) : { ...place(statement), value };
  };
  const facts = index
    .facts()
    .map(({ id, kind, label, statements }) => ({ id, kind, label, mentions: statements.map(mention) }));
  const reported = findings.map((finding) => {
    const { id, code, verdict, severity, message, reason, related } = finding;
    return { id, code, verdict, severity, message, reason, ...place(finding), related: related.map(place) };
  });
  return { version: 1, facts, findings: reported, decided: decidedReport(index, place) };
}

function valueAt(index: FolderFacts, { document, start, end }: Statement): number | string | null | undefined {
  const figures = index.document(document)?.tagged.figures ?? [];
  const figure = figures[lastStartingAtOrBefore(figures, start)];
  return figure && figure.start === start && figure.end === end ? figure.value : undefined;
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function isAtLeast(severity: Severity, level: Severity | 'never'): boolean {
  return level !== 'never' && severities.indexOf(severity) <= severities.indexOf(level);
}

/** “2 warnings, 1 hint in 8 documents” */
export function summaryOf(findings: readonly Finding[], documents: number): string {
  const counts = severities.flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [plural(n, severity, severity === 'information' ? 'notes' : `${severity}s`)];
  });
  return `${counts.length === 0 ? 'Nothing found' : counts.join(', ')} in ${plural(documents, 'document', 'documents')}`;
}

function plural(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? (one === 'information' ? 'note' : one) : many}`;
}
