import { parentPort } from 'node:worker_threads';
import { nodeSqueeze } from './workspace/nodeSqueeze';
import { answerTagging, type TaggingQuestion } from './workspace/taggingThread';

// The door of a thread that tags: see workspace/workerTaggers.ts.
parentPort?.on('message', (question: TaggingQuestion) => parentPort?.postMessage(answerTagging(question, nodeSqueeze)));
