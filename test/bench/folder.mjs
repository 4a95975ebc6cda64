// How a folder of a hundred, a thousand and ten thousand files feels: npm run bench:folder [-- SIZE…] [--server FILE] [--no-peer] [--no-large] [--profile DIRECTORY]
// The real server over stdio, on generated news. Nothing is asserted: read the ratios and the growth, not the seconds.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { startClient } from './folder/client.mjs';
import { newsFile, pathOf, writeNewsFolder } from './newsFolder.mjs';
import { printTable } from './printTable.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', default: 'server/dist/main.js' },
    'no-peer': { type: 'boolean', default: false },
    'no-large': { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000, 10000];
const keystrokes = 40;
const questions = 100;
const megabytes = 5;
/** Milliseconds after a file was opened in which nobody types yet. */
const untilTyped = 1000;
/** Where one file is typed in, and the characters from one place to the next. */
const places = 10;
const between = 173;

const base = await mkdtemp(join(tmpdir(), 'crosscheck-bench-'));
const measured = [];
try {
  for (const size of sizes) measured.push(await measure(size));
  const large = values['no-large'] ? null : await largeFile();
  show(measured, large);
} finally {
  await rm(base, { recursive: true, force: true });
}

async function measure(size) {
  const folder = join(base, String(size));
  const storage = join(base, `${size}-storage`);
  const bytes = await writeNewsFolder(folder, size);
  const node = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile, String(size))}`] : [];
  const start = () => startClient({ server: resolve(values.server), folder, storage, node });
  note(`${size} files: cold`);
  const first = await start();
  const cold = await readyIn(first);
  const { peak, cpu } = (await first.memory()) ?? {};
  note(`${size} files: ${ms(cold.time)} cold; edits and questions`);
  const edits = await typeIn(first, Math.floor(size / 2));
  const asked = await questionsTo(first, size);
  const memory = await first.memory();
  await first.stop();
  note(`${size} files: restart`);
  const second = await start();
  const again = await readyIn(second);
  const againCpu = (await second.memory())?.cpu;
  await second.stop();
  const peer = values['no-peer'] ? null : await peerOn(folder, pathOf(Math.floor(size / 2)));
  return { size, bytes, cold, cpu, againCpu, peak, memory, edits, asked, again, peer };
}

async function readyIn(client) {
  const { facts, findings } = await client.ready();
  return { time: performance.now() - client.started, facts, findings };
}

/** A letter at a time in the middle of a file, or in so many places around it, each time until every file's problems are up to date. */
async function typeIn(client, number, { length = 5000, strokes = keystrokes, places = 1 } = {}) {
  const text = newsFile(number, length);
  const path = pathOf(number);
  await client.open(path, text);
  await client.ready();
  await new Promise((resolve) => setTimeout(resolve, untilTyped));
  const times = [];
  for (let i = 0; i < strokes; i++) {
    // A letter comes and goes; the first two are to warm up.
    const place = text.indexOf(' ', text.length / 2 + between * (Math.floor(i / 2) % places)) + 1;
    const before = text.slice(0, place).split('\n');
    const position = { line: before.length - 1, character: before.at(-1).length };
    const start = performance.now();
    await (i % 2 === 0 ? client.insert(path, position, 'x') : client.insert(path, position, '', 1));
    await client.ready();
    times.push(performance.now() - start);
  }
  await client.close(path);
  await client.ready();
  return times.slice(2);
}

async function questionsTo(client, size) {
  const asked = { hover: [], definition: [], references: [] };
  for (let i = 0; i < questions; i++) {
    const number = Math.floor((i * size) / questions);
    const lines = newsFile(number).split('\n');
    const line = lines.findIndex((each) => /killed \d/.test(each));
    const words = [/killed \d/, /, \w+ \w+ \w+ \w+ said/, /people/][i % 2];
    const character = lines[line].search(words) + 8;
    const textDocument = { uri: client.uri(pathOf(number)) };
    for (const [name, times] of Object.entries(asked)) {
      const start = performance.now();
      const context = { includeDeclaration: true };
      await client.ask(`textDocument/${name}`, { textDocument, position: { line, character }, context });
      times.push(performance.now() - start);
    }
  }
  return asked;
}

/** One file of megabytes beside a hundred small ones. */
async function largeFile() {
  note(`one file of ${megabytes} MB`);
  const folder = join(base, 'large');
  await writeNewsFolder(folder, 100);
  const client = await startClient({ server: resolve(values.server), folder });
  await client.ready();
  // What a letter costs depends on whose word it is in: the same places, as far from the middle, in both.
  const small = await typeIn(client, 50, { places });
  const large = await typeIn(client, 51, { length: megabytes * 1e6, places });
  await client.stop();
  return { small, large };
}

async function peerOn(folder, edited) {
  note('vscode-markdown-languageservice');
  const script = fileURLToPath(new URL('folder/peer.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, edited, String(keystrokes)]);
  return JSON.parse(stdout);
}

function show(all, large) {
  const row = (name, of) => [name, ...all.map((each) => of(each))];
  console.log('');
  printTable(
    ['', ...all.map(({ size }) => `${size.toLocaleString('en')} files`)],
    [
      row('text', ({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`),
      row('facts, findings', ({ cold }) => `${cold.facts}, ${cold.findings}`),
      row('cold, to all facts and findings', ({ cold }) => ms(cold.time)),
      row('cold, of all cores', ({ cpu }) => ms(cpu)),
      row('cold, per kB', ({ cold, bytes }) => `${((1000 * cold.time) / bytes).toFixed(2)} ms`),
      row('memory, at most while cold', ({ peak }) => mb(peak)),
      row('memory, at most of all', ({ memory }) => mb(memory?.peak)),
      row('memory, at rest', ({ memory }) => mb(memory?.now)),
      row('restart', ({ again }) => ms(again.time)),
      row('restart, of all cores', ({ againCpu }) => ms(againCpu)),
      row('keystroke to problems, p50', ({ edits }) => ms(quantile(edits, 0.5))),
      row('keystroke to problems, p95', ({ edits }) => ms(quantile(edits, 0.95))),
      ...['hover', 'definition', 'references'].map((name) =>
        row(`${name}, p95`, ({ asked }) => ms(quantile(asked[name], 0.95))),
      ),
      row('peer: symbols and references, cold', ({ peer }) => ms(peer?.cold)),
      row('peer: the same, of all cores', ({ peer }) => ms(peer?.coldCpu)),
      row('peer: references after an edit, p95', ({ peer }) => ms(peer && quantile(peer.times, 0.95))),
      row('peer: memory, at most', ({ peer }) => mb(peer?.memory?.peak)),
    ],
  );
  const last = all.at(-1);
  const before = all.at(-2);
  const keystroke = quantile(last.edits, 0.95);
  console.log(`\nRatios at ${last.size.toLocaleString('en')} files\n`);
  const ratios = [['restart to cold', last.again.time / last.cold.time, '1/5', '1/20']];
  if (before) {
    const perByte = ({ cold, bytes }) => cold.time / bytes;
    ratios.push([`cold per byte, to ${before.size} files`, perByte(last) / perByte(before), '1.3', '1.1']);
    ratios.push([`keystroke p95, to ${all[0].size} files`, keystroke / quantile(all[0].edits, 0.95), '1.5', '1.1']);
  }
  if (last.peer) {
    const after = quantile(last.peer.times, 0.95);
    const warm = Math.max(...Object.values(last.asked).map((times) => quantile(times, 0.95)));
    ratios.push(["cold, to the peer's", last.cold.time / last.peer.cold, '1', '1/2']);
    if (last.peak) ratios.push(["memory, to the peer's", last.peak / last.peer.memory.peak, '1/2', '1/4']);
    ratios.push(["keystroke p95, to the peer's references", keystroke / after, '1/4', '1/20']);
    ratios.push(["hover, definition, references p95, to the peer's", warm / after, '1/10', '1/50']);
  }
  if (large)
    ratios.push([
      `keystroke in ${megabytes} MB, to 5 kB, p50`,
      quantile(large.large, 0.5) / quantile(large.small, 0.5),
      '5',
      '2',
    ]);
  printTable(
    ['', 'ratio', 'at most', 'aim'],
    ratios.map(([name, ratio, ...wanted]) => [name, ratio.toFixed(ratio < 0.1 ? 3 : 2), ...wanted]),
  );
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function ms(time) {
  if (time == null) return '–';
  return time < 10_000 ? `${time.toFixed(time < 100 ? 1 : 0)} ms` : `${(time / 1000).toFixed(1)} s`;
}

function mb(amount) {
  return amount == null ? '–' : `${Math.round(amount)} MB`;
}

function note(words) {
  process.stderr.write(`${words}\n`);
}
