import type { Connection, InitializeParams } from 'vscode-languageserver';
import { join } from 'node:path';
import { serve } from './server';
import { nodeUris } from './workspace/nodeFileSystem';
import { nodeSqueeze } from './workspace/nodeSqueeze';
import { nodeTagCacheAt } from './workspace/nodeTagCache';
import { workerTaggers } from './workspace/workerTaggers';

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
