import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type CodeAction,
  CodeActionTriggerKind,
  DiagnosticSeverity,
  FileChangeType,
  type Hover,
  type Location,
  type MarkupContent,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { courier, ledger } from './dam';
import { editorCapabilities, positionOf, type Session, startSession, stopAll, wordsAt } from './session';

const texts: Record<string, string> = {
  'courier.txt': courier,
  'ledger.txt': ledger,
  'a.txt': 'Then Karin Lindgren spoke in Torvik. Lindgren left.\n',
  'b.txt': 'Then Karina Lindgrehn spoke. Mrs. Lindgrehn left.\n',
  'c.txt': 'Then Morten Varde met Erik Sand. Varde’s plan failed.\n',
};
const path = '.crosscheck/decisions.jsonl';

const capabilities = {
  ...editorCapabilities,
  workspace: { ...editorCapabilities.workspace, applyEdit: true, workspaceEdit: { documentChanges: true } },
};

describe('decisions and renaming', function () {
  let session: Session;
  let asked: ApplyWorkspaceEditParams[] = [];
  let willing = (): boolean => true;

  beforeEach(async () => {
    asked = [];
    willing = () => true;
    session = await startSession({ files: texts, capabilities });
    session.connection.onRequest(
      'workspace/applyEdit',
      (params: ApplyWorkspaceEditParams): ApplyWorkspaceEditResult => {
        asked.push(params);
        return willing() ? { applied: true } : { applied: false, failureReason: 'the text has changed' };
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
  const actions = (
    file: string,
    words: string,
    triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
  ): Promise<CodeAction[]> => {
    const position = positionOf(texts[file]!, words);
    return session.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: session.uri(file) },
      range: { start: position, end: position },
      context: { diagnostics: [], triggerKind },
    });
  };
  const carryOut = async (file: string, words: string, title: RegExp): Promise<void> => {
    const offered = await actions(file, words);
    const action = offered.find((each) => title.test(each.title));
    assert.ok(action, `only ${offered.map((each) => each.title).join('; ')}`);
    await session.connection.sendRequest('workspace/executeCommand', action.command);
    await session.ready();
  };
  const kept = (): string => readFileSync(`${session.folder}/${path}`, 'utf8');
  const codes = (file: string): unknown[] => (session.problems.get(file) ?? []).map(({ code }) => code);
  const isFigure = (code: unknown): boolean => code === 'conflicting-figure';
  const problemCount = (): number => [...session.problems.values()].flat().length;
  /** Where the two sums for one package are told as a problem: the file, its words, and those of the other. */
  const side = (): [file: string, words: string, other: string] =>
    figureProblems('$61 million', '$64 million')[0]?.startsWith('courier') === true
      ? ['courier.txt', '$61 million', '$64 million']
      : ['ledger.txt', '$64 million', '$61 million'];
  const figureProblems = (...sums: string[]): string[] =>
    ['courier.txt', 'ledger.txt'].flatMap((file) =>
      (session.problems.get(file) ?? [])
        .filter(({ code, range }) => isFigure(code) && sums.includes(wordsAt(texts[file]!, range)))
        .map(() => file),
    );
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
          decisions: [{ kind: 'same-name', forms: ['Karin Lindgren', 'Karina Lindgrehn'] }],
        },
      ],
    });
    await session.ready();
    assert.equal(kept(), '{ "kind": "same-name", "forms": ["Karin Lindgren", "Karina Lindgrehn"] }\n');
    assert.deepEqual(asked, []); // no editor has it open
    assert.match(readFileSync(`${session.folder}/.crosscheck/.gitattributes`, 'utf8'), /merge=union/);
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
    assert.equal(kept(), '{ "kind": "not-a-name", "forms": ["Varde"] }\n');
    session.remove(path);
    await tellOf(FileChangeType.Deleted);
    assert.match(await hover('c.txt', 'Varde’s'), /^\*\*Varde\*\* · person · Morten Varde/);
  });

  it('what is written by hand counts, and what makes no sense in it is named where it stands', async () => {
    session.write(path, '{"kind":"odd"}\n{"kind":"not-a-name","forms":["Erik Sand"]}\n{"kind":"half');
    await tellOf(FileChangeType.Created);
    assert.equal(await hover('c.txt', 'Erik'), '');
    assert.deepEqual(
      session.problems.get(path)?.map(({ range, severity, message }) => [range.start.line, severity, message]),
      [
        [0, DiagnosticSeverity.Warning, 'This line was left out: its kind is not known.'],
        [2, DiagnosticSeverity.Warning, 'This line was left out: it is not JSON.'],
      ],
    );
    await carryOut('c.txt', 'Morten', /^“Morten Varde” is not a name$/);
    assert.match(kept(), /^\{"kind":"odd"\}\n.*Erik Sand.*\n.*Morten Varde.*\n\{"kind":"half$/s);
  });

  it('nothing is decided that was not kept, nor without a decision', async () => {
    session.write('.crosscheck', 'a file in the way\n');
    await assert.rejects(carryOut('c.txt', 'Erik', /is not a name/), /cannot be written/);
    assert.match(await hover('c.txt', 'Erik'), /Erik Sand/);
    await assert.rejects(
      session.connection.sendRequest('workspace/executeCommand', { command: 'crosscheck.decide', arguments: [7] }),
      /no decision/,
    );
  });

  it('a file that is open in an editor is left to the editor, with what is not saved in it', async () => {
    const dirty = '{ "kind": "not-a-name", "forms": ["Erik Sand"] }\n// not saved yet\n';
    session.write(path, '');
    await session.open(path, dirty, 'jsonl');
    await session.ready();
    assert.equal(await hover('c.txt', 'Erik'), '');
    let refused = 0;
    willing = () => refused++ > 0; // the user has typed on: asked once more
    await carryOut('c.txt', 'Morten', /^“Morten Varde” is not a name$/);
    assert.equal(asked.length, 2);
    const [change] = asked[1]!.edit.documentChanges as [TextDocumentEdit];
    assert.deepEqual(change.textDocument, { uri: session.uri(path), version: 1 });
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        newText: '{ "kind": "not-a-name", "forms": ["Morten Varde"] }\n',
      },
    ]);
    assert.equal(kept(), '');
    assert.equal((await hover('c.txt', 'Morten')) === '', false); // the editor has not told of it yet
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: session.uri(path), version: 2 },
      contentChanges: change.edits.map((edit) => ({ range: edit.range, text: (edit as { newText: string }).newText })),
    });
    await session.ready();
    assert.equal(await hover('c.txt', 'Morten'), '');
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: session.uri(path) } });
    await session.ready();
    assert.match(await hover('c.txt', 'Morten'), /Morten Varde/); // thrown away unsaved
  });

  it('a file that is gone decides nothing, though an editor keeps what stood in it and tells of it again', async () => {
    const gone = '{ "kind": "not-a-name", "forms": ["Erik Sand"] }\nnonsense\n';
    await session.open(path, gone, 'jsonl');
    await session.ready();
    assert.match(await hover('c.txt', 'Erik'), /Erik Sand/);
    assert.equal(session.problems.get(path), undefined);
    await carryOut('c.txt', 'Morten', /^“Morten Varde” is not a name$/);
    assert.equal(asked.length, 0);
    assert.equal(kept(), '{ "kind": "not-a-name", "forms": ["Morten Varde"] }\n');
  });

  it('names do not light the bulb; findings do', async () => {
    assert.deepEqual(await actions('c.txt', 'Morten', CodeActionTriggerKind.Automatic), []);
    const [file, words] = side();
    const titles = (await actions(file, words, CodeActionTriggerKind.Automatic)).map(({ title }) => title);
    assert.ok(titles.includes('Mark as checked'), titles.join('; '));
    assert.ok(!titles.some((title) => title.startsWith('Take back')));
  });

  it('a finding is checked, stays so through edits, is shown in the hover and taken back', async () => {
    const before = problemCount();
    const [file, words] = side();
    await carryOut(file, words, /^Mark as checked$/);
    assert.equal(problemCount(), before - 1);
    assert.match(await hover(file, words), /✓ checked against “\$6[14] million” in \w+\.txt/);
    // Edits elsewhere, and the file under another name.
    const text = texts[file]!.replace('The ', 'Corrected at noon. The ').replace(/\n\nThe flood.*\n/, '\n');
    session.remove(file);
    session.write('moved.txt', text);
    const events = [
      { uri: session.uri(file), type: FileChangeType.Deleted },
      { uri: session.uri('moved.txt'), type: FileChangeType.Created },
    ];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: events });
    await session.ready();
    assert.deepEqual(codes('moved.txt').concat(codes('courier.txt'), codes('ledger.txt')).filter(isFigure), []);
    assert.deepEqual(session.problems.get(path) ?? [], []);
    texts['moved.txt'] = text;
    await carryOut('moved.txt', words, /^Take back: checked against/);
    delete texts['moved.txt'];
    assert.equal(kept(), '');
    assert.equal([...session.problems.keys()].flatMap(codes).filter(isFigure).length, 1);
  });

  it('two claims are not the same fact, and are after all', async () => {
    const [file, words, other] = side();
    await carryOut(file, words, /^Not the same fact as /);
    assert.deepEqual(figureProblems(words, other), []);
    assert.match(await hover(file, words), /✓ not the same as/);
    await carryOut(file, words, /^The same as .* after all$/);
    assert.equal(figureProblems(words, other).length, 1);
    assert.equal(kept().split('\n').length, 2); // the one has taken the place of the other
  });

  it('a decision whose words are gone is kept, without effect, and says so in its file', async () => {
    const [file, words] = side();
    await carryOut(file, words, /^Mark as checked$/);
    const line = kept();
    session.write(file, texts[file]!.replace(words, '$77 million'));
    const changes = [{ uri: session.uri(file), type: FileChangeType.Changed }];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.ready();
    const [problem] = session.problems.get(path)!;
    assert.deepEqual([problem!.severity, problem!.code], [DiagnosticSeverity.Information, 'decision-orphaned']);
    assert.match(String(problem!.message), /no effect: “\$6[14] million”/);
    assert.equal(kept(), line);
  });

  it('two servers that decide at one time lose nothing', async () => {
    const second = await startSession({ files: {}, capabilities });
    const forms = Array.from({ length: 12 }, (_, i) => `Name ${i}`);
    await second.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ uri: session.uri(''), name: 'sources' }],
        removed: [{ uri: second.uri(''), name: 'sources' }],
      },
    });
    await second.ready();
    await Promise.all(
      forms.map((form, i) =>
        (i % 2 === 0 ? session : second).connection.sendRequest('workspace/executeCommand', {
          command: 'crosscheck.decide',
          arguments: [{ document: session.uri('c.txt'), decisions: [{ kind: 'not-a-name', forms: [form] }] }],
        }),
      ),
    );
    assert.deepEqual(
      new Set(
        kept()
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).forms[0]),
      ),
      new Set(forms),
    );
  });

  it('figures that nothing links are offered to be linked', async () => {
    const question = { uri: session.uri('courier.txt'), position: positionOf(courier, '40 houses') };
    const found = await session.connection.sendRequest<{ words: string; deciding: unknown }[]>(
      'crosscheck/linkable',
      question,
    );
    assert.ok(found.length > 0);
    await session.connection.sendRequest('workspace/executeCommand', {
      command: 'crosscheck.decide',
      arguments: [found[0]!.deciding],
    });
    await session.ready();
    assert.match(await hover('courier.txt', '40 houses'), /✓ the same as/);
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
