import assert from 'node:assert/strict';
import { type Location, type Position, Range, type TextDocument, type Uri, workspace, WorkspaceEdit } from 'vscode';
import { inWorkspace } from './session';

/** A place in a document of the workspace: the middle of the first occurrence of some words. */
export async function placeOf(
  path: string,
  words: string,
): Promise<{ uri: Uri; position: Position; document: TextDocument }> {
  const document = await workspace.openTextDocument(inWorkspace(path));
  return { uri: document.uri, position: positionIn(document, words), document };
}

export function positionIn(document: TextDocument, words: string): Position {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `${words} does not stand in ${document.uri.path}`);
  return document.positionAt(start + Math.floor(words.length / 2));
}

/** Locations as `file: words`, sorted, to be compared with what a test expects. */
export async function describeLocations(locations: readonly Location[]): Promise<string[]> {
  const described = locations.map(async ({ uri, range }) => {
    const document = await workspace.openTextDocument(uri);
    return `${uri.path.split('/').at(-1)}: ${document.getText(range)}`;
  });
  return (await Promise.all(described)).sort();
}

/**
 * Writes other words in place of the first occurrence of some, without saving.
 * @returns what takes it back
 */
export async function rewritten(path: string, words: string, by: string): Promise<() => Promise<void>> {
  const document = await workspace.openTextDocument(inWorkspace(path));
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `${words} does not stand in ${path}`);
  const write = async (present: string, wanted: string): Promise<void> => {
    const edit = new WorkspaceEdit();
    edit.replace(
      document.uri,
      new Range(document.positionAt(start), document.positionAt(start + present.length)),
      wanted,
    );
    assert.ok(await workspace.applyEdit(edit));
  };
  await write(words, by);
  return () => write(by, words);
}
