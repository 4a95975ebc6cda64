// An editor as far as the bench needs one: it starts the server over stdio, opens, edits and asks.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { memoryOf } from './memory.mjs';

/** @param {{ server: string, folder: string, storage?: string, node?: string[] }} options */
export async function startClient({ server, folder, storage, node = [] }) {
  const child = spawn(process.execPath, [...node, server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const statuses = [];
  connection.onNotification('crosscheck/status', (status) => statuses.push({ at: performance.now(), ...status }));
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = (path) => pathToFileURL(`${folder}/${path}`).toString();
  const started = performance.now();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true, workspaceFolders: true }, window: { workDoneProgress: true } },
    initializationOptions: storage ? { storage: pathToFileURL(storage).toString() } : {},
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'news' }],
  });
  await connection.sendNotification('initialized', {});
  let version = 1;
  return {
    pid: child.pid,
    started,
    statuses,
    uri,
    /** Resolves when everything that the server was told of is read and its problems are published. */
    ready: () => connection.sendRequest('crosscheck/ready'),
    ask: (method, params) => connection.sendRequest(method, params),
    open: (path, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId: 'markdown', version: version++, text },
      }),
    close: (path) => connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    insert: (path, { line, character }, text, length = 0) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version: version++ },
        contentChanges: [{ range: { start: { line, character }, end: { line, character: character + length } }, text }],
      }),
    memory: () => memoryOf(child.pid),
    stop: async () => {
      await connection.sendRequest('shutdown').catch(() => undefined);
      await connection.sendNotification('exit').catch(() => undefined);
      await exited;
      connection.dispose();
    },
  };
}
