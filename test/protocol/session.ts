import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';

/** What the server says of itself by `crosscheck/status`. */
export interface Status {
  phase: 'indexing' | 'ready';
  documents: number;
  done: number;
  facts: number;
  findings: number;
  skipped: { uri: string; reason: string }[];
}

export interface SessionOptions {
  /** Files by their path in the folder; a `Buffer` is written as it is. */
  readonly files: Record<string, string | Buffer>;
  /** Where to write them, and left there; a folder of the session's own unless given. */
  readonly folder?: string;
  /** Subfolders to open as workspace folders; the folder itself unless given. */
  readonly folders?: readonly string[];
  /** The section `crosscheck`, as the editor's settings have it. */
  readonly settings?: unknown;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Without it the test sends `initialized` itself. */
  readonly wait?: boolean;
}

export const editorCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, dataSupport: true, versionSupport: true },
  },
  window: { workDoneProgress: true },
};

/** An editor that talks to the built server over its standard input and output. */
export interface Session {
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess;
  readonly folder: string;
  readonly result: InitializeResult;
  readonly statuses: Status[];
  /** The latest problems of each document, by its path in the folder. */
  readonly problems: Map<string, Diagnostic[]>;
  /** How often the problems of a document were published. */
  readonly published: string[];
  readonly registrations: { method: string; registerOptions?: unknown }[];
  readonly progress: { kind: string; message?: string; percentage?: number }[];
  readonly refreshed: { tokens: number };
  settings: unknown;
  /** Waits until the server has read and reported everything that it was told of. */
  ready(): Promise<Status>;
  uri(path: string): string;
  write(path: string, content: string | Buffer): void;
  remove(path: string): void;
  open(path: string, text: string, languageId?: string): Promise<void>;
  /** Where words stand in a text: `nth` counts from 0. */
  stop(): Promise<{ code: number | null; stdout: Buffer; stderr: string }>;
}

const server = resolve('server/dist/main.js');
const running = new Set<Session>();

/** For an `afterEach`: ends what a test left running, at once, for a failed one may hang. */
export async function stopAll(): Promise<void> {
  for (const session of running) {
    session.child.kill('SIGKILL');
    await session.stop();
  }
}

export async function startSession(options: SessionOptions): Promise<Session> {
  if (!existsSync(server)) throw new Error(`${server} is not there: run npm run build first`);
  const folder = realpathSync(options.folder ?? mkdtempSync(join(tmpdir(), 'crosscheck-')));
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(options.files)) write(path, content);

  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
  const stdout: Buffer[] = [];
  let stderr = '';
  const incoming = new PassThrough();
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stdout.pipe(incoming);
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const drained = new Promise<void>((done) => child.stdout.once('end', done));

  const connection = createProtocolConnection(new StreamMessageReader(incoming), new StreamMessageWriter(child.stdin));
  const uri = (path: string): string => URI.file(join(folder, path)).toString();
  const pathOf = (of: string): string =>
    of.startsWith(`${uri('')}`) ? URI.parse(of).path.slice(folder.length + 1) : of;
  const session: Session = {
    connection,
    child,
    folder,
    result: { capabilities: {} },
    statuses: [],
    problems: new Map(),
    published: [],
    registrations: [],
    progress: [],
    refreshed: { tokens: 0 },
    settings: options.settings ?? {},
    ready: () => connection.sendRequest('crosscheck/ready'),
    uri,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    open: (path, text, languageId = path.endsWith('.md') ? 'markdown' : 'plaintext') => {
      const textDocument = { uri: /^\w+:/.test(path) ? path : uri(path), languageId, version: 1, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    stop: async () => {
      running.delete(session);
      if (child.exitCode === null && !child.killed) {
        await connection.sendRequest('shutdown').catch(() => undefined);
        await connection.sendNotification('exit').catch(() => undefined);
      }
      const code = await exited;
      await drained;
      connection.dispose();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
      return { code, stdout: Buffer.concat(stdout), stderr };
    },
  };
  running.add(session);

  connection.onNotification('crosscheck/status', (status: Status) => {
    session.statuses.push(status);
  });
  connection.onNotification('textDocument/publishDiagnostics', (told: { uri: string; diagnostics: Diagnostic[] }) => {
    session.problems.set(pathOf(told.uri), told.diagnostics);
    session.published.push(pathOf(told.uri));
  });
  connection.onNotification('$/progress', ({ value }: { value: Session['progress'][number] }) => {
    session.progress.push(value);
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/semanticTokens/refresh', () => {
    session.refreshed.tokens++;
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => session.settings),
  );
  connection.onRequest('client/registerCapability', (params: { registrations: Session['registrations'] }) => {
    session.registrations.push(...params.registrations);
    return null;
  });
  connection.onClose(() => undefined);
  connection.listen();

  const folders = (options.folders ?? ['']).map((path) => ({ uri: uri(path), name: path || 'sources' }));
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? editorCapabilities,
    initializationOptions: options.initializationOptions,
    workspaceFolders: folders,
  });
  Object.assign(session, { result });
  if (options.wait === false) return session;
  await connection.sendNotification('initialized', {});
  await session.ready();
  return session;
}

/** The zero-based position of the `nth` occurrence of words in a text, one character into them. */
export function positionOf(text: string, words: string, nth = 0): { line: number; character: number } {
  let at = -1;
  for (let i = 0; i <= nth; i++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`“${words}” does not stand there ${nth + 1} times`);
  }
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: before[before.length - 1]!.length + 1 };
}

/** The words of a range of a text with `\n` line ends. */
export function wordsAt(
  text: string,
  range: { start: { line: number; character: number }; end: { line: number; character: number } },
): string {
  const lines = text.split('\n');
  if (range.start.line === range.end.line)
    return lines[range.start.line]!.slice(range.start.character, range.end.character);
  const inner = lines.slice(range.start.line, range.end.line + 1);
  inner[0] = inner[0]!.slice(range.start.character);
  inner[inner.length - 1] = inner[inner.length - 1]!.slice(0, range.end.character);
  return inner.join('\n');
}
