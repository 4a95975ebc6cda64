import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Taggers } from './taggers';
import type { TaggingAnswer, TaggingQuestion } from './taggingThread';

interface Waiting {
  readonly question: TaggingQuestion;
  readonly resolve: (packed: TaggingAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Hand {
  readonly worker: Worker;
  busy: Waiting | null;
}

/** More than these have nothing to do: to take up what a thread has tagged costs a third of the tagging. Each holds some 60 MB. */
const mostThreads = 4;
/** After so many workers that died one after the other without an answer, no more are started. */
const mostDeaths = 3;

/**
 * Threads that tag, one fewer than the machine has cores, at least one and a few at most, for the thread that asks has work of its own. They are started
 * when there is something to do and ended when there is not: each holds the word lists once more. `script` is a disk path.
 */
export function workerTaggers(script: string, count = usualCount()): Taggers {
  let hands: Hand[] = [];
  const queue: Waiting[] = [];
  let deaths = 0;

  function handOut(): void {
    while (queue.length > 0) {
      const free = hands.find(({ busy }) => !busy) ?? (hands.length < count ? start() : null);
      if (!free) return;
      free.busy = queue.shift()!;
      free.worker.ref(); // the process does not end while somebody waits
      free.worker.postMessage(free.busy.question);
    }
  }

  function start(): Hand {
    const worker = new Worker(script, { stdout: true, stderr: false }); // stdout is the protocol's
    const hand: Hand = { worker, busy: null };
    worker.unref();
    worker.on('message', (answer: TaggingAnswer) => {
      const { busy } = hand;
      hand.busy = null;
      worker.unref();
      deaths = 0;
      busy?.resolve(answer);
      handOut();
    });
    worker.on('error', (error) => bury(hand, error));
    worker.on('exit', (code) => bury(hand, new Error(`the tagging thread ended (${code})`)));
    hands.push(hand);
    return hand;
  }

  function bury(hand: Hand, error: Error): void {
    if (!hands.includes(hand)) return;
    hands = hands.filter((other) => other !== hand);
    deaths++;
    hand.busy?.reject(error);
    hand.busy = null;
    if (deaths >= mostDeaths) for (const waiting of queue.splice(0)) waiting.reject(error);
    handOut();
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
      for (const { worker } of resting) void worker.terminate();
    },
  };
}

function usualCount(): number {
  return Math.min(mostThreads, Math.max(1, availableParallelism() - 1));
}
