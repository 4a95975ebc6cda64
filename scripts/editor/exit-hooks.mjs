import { rmSync } from 'node:fs';

/** Milliseconds that an interrupted process takes to clear up, and after which it leaves all the same. */
export const patience = 8_000;

const interrupts = new Set();
const lastThings = new Set();
let hooked = false;

/**
 * Has something ended in an orderly way when this process is interrupted, or something that the same signal ends waited
 * for.
 * @param {() => Promise<unknown>} task
 * @returns {() => void} call it when it has ended by itself
 */
export function atInterrupt(task) {
  hook();
  interrupts.add(task);
  return () => interrupts.delete(task);
}

/**
 * Has something done whenever and however this process leaves, unless it is killed outright. It cannot wait.
 * @param {() => void} task
 * @returns {() => void} call it when it is no longer needed
 */
export function atExit(task) {
  hook();
  lastThings.add(task);
  return () => lastThings.delete(task);
}

/**
 * Has a folder removed when this process leaves.
 * @param {string} folder
 * @returns {string} the same
 */
export function removeAtExit(folder) {
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** @returns {Promise<void>} resolves when patience is over; does not keep the process */
export function patienceOver() {
  return new Promise((resolve) => setTimeout(resolve, patience).unref());
}

function hook() {
  if (hooked) return;
  hooked = true;
  const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };
  for (const [signal, number] of Object.entries(signals)) {
    process.once(signal, () => {
      const ended = Promise.allSettled([...interrupts].map((task) => task()));
      void Promise.race([ended, patienceOver()]).then(() => process.exit(128 + number));
    });
  }
  process.on('exit', () => {
    for (const task of lastThings) {
      try {
        task();
      } catch {
        // The next one matters as much; what is left of a temporary folder the system removes in time.
      }
    }
  });
}
