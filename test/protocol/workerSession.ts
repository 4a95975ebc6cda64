import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { type FileAnswer, fileMethod, type FileQuestion } from '../../server/src/protocol';
import { answerFrom, memoryFolder, memoryUri } from './memoryFiles';
import { editorCapabilities, type Status } from './session';

const script = resolve('server/dist/browser.js');

/**
 * A worker as a browser has it, of a thread of Node's: what it runs finds no `process`, `Buffer` or `require`. It tells the test of every worker
 * that it starts itself.
 */
const shim = `
  const { parentPort, workerData, Worker, MessageChannel } = require('node:worker_threads');
  const { runInContext, createContext } = require('node:vm');
  const { readFileSync } = require('node:fs');
  class BrowserWorker {
    constructor(script) {
      parentPort.postMessage({ started: script });
      this.thread = new Worker(workerData.shim, { eval: true, workerData });
      this.thread.on('message', (data) => this.onmessage({ data }));
      this.thread.on('error', ({ message }) => this.onerror({ message }));
    }
    postMessage(message) { this.thread.postMessage(message); }
    terminate() { void this.thread.terminate(); }
  }
  const self = createContext({
    TextEncoder, TextDecoder, URL, MessageChannel, performance, setTimeout, clearTimeout, queueMicrotask,
    navigator: { hardwareConcurrency: 3, userAgent: '' },
    Worker: BrowserWorker,
    addEventListener() {},
    postMessage: (message) => parentPort.postMessage(message),
  });
  self.self = self;
  runInContext(readFileSync(workerData.script, 'utf8'), self, { displayErrors: false }); // else with all of the script
  parentPort.on('message', (data) => self.onmessage({ data }));
`;

/** An editor in a browser: its files are its own, and the server is a worker. */
export interface WorkerSession {
  readonly connection: ProtocolConnection;
  /** See `answerFrom`. */
  readonly files: Map<string, string>;
  readonly problems: Map<string, Diagnostic[]>;
  /** How many workers the server has started. */
  readonly startedWorkers: () => number;
  ready(): Promise<Status>;
  uri(path: string): string;
  stop(): Promise<void>;
}

export async function startWorkerSession(contents: Record<string, string>): Promise<WorkerSession> {
  if (!existsSync(script)) throw new Error(`${script} is not there: run npm run build first`);
  const files = new Map(Object.entries(contents));
  const worker = new Worker(shim, { eval: true, workerData: { script, shim } });
  let started = 0;
  worker.on('message', () => started++);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ port: port2, script: 'blob:script' }, [port2]);

  const connection = createProtocolConnection(new PortReader(port1), new PortWriter(port1));
  const problems = new Map<string, Diagnostic[]>();
  connection.onNotification('textDocument/publishDiagnostics', (told: { uri: string; diagnostics: Diagnostic[] }) => {
    problems.set(told.uri.slice(memoryFolder.length + 1), told.diagnostics);
  });
  connection.onRequest<FileAnswer, void>(fileMethod, (question: FileQuestion) => answerFrom(files, question));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  for (const method of [
    'client/registerCapability',
    'workspace/semanticTokens/refresh',
    'window/workDoneProgress/create',
  ])
    connection.onRequest(method, () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: editorCapabilities,
    initializationOptions: { servesFiles: true, schemes: ['memfs', 'untitled'] },
    workspaceFolders: [{ uri: memoryFolder, name: 'sources' }],
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    files,
    problems,
    startedWorkers: () => started,
    ready: () => connection.sendRequest('crosscheck/ready'),
    uri: memoryUri,
    stop: async () => {
      await connection.sendRequest('shutdown');
      connection.dispose();
      await worker.terminate();
    },
  };
}

class PortReader extends AbstractMessageReader {
  constructor(private readonly port: MessagePort) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    this.port.on('message', callback);
    return { dispose: () => this.port.close() };
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly port: MessagePort) {
    super();
  }

  write(message: Message): Promise<void> {
    this.port.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    this.port.close();
  }
}
