// How long the extension takes to be activated, bundle load included, beside the smallest possible language-server extension:
//   npm run bench:activation [-- TIMES]
// Each activation is in a process of its own, ours and the other in turn. Nothing is asserted: read the ratios.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { printTable } from './printTable.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const host = fileURLToPath(new URL('activation/host.cjs', import.meta.url));
const times = Number(process.argv[2] ?? 15);

const folder = await mkdtemp(join(tmpdir(), 'crosscheck-bench-'));
try {
  await makeSmallest(folder);
  const ours = [];
  const smallest = [];
  await activation(root, 'client/dist/extension.js'); // the disk's cache
  for (let i = 0; i < times; i++) {
    smallest.push(await activation(folder, 'client.js'));
    ours.push(await activation(root, 'client/dist/extension.js'));
  }
  show(ours, smallest);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function activation(extension, bundle) {
  const { stdout } = await promisify(execFile)(process.execPath, [host, join(extension, bundle), extension]);
  return JSON.parse(stdout);
}

/** A client that starts a server that answers `initialize`, each in one file as an extension ships them. */
async function makeSmallest(outdir) {
  const client = `
    import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
    export function activate(context) {
      const server = { module: context.asAbsolutePath('server.js'), transport: TransportKind.ipc };
      const client = new LanguageClient('smallest', 'Smallest', server, { documentSelector: [{ language: 'plaintext' }] });
      void client.start();
    }`;
  const server = `
    import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
    const connection = createConnection(ProposedFeatures.all);
    connection.onInitialize(() => ({ capabilities: {} }));
    connection.listen();`;
  for (const [name, contents] of Object.entries({ client, server })) {
    await build({
      absWorkingDir: root,
      stdin: { contents, resolveDir: root, loader: 'js' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      mainFields: ['module', 'main'],
      external: ['vscode'],
      outfile: join(outdir, `${name}.js`),
      logLevel: 'warning',
    });
  }
}

function show(ours, smallest) {
  const rows = [
    ['bundle of the client loaded', 'loaded'],
    ['activated', 'activated'],
    ['activated, of all cores', 'cpu'],
    ['server has answered `initialize`', 'ready'],
    ['the server, of all cores', 'serverCpu'],
  ].map(([name, key]) => {
    const [a, b] = [ours, smallest].map((all) => fastest(all.map((each) => each[key] ?? NaN)));
    const wanted = key === 'activated' || key === 'ready' ? ['2', '1.3'] : ['', ''];
    return [name, `${a.toFixed(1)} ms`, `${b.toFixed(1)} ms`, (a / b).toFixed(2), ...wanted];
  });
  printTable(['', 'ours', 'smallest', 'ratio', 'at most', 'aim'], rows);
}

/** What else the machine does can only add. */
function fastest(all) {
  return Math.min(...all);
}
