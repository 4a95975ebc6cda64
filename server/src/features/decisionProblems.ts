import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { LineProblem } from '../workspace/decided';

/** A client moves what is outside of a line into it. */
const endOfLine = 2 ** 31 - 1;

/** What is wrong with lines of the decisions files, by file. */
export function decisionDiagnostics(problems: readonly LineProblem[]): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const { location, line, kind, message } of problems) {
    const diagnostic: Diagnostic = {
      range: { start: { line, character: 0 }, end: { line, character: endOfLine } },
      severity: kind === 'broken' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
      source: 'crosscheck',
      code: kind === 'broken' ? 'decision-not-read' : 'decision-orphaned',
      message,
    };
    const known = byFile.get(location);
    if (known) known.push(diagnostic);
    else byFile.set(location, [diagnostic]);
  }
  return byFile;
}
