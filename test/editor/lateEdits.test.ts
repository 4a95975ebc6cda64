import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  languages,
  Position,
  Range,
  type TextDocument,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { type HeldServer, heldServer } from './heldServer';
import { positionIn } from './places';
import { draft, quay, written } from './quay';
import { activeExtension, inWorkspace, until } from './session';

describe('an edit that comes too late', () => {
  let api: CrosscheckApi;
  let remove: () => Promise<void>;
  let document: TextDocument;
  let server: HeldServer;
  before(async () => {
    api = await activeExtension();
    remove = await written(api, quay);
    document = await workspace.openTextDocument(inWorkspace(draft));
    await window.showTextDocument(document);
    server = await heldServer(api);
    await until(languages.onDidChangeDiagnostics, () =>
      languages.getDiagnostics(document.uri).some(({ source }) => source === 'crosscheck'),
    );
  });
  afterEach(async () => {
    server.release();
    await window.showTextDocument(document);
    if (document.isDirty) await commands.executeCommand('workbench.action.files.revert');
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await remove();
  });

  it('is none where a quick fix was made for the text as it was, and the fix says so', async () => {
    const fix = await whileAsked('codeAction/resolve', askForFix, typed);
    assert.equal(fix.edit, undefined);
    assert.equal(fix.command?.command, 'crosscheck.sayTextChanged');
    const again = await askForFix();
    assert.equal(again.command, undefined);
    assert.ok(again.edit && (await workspace.applyEdit(again.edit)));
    assert.match(document.getText(), /^Late: # The quay [^]*Port Lennick approved €48m on Tuesday/);
  });

  it('is one where another text was changed', async () => {
    const other = await workspace.openTextDocument({ language: 'plaintext', content: 'Not of this story.' });
    const fix = await whileAsked('codeAction/resolve', askForFix, () => insertAtStart(other));
    assert.ok(fix.edit);
    assert.equal(fix.command, undefined);
    await window.showTextDocument(other);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is none where a name was to be another, and the editor is told why', async () => {
    const rename = (): Thenable<WorkspaceEdit> =>
      commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        positionIn(document, 'Brandvold'),
        'Ida Brandvald',
      );
    const outcome = await whileAsked('textDocument/rename', () => rename().then(() => 'renamed', String), typed);
    assert.match(outcome, /The text changed meanwhile: rename again\./);
    assert.ok((await rename()).has(document.uri));
  });

  const typed = (): Promise<void> => insertAtStart(document);

  async function askForFix(): Promise<CodeAction> {
    const position = positionIn(document, '€45m');
    const offered = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(position, position),
      undefined,
      100,
    );
    const found = offered.find(({ title }) => /^Change to “€48m”/.test(title));
    assert.ok(found, `only ${offered.map(({ title }) => title).join('; ')}`);
    return found;
  }

  /** Does something between a question and its answer. */
  async function whileAsked<T>(method: string, ask: () => Thenable<T>, change: () => Promise<void>): Promise<T> {
    const asked = server.askedFor(method);
    const answer = ask();
    await asked;
    await change();
    server.release();
    return answer;
  }
});

async function insertAtStart({ uri }: TextDocument): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), 'Late: ');
  assert.ok(await workspace.applyEdit(edit));
}
