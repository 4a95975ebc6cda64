import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { serverCapabilities } from './features/serverCapabilities';

// The door for Node: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…`.
if (process.argv.some((arg) => /^--(stdio|node-ipc|pipe|socket)\b/.test(arg))) listen();
else {
  process.stderr.write(
    'The Crosscheck language server is started by an editor: --stdio, --node-ipc, --pipe or --socket\n',
  );
  process.exitCode = 2;
}

function listen(): void {
  // stdout is the protocol's. Whatever else writes to it, a dependency for instance, is sent to stderr.
  const protocol = streamTo(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  globalThis.console = new Console(process.stderr, process.stderr);

  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, process.stdin, protocol)
    : createConnection(ProposedFeatures.all);
  process.on('unhandledRejection', (reason) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
  connection.onInitialize((params) => {
    // The client goes on with the answer while the server is loaded. No other message is taken before: that waits for its turn after this.
    setImmediate(() => void import('./nodeServer.js').then(({ serveOnNode }) => serveOnNode(connection, params)));
    return { capabilities: serverCapabilities, serverInfo: { name: 'crosscheck', version } };
  });
  connection.listen();
}

function streamTo(stream: NodeJS.WriteStream): Writable {
  const write = stream.write.bind(stream) as (chunk: Uint8Array, done: (error?: Error | null) => void) => boolean;
  return new Writable({ write: (chunk: Uint8Array, _encoding, done) => void write(chunk, done) });
}
