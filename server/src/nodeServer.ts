import type { Connection, InitializeParams } from 'vscode-languageserver';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { serve } from './server';
import { nodeUris } from './workspace/nodeFileSystem';
import { nodeSqueeze } from './workspace/nodeSqueeze';
import { nodeTagCacheAt } from './workspace/nodeTagCache';
import { workerTaggers } from './workspace/workerTaggers';

// A quarter as much garbage as there is life before it is looked for: left alone, the engine lets the heap grow to some times its size.
setFlagsFromString('--heap-growing-percent=25');
setFlagsFromString('--max-semi-space-size=4');

/** Serves a client that sent `params` with its `initialize`, from the disk and with the threads of Node. */
export function serveOnNode(connection: Connection, params: InitializeParams): void {
  serve(connection, params, {
    fs: nodeUris,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    taggers: workerTaggers(join(__dirname, 'tagger.js')),
    squeeze: nodeSqueeze,
    cacheIn: (storage) => nodeTagCacheAt(storage, __dirname),
  });
}
