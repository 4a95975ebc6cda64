import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { commands } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';

/** A server whose answers a test can hold back, so that something can happen while the client waits for them. */
export interface HeldServer {
  /** Holds back all that the server says, from the moment when it is asked this. Resolves then. */
  askedFor(method: string): Promise<void>;
  /** Lets through what was held back. */
  release(): void;
}

/** Starts the server anew, with hold of it. Resolves when it has read the folder. */
export async function heldServer(api: CrosscheckApi): Promise<HeldServer> {
  const child = await startedChild(async () => {
    const read = new Promise<void>((resolve) => {
      const listener = api.onDidChangeStatus(({ phase }) => {
        if (phase !== 'ready') return;
        listener.dispose();
        resolve();
      });
    });
    await commands.executeCommand('crosscheck.restartServer');
    await read;
  });
  let held: unknown[][] | undefined;
  let wanted: { method: string; resolve: () => void } | undefined;
  const send = child.send.bind(child) as (...args: unknown[]) => boolean;
  child.send = (...args: unknown[]) => {
    const sent = send(...args);
    if (wanted && (args[0] as { method?: string }).method === wanted.method) {
      held = [];
      wanted.resolve();
      wanted = undefined;
    }
    return sent;
  };
  const emit = child.emit.bind(child) as (...args: unknown[]) => boolean;
  child.emit = (...args: unknown[]) => {
    if (args[0] !== 'message' || !held) return emit(...args);
    held.push(args);
    return true;
  };
  return {
    askedFor: (method) =>
      new Promise((resolve) => {
        wanted = { method, resolve };
      }),
    release() {
      const waiting = held ?? [];
      held = undefined;
      for (const args of waiting) emit(...args);
    },
  };
}

/** The process of our server that something starts in this extension host. */
async function startedChild(start: () => Promise<void>): Promise<ChildProcess> {
  const children: ChildProcess[] = [];
  const started = channel('child_process');
  const listen = (message: unknown): void => void children.push((message as { process: ChildProcess }).process);
  started.subscribe(listen);
  await start().finally(() => started.unsubscribe(listen));
  const ours = children.filter(({ spawnargs }) => spawnargs.some((arg) => /server[\\/]dist[\\/]main\.js$/.test(arg)));
  assert.equal(ours.length, 1, 'one server has started');
  return ours[0]!;
}
