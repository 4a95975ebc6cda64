import type { Connection, InitializeParams } from 'vscode-languageserver';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { clientOf } from './features/capabilities';
import { filesOfClient } from './filesOfClient';
import { serve } from './server';
import { clientFiles, filesByScheme } from './workspace/clientFiles';
import { nodeUris } from './workspace/nodeFileSystem';
import { nodeSpillAt } from './workspace/nodeSpill';
import { nodeSqueeze } from './workspace/nodeSqueeze';
import { nodeTagCacheAt } from './workspace/nodeTagCache';
import { workerTaggers } from './workspace/workerTaggers';

// A quarter as much garbage as there is life before it is looked for: left alone, the engine lets the heap grow to some times its size.
setFlagsFromString('--heap-growing-percent=25');
// Of the threads; for the process it would count at its start alone, and cost more time there than it spares room.
setFlagsFromString('--max-semi-space-size=4');

/** Serves a client that sent `params` with its `initialize`, from the disk (and what is not on it, from the client) and with the threads of Node. */
export function serveOnNode(connection: Connection, params: InitializeParams): void {
  serve(connection, params, {
    fs: clientOf(params).servesFiles ? filesByScheme(nodeUris, clientFiles(filesOfClient(connection))) : nodeUris,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    taggers: workerTaggers(join(__dirname, 'tagger.js')),
    squeeze: nodeSqueeze,
    cacheIn: (storage) => nodeTagCacheAt(storage, __dirname),
    spillIn: nodeSpillAt,
  });
}
