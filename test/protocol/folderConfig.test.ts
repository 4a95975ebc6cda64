import assert from 'node:assert/strict';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver';
import { courier, ledger } from './dam';
import { type Session, startSession, stopAll, wordsAt } from './session';

const name = 'crosscheck.json';
const files = { 'courier.txt': courier, 'ledger.txt': ledger };

describe('problems of crosscheck.json', () => {
  afterEach(stopAll);

  const told = (session: Session, text: string): string[] =>
    (session.problems.get(name) ?? []).map(({ range, message, source, code, severity }) => {
      assert.deepEqual([source, code, severity], ['crosscheck', 'setting-not-read', DiagnosticSeverity.Warning]);
      return `${range.start.line}: ${wordsAt(text, range)} | ${String(message)}`;
    });
  const save = async (session: Session, text: string, type: FileChangeType): Promise<void> => {
    session.write(name, text);
    const changes = [{ uri: session.uri(name), type }];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.ready();
  };

  it('stand where the file makes no sense, though nobody has it open, and go when it is mended or deleted', async () => {
    const wrong = '{\n  // for the desk\n  "drafts": "story",\n  "languages": ["xx"]\n}\n';
    const session = await startSession({ files: { ...files, [name]: wrong } });
    assert.deepEqual(
      told(session, wrong).map((each) => each.split(' | ')[0]),
      ['2: "story"', '3: "xx"'],
    );
    const status = await session.ready();
    assert.deepEqual(status.skipped, []);
    await save(session, '{ "drafts": ["story/**"] }', FileChangeType.Changed);
    assert.deepEqual(session.problems.get(name), []);
    await save(session, '[]', FileChangeType.Changed);
    assert.deepEqual(told(session, '[]'), ['0: [] | crosscheck.json holds an object: { … }.']);
    session.remove(name);
    const changes = [{ uri: session.uri(name), type: FileChangeType.Deleted }];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.ready();
    assert.deepEqual(session.problems.get(name), []);
  });

  it('follow what is typed; what counts is what is saved', async () => {
    const saved = '{ "severity": { "conflicting-figure": "off" } }\n';
    const session = await startSession({ files: { ...files, [name]: saved } });
    const findings = async (): Promise<number> => (await session.ready()).findings;
    const before = await findings();
    await session.open(name, saved, 'jsonc');
    const type = async (version: number, start: number, end: number, text: string): Promise<void> => {
      const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
      const textDocument = { uri: session.uri(name), version };
      await session.connection.sendNotification('textDocument/didChange', {
        textDocument,
        contentChanges: [{ range, text }],
      });
    };
    await type(2, saved.indexOf('"off"'), saved.indexOf('"off"') + 5, '"of"');
    assert.equal(await findings(), before);
    assert.match(told(session, saved.replace('"off"', '"of"')).join('\n'), /^0: "of" \| A level is one of as found, /);
    await type(3, saved.indexOf('"off"'), saved.indexOf('"off"') + 4, '"off"');
    assert.equal(await findings(), before);
    assert.deepEqual(session.problems.get(name), []);
    await type(4, 0, 1, '');
    await session.ready();
    assert.notEqual(told(session, saved.slice(1)).length, 0);
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: session.uri(name) } });
    assert.equal(await findings(), before);
    assert.deepEqual(session.problems.get(name), []); // it was not saved
    await save(session, '{}\n', FileChangeType.Changed);
    assert.ok((await findings()) > before);
  });

  it('are those of the file of the folder, and of no other of that name', async () => {
    const session = await startSession({ files: { ...files, [`old/${name}`]: '{' } });
    await session.open(`old/${name}`, '{', 'jsonc');
    await session.ready();
    assert.equal(session.problems.get(`old/${name}`), undefined);
  });
});
