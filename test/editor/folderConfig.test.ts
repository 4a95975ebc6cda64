import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { removed } from './quay';
import { activeExtension, inWorkspace, until } from './session';

describe('crosscheck.json', () => {
  before(async () => {
    await activeExtension();
  });
  afterEach(async () => {
    await removed('crosscheck.json');
    await until(
      languages.onDidChangeDiagnostics,
      () => told('quote-wording') && told('conflicting-figure') && problemsOf(file()).length === 0,
    );
  });

  it('counts at once, and no more when it is gone', async () => {
    await write('{ "severity": { "quote-wording": "off" } }');
    await until(languages.onDidChangeDiagnostics, () => !told('quote-wording'));
    assert.ok(told('conflicting-figure'));
    await removed('crosscheck.json');
    await until(languages.onDidChangeDiagnostics, () => told('quote-wording'));
  });

  it('leaves documents out', async () => {
    await write('{ "exclude": ["courier.txt"] }');
    await until(languages.onDidChangeDiagnostics, () => !told('quote-wording') && !told('conflicting-figure'));
  });

  it('says where it makes no sense, and the rest of it counts', async () => {
    await write('{\n  "exclud": [],\n  "severity": { "quote-wording": "off" }\n}');
    const problem = await until(languages.onDidChangeDiagnostics, () => problemsOf(file())[0]);
    assert.match(problem.message, /^Crosscheck knows no "exclud"/);
    assert.deepEqual(
      [problem.range.start.line, problem.range.start.character, problem.range.end.character],
      [1, 2, 10],
    );
    assert.equal(problem.severity, DiagnosticSeverity.Warning);
    await until(languages.onDidChangeDiagnostics, () => !told('quote-wording'));
  });

  it('says so while it is being written, and no more when it is mended', async () => {
    await write('{\n  "exclude": ["courier.txt"]\n}\n');
    await until(languages.onDidChangeDiagnostics, () => !told('quote-wording'));
    const document = await workspace.openTextDocument(file());
    await window.showTextDocument(document);
    const wrong = new WorkspaceEdit();
    wrong.replace(file(), new Range(1, 13, 1, 28), '[3]');
    assert.ok(await workspace.applyEdit(wrong));
    const found = await until(languages.onDidChangeDiagnostics, () => problemsOf(file())[0]);
    assert.match(found.message, /^A glob is text/);
    assert.deepEqual(found.range, new Range(1, 14, 1, 15));
    assert.ok(!told('quote-wording')); // what is saved counts
    const mended = new WorkspaceEdit();
    mended.replace(file(), new Range(1, 13, 1, 16), '[]');
    assert.ok(await workspace.applyEdit(mended));
    await until(languages.onDidChangeDiagnostics, () => problemsOf(file()).length === 0);
    assert.ok(await document.save());
    await until(languages.onDidChangeDiagnostics, () => told('quote-wording'));
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('is checked by its schema as it is written', async function () {
    if (!extensions.getExtension('vscode.json-language-features')) this.skip(); // an editor without JSON
    await write('{\n  "severity": { "quote-wording": "loud" }\n}');
    await window.showTextDocument(file());
    const found = await until(languages.onDidChangeDiagnostics, () =>
      languages.getDiagnostics(file()).find(({ source }) => source !== 'crosscheck'),
    );
    assert.match(found.message, /"as found", "error", "warning"/);
    assert.equal(found.range.start.line, 1);
  });
});

function file(): Uri {
  return inWorkspace('crosscheck.json');
}

async function write(text: string): Promise<void> {
  await workspace.fs.writeFile(file(), Buffer.from(text));
}

function problemsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'crosscheck');
}

/** Whether a finding with a code is reported anywhere. */
function told(code: string): boolean {
  return languages
    .getDiagnostics()
    .some(([uri]) =>
      problemsOf(uri).some((problem) => (typeof problem.code === 'object' ? problem.code.value : '') === code),
    );
}
