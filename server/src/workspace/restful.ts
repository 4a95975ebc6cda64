/** Milliseconds at a time that go into work for which nobody waits, and in which none of it is done. */
const atWork = 2;
const atRest = 10;

/**
 * A pause for before each short step of such work: `pause`, and after a few steps a rest, in which the thread is left to whoever asks something.
 * There is none as long as `isAwaited` says that somebody waits for the work after all.
 */
export function restful(pause: () => Promise<void>, isAwaited: () => boolean = () => false): () => Promise<void> {
  let until = 0;
  return async () => {
    await pause();
    if (isAwaited() || performance.now() < until) return;
    await new Promise((resolve) => setTimeout(resolve, atRest));
    until = performance.now() + atWork;
  };
}
