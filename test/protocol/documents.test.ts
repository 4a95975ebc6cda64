import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  FileChangeType,
  type Hover,
  type InitializeResult,
  LSPErrorCodes,
  type Location,
  type MarkupContent,
} from 'vscode-languageserver';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { type FileAnswer, fileMethod, type FileQuestion } from '../../server/src/protocol';
import { courier, gazette, ledger } from './dam';
import { loans } from './loans';
import { answerFrom, memoryFolder, memoryUri } from './memoryFiles';
import { editorCapabilities, positionOf, type Session, startSession, stopAll } from './session';

const files = { 'courier.txt': courier, 'ledger.txt': ledger };

async function hoverOver(session: Session, uri: string, text: string, words: string): Promise<string> {
  const question = { textDocument: { uri }, position: positionOf(text, words) };
  const hover = await session.connection.sendRequest<Hover | null>('textDocument/hover', question);
  return hover ? (hover.contents as MarkupContent).value : '';
}

async function symbolsOf(session: Session, uri: string): Promise<number> {
  const symbols = await session.connection.sendRequest<unknown[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  return symbols.length;
}

function moneyProblems(session: Session): string[] {
  const found: string[] = [];
  for (const [path, problems] of session.problems) {
    for (const { relatedInformation, code } of problems) {
      if (code !== 'conflicting-figure') continue;
      const words = relatedInformation?.map(({ message }) => message).join() ?? '';
      if (/million/.test(words)) found.push(path);
    }
  }
  return found;
}

describe('documents', () => {
  afterEach(stopAll);

  it('are one wherever they are opened: an address with a place is no second document', async () => {
    const session = await startSession({ files });
    const before = await session.ready();
    const uri = `${session.uri('ledger.txt')}#L5,21`;
    await session.open(uri, ledger.replace('$64', '$61'));
    assert.deepEqual([(await session.ready()).documents, moneyProblems(session)], [before.documents, []]);
    assert.match(await hoverOver(session, uri, ledger, '$64 million'), /courier\.txt, line 5/);
    await session.open('ledger.txt', ledger);
    assert.equal((await session.ready()).documents, before.documents);
    assert.equal(moneyProblems(session).length, 1);
    for (const each of [session.uri('ledger.txt'), uri])
      await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: each } });
    assert.equal((await session.ready()).findings, before.findings);
  });

  it('win over their files while they are open, with every edit', async () => {
    const session = await startSession({ files });
    assert.equal(moneyProblems(session).length, 1);

    await session.open('ledger.txt', ledger);
    const { line, character } = positionOf(ledger, '64 million');
    const start = { line, character: character - 1 };
    const change = { range: { start, end: { line, character: character + 1 } }, text: '61' };
    const textDocument = { uri: session.uri('ledger.txt'), version: 2 };
    await session.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
    // The answer speaks of the edited text, however soon the question comes.
    const edited = ledger.replace('$64', '$61');
    assert.match(await hoverOver(session, session.uri('ledger.txt'), edited, '$61 million'), /61,000,000 US dollars/);
    await session.ready();
    assert.deepEqual(moneyProblems(session), []);

    await session.connection.sendNotification('textDocument/didClose', { textDocument });
    await session.ready();
    assert.equal(moneyProblems(session).length, 1);
  });

  it('have their problems published once, and again only when they change', async () => {
    const session = await startSession({ files });
    const before = session.published.length;
    assert.ok(before > 0);
    await session.open('courier.txt', courier);
    await session.open('ledger.txt', ledger);
    await session.ready();
    assert.equal(session.published.length, before);
  });

  it('are known without a file, while they are open', async () => {
    const session = await startSession({ files });
    const uri = 'untitled:Untitled-1';
    await session.open(uri, gazette, 'markdown');
    assert.match(await hoverOver(session, uri, gazette, '$61 million'), /ledger\.txt, line 5/);
    await session.ready();
    assert.match(await hoverOver(session, session.uri('ledger.txt'), ledger, '$64 million'), /Untitled-1/);
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await session.ready();
    assert.doesNotMatch(await hoverOver(session, session.uri('ledger.txt'), ledger, '$64 million'), /Untitled-1/);
  });

  it('from outside the workspace are known while they are open', async () => {
    const session = await startSession({
      files: { 'in/courier.txt': courier, 'out/ledger.txt': ledger },
      folders: ['in'],
    });
    assert.equal(moneyProblems(session).length, 0);
    await session.open('out/ledger.txt', ledger);
    await session.ready();
    assert.equal(moneyProblems(session).length, 1);
    await session.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: session.uri('out/ledger.txt') },
    });
    await session.ready();
    assert.equal(moneyProblems(session).length, 0);
    assert.equal(session.statuses.at(-1)?.documents, 1);
  });

  it('of the other side of a comparison with git are none', async () => {
    const session = await startSession({ files: { 'courier.txt': courier } });
    await session.open(`git:${join(session.folder, 'ledger.txt')}?ref`, ledger);
    await session.ready();
    assert.equal(session.statuses.at(-1)?.documents, 1);
    assert.equal(moneyProblems(session).length, 0);
  });

  it('are read when they are created, changed and deleted', async () => {
    const session = await startSession({ files: { 'courier.txt': courier } });
    const tell = async (path: string, type: FileChangeType): Promise<void> => {
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: session.uri(path), type }],
      });
      await session.ready();
    };
    session.write('new/ledger.txt', ledger);
    await tell('new/ledger.txt', FileChangeType.Created);
    assert.equal(moneyProblems(session).length, 1);
    session.write('new/ledger.txt', ledger.replace('$64', '$61'));
    await tell('new/ledger.txt', FileChangeType.Changed);
    assert.equal(moneyProblems(session).length, 0);
    session.write('new/ledger.txt', ledger);
    await tell('new/ledger.txt', FileChangeType.Changed);
    assert.equal(moneyProblems(session).length, 1);
    session.remove('new');
    await tell('new', FileChangeType.Deleted);
    assert.equal(moneyProblems(session).length, 0);
    assert.equal(session.statuses.at(-1)?.documents, 1);
  });

  it('move with their folder, told by the watcher or by the editor', async () => {
    const session = await startSession({ files: { 'courier.txt': courier, 'old/ledger.txt': ledger } });
    renameSync(join(session.folder, 'old'), join(session.folder, 'new'));
    const changes = [
      { uri: session.uri('old'), type: FileChangeType.Deleted },
      { uri: session.uri('new'), type: FileChangeType.Created },
    ];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.ready();
    assert.match(await hoverOver(session, session.uri('courier.txt'), courier, '$61 million'), /new\/ledger\.txt/);
    assert.equal(moneyProblems(session).length, 1);

    renameSync(join(session.folder, 'new'), join(session.folder, 'newest'));
    const renamed = [{ oldUri: session.uri('new'), newUri: session.uri('newest') }];
    await session.connection.sendNotification('workspace/didRenameFiles', { files: renamed });
    await session.ready();
    assert.match(await hoverOver(session, session.uri('courier.txt'), courier, '$61 million'), /newest\/ledger\.txt/);
    assert.equal(session.statuses.at(-1)?.documents, 2);
  });

  it('are those that the settings name, also when these change', async () => {
    const settings = { files: { exclude: ['ledger.txt'] }, drafts: 7 };
    const session = await startSession({ files, settings });
    assert.equal(session.statuses.at(-1)?.documents, 1);
    session.settings = {};
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await session.ready();
    assert.equal(session.statuses.at(-1)?.documents, 2);
    assert.equal(moneyProblems(session).length, 1);
  });

  it('show findings at the severity that the settings give their code, from the moment that it is set', async () => {
    const session = await startSession({ files });
    const severities = (): unknown[] =>
      [...session.problems.values()]
        .flat()
        .flatMap(({ code, severity }) => (code === 'conflicting-figure' ? [severity] : []));
    const found = severities();
    assert.ok(found.length > 0);
    for (const [level, expected] of [
      ['error', found.map(() => 1)],
      ['hint', found.map(() => 4)],
      ['off', []],
      ['as found', found],
    ] as const) {
      session.settings = { severity: { 'conflicting-figure': level } };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.ready();
      assert.deepEqual(severities(), expected, level);
    }
  });

  it('are those that pushed settings name, where the client cannot be asked', async () => {
    const capabilities = { ...editorCapabilities, workspace: {} };
    const session = await startSession({ files, capabilities });
    assert.deepEqual(
      session.registrations.filter(({ method }) => method.endsWith('WatchedFiles')),
      [],
    );
    const section = { files: { exclude: ['ledger.txt'] } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { crosscheck: section },
    });
    await session.ready();
    assert.equal(session.statuses.at(-1)?.documents, 1);
  });

  it('of several folders are one index, and folders come and go', async () => {
    const session = await startSession({
      files: { 'one/a.txt': courier, 'two/a.txt': ledger },
      folders: ['one', 'two'],
    });
    assert.match(await hoverOver(session, session.uri('one/a.txt'), courier, '$61 million'), /two\/a\.txt, line 5/);
    const two = { uri: session.uri('two'), name: 'two' };
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [two] },
    });
    await session.ready();
    assert.equal(session.statuses.at(-1)?.documents, 1);
    assert.equal(moneyProblems(session).length, 0);
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [two], removed: [] },
    });
    await session.ready();
    assert.equal(moneyProblems(session).length, 1);
  });

  it('can be there without any folder', async () => {
    const session = await startSession({ files: {}, folders: [] });
    await session.open('untitled:Untitled-1', courier);
    assert.ok((await symbolsOf(session, 'untitled:Untitled-1')) > 0);
  });
});

describe('the server', () => {
  afterEach(stopAll);

  it('writes nothing but the protocol to its standard output, and ends with 0', async () => {
    const session = await startSession({ files });
    await hoverOver(session, session.uri('courier.txt'), courier, '$61 million');
    const { code, stdout, stderr } = await session.stop();
    assert.equal(code, 0);
    assert.equal(stderr, '');
    let at = 0;
    let messages = 0;
    while (at < stdout.length) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(stdout.subarray(at, at + 60).toString('latin1'));
      assert.ok(header, `not a message at byte ${at}: ${stdout.subarray(at, at + 80).toString()}`);
      at += header[0].length + Number(header[1]);
      JSON.parse(stdout.subarray(at - Number(header[1]), at).toString());
      messages++;
    }
    assert.ok(messages > 5);
  });

  it('speaks over a channel between processes as well, and needs to be told which', async () => {
    const main = resolve('server/dist/main.js');
    const child = fork(main, ['--node-ipc'], { stdio: 'pipe' });
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
    const result = await connection.sendRequest<InitializeResult>('initialize', params);
    assert.equal(result.serverInfo?.name, 'crosscheck');
    await connection.sendRequest('shutdown');
    const exited = once(child, 'exit');
    await connection.sendNotification('exit');
    assert.equal((await exited)[0], 0);
    connection.dispose();
    assert.equal(printed, '');

    const lost = spawn(process.execPath, [main], { stdio: 'pipe' });
    let complaint = '';
    lost.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    assert.equal((await once(lost, 'close'))[0], 2);
    assert.match(complaint, /started by an editor: --stdio/);
  });

  it('takes no harm from a client that does not wait for the answer to initialize', async () => {
    const child = spawn(process.execPath, [resolve('server/dist/main.js'), '--stdio'], { stdio: 'pipe' });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const initialize = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
    const answered = connection.sendRequest<InitializeResult>('initialize', initialize);
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: 'untitled:a', languageId: 'plaintext', version: 1, text: 'It paid $5 million.' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const position = { line: 0, character: 10 };
    const hover = connection.sendRequest<Hover | null>('textDocument/hover', { textDocument, position });
    assert.equal((await answered).serverInfo?.name, 'crosscheck');
    assert.match(JSON.stringify((await hover)?.contents), /5,000,000/);
    assert.equal((await connection.sendRequest<{ documents: number }>('crosscheck/ready')).documents, 1);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal((await once(child, 'exit'))[0], 0);
    connection.dispose();
  });

  it('answers while it reads the folder', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.txt`, `${ledger}\n`.repeat(12)]));
    const session = await startSession({ files: { ...many, 'z.txt': courier }, wait: false });
    await session.open('z.txt', courier);
    await session.connection.sendNotification('initialized', {});
    const hover = await hoverOver(session, session.uri('z.txt'), courier, '$61 million');
    assert.match(hover, /61,000,000 US dollars/);
    assert.match(hover, /Still reading/);
    const done = await session.connection.sendRequest<Location[]>('workspace/symbol', { query: 'marsdal' });
    assert.ok(Array.isArray(done));
    const reading = session.statuses.at(-1);
    assert.ok(!reading || reading.phase === 'indexing', 'the folder was read before the answer came');
    assert.equal(session.problems.size, 0, 'no problem is told before all is read');
    const status = await session.ready();
    assert.deepEqual([status.phase, status.documents, status.done], ['ready', 401, 401]);
    assert.deepEqual([session.progress[0]?.kind, session.progress.at(-1)?.kind], ['begin', 'end']);
  });

  it('takes back a question that is withdrawn', async () => {
    const session = await startSession({ files });
    const textDocument = { uri: session.uri('courier.txt') };
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    // While the server tags the long one, question and withdrawal queue up behind it.
    await session.open('long.txt', ledger.repeat(1000));
    const busy = symbolsOf(session, session.uri('long.txt'));
    const asked = session.connection.sendRequest('textDocument/semanticTokens/full', { textDocument }, source.token);
    source.cancel();
    await assert.rejects(asked, (error: { code: number }) => error.code === LSPErrorCodes.RequestCancelled);
    assert.ok((await busy) > 1000);
    assert.ok((await symbolsOf(session, textDocument.uri)) > 0);
  });

  it('has plain words for a client that knows little', async () => {
    const session = await startSession({ files, capabilities: {} });
    const question = {
      textDocument: { uri: session.uri('courier.txt') },
      position: positionOf(courier, '$61 million'),
    };
    const hover = await session.connection.sendRequest<Hover>('textDocument/hover', question);
    assert.equal((hover.contents as MarkupContent).kind, 'plaintext');
    const [location] = await session.connection.sendRequest<Location[]>('textDocument/definition', question);
    assert.equal(location?.uri, session.uri('courier.txt'));
    const symbols = await session.connection.sendRequest<{ location: Location }[]>(
      'textDocument/documentSymbol',
      question,
    );
    assert.equal(symbols[0]?.location.uri, session.uri('courier.txt'));
    assert.deepEqual(session.registrations, []);
    assert.deepEqual(session.progress, []);
  });

  it('reads no .env and leaves no file behind', async () => {
    const session = await startSession({ files: { ...files, '.env': 'NODE_OPTIONS=junk' } });
    await session.ready();
    assert.ok(existsSync(join(session.folder, '.env')));
    assert.deepEqual((await import('node:fs')).readdirSync(session.folder).sort(), [
      '.env',
      'courier.txt',
      'ledger.txt',
    ]);
  });

  it('outlives a workspace folder that is not there', async () => {
    const gone = mkdtempSync(join(tmpdir(), 'crosscheck-gone-'));
    rmSync(gone, { recursive: true });
    const session = await startSession({ files });
    const added = [
      { uri: URI.file(gone).toString(), name: 'gone' },
      { uri: 'vscode-vfs://github/a/b', name: 'far' },
    ];
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    const status = await session.ready();
    assert.equal(status.documents, 2);
    assert.deepEqual(status.skipped, [{ uri: 'vscode-vfs://github/a/b', reason: 'not on this disk (vscode-vfs:)' }]);
    writeFileSync(join(session.folder, 'late.txt'), 'late');
  });

  it('reads a folder that only the client reaches', async () => {
    const far = new Map([['far.txt', loans['130.txt']!]]);
    const session = await startSession({
      files: { 'near.txt': loans['0.txt']! },
      initializationOptions: { servesFiles: true, schemes: ['file', 'untitled', 'memfs'] },
    });
    session.connection.onRequest<FileAnswer, void>(fileMethod, (question: FileQuestion) => answerFrom(far, question));
    const added = [{ uri: memoryFolder, name: 'far' }];
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    const { documents, skipped } = await session.ready();
    assert.deepEqual([documents, skipped], [2, []]);
    const problems = [...session.problems.values()].flat();
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['conflicting-figure'],
    );
    const { uri } = problems[0]!.relatedInformation![0]!.location;
    assert.ok([memoryUri('far.txt'), session.uri('near.txt')].includes(uri), uri);
    await session.open(memoryUri('new.txt'), loans['1.txt']!);
    assert.equal((await session.ready()).documents, 3);
  });
});
