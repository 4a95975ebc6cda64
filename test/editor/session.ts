import assert from 'node:assert/strict';
import { type Event, extensions, Uri, workspace } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { type Status } from '../../server/src/protocol';

/** The extension under test, started by opening one of its documents. */
export async function activeExtension(): Promise<CrosscheckApi> {
  const extension = extensions.getExtension<CrosscheckApi>('crosscheck.crosscheck');
  assert.ok(extension, 'the extension is not installed');
  await workspace.openTextDocument(inWorkspace('ledger.txt'));
  const api = await extension.activate();
  await api.ready();
  return api;
}

export function inWorkspace(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, path);
}

/**
 * Waits until something holds, looking again whenever an event says that it may have changed.
 * @returns what `look` found
 */
export function until<T>(event: Event<unknown>, look: () => T | undefined | false): Promise<T> {
  const now = look();
  if (now) return Promise.resolve(now);
  return new Promise((resolve, reject) => {
    const listener = event(() => {
      try {
        const found = look();
        if (!found) return;
        listener.dispose();
        resolve(found);
      } catch (error) {
        listener.dispose();
        reject(error as Error);
      }
    });
  });
}

/** Waits for a status of the server that satisfies a condition. */
export function statusWhere(api: CrosscheckApi, holds: (status: Status) => boolean): Promise<Status> {
  return until(api.onDidChangeStatus, () => {
    const status = api.status();
    return status && holds(status) ? status : undefined;
  });
}
