import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { type Finding, type Severity, textOf } from '../facts/model';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { locationOf, rangeOf } from './places';
import { hasMarks, statementInContext } from './wordingInContext';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * Findings of one document as problems; each pair once, with the other side as related information.
 * `pages` is the URI of the folder that explains the codes, or ''. What a later count has replaced is tagged as out of date.
 */
export function diagnosticsOf(sources: Sources, findings: readonly Finding[], pages: string): Diagnostic[] {
  return findings.flatMap((finding) => diagnosticOf(sources, finding, pages) ?? []);
}

function diagnosticOf(sources: Sources, finding: Finding, pages: string): Diagnostic | null {
  const lines = sources.lines(finding.document);
  if (!lines) return null;
  const { message, reason } = finding;
  const relatedInformation = finding.related.flatMap((statement) => {
    const location = locationOf(sources, statement);
    return location ? [{ location, message: otherSide(sources, statement) }] : [];
  });
  return {
    range: rangeOf(lines, finding),
    severity: severities[finding.severity],
    source: 'crosscheck',
    code: finding.code,
    ...(pages === '' ? {} : { codeDescription: { href: `${pages}/${finding.code}.md` } }),
    message: reason === '' || message.includes(reason) ? message : `${message}\n${reason}`,
    relatedInformation,
    ...(finding.verdict === 'updated' ? { tags: [DiagnosticTag.Deprecated] } : {}),
    data: finding.id,
  };
}

/** “$60 billion”: “which last month approved $60 billion in military aid” */
function otherSide(sources: Sources, statement: { document: string; start: number; end: number }): string {
  const stated = statementInContext(sources, statement);
  if (!stated) return '';
  const { before, mention, after } = stated;
  if (hasMarks(mention)) return mention;
  const words = oneLine(spanText(textOf(sources.index.document(statement.document)), statement));
  const wording = before + mention + after;
  return wording === words ? `“${words}”` : `“${words}”: “${wording}”`;
}
