import { spawn } from 'node:child_process';
import { atExit, atInterrupt, patienceOver } from './exit-hooks.mjs';

/** @type {Map<number, () => void>} what forgets the hooks of a group, by its leader */
const forgetters = new Map();

/**
 * Starts a program in a process group of its own, so that all its descendants can be ended together. The group ends with
 * this process, whether it leaves by itself or by a signal.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function spawnGroup(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const { pid } = child;
  if (pid === undefined) return child; // it tells by its event `error`
  const forget = [atInterrupt(() => endGroup(child)), atExit(() => signalGroup(pid, 'SIGKILL'))];
  forgetters.set(pid, () => forget.forEach((it) => it()));
  return child;
}

/**
 * Ends a group that spawnGroup made: politely first, so that its members can clear up, and surely a little later.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endGroup(child) {
  const { pid } = child;
  if (pid === undefined) return;
  const exited = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.once('exit', resolve);
  });
  signalGroup(pid, 'SIGTERM');
  await Promise.race([exited, patienceOver()]);
  signalGroup(pid, 'SIGKILL'); // what is left of the group, its leader gone or not
  forgetters.get(pid)?.();
  forgetters.delete(pid);
}

function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nobody is left in it.
  }
}
