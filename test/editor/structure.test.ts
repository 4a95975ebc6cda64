import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  type FoldingRange,
  type Location,
  type LocationLink,
  type Uri,
  workspace,
} from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { describeLocations, placeOf } from './places';
import { draft, quay, written } from './quay';
import { activeExtension, inWorkspace } from './session';

/** Wrapped by hand: paragraphs of several lines. */
const letter = `Dear editor, the herons have come back to the old sluice, and
nobody in the village has written a single word about it in a
whole year of meetings.

They were here before the sluice was built, and they will be
here when it has fallen into the water, which will not take
as long as some of us would like.
`;

describe('around the text', () => {
  let api: CrosscheckApi;
  let remove: () => Promise<void>;
  before(async () => {
    api = await activeExtension();
    remove = await written(api, { ...quay, 'quay/letter.txt': letter });
  });
  after(() => remove());

  it('Go to Implementations lists what conflicts, and nothing where all agree', async () => {
    assert.deepEqual(await conflicting('ledger.txt', '$61 billion'), ['courier.txt: $60 billion']);
    assert.deepEqual(await conflicting(draft, '€45m'), ['herald.txt: €48 million', 'wire.txt: €48 million']);
    assert.deepEqual(await conflicting('courier.txt', '$24 billion'), []);
  });

  it('paragraphs of several lines, front matter and sections fold', async () => {
    assert.deepEqual(await folds('quay/letter.txt'), ['0-2', '4-6']);
    const notes = await folds('notes.md');
    assert.ok(notes.includes('0-3'), `no front matter in ${notes.join()}`);
    assert.ok(
      notes.some((fold) => fold === '5-11'),
      `no section in ${notes.join()}`,
    );
  });

  it('the names of files are links, to the line that stands behind them', async () => {
    const { uri, document } = await placeOf(draft, 'wire.txt');
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 20);
    const ours = links.filter(({ target }) => target?.path.includes('/quay/'));
    assert.deepEqual(
      ours.map(({ range, target }) => [document.getText(range), target && where(target)]),
      [
        ['wire.txt:3', 'quay/wire.txt#L3'],
        ['quay/herald.txt', 'quay/herald.txt'],
      ],
    );
    assert.ok(
      (await workspace.openTextDocument(ours[0]!.target!.with({ fragment: '' }))).getText().startsWith('PORT LENNICK'),
    );
  });
});

async function conflicting(path: string, words: string): Promise<string[]> {
  const { uri, position } = await placeOf(path, words);
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeImplementationProvider',
    uri,
    position,
  );
  return describeLocations(
    found.map((each) => ('targetUri' in each ? { uri: each.targetUri, range: each.targetRange } : each)),
  );
}

/** As `first-last`, lines from 0. */
async function folds(path: string): Promise<string[]> {
  await workspace.openTextDocument(inWorkspace(path));
  const found = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', inWorkspace(path));
  return found.map(({ start, end }) => `${start}-${end}`);
}

function where({ path, fragment }: Uri): string {
  return path.slice(path.indexOf('quay/')) + (fragment && `#${fragment}`);
}
