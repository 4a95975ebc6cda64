import type { Connection, Diagnostic, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { shortHash } from './facts/hash';
import { configDiagnostics } from './features/configProblems';
import { decisionDiagnostics } from './features/decisionProblems';
import { diagnosticsOf } from './features/diagnostics';
import { statusOf } from './features/status';
import { type Status, statusMethod } from './protocol';
import type { Workspace } from './workspace/workspace';

/** Milliseconds between two announcements: often enough for the eye, seldom enough for the client. */
const interval = 120;

/** Documents whose problems are made and sent in one go, before questions have their turn. */
const slice = 64;

/**
 * The facts are counted anew once the index changed more often than this for each document: to count them is to go through the folder. Nobody
 * waits for it, but for the first time and in small folders.
 */
const countedAfter = 1 / 20;
const smallFolder = 64;

/** What the client was last told of a document. */
interface Told {
  /** Of the problems as they were told. */
  readonly hash: string;
  readonly count: number;
}

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
 * Only documents whose findings changed are looked at, and told of where their problems read otherwise; `onPublished` is called where
 * there were some, and where files were read. `pause` lets questions be answered meanwhile.
 */
export function announce(
  connection: Connection,
  workspace: Workspace,
  pause: () => Promise<void>,
  findingPages: () => string,
  onPublished: () => void,
): Announcer {
  const told = new Map<string, Told>();
  const untold = new Set<string>();
  const toldOfOurFiles = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: Promise<unknown> = Promise.resolve();
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  let lastStatus = '';
  let lastPhase = '';
  let hasRead = false;
  let countedAt = 0;
  let counting: Promise<boolean> | null = null;
  let findings = 0;

  /** One after the other; null when something changed before all was told. */
  function tell(): Promise<Status | null> {
    clearTimeout(timer);
    timer = undefined;
    const turn = telling.then(tellNow);
    telling = turn.catch(logFault);
    return turn;
  }

  async function tellNow(): Promise<Status | null> {
    if (workspace.idle && !((await workspace.sources.lookForFindings(pause)) && (await publish()))) return null;
    const status = statusOf(workspace.progress(), counts());
    hasRead ||= status.phase === 'indexing' && status.done < status.documents;
    const written = JSON.stringify(status);
    if (written !== lastStatus) void connection.sendNotification(statusMethod, status);
    lastStatus = written;
    report(status);
    if (status.phase === 'ready') void workspace.keepLinks();
    return status.phase === 'indexing' ? null : status;
  }

  function counts(): { facts: number; findings: number; generation: number } {
    return { facts: workspace.factCount ?? 0, findings, generation: workspace.sources.generation() };
  }

  /** False when something changed before all was told: what is left is told the next time. */
  async function publish(): Promise<boolean> {
    const { sources } = workspace;
    const { documents, phase } = workspace.progress();
    if (phase === 'indexing') return true;
    for (const id of sources.takeRenewed()) untold.add(id);
    if (phase !== lastPhase) for (const { document } of sources.findings()) untold.add(document);
    lastPhase = phase;
    const generation = sources.generation();
    const ours = publishOurFiles();
    let news = ours || hasRead; // what was shown while reading was made from a part of the folder
    hasRead = false;
    let steps = 0;
    for (const id of untold) {
      untold.delete(id);
      if (publishDocument(id, phase === 'stopped')) news = true;
      if (++steps % slice > 0) continue;
      await pause();
      if (sources.generation() !== generation) break;
    }
    if (news) onPublished();
    if (sources.generation() !== generation) return false;
    if (generation - countedAt <= documents * countedAfter) return true;
    const awaited = workspace.factCount === null || documents <= smallFolder;
    counting ??= count(awaited ? pause : workspace.restful()).finally(() => (counting = null));
    if (awaited) return counting;
    void counting.then(() => workspace.ended || soon(), logFault);
    return true;
  }

  /** False when something changed before all were counted. */
  async function count(between: () => Promise<void>): Promise<boolean> {
    await between();
    const generation = workspace.sources.generation();
    const counted = await workspace.sources.countFacts(between);
    if (counted === null) return false;
    workspace.factCount = counted;
    countedAt = generation;
    return true;
  }

  function logFault(error: unknown): void {
    connection.console.error(String(error));
  }

  /** Whether there was anything new to publish. */
  function publishDocument(id: string, stopped: boolean): boolean {
    const all = diagnosticsOf(workspace.sources, workspace.sources.foundIn(id), findingPages());
    // What no source supports can be said only when all sources have been read.
    const diagnostics = stopped ? all.filter(isNoLack) : all;
    const before = told.get(id);
    const hash = diagnostics.length > 0 ? shortHash(JSON.stringify(diagnostics)) : '';
    if ((before?.hash ?? '') === hash) return false;
    findings += diagnostics.length - (before?.count ?? 0);
    if (hash === '') told.delete(id);
    else told.set(id, { hash, count: diagnostics.length });
    send(id, diagnostics);
    return true;
  }

  function publishOurFiles(): boolean {
    const found = new Map([
      ...decisionDiagnostics(workspace.decisionProblems()),
      ...configDiagnostics(workspace.configs.problems),
    ]);
    let news = false;
    for (const uri of new Set([...toldOfOurFiles.keys(), ...found.keys()])) {
      const diagnostics = found.get(uri) ?? [];
      const written = JSON.stringify(diagnostics);
      if (toldOfOurFiles.get(uri) === written) continue;
      if (diagnostics.length > 0) toldOfOurFiles.set(uri, written);
      else toldOfOurFiles.delete(uri);
      send(uri, diagnostics);
      news = true;
    }
    return news;
  }

  function send(uri: string, diagnostics: Diagnostic[]): void {
    const version = workspace.versionOf(uri);
    void connection.sendDiagnostics(version === null ? { uri, diagnostics } : { uri, diagnostics, version });
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

  function soon(): void {
    timer ??= setTimeout(() => void tell().catch(() => undefined), interval);
  }

  return {
    soon,
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
