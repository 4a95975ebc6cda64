/** Milliseconds at a time that go into work for which nobody waits, and in which none of it is done. */
const atWork = 2;
const atRest = 10;

/** Who else wants the thread. */
export interface Others {
  /** Until when they are likely to want it, as `performance.now()` has it. */
  readonly busyUntil: () => number;
  /** Does somebody wait for the work after all? */
  readonly isAwaited?: () => boolean;
}

/**
 * A pause for before each short step of such work: `pause`, and after a few steps a rest, in which the thread is left to whoever asks something;
 * it lasts as long as others are busy. There is none as long as somebody waits for the work.
 */
export function restful(
  pause: () => Promise<void>,
  { busyUntil, isAwaited = () => false }: Others,
): () => Promise<void> {
  let until = 0;
  const areBusy = (): boolean => performance.now() < busyUntil();
  return async () => {
    await pause();
    if (isAwaited() || (performance.now() < until && !areBusy())) return;
    do await new Promise((resolve) => setTimeout(resolve, atRest));
    while (areBusy() && !isAwaited());
    until = performance.now() + atWork;
  };
}
