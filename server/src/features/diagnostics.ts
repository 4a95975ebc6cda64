import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Severity } from '../facts/model';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { locationOf, rangeOf } from './places';
import { inContext } from '../text/inContext';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * The findings as problems, by the document of their main place; each pair once, with the other side as related information.
 * `pages` is the URI of the folder that explains the codes, or ''. What a later count has replaced is tagged as out of date.
 */
export function provideDiagnostics(sources: Sources, pages: string): Map<string, Diagnostic[]> {
  const byDocument = new Map<string, Diagnostic[]>();
  for (const finding of sources.findings()) {
    const diagnostic = diagnosticOf(sources, finding, pages);
    if (!diagnostic) continue;
    const known = byDocument.get(finding.document);
    if (known) known.push(diagnostic);
    else byDocument.set(finding.document, [diagnostic]);
  }
  return byDocument;
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
  const tagged = sources.index.document(statement.document)?.tagged;
  if (!tagged) return '';
  const words = oneLine(spanText(tagged.scanned.text, statement));
  const { before, mention, after } = inContext(tagged.scanned, statement);
  if (/^["“‘'«„]/.test(words)) return mention; // a quotation has its own marks
  const wording = before + mention + after;
  return wording === words ? `“${words}”` : `“${words}”: “${wording}”`;
}
