import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import {
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type CodeAction,
  FileChangeType,
  type Hover,
  type Location,
  type MarkupContent,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editorCapabilities, positionOf, type Session, startSession, stopAll, wordsAt } from './session';

const texts: Record<string, string> = {
  'a.txt': 'Then Karin Lindgren spoke in Torvik. Lindgren left.\n',
  'b.txt': 'Then Karina Lindgrehn spoke. Mrs. Lindgrehn left.\n',
  'c.txt': 'Then Morten Varde met Erik Sand. Varde’s plan failed.\n',
};
const path = '.crosscheck/decisions.json';

const capabilities = {
  ...editorCapabilities,
  workspace: {
    ...editorCapabilities.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

describe('decisions and renaming', function () {
  let session: Session;
  let asked: ApplyWorkspaceEditParams[] = [];
  let willing = true;

  beforeEach(async () => {
    asked = [];
    willing = true;
    session = await startSession({ files: texts, capabilities });
    // An editor that makes the file, and writes the one edit that it is given.
    session.connection.onRequest(
      'workspace/applyEdit',
      (params: ApplyWorkspaceEditParams): ApplyWorkspaceEditResult => {
        asked.push(params);
        if (!willing) return { applied: false, failureReason: 'the disk is full' };
        const [made, edit] = params.edit.documentChanges as [{ kind: string; uri: string }, TextDocumentEdit];
        assert.equal(made.kind, 'create');
        assert.equal(URI.parse(made.uri).fsPath, `${session.folder}/${path}`);
        session.write(path, (edit.edits[0] as { newText: string }).newText);
        return { applied: true };
      },
    );
  });
  afterEach(stopAll);

  const at = (file: string, words: string, nth = 0): object => ({
    textDocument: { uri: session.uri(file) },
    position: positionOf(texts[file]!, words, nth),
  });
  const references = async (file: string, words: string): Promise<string[]> => {
    const question = { ...at(file, words), context: { includeDeclaration: true } };
    const found = await session.connection.sendRequest<Location[]>('textDocument/references', question);
    return found.map(({ uri, range }) => {
      const name = uri.slice(session.uri('').length + 1);
      return `${name}: ${wordsAt(texts[name]!, range)}`;
    });
  };
  const hover = async (file: string, words: string): Promise<string> => {
    const found = await session.connection.sendRequest<Hover | null>('textDocument/hover', at(file, words));
    return found ? (found.contents as MarkupContent).value : '';
  };
  const actions = (file: string, words: string): Promise<CodeAction[]> => {
    const position = positionOf(texts[file]!, words);
    return session.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: session.uri(file) },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  };
  const carryOut = async (file: string, words: string, title: RegExp): Promise<void> => {
    const offered = await actions(file, words);
    const action = offered.find((each) => title.test(each.title));
    assert.ok(action, `only ${offered.map((each) => each.title).join('; ')}`);
    await session.connection.sendRequest('workspace/executeCommand', action.command);
    await session.ready();
  };
  const tellOf = async (type: FileChangeType): Promise<void> => {
    const changes = [{ uri: session.uri(path), type }];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.ready();
  };

  it('a name is another’s from the quick fix on, in the file and in the answers', async () => {
    assert.deepEqual(await references('a.txt', 'Karin Lindgren'), ['a.txt: Karin Lindgren', 'a.txt: Lindgren']);
    await session.connection.sendRequest('workspace/executeCommand', {
      command: 'crosscheck.decide',
      arguments: [
        {
          document: session.uri('b.txt'),
          decision: { kind: 'same-name', forms: ['Karin Lindgren', 'Karina Lindgrehn'] },
        },
      ],
    });
    await session.ready();
    assert.deepEqual(JSON.parse(readFileSync(`${session.folder}/${path}`, 'utf8')), {
      version: 1,
      decisions: [{ kind: 'same-name', forms: ['Karin Lindgren', 'Karina Lindgrehn'] }],
    });
    assert.equal(asked[0]?.metadata?.isRefactoring, true); // or the editor leaves the file unsaved
    assert.deepEqual(await references('b.txt', 'Mrs.'), [
      'a.txt: Karin Lindgren',
      'a.txt: Lindgren',
      'b.txt: Karina Lindgrehn',
      'b.txt: Lindgrehn',
    ]);
    assert.match(await hover('b.txt', 'Lindgrehn'), /Karin Lindgren · named 4 times in 2 documents/);
  });

  it('a name is what was said, or none, and the file on the disk has the last word', async () => {
    await carryOut('c.txt', 'Varde’s', /^“Varde” is a place$/);
    assert.match(await hover('c.txt', 'Varde’s'), /^\*\*Varde\*\* · place · Varde/);
    assert.match(await hover('c.txt', 'Morten Varde'), /^\*\*Morten Varde\*\* · person/);
    await carryOut('c.txt', 'Varde’s', /^“Varde” is not a name$/);
    assert.equal(await hover('c.txt', 'Varde’s'), '');
    assert.equal(JSON.parse(readFileSync(`${session.folder}/${path}`, 'utf8')).decisions.length, 1);
    session.remove(path);
    await tellOf(FileChangeType.Deleted);
    assert.match(await hover('c.txt', 'Varde’s'), /^\*\*Varde\*\* · person · Morten Varde/);
  });

  it('what is written by hand counts, and what makes no sense in it is named', async () => {
    session.write(path, '{"version":1,"decisions":[{"kind":"not-a-name","forms":["Erik Sand"]},{"kind":"odd"}]}');
    await tellOf(FileChangeType.Created);
    assert.equal(await hover('c.txt', 'Erik'), '');
    const { skipped } = session.statuses[session.statuses.length - 1]!;
    assert.deepEqual(skipped, [{ uri: session.uri(path), reason: 'decision 2 was left out: its kind is not known' }]);
  });

  it('nothing is decided that was not kept', async () => {
    willing = false;
    await assert.rejects(carryOut('c.txt', 'Erik', /is not a name/), /the disk is full/);
    assert.match(await hover('c.txt', 'Erik'), /Erik Sand/);
    await assert.rejects(
      session.connection.sendRequest('workspace/executeCommand', { command: 'crosscheck.decide', arguments: [7] }),
      /no decision/,
    );
  });

  it('a name is renamed in every document, with its version', async () => {
    await session.open('a.txt', texts['a.txt']!);
    const prepared = await session.connection.sendRequest<{ placeholder: string }>(
      'textDocument/prepareRename',
      at('a.txt', 'Karin'),
    );
    assert.equal(prepared.placeholder, 'Karin Lindgren');
    const edit = await session.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('a.txt', 'Karin'),
      newName: 'Karin Lindgrén',
    });
    const [change] = edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri: session.uri('a.txt'), version: 1 });
    assert.deepEqual(
      change!.edits.map((each) => (each as { newText: string }).newText),
      ['Karin Lindgrén', 'Lindgrén'],
    );
    await assert.rejects(
      session.connection.sendRequest('textDocument/rename', { ...at('a.txt', 'spoke'), newName: 'x' }),
      /no name here/,
    );
    await assert.rejects(
      session.connection.sendRequest('textDocument/rename', { ...at('a.txt', 'Karin'), newName: ' ' }),
      /empty/,
    );
  });
});
