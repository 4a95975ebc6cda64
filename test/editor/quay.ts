import assert from 'node:assert/strict';
import { commands, type TextDocument, type Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { activeExtension, inWorkspace, statusWhere } from './session';

/** Two sources that go together, and a draft that does not go with them: an event of their own beside the files of the workspace. */
export const quay = {
  'quay/wire.txt': `PORT LENNICK, June 3, 2025 (Skerry Wire) — The town council of Port Lennick approved €48 million on Tuesday to rebuild the quay, Mayor Ida Brandvold said.

“We will have every berth open again before the winter sets in,” Brandvold told reporters outside the town hall.

About 60 fishing boats were moored at the quay when the storm broke.

The storm destroyed 34 warehouses on the quay, according to the harbour master, Nils Farrow.

Dozens of volunteers cleared the quay on Monday.
`,
  'quay/herald.txt': `Lennick Herald
Wednesday, June 4, 2025

The town council of Port Lennick approved €48 million on Tuesday to rebuild the quay.

“We will have every berth open again before the winter sets in,” said Mayor Ida Brandvold.

About 60 fishing boats were moored at the quay when the storm broke.
The storm destroyed 34 warehouses on the quay.
`,
  'drafts/quay.md': `# The quay will rise again

The town council of Port Lennick approved €45m on Tuesday to rebuild the quay.

“We will have every berth open again before the summer sets in,” Mayor Ida Brandvold told reporters.

When the storm broke, 60 fishing boats were moored at the quay. The storm destroyed 43 warehouses on the quay.

What the mayor said stands in wire.txt:3 and in quay/herald.txt.
`,
};

export const draft = 'drafts/quay.md';

/**
 * Writes files into the workspace and waits until they are read.
 * @returns what removes them with their folders, and waits until that is noticed
 */
export async function written(
  api: CrosscheckApi,
  files: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const { documents } = await statusWhere(api, ({ phase }) => phase === 'ready');
  const readyWith = (wanted: number): Promise<unknown> =>
    statusWhere(api, (told) => told.phase === 'ready' && told.documents === wanted);
  for (const [path, text] of Object.entries(files)) await workspace.fs.writeFile(inWorkspace(path), Buffer.from(text));
  await readyWith(documents + Object.keys(files).length);
  return async () => {
    // As a user does it in the explorer: then the editor lets go of the documents, and they are gone from the index too.
    const edit = new WorkspaceEdit();
    for (const path of Object.keys(files)) edit.deleteFile(inWorkspace(path));
    assert.ok(await workspace.applyEdit(edit));
    for (const top of new Set(Object.keys(files).map((path) => path.split('/')[0]!))) await removed(top);
    await readyWith(documents);
  };
}

/**
 * Writes the quay's files into the workspace and opens its draft in an editor.
 * @returns the draft, and what closes the editors and removes the files
 */
export async function openedDraft(): Promise<{ document: TextDocument; close: () => Promise<void> }> {
  const remove = await written(await activeExtension(), quay);
  const document = await workspace.openTextDocument(inWorkspace(draft));
  await window.showTextDocument(document);
  const close = async (): Promise<void> => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await remove();
  };
  return { document, close };
}

/** Makes an open document again what its file is. */
export async function reverted(document: TextDocument): Promise<void> {
  if (!document.isDirty) return;
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}

/** Asks again until the answer is what it should be: for what no event tells of. The time limit of the test ends it. */
export async function askedUntil<T>(ask: () => Thenable<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
  }
}

export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

export async function removed(path: string): Promise<void> {
  if (await exists(inWorkspace(path))) await workspace.fs.delete(inWorkspace(path), { recursive: true });
}
