import assert from 'node:assert/strict';
import { commands, type Location, TabInputTextDiff, type Uri, window, workspace } from 'vscode';
import { placeOf, rewritten } from './places';
import { activeExtension, inWorkspace, until } from './session';

describe('side by side', () => {
  before(activeExtension);
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('lays two passages that state one fact beside each other, and they follow the sources', async () => {
    const { uri, position } = await placeOf('ledger.txt', '$61 billion');
    await commands.executeCommand('crosscheck.comparePassages', uri.toString(), {
      line: position.line,
      character: position.character,
    });
    const { original, modified } = diffShown();
    const [left, right] = await Promise.all([original, modified].map((side) => workspace.openTextDocument(side)));
    assert.match(left?.getText() ?? '', /^WASHINGTON — Congress approved a \$61 billion aid package .* delay\.\n$/);
    assert.match(right?.getText() ?? '', /\$60 billion/);

    const undo = await rewritten('courier.txt', 'in April', 'in early April');
    await until(workspace.onDidChangeTextDocument, () => right?.getText().includes('in early April'));
    await undo();
  });

  it('opens from the line of a view', async () => {
    const { uri } = await placeOf('notes.md', '');
    const { document, position } = await placeOf('notes.md', '$24 billion');
    const start = { line: position.line, character: position.character };
    await commands.executeCommand('crosscheck.comparePassages', {
      place: { uri: uri.toString(), range: { start, end: start } },
    });
    const { original } = diffShown();
    assert.ok(
      (await workspace.openTextDocument(original)).getText().includes(document.lineAt(start.line).text.slice(0, 20)),
    );
  });
});

describe('the fact sheet', () => {
  const kept = 'aid.factsheet.md';
  before(activeExtension);
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(inWorkspace(kept));
  });

  it('shows every statement, in a document that nobody can edit', async () => {
    const { uri, position } = await placeOf('ledger.txt', '$61 billion');
    const { line, character } = position;
    await commands.executeCommand('crosscheck.showFactSheet', uri.toString(), { line, character });
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'crosscheck');
    assert.equal(document.languageId, 'markdown');
    assert.equal(workspace.fs.isWritableFileSystem('crosscheck'), undefined);
    for (const words of ['ledger.txt', 'courier.txt', '60 billion', 'Conflicts']) {
      assert.ok(document.getText().includes(words), document.getText());
    }
  });

  it('is kept as a file, which is no source', async () => {
    const sheet = window.activeTextEditor?.document;
    const undo = await rewritten('courier.txt', 'in April', 'in mid-April');
    await until(workspace.onDidChangeTextDocument, () => sheet?.getText().includes('in mid-April'));
    await undo();
    // The sheet still reads otherwise for a moment: what is kept is what the sources state.
    await commands.executeCommand('crosscheck.keepFactSheet', sheet?.uri, inWorkspace(kept));
    assert.equal(window.activeTextEditor?.document.uri.toString(), inWorkspace(kept).toString());
    const text = Buffer.from(await workspace.fs.readFile(inWorkspace(kept))).toString('utf8');
    assert.doesNotMatch(text, /mid-April/);
    await until(workspace.onDidChangeTextDocument, () => sheet?.getText() === text);
    const { uri, position } = await placeOf('ledger.txt', '$61 billion');
    const statements = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position);
    assert.ok(statements.length > 0);
    assert.deepEqual(
      statements.filter((statement) => statement.uri.path.endsWith(kept)),
      [],
    );
  });
});

function diffShown(): { original: Uri; modified: Uri } {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  assert.ok(input instanceof TabInputTextDiff, 'no diff is shown');
  return input;
}
