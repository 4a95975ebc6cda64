import assert from 'node:assert/strict';
import { type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import manifest from '../../package.json';
import { courier, ledger } from './dam';

const cli = resolve('server/dist/cli.js');

interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

/** Runs the built command line. With `closeAfter` the reader goes away after the first piece, as `| head` does. */
function crosscheck(
  cwd: string,
  args: string[],
  options: SpawnOptions & { closeAfter?: true } = {},
  tool = cli,
): Promise<Outcome> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [tool, ...args], { cwd, stdio: 'pipe', ...options });
    let out = '';
    let err = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (options.closeAfter) child.stdout!.destroy();
    });
    child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', failed);
    child.once('close', (status) => done({ status, out, err }));
  });
}

describe('the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crosscheck-cli-'));
    for (const [path, text] of Object.entries({ 'samples/courier.txt': courier, 'samples/sub/ledger.txt': ledger })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('prints paths as they were given', async () => {
    for (const [given, expected] of [
      ['samples', 'samples/'],
      ['samples/', 'samples/'],
      ['./samples', './samples/'],
      [join(folder, 'samples'), `${join(folder, 'samples')}/`],
    ] as const) {
      const { out } = await crosscheck(folder, ['annotate', given]);
      const paths = JSON.parse(out).documents.map(({ path }: { path: string }) => path);
      assert.deepEqual(paths, [`${expected}courier.txt`, `${expected}sub/ledger.txt`]);
    }
  });

  it('reads the current folder', async () => {
    const { out, status } = await crosscheck(folder, ['check', '--format', 'json', '--fail-on', 'never', '.']);
    assert.equal(status, 0);
    const { findings } = JSON.parse(out);
    assert.ok(findings.some(({ code }: { code: string }) => code === 'conflicting-figure'));
    for (const { path, start, end, text } of findings)
      assert.equal(readFileSync(join(folder, path), 'utf8').slice(start, end), text);
  });

  it('gives the same bytes twice', async () => {
    const first = await crosscheck(folder, ['check', '--format', 'json', 'samples']);
    assert.deepEqual(await crosscheck(folder, ['check', '--format', 'json', 'samples']), first);
  });

  it('ends with 2 and a message where a path is not there', async () => {
    const { status, out, err } = await crosscheck(folder, ['check', 'samples', 'nowhere']);
    assert.equal(status, 2);
    assert.equal(err, 'crosscheck: nowhere: no such file or folder\n');
    assert.match(out, /in 2 documents\n$/);
  });

  it('ends with 2 and a message where a folder is closed to it', async function () {
    if (process.platform === 'win32') this.skip(); // there are no such rights there; run.test.ts has the same without a disk
    // Root may read everything, so it has a copy of the tool run by a user who may not.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const copy = join(folder, 'dist');
    cpSync(dirname(cli), copy, { recursive: true });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'samples/sub'), 0);
    const { status, out, err } = await crosscheck(folder, ['check', 'samples'], nobody, join(copy, 'cli.js'));
    chmodSync(join(folder, 'samples/sub'), 0o755);
    assert.deepEqual([status, err], [2, 'crosscheck: samples/sub: no permission to read it\n']);
    assert.match(out, /in 1 document\n$/);
  });

  it('writes a large answer to its end before it exits', async () => {
    writeFileSync(join(folder, 'large.txt'), ledger.repeat(2000));
    const { out, status } = await crosscheck(folder, ['annotate', 'large.txt']);
    assert.equal(status, 0);
    assert.ok(out.length > 2 * 1024 * 1024);
    assert.equal(JSON.parse(out).documents.length, 1);
  });

  it('ends in peace when its reader goes away', async () => {
    writeFileSync(join(folder, 'large.txt'), ledger.repeat(2000));
    const { err, status } = await crosscheck(folder, ['annotate', 'large.txt'], { closeAfter: true });
    assert.deepEqual([status, err], [0, '']);
  });

  it('has no colour in a pipe', async () => {
    const { out } = await crosscheck(folder, ['check', 'samples'], { env: { ...process.env, TERM: 'xterm-256color' } });
    assert.ok(!out.includes('\x1b'));
  });

  it('knows its version', async () => {
    assert.deepEqual(await crosscheck(folder, ['--version']), { status: 0, out: `${manifest.version}\n`, err: '' });
  });
});
