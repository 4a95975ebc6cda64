import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, type DocumentSymbol, workspace, WorkspaceEdit } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { askedUntil, removed } from './quay';
import { activeExtension, inWorkspace, statusWhere } from './session';

const many = 1500;
const opened = `heap/${many - 1}.txt`;

describe('reading a large folder', () => {
  let api: CrosscheckApi;
  let known: number;
  before(async () => {
    api = await activeExtension();
    ({ documents: known } = await statusWhere(api, ({ phase }) => phase === 'ready'));
  });
  afterEach(async () => {
    // As in the explorer: then the editor lets go of the one that was opened.
    const edit = new WorkspaceEdit();
    edit.deleteFile(inWorkspace(opened), { ignoreIfNotExists: true });
    assert.ok(await workspace.applyEdit(edit));
    await removed('heap');
    await commands.executeCommand('crosscheck.resumeReading');
    await statusWhere(api, ({ phase, documents }) => phase === 'ready' && documents === known);
  });

  it('can be stopped at its progress, and resumed', async () => {
    await writeHeap();
    await statusWhere(api, ({ phase, documents }) => phase === 'indexing' && documents >= known + many);
    // As with the mouse: the progress in the status bar opens a notification, whose button stops it.
    const stopped = await askedUntil(
      () => commands.executeCommand('notification.acceptPrimaryAction').then(() => api.status()),
      (status) => status !== undefined && status.phase !== 'indexing',
    );
    assert.equal(stopped?.phase, 'stopped');
    assert.equal(stopped.documents, known + many);
    assert.ok(stopped.done < stopped.documents, `${stopped.done} read of ${stopped.documents}`);

    // What is opened is read all the same.
    const { uri } = await workspace.openTextDocument(inWorkspace(opened));
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.ok(JSON.stringify(symbols).includes(`${1000 + many - 1}`));
    assert.equal(api.status()?.phase, 'stopped');

    await commands.executeCommand('crosscheck.resumeReading');
    const { documents, done } = await statusWhere(api, ({ phase }) => phase === 'ready');
    assert.deepEqual([documents, done], [known + many, known + many]);
  });
});

/** Far from what the workspace tells of, and long enough that somebody can lose patience. */
async function writeHeap(): Promise<void> {
  const folder = inWorkspace('heap').fsPath;
  await mkdir(folder);
  const line = 'The warden of the lighthouse counted the herons in the reeds and wrote down what he saw. ';
  for (let i = 0; i < many; i++)
    await writeFile(join(folder, `${i}.txt`), `${line.repeat(100)}\n\nIn hut ${1000 + i} lay ${1000 + i} nets.\n`);
}
