import { Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';
import type { Serving } from '../../server/src/browser';

/** The server as a worker: `start` ends the one before and starts another, `end` ends it for good. */
export interface WorkerServer {
  start(): Promise<MessageTransports>;
  end(): void;
}

/**
 * Workers come from a URL of this worker's own making: the files of an extension have another origin than its host, or a scheme that no
 * browser knows.
 */
export function workerServer(extensionUri: Uri): WorkerServer {
  const file = Uri.joinPath(extensionUri, 'server', 'dist', 'browser.js');
  let script: string | undefined;
  let worker: Worker | undefined;

  /** Made once; where that failed, the next start tries again. */
  async function scriptUrl(): Promise<string> {
    const source = await workspace.fs.readFile(file);
    return (script ??= URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' })));
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  return {
    start: async () => {
      end();
      const url = script ?? (await scriptUrl());
      const started = new Worker(url);
      worker = started;
      const { port1, port2 } = new MessageChannel();
      const reader = new Reader(port1);
      // What nobody caught would end a process, and its client would start another one.
      started.onerror = (event) => {
        event.preventDefault();
        started.terminate();
        reader.end();
      };
      started.postMessage({ port: port2, script: url } satisfies Serving, [port2]);
      return { reader, writer: new BrowserMessageWriter(port1) };
    },
    end,
  };
}

class Reader extends BrowserMessageReader {
  /** Nothing more will come. */
  end(): void {
    this.fireClose();
  }
}
