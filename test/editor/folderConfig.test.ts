import assert from 'node:assert/strict';
import { type Diagnostic, extensions, languages, type Uri, window, workspace } from 'vscode';
import { type CrosscheckApi } from '../../client/src/extension';
import { removed } from './quay';
import { activeExtension, inWorkspace, statusWhere, until } from './session';

describe('crosscheck.json', () => {
  let api: CrosscheckApi;
  before(async () => {
    api = await activeExtension();
  });
  afterEach(async () => {
    await removed('crosscheck.json');
    await until(languages.onDidChangeDiagnostics, () => told('quote-wording') && told('conflicting-figure'));
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

  it('says in which line it makes no sense, and the rest of it counts', async () => {
    await write('{\n  "exclud": [],\n  "severity": { "quote-wording": "off" }\n}');
    const { skipped } = await statusWhere(api, (status) =>
      status.skipped.some(({ uri }) => uri.endsWith('/crosscheck.json')),
    );
    assert.match(skipped.map(({ reason }) => reason).join('\n'), /^line 2: Crosscheck knows no "exclud"/m);
    await until(languages.onDidChangeDiagnostics, () => !told('quote-wording'));
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
