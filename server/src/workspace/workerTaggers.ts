import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { taggerPool, usualThreads } from './taggerPool';
import type { Taggers } from './taggers';
import type { TaggingAnswer } from './taggingThread';

/** Threads of Node that tag: see `taggerPool`. `script` is a disk path. */
export function workerTaggers(script: string, count = usualThreads(availableParallelism())): Taggers {
  return taggerPool(({ answered, died }) => {
    const worker = new Worker(script, { stdout: true, stderr: false }); // stdout is the protocol's
    worker.unref();
    worker.on('message', (answer: TaggingAnswer) => {
      worker.unref();
      answered(answer);
    });
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`the tagging thread ended (${code})`)));
    return {
      ask: (question) => {
        worker.ref(); // the process does not end while somebody waits
        worker.postMessage(question);
      },
      end: () => void worker.terminate(),
    };
  }, count);
}
