import assert from 'node:assert/strict';
import type { CodeAction, Hover, Location } from 'vscode-languageserver';
import { loans } from './loans';
import { positionOf } from './session';
import { startWorkerSession, type WorkerSession } from './workerSession';

const gazette = 'The council of Fenwick approved a loan of $61 million for the Fenwick bridge on Friday.\n';
const courier = 'The council of Fenwick approved a loan of $64 million for the Fenwick bridge on Friday.\n';

describe('the server in a browser', () => {
  let session: WorkerSession | undefined;
  afterEach(async () => {
    await session?.stop();
    session = undefined;
  });

  async function start(files: Record<string, string>): Promise<WorkerSession> {
    session = await startWorkerSession(files);
    await session.ready();
    return session;
  }

  it('reads the folder through the client, and answers', async () => {
    const { connection, problems, uri } = await start({ 'gazette.txt': gazette, 'desk/courier.md': courier });
    const told = [...problems].filter(([, { length }]) => length > 0);
    assert.deepEqual(
      told.flatMap(([path, found]) => found.map(({ code }) => `${path} ${String(code)}`)),
      ['gazette.txt conflicting-figure'],
    );
    const at = { textDocument: { uri: uri('gazette.txt') }, position: positionOf(gazette, '$61') };
    const hover = await connection.sendRequest<Hover>('textDocument/hover', at);
    assert.match(JSON.stringify(hover.contents), /64 million/);
    const references = await connection.sendRequest<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(references.map((place) => place.uri).sort(), [uri('desk/courier.md'), uri('gazette.txt')]);
  });

  it('says what it could not read, and reads what changes', async () => {
    const { connection, files, problems, uri, ready } = await start({ 'gazette.txt': gazette, 'locked.txt': courier });
    const { skipped, documents } = await ready();
    assert.deepEqual(skipped, [{ uri: uri('locked.txt'), reason: 'no permission to read it' }]);
    assert.equal(documents, 2);
    files.set('courier.txt', courier);
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('courier.txt'), type: 1 }],
    });
    await ready();
    assert.equal(problems.get('gazette.txt')?.length ?? problems.get('courier.txt')?.length, 1);
    files.delete('courier.txt');
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('courier.txt'), type: 3 }],
    });
    await ready();
    assert.deepEqual([...problems.values()].flat(), []);
  });

  it('keeps a decision in the folder, through the client', async () => {
    const { connection, files, problems, uri, ready } = await start({ 'gazette.txt': gazette, 'courier.txt': courier });
    const [path, [problem]] = [...problems].find(([, { length }]) => length > 0)!;
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri(path) },
      range: problem!.range,
      context: { diagnostics: [problem], only: ['quickfix'] },
    });
    const { command } = actions.find(({ title }) => /checked/i.test(title))!;
    await connection.sendRequest('workspace/executeCommand', command);
    await ready();
    assert.match(files.get('.crosscheck/decisions.jsonl') ?? '', /^\{.*\}\n$/);
    assert.deepEqual(problems.get(path), []);
  });

  it('tags with workers of its own, as without', async () => {
    const few = await start(Object.fromEntries(Object.entries(loans).slice(0, 150)));
    assert.equal(few.startedWorkers(), 0);
    for (const [path, text] of Object.entries(loans)) few.files.set(path, text);
    const changes = Object.keys(loans).map((path) => ({ uri: few.uri(path), type: 1 }));
    await few.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: changes.slice(150) });
    const { documents, findings } = await few.ready();
    assert.equal(few.startedWorkers(), 0);
    await few.stop();
    const many = await start({ ...loans });
    assert.equal(many.startedWorkers(), 2);
    const status = await many.ready();
    assert.deepEqual([status.documents, status.findings], [documents, findings]);
    assert.deepEqual([...many.problems].sort(), [...few.problems].sort());
    assert.ok(findings > 100, String(findings));
  });
});
