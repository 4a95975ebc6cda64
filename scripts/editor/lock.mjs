import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';

const heartbeat = 2_000;
const staleAfter = 20_000;

/**
 * Runs a task while no other process runs one under the same lock. The lock is a folder, which only one process can
 * make, and its owner keeps touching it: one that nobody touches any more was left behind by a process that died.
 * @template T
 * @param {string} lock path of the lock
 * @param {() => Promise<T>} task
 * @param {() => void} onWait called once when another process holds it
 * @returns {Promise<T>}
 */
export async function withLock(lock, task, onWait) {
  await mkdir(dirname(lock), { recursive: true });
  let waited = false;
  while (!(await take(lock))) {
    if (!waited) onWait();
    waited = true;
    await removeStale(lock);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const touch = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), heartbeat);
  try {
    return await task();
  } finally {
    clearInterval(touch);
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(lock) {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0, // it has just been released
  );
  if (age < staleAfter) return;
  // Only one of several who see it stale can move it away, and none can hit the lock that the next owner makes.
  const aside = `${lock}.stale-${process.pid}`;
  await rename(lock, aside).catch(() => {});
  await rm(aside, { recursive: true, force: true });
}
