import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { FileError, type FileSystem } from '../../server/src/workspace/fileSystem';
import { nodePaths, nodeUris } from '../../server/src/workspace/nodeFileSystem';

describe('the disk', () => {
  let folder: string;
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'crosscheck-disk-')));
    mkdirSync(join(folder, 'ä b'));
    writeFileSync(join(folder, 'ä b/#1 (x).txt'), 'text');
    symlinkSync(join(folder, 'ä b'), join(folder, 'link'));
    symlinkSync('loop', join(folder, 'loop'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const doors: [string, FileSystem, (path: string) => string][] = [
    ['by paths', nodePaths, (path) => path],
    ['by URIs', nodeUris, (path) => URI.file(path).toString()],
  ];
  for (const [name, fs, location] of doors) {
    describe(name, () => {
      it('lists, reads and follows', async () => {
        const entries = (await fs.list(location(folder))).map(({ name: entry, kind }) => `${entry} ${kind}`);
        assert.deepEqual(entries.sort(), ['link link', 'loop link', 'ä b folder'].sort());
        const file = fs.join(fs.join(location(folder), 'ä b'), '#1 (x).txt');
        assert.equal(Buffer.from(await fs.read(file)).toString(), 'text');
        utimesSync(join(folder, 'ä b', '#1 (x).txt'), 9, 1_700_000_000);
        assert.deepEqual(await fs.stat(file), { kind: 'file', size: 4, modified: 1_700_000_000_000 });
        const linked = fs.join(fs.join(location(folder), 'link'), '#1 (x).txt');
        assert.equal(await fs.realPath(linked), file);
        assert.equal((await fs.stat(fs.join(location(folder), 'link'))).kind, 'folder');
      });

      it('knows what lies inside what', () => {
        const file = fs.join(fs.join(location(folder), 'ä b'), 'c.txt');
        assert.equal(fs.inside(location(folder), file), 'ä b/c.txt');
        assert.equal(fs.inside(location(folder), location(folder)), '');
        assert.equal(fs.inside(location(`${folder}/ä`), file), null);
      });

      it('says why a file cannot be had', async () => {
        const failure = async (path: string): Promise<FileError> => {
          const error: unknown = await fs.read(location(path)).catch((reason: unknown) => reason);
          assert.ok(error instanceof FileError);
          return error;
        };
        assert.equal((await failure(join(folder, 'none'))).kind, 'gone');
        const loop = await failure(join(folder, 'loop'));
        assert.deepEqual([loop.kind, loop.message], ['unreadable', 'a symbolic link that leads to itself']);
        assert.equal((await failure(folder)).kind, 'unreadable');
      });
    });
  }

  it('is not what a URI of another scheme speaks of', async () => {
    await assert.rejects(nodeUris.read('vscode-vfs://github/a.txt'), /not on this disk/);
    assert.equal(nodeUris.pathOf('untitled:Untitled-1'), 'Untitled-1');
  });

  it('takes URIs in the spelling of others', async () => {
    const file = pathToFileURL(join(folder, 'ä b/#1 (x).txt')).href;
    assert.equal((await nodeUris.stat(file)).size, 4);
  });
});
