import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { LocatedProblem } from '../workspace/folderConfigs';

/** What makes no sense in the files `crosscheck.json`, by file. */
export function configDiagnostics(problems: readonly LocatedProblem[]): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const { location, start, end, message } of problems) {
    const diagnostic: Diagnostic = {
      range: { start, end },
      severity: DiagnosticSeverity.Warning,
      source: 'crosscheck',
      code: 'setting-not-read',
      message,
    };
    const known = byFile.get(location);
    if (known) known.push(diagnostic);
    else byFile.set(location, [diagnostic]);
  }
  return byFile;
}
