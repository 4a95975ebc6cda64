import type { Taggers } from './taggers';
import type { TaggingAnswer, TaggingQuestion } from './taggingThread';

/** A thread that tags one batch after the other, as the door has it. */
export interface TaggingThread {
  ask(question: TaggingQuestion): void;
  end(): void;
}

/** What a thread tells of itself. */
export interface ThreadEvents {
  answered(answer: TaggingAnswer): void;
  /** It will answer nothing more; may be told twice. */
  died(error: Error): void;
}

interface Waiting {
  readonly question: TaggingQuestion;
  readonly resolve: (packed: TaggingAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Hand {
  readonly thread: TaggingThread;
  busy: Waiting | null;
}

/** More than these have nothing to do: to take up what a thread has tagged costs a third of the tagging. Each holds some 60 MB. */
const mostThreads = 4;
/** After so many threads that died one after the other without an answer, no more are started. */
const mostDeaths = 3;

/**
 * At most `count` threads, each started by `start` (which may throw) when there is something to do and ended when there is not, for each holds the
 * word lists once more.
 */
export function taggerPool(start: (events: ThreadEvents) => TaggingThread, count: number): Taggers {
  let hands: Hand[] = [];
  const queue: Waiting[] = [];
  let deaths = 0;

  function handOut(): void {
    while (queue.length > 0) {
      const free = hands.find(({ busy }) => !busy) ?? (hands.length < count ? hire() : null);
      if (!free && hands.length > 0) return;
      if (!free) continue; // nobody is there to take it later
      free.busy = queue.shift()!;
      free.thread.ask(free.busy.question);
    }
  }

  /** Null where no thread can be started: whoever waits may be told so. */
  function hire(): Hand | null {
    let hand: Hand | null = null;
    try {
      const thread = start({
        answered: (answer) => hand && take(hand, answer),
        died: (error) => hand && bury(hand, error),
      });
      hand = { thread, busy: null };
      hands.push(hand);
    } catch (error) {
      queue.shift()?.reject(error as Error);
      countDeath(error as Error);
    }
    return hand;
  }

  function take(hand: Hand, answer: TaggingAnswer): void {
    const { busy } = hand;
    hand.busy = null;
    deaths = 0;
    busy?.resolve(answer);
    handOut();
  }

  function bury(hand: Hand, error: Error): void {
    if (!hands.includes(hand)) return;
    hands = hands.filter((other) => other !== hand);
    hand.busy?.reject(error);
    hand.busy = null;
    countDeath(error);
    handOut();
  }

  function countDeath(error: Error): void {
    deaths++;
    if (deaths >= mostDeaths) for (const waiting of queue.splice(0)) waiting.reject(error);
  }

  return {
    batches: 2 * count,
    tag: (texts, corrections) =>
      new Promise((resolve, reject) => {
        if (deaths >= mostDeaths) return reject(new Error('no tagging thread stays alive'));
        queue.push({ question: { texts, corrections }, resolve, reject });
        handOut();
      }),
    rest: () => {
      const resting = hands.filter(({ busy }) => !busy);
      hands = hands.filter(({ busy }) => busy);
      for (const { thread } of resting) thread.end();
    },
  };
}

/** One fewer than there are cores, as far as these are known, for the thread that asks has work of its own: at least one, and a few at most. */
export function usualThreads(cores: number | undefined): number {
  return Math.min(mostThreads, Math.max(1, (cores ?? 1) - 1));
}
