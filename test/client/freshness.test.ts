import assert from 'node:assert/strict';
import { type Uri, type WorkspaceEdit } from 'vscode';
import { freshness } from '../../client/src/freshness';

describe('whether an edit still fits', () => {
  const uri = (path: string): Uri => ({ toString: () => path }) as Uri;
  const edit = (...paths: string[]): Pick<WorkspaceEdit, 'entries'> => ({
    entries: () => paths.map((path) => [uri(path), []]),
  });
  const documents = (versions: Record<string, number>) =>
    Object.entries(versions).map(([path, version]) => ({ uri: uri(path), version }));

  it('it does while no document that it edits changes, or none of them is open', () => {
    let open = documents({ 'a.txt': 3, 'b.txt': 1 });
    const fits = freshness(() => open);
    assert.ok(fits(edit('a.txt', 'closed.txt')));
    open = documents({ 'a.txt': 3, 'b.txt': 2, 'closed.txt': 1 });
    assert.ok(fits(edit('a.txt', 'closed.txt')));
  });

  it('it does not when one of them has been changed, or closed', () => {
    let open = documents({ 'a.txt': 3, 'b.txt': 1 });
    const fits = freshness(() => open);
    open = documents({ 'a.txt': 4, 'b.txt': 1 });
    assert.ok(!fits(edit('b.txt', 'a.txt')));
    open = documents({ 'b.txt': 1 });
    assert.ok(!fits(edit('a.txt')));
  });
});
