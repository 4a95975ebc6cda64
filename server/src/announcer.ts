import type { Connection, Diagnostic, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { decisionDiagnostics } from './features/decisionProblems';
import { provideDiagnostics } from './features/diagnostics';
import { statusOf } from './features/status';
import { type Status, statusMethod } from './protocol';
import type { Progress } from './workspace/progress';
import type { Workspace } from './workspace/workspace';

/** Milliseconds between two announcements: often enough for the eye, seldom enough for the client. */
const interval = 120;

/** Tells the client, unasked, how far the reading is and what was found. */
export interface Announcer {
  /** Something changed; it is told soon. */
  soon(): void;
  /** Resolves when everything is read and told. */
  settled(): Promise<Status>;
  dispose(): void;
}

/**
 * Problems are told only when everything has been read: a draft's figure is not unsupported because its source comes later.
 * Only documents whose problems changed are told of; `onPublished` is called where there were some.
 */
export function announce(
  connection: Connection,
  workspace: Workspace,
  findingPages: () => string,
  onPublished: () => void,
): Announcer {
  const told = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: Promise<unknown> = Promise.resolve();
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  let lastStatus = '';
  let counted = '';
  let facts = 0;
  let findings = 0;

  /** One after the other; null when something changed before all was told. */
  function tell(): Promise<Status | null> {
    clearTimeout(timer);
    timer = undefined;
    const turn = telling.then(tellNow);
    telling = turn.catch((error: unknown) => connection.console.error(String(error)));
    return turn;
  }

  async function tellNow(): Promise<Status | null> {
    if (workspace.idle && !(await workspace.lookForFindings())) return null;
    const progress = workspace.progress();
    if (progress.phase !== 'indexing') publish(progress);
    const status = statusOf(progress, counts());
    const written = JSON.stringify(status);
    if (written !== lastStatus) void connection.sendNotification(statusMethod, status);
    lastStatus = written;
    report(status);
    return progress.phase === 'indexing' ? null : status;
  }

  function counts(): { facts: number; findings: number; generation: number } {
    return { facts, findings, generation: workspace.sources.generation() };
  }

  function publish({ documents, phase }: Progress): void {
    const found = provideDiagnostics(workspace.sources, findingPages());
    // What no source supports can be said only when all sources have been read.
    if (phase === 'stopped') for (const [uri, problems] of found) found.set(uri, problems.filter(isNoLack));
    findings = [...found.values()].reduce((sum, { length }) => sum + length, 0);
    for (const [uri, diagnostics] of decisionDiagnostics(workspace.decisionProblems())) found.set(uri, diagnostics);
    const now = `${documents} ${findings}`;
    // To count the facts is work; an edit that adds or removes no finding leaves the count as it was.
    if (now !== counted) facts = workspace.index.facts().length;
    counted = now;
    const cured = [...told.keys()].filter((uri) => !found.has(uri));
    const published = [...cured.map((uri) => publishOf(uri, [])), ...[...found].map((each) => publishOf(...each))];
    if (published.includes(true)) onPublished();
  }

  /** Whether there was anything new to publish. */
  function publishOf(uri: string, diagnostics: Diagnostic[]): boolean {
    const written = JSON.stringify(diagnostics);
    if (told.get(uri) === written) return false;
    if (diagnostics.length > 0) told.set(uri, written);
    else told.delete(uri);
    const version = workspace.versionOf(uri);
    void connection.sendDiagnostics(version === null ? { uri, diagnostics } : { uri, diagnostics, version });
    return true;
  }

  function report({ phase, documents, done }: Status): void {
    if (phase === 'indexing' && documents > done) {
      const percentage = Math.floor((100 * done) / documents);
      const message = `${done} of ${documents} documents`;
      if (reporter) void reporter.then((shown) => shown.report(percentage, message));
      else reporter = begin(percentage, message);
    } else if (phase !== 'indexing' && reporter) {
      void reporter.then((shown) => shown.done());
      reporter = undefined;
    }
  }

  async function begin(percentage: number, message: string): Promise<WorkDoneProgressServerReporter> {
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin('Reading sources', percentage, message, true);
    shown.token.onCancellationRequested(() => workspace.stopReading());
    return shown;
  }

  return {
    soon: () => {
      timer ??= setTimeout(() => void tell().catch(() => undefined), interval);
    },
    settled: async () => {
      for (;;) {
        await workspace.settled();
        const status = await tell();
        if (status || workspace.ended) return status ?? statusOf(workspace.progress(), counts());
      }
    },
    dispose: () => clearTimeout(timer),
  };
}

function isNoLack({ code }: Diagnostic): boolean {
  return !String(code).startsWith('unsupported');
}
