import assert from 'node:assert/strict';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { namelessFile, nodeSpill, nodeSpillAt } from '../../server/src/workspace/nodeSpill';
import type { Spill, Spilled } from '../../server/src/workspace/spill';
import { collectGarbage } from '../fixtures/collectGarbage';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (taken: Uint8Array | null): string | null => taken && new TextDecoder().decode(taken);

describe('what is put away', function () {
  this.timeout(10_000); // on a busy machine

  let folder: string;
  let file: number;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crosscheck-spill-'));
    file = openSync(join(folder, 'own'), 'wx+');
  });
  afterEach(() => {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (spill: Spill, ...parts: string[]): Spilled => {
    const spilled = spill.put(parts.map(bytes));
    assert.ok(spilled);
    return spilled;
  };

  it('comes back part by part, whether it is written yet or not', () => {
    const spill = nodeSpill(() => file, 64 * 1024);
    const all = Array.from({ length: 900 }, (_, i) => ({
      i,
      spilled: put(spill, `tags of ${i} ${'x'.repeat(i)}`, '', `claims of ${i}`),
    }));
    assert.ok(fstatSync(file).size > 5 * 64 * 1024);
    for (const { i, spilled } of all) {
      assert.equal(text(spilled.take(0)), `tags of ${i} ${'x'.repeat(i)}`);
      assert.equal(text(spilled.take(1)), '');
      assert.equal(text(spilled.take(2)), `claims of ${i}`);
      assert.equal(spilled.take(3), null);
    }
  });

  it('opens no file before there is something', () => {
    nodeSpill(() => assert.fail('opened'));
  });

  it('is enciphered', () => {
    const spill = nodeSpill(() => file, 1024);
    const all = Array.from({ length: 20 }, () => put(spill, 'the harbour board met in secret'.repeat(5)));
    const written = readFileSync(join(folder, 'own'));
    assert.ok(written.length > 1024 && !written.includes('harbour') && !written.includes('secret'));
    assert.equal(all.length, 20);
  });

  it('counts as lost where it was changed or cut short', () => {
    const spill = nodeSpill(() => file, 1024);
    const all = Array.from({ length: 20 }, (_, i) => put(spill, `text ${i} `.repeat(20)));
    writeSync(file, Buffer.of(1, 2, 3), 0, 3, 40);
    assert.equal(all[0]!.take(0), null);
    assert.ok(all[4]!.take(0));
    ftruncateSync(file, 0);
    assert.equal(all[4]!.take(0), null);
    assert.ok(all[19]!.take(0)); // not written yet
  });

  it('does not go where nothing can be written, nor more than half a segment at once', () => {
    const failing = nodeSpill(() => {
      throw new Error('no permission');
    });
    assert.equal(failing.put([bytes('x')]), null);
    assert.equal(nodeSpill(() => file, 1024).put([new Uint8Array(600)]), null);
    writeFileSync(join(folder, 'occupied'), '');
    assert.equal(nodeSpillAt(URI.file(join(folder, 'occupied')).toString())!.put([bytes('x')]), null);
    assert.equal(nodeSpillAt('vscode-remote://somewhere/storage'), null);
  });

  it('stays readable when the disk is full, and no more is taken', function () {
    if (!existsSync('/dev/full')) return this.skip();
    const full = openSync('/dev/full', 'r+');
    const spill = nodeSpill(() => full, 1024);
    const all: Spilled[] = [];
    for (let i = 0; i < 100; i++) {
      const spilled = spill.put([bytes(`text ${i} `.repeat(10))]);
      if (spilled) all.push(spilled);
    }
    assert.ok(all.length > 3 && all.length < 20);
    all.forEach((spilled, i) => assert.equal(text(spilled.take(0)), `text ${i} `.repeat(10)));
    closeSync(full);
  });

  it('gives its room back when nobody can ask for it any more', async () => {
    const size = 4 * 1024;
    const spill = nodeSpill(() => file, size);
    /** Every fiftieth stays for good, the others for a while. */
    const kept = new Map<number, Spilled>();
    let lately: Spilled[] = [];
    for (let i = 0; i < 1000; i++) {
      const spilled = put(spill, `text ${i} `.repeat(40));
      if (i % 50 === 0) kept.set(i, spilled);
      lately.push(spilled);
      if (lately.length < 100) continue;
      lately = [];
      await collectGarbage();
    }
    for (const [i, spilled] of kept) assert.equal(text(spilled.take(0)), `text ${i} `.repeat(40));
    // More than 90 segments were put, and never more than 15 were in use.
    assert.ok(fstatSync(file).size < 40 * size, `${fstatSync(file).size / size} segments`);
  }).timeout(60_000); // the garbage of all tests is collected

  it('lies in a file that only its user can read, and nothing is left in the storage', () => {
    const own = join(folder, 'spilled');
    const first = namelessFile(own);
    assert.equal(fstatSync(first).mode & 0o077, 0);
    if (process.platform !== 'win32') assert.ok(!existsSync(own));
    writeSync(first, 'still there');
    assert.equal(fstatSync(first).size, 11);
    closeSync(first);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'left over'), 'x');
    assert.ok(nodeSpillAt(URI.file(folder).toString()));
    assert.ok(!existsSync(own));
  });
});
