import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { serverCapabilities } from './features/serverCapabilities';
import { filesOfClient } from './filesOfClient';
import { serve } from './server';
import { browserSqueeze } from './workspace/browserSqueeze';
import { clientFiles } from './workspace/clientFiles';
import { taggerPool, usualThreads } from './workspace/taggerPool';
import type { Taggers } from './workspace/taggers';
import { answerTagging, type TaggingAnswer, type TaggingQuestion } from './workspace/taggingThread';

// The door for a browser: a worker. Its first message says what for: to serve a client, or to tag for a worker that does.

/** At the other end of `port` is a client; `script` is a URL of this file, from which workers may be started. */
export interface Serving {
  readonly port: MessagePort;
  readonly script: string;
}

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<Serving | TaggingQuestion>) => {
  if ('port' in data) listen(data);
  else self.postMessage(answerTagging(data, browserSqueeze));
};

function listen({ port, script }: Serving): void {
  const reader = new BrowserMessageReader(port);
  const connection = createConnection(ProposedFeatures.all, reader, new BrowserMessageWriter(port));
  self.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
  connection.onInitialize((params) => {
    serve(connection, params, {
      fs: clientFiles(filesOfClient(connection)),
      pause: afterOthers(),
      taggers: taggers(script),
      squeeze: browserSqueeze,
    });
    return { capabilities: serverCapabilities, serverInfo: { name: 'crosscheck', version } };
  });
  connection.listen();
}

function taggers(script: string): Taggers {
  return taggerPool(({ answered, died }) => {
    const worker = new Worker(script);
    worker.onmessage = ({ data }: MessageEvent<TaggingAnswer>) => answered(data);
    worker.onerror = ({ message }) => {
      worker.terminate();
      died(new Error(message || 'the tagging worker ended'));
    };
    return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
  }, usualThreads(navigator.hardwareConcurrency));
}

/** A pause that lets messages through: a timer would have four milliseconds of its own each time. */
function afterOthers(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
