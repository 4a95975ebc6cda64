import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  Position,
  Range,
  type TextDocument,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { placeOf, positionIn } from './places';
import { openedDraft, removed, reverted } from './quay';
import { until } from './session';

describe('quick fixes of the text', () => {
  let document: TextDocument;
  let close: () => Promise<void>;
  before(async () => ({ document, close } = await openedDraft()));
  beforeEach(() => codesAre('conflicting-figure', 'conflicting-figure', 'quote-wording', 'unsupported-figure'));
  afterEach(() => reverted(document));
  after(() => close());

  it('take the other value, written as the draft writes it', async () => {
    const fix = await fixAt('€45m', /^Change to “€48m” as in (herald|wire)\.txt$/);
    assert.ok(fix.isPreferred);
    await apply(fix);
    assert.match(document.getText(), /approved €48m on Tuesday/);
    await codesAre('conflicting-figure', 'quote-wording', 'unsupported-figure');
  });

  it('take the other wording, and leave the rest of the quotation alone', async () => {
    await apply(await fixAt('summer', /^Take the wording of (herald|wire)\.txt$/));
    assert.match(document.getText(), /^“We will have every berth open again before the winter sets in,” Mayor Ida/m);
    await codesAre('conflicting-figure', 'conflicting-figure', 'unsupported-figure');
  });

  it('restore a hedge that got lost', async () => {
    await apply(await fixAt('60 f', /^Restore “about” as in (herald|wire)\.txt$/));
    assert.match(document.getText(), /broke, about 60 fishing boats/);
    await codesAre('conflicting-figure', 'conflicting-figure', 'quote-wording');
  });

  it('fix all of one kind', async () => {
    await apply(await fixAt('€45m', /^Fix all 2 of this kind \(conflicting-figure\) in the draft$/));
    assert.match(document.getText(), /approved €48m on/);
    assert.match(document.getText(), /destroyed 34 warehouses/);
    assert.match(document.getText(), /before the summer/);
    await codesAre('quote-wording', 'unsupported-figure');
  });

  it('fix everything at once, as on saving', async () => {
    const whole = new Range(0, 0, document.lineCount, 0);
    const kind = CodeActionKind.SourceFixAll.append('crosscheck');
    const [all] = await offered(whole, kind);
    assert.ok(all, 'nothing to fix all with');
    await apply(all);
    for (const words of ['€48m', 'before the winter', 'about 60 fishing', '34 warehouses'])
      assert.ok(document.getText().includes(words), document.getText());
    await codesAre();
  });

  it('go with the text as it has become meanwhile', async () => {
    const typed = new WorkspaceEdit();
    typed.insert(document.uri, new Position(0, 0), 'By our own correspondent\n\nFor Thursday\n\n');
    assert.ok(await workspace.applyEdit(typed));
    await apply(await fixAt('€45m', /^Change to “€48m”/));
    assert.match(document.getText(), /^By our own [^]*Port Lennick approved €48m on Tuesday to rebuild the quay\.$/m);
  });

  it('touch no source unasked: only a draft has a preferred fix', async () => {
    const { uri, position } = await placeOf('ledger.txt', '$61 billion');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new Range(position, position),
    );
    assert.ok(actions.some(({ title }) => title === 'Change to “$60 billion” as in courier.txt'));
    assert.ok(actions.every(({ isPreferred }) => !isPreferred));
  });

  it('“Do not report … in this folder” writes the setting of the folder, and the problem goes at once', async () => {
    const hide = await fixAt('summer', /^Do not report quote-wording in this folder$/);
    assert.ok(hide.command);
    await commands.executeCommand(hide.command.command, ...(hide.command.arguments ?? []));
    await codesAre('conflicting-figure', 'conflicting-figure', 'unsupported-figure');
    const settings = workspace.getConfiguration('crosscheck', document.uri);
    assert.equal(settings.inspect('severity.quote-wording')?.workspaceFolderValue, 'off');
    await removed('.vscode');
  });

  async function codesAre(...codes: string[]): Promise<void> {
    await until(languages.onDidChangeDiagnostics, () => codesOf(document).join() === codes.join());
  }

  async function fixAt(words: string, title: RegExp): Promise<CodeAction> {
    const position = positionIn(document, words);
    const actions = await offered(new Range(position, position));
    const found = actions.find((action) => title.test(action.title));
    assert.ok(found, `only ${actions.map((action) => action.title).join('; ')}`);
    return found;
  }

  /** With their edits, which are worked out only when an action is chosen. */
  function offered(range: Range, kind?: CodeActionKind): Thenable<CodeAction[]> {
    return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 40);
  }
});

async function apply({ edit, title }: CodeAction): Promise<void> {
  assert.ok(edit, `${title} edits nothing`);
  assert.ok(await workspace.applyEdit(edit));
}

/** The codes of our problems in a document, sorted. */
function codesOf({ uri }: TextDocument): unknown[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'crosscheck')
    .map(({ code }: Diagnostic) => (typeof code === 'object' ? code.value : code))
    .sort();
}
