/** Milliseconds at a time that go into work for which nobody waits, and in which none of it is done. */
const atWork = 2;
const atRest = 10;

/** Milliseconds after a question in which the next one is likely: a hover comes with others, and a step of such work would be in its way. */
const attentive = 300;

/** Who else wants the thread. */
export interface Others {
  /** When something was asked last, as `performance.now()` has it. */
  readonly askedAt: () => number;
  /** Does somebody wait for the work after all? */
  readonly isAwaited?: () => boolean;
}

/**
 * A pause for before each short step of such work: `pause`, and after a few steps a rest, in which the thread is left to whoever asks something;
 * it lasts as long as questions come. There is none as long as somebody waits for the work.
 */
export function restful(pause: () => Promise<void>, { askedAt, isAwaited = () => false }: Others): () => Promise<void> {
  let until = 0;
  const isAsked = (): boolean => performance.now() - askedAt() < attentive;
  return async () => {
    await pause();
    if (isAwaited() || (performance.now() < until && !isAsked())) return;
    do await new Promise((resolve) => setTimeout(resolve, atRest));
    while (isAsked() && !isAwaited());
    until = performance.now() + atWork;
  };
}
