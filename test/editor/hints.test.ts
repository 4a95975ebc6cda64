import assert from 'node:assert/strict';
import { type CodeLens, commands, ConfigurationTarget, type InlayHint, Range, workspace } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { placeOf } from './places';
import { askedUntil, draft, quay, removed, written } from './quay';
import { activeExtension, inWorkspace } from './session';

describe('hints and lenses', () => {
  let api: CrosscheckApi;
  let remove: () => Promise<void>;
  before(async () => {
    api = await activeExtension();
    remove = await written(api, quay);
  });
  afterEach(async () => {
    for (const name of ['inlayHints', 'codeLens']) await set(name, undefined);
  });
  after(async () => {
    await removed('.vscode');
    await remove();
  });

  it('a weekday is given its date, nothing else is marked', async () => {
    assert.deepEqual(await hints('quay/wire.txt'), ['Tuesday = 3 June 2025', 'Monday = 2 June 2025']);
  });

  it('the setting counts at once: no hints, and all', async () => {
    await set('inlayHints', 'off');
    await askedUntil(
      () => hints('quay/wire.txt'),
      (shown) => shown.length === 0,
    );
    await set('inlayHints', 'all');
    const all = await askedUntil(
      () => hints('quay/wire.txt'),
      (shown) => shown.length > 2,
    );
    assert.ok(
      all.some((hint) => /^Dozens = 24/.test(hint)),
      all.join(' | '),
    );
    assert.ok(!all.some((hint) => hint.startsWith('34 ')), all.join(' | '));
  });

  it('lenses are off until the setting wants them; then they say what is stated elsewhere', async () => {
    assert.deepEqual(await lenses(draft), []);
    await set('codeLens', true);
    const shown = await askedUntil(
      () => lenses(draft),
      (all) => all.length > 0,
    );
    const [approved] = shown;
    assert.match(approved?.command?.title ?? '', /^≠ 1 finding · \d facts? in 2 other documents$/);
    assert.equal(approved?.range.start.line, 2);
    assert.equal(approved?.command?.command, 'crosscheck.showAllMentions');
    await set('codeLens', false);
    await askedUntil(
      () => lenses(draft),
      (all) => all.length === 0,
    );
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('crosscheck').update(name, value, ConfigurationTarget.Workspace);
}

/** As `words = meaning`: the word before the hint. */
async function hints(path: string): Promise<string[]> {
  const { uri, document } = await placeOf(path, '');
  const whole = new Range(0, 0, document.lineCount, 0);
  const found = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, whole);
  return found.map(({ position, label }) => {
    const before = document.getText(new Range(position.line, 0, position.line, position.character));
    return `${/\S+$/.exec(before)?.[0]} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`;
  });
}

async function lenses(path: string): Promise<CodeLens[]> {
  await workspace.openTextDocument(inWorkspace(path));
  return commands.executeCommand('vscode.executeCodeLensProvider', inWorkspace(path), 20);
}
