import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  Position,
  Range,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { placeOf } from './places';
import { activeExtension, inWorkspace, statusWhere, until } from './session';

describe('decisions', () => {
  let api: CrosscheckApi;
  before(async () => {
    api = await activeExtension();
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (await exists(inWorkspace('.crosscheck')))
      await workspace.fs.delete(inWorkspace('.crosscheck'), { recursive: true });
    await until(languages.onDidChangeDiagnostics, () => finding() && problemsOf(decisions()).length === 0);
  });

  it('a name is what the quick fix says, until it is taken back', async () => {
    const { document, position } = await placeOf('ledger.txt', 'Dover');
    assert.match(await hoverAt(document.uri, position), /\*\*Dover\*\* · place/);
    await carryOut(document.uri, position, /^“Dover” is not a name$/);
    assert.equal(await textOf(decisions()), '{ "kind": "not-a-name", "forms": ["Dover"] }\n');
    assert.doesNotMatch(await hoverAt(document.uri, position), /\*\*Dover\*\*/);
    await carryOut(document.uri, position, /^Take back: “Dover” is not a name$/);
    assert.equal(await textOf(decisions()), '');
    assert.match(await hoverAt(document.uri, position), /\*\*Dover\*\* · place/);
  });

  it('a finding that is checked is gone, says why in the hover, and comes back when that is taken back', async () => {
    const { uri, range } = await known();
    const check = await actionAt(uri, range.start, /^Mark as checked…$/);
    assert.equal(check.command?.command, 'crosscheck.decideWithReason');
    await commands.executeCommand(check.command.command, ...(check.command.arguments ?? []), 'asked the Treasury');
    await until(languages.onDidChangeDiagnostics, () => !finding());
    assert.match(await hoverAt(uri, range.start), /✓ checked against .* \(asked the Treasury\)/);
    await carryOut(uri, range.start, /^Take back: checked against/);
    await until(languages.onDidChangeDiagnostics, finding);
  });

  it('what the user is writing in the decisions file is not overwritten', async () => {
    await workspace.fs.writeFile(decisions(), Buffer.from('{"kind":"half'));
    await until(languages.onDidChangeDiagnostics, () => problemsOf(decisions()).length === 1);
    const file = await workspace.openTextDocument(decisions());
    await window.showTextDocument(file);
    const typed = new WorkspaceEdit();
    typed.insert(file.uri, new Position(0, 0), '{"kind":"trusted","files":"nowhere.txt"}\n');
    assert.ok(await workspace.applyEdit(typed));
    const { uri, range } = await known();
    await carryOut(uri, range.start, /^Not the same fact as /);
    await until(languages.onDidChangeDiagnostics, () => !finding());
    assert.match(file.getText(), /^\{ "kind": "not-same".*\n\{"kind":"trusted".*\n\{"kind":"half$/);
    assert.equal(problemsOf(decisions())[0]?.range.start.line, 2);
  });

  const decisions = (): Uri => inWorkspace('.crosscheck/decisions.jsonl');

  async function carryOut(uri: Uri, position: Position, title: RegExp): Promise<void> {
    const action = await actionAt(uri, position, title);
    const before = api.status()?.generation ?? 0;
    assert.ok(action.command);
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await statusWhere(api, ({ phase, generation }) => phase === 'ready' && generation > before);
  }
});

async function actionAt(uri: Uri, position: Position, title: RegExp): Promise<CodeAction> {
  const range = new Range(position, position);
  const offered = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
  const found = offered.find((action) => title.test(action.title));
  assert.ok(found, `only ${offered.map((action) => action.title).join('; ')}`);
  return found;
}

async function hoverAt(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
}

/** The one pair of figures of the workspace that differ. */
function finding(): { uri: Uri; range: Range } | undefined {
  for (const [uri, diagnostics] of languages.getDiagnostics()) {
    for (const { source, code, range } of diagnostics) {
      const value = typeof code === 'object' ? code.value : code;
      if (source === 'crosscheck' && value === 'conflicting-figure') return { uri, range };
    }
  }
  return undefined;
}

function known(): Promise<{ uri: Uri; range: Range }> {
  return until(languages.onDidChangeDiagnostics, finding);
}

function problemsOf(uri: Uri): { range: Range }[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'crosscheck');
}

async function textOf(uri: Uri): Promise<string> {
  return Buffer.from(await workspace.fs.readFile(uri)).toString();
}

function exists(uri: Uri): Thenable<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
