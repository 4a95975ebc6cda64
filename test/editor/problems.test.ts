import assert from 'node:assert/strict';
import { type Diagnostic, languages, Range, type Uri, workspace, WorkspaceEdit } from 'vscode';
import { placeOf } from './places';
import { activeExtension, inWorkspace, until } from './session';

describe('problems', () => {
  before(activeExtension);

  it('tells a pair of figures that differ once, with the other side', async () => {
    const [{ uri, diagnostic }] = await findings('conflicting-figure');
    const [related] = diagnostic.relatedInformation ?? [];
    assert.ok(related, 'no other side');
    const document = await workspace.openTextDocument(uri);
    const other = await workspace.openTextDocument(related.location.uri);
    const texts = [document.getText(diagnostic.range), other.getText(related.location.range)].sort();
    assert.deepEqual(texts, ['$60 billion', '$61 billion']);
    assert.equal(ours('conflicting-figure').length, 1);
    assert.ok(typeof diagnostic.code === 'object' && diagnostic.code.target, 'the code has no page that explains it');
  });

  it('tells a quotation that stands in two wordings', async () => {
    const found = await findings('quote-wording');
    assert.equal(found.length, 1);
  });

  it('tells nothing else', () => {
    assert.deepEqual([...new Set(allOfOurs().map(({ diagnostic }) => codeOf(diagnostic)))].sort(), [
      'conflicting-figure',
      'quote-wording',
    ]);
  });

  it('follows an edit that has not been saved, and back', async () => {
    const { document } = await placeOf('courier.txt', '$60 billion');
    const start = document.getText().indexOf('$60 billion');
    await replace(document.uri, start, '$60 billion', '$61 billion');
    await until(languages.onDidChangeDiagnostics, () => ours('conflicting-figure').length === 0);
    await replace(document.uri, start, '$61 billion', '$60 billion');
    await findings('conflicting-figure');
  });

  it('follows a file that comes and goes on disk', async () => {
    const file = inWorkspace('gazette.txt');
    const text = 'The Gazette\nMay 18, 2024\n\nCongress approved a $67 billion aid package for Ukraine in April.\n';
    await workspace.fs.writeFile(file, Buffer.from(text));
    await until(languages.onDidChangeDiagnostics, () => mentions('gazette.txt'));
    await workspace.fs.delete(file);
    await until(languages.onDidChangeDiagnostics, () => !mentions('gazette.txt'));
  });
});

interface Finding {
  uri: Uri;
  diagnostic: Diagnostic;
}

function allOfOurs(): Finding[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => ({ uri, diagnostic })))
    .filter(({ diagnostic }) => diagnostic.source === 'crosscheck');
}

function ours(code: string): Finding[] {
  return allOfOurs().filter(({ diagnostic }) => codeOf(diagnostic) === code);
}

/** Waits for findings with a code. */
function findings(code: string): Promise<[Finding, ...Finding[]]> {
  return until(languages.onDidChangeDiagnostics, () => {
    const [first, ...others] = ours(code);
    return first && [first, ...others];
  });
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Whether a finding has a side in a file. */
function mentions(file: string): boolean {
  return allOfOurs().some(({ uri, diagnostic }) => {
    const sides = [uri, ...(diagnostic.relatedInformation ?? []).map(({ location }) => location.uri)];
    return sides.some(({ path }) => path.endsWith(`/${file}`));
  });
}

async function replace(uri: Uri, start: number, words: string, by: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(document.positionAt(start), document.positionAt(start + words.length)), by);
  assert.ok(await workspace.applyEdit(edit));
}
