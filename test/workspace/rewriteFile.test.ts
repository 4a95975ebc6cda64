import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rewriteFile } from '../../server/src/workspace/rewriteFile';

describe('a file that is rewritten', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'crosscheck-rewrite-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with its folder, and leaves no lock', async () => {
    const path = join(folder, 'new', 'file.txt');
    assert.equal(await rewriteFile(path, (text) => `${text}one\n`), 'one\n');
    assert.equal(await rewriteFile(path, (text) => `${text}two\n`), 'one\ntwo\n');
    assert.equal(readFileSync(path, 'utf8'), 'one\ntwo\n');
    assert.ok(!existsSync(`${path}.lock`));
  });

  it('loses nothing to writers at one time', async () => {
    const path = join(folder, 'file.txt');
    const lines = Array.from({ length: 20 }, (_, i) => `${i}`);
    await Promise.all(lines.map((line) => rewriteFile(path, (text) => `${text}${line}\n`)));
    assert.deepEqual(new Set(readFileSync(path, 'utf8').trimEnd().split('\n')), new Set(lines));
  });

  it('is as it was where the change fails, and where it is not UTF-8', async () => {
    const path = join(folder, 'file.txt');
    const bytes = Buffer.from([0x61, 0xff, 0x62]);
    writeFileSync(path, bytes);
    await assert.rejects(
      rewriteFile(path, () => 'lost'),
      /not UTF-8/,
    );
    assert.deepEqual(readFileSync(path), bytes);
    writeFileSync(path, '\uFEFFkept');
    await assert.rejects(
      rewriteFile(path, () => {
        throw new TypeError('a bug');
      }),
      TypeError,
    );
    assert.equal(await rewriteFile(path, (text) => text), '\uFEFFkept');
    assert.ok(!existsSync(`${path}.lock`));
  });

  it('does not wait for a process that died', async () => {
    const path = join(folder, 'file.txt');
    writeFileSync(`${path}.lock`, 'half');
    utimesSync(`${path}.lock`, new Date(0), new Date(0));
    assert.equal(await rewriteFile(path, () => 'ours'), 'ours');
  });

  it('is followed through a link', async function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(join(folder, 'real.txt'), '');
    symlinkSync('real.txt', join(folder, 'link.txt'));
    await rewriteFile(join(folder, 'link.txt'), () => 'through');
    assert.equal(readFileSync(join(folder, 'real.txt'), 'utf8'), 'through');
  });
});
