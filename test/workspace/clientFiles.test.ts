import assert from 'node:assert/strict';
import { clientFiles, filesByScheme, type FilesOfClient } from '../../server/src/workspace/clientFiles';
import { FileError } from '../../server/src/workspace/fileSystem';

const folder = 'memfs://desk/a%20b';

describe('files that the client reaches', () => {
  let stored: Map<string, string>;
  let broken: FileError | null;
  beforeEach(() => {
    stored = new Map();
    broken = null;
  });

  const client: FilesOfClient = {
    read: (uri) => {
      const text = stored.get(uri);
      if (broken) return Promise.reject(broken);
      if (text === undefined) return Promise.reject(new FileError('gone', 'not there'));
      return new Promise((resolve) => setImmediate(() => resolve(Buffer.from(text))));
    },
    list: () => Promise.resolve([]),
    stat: () => Promise.resolve({ kind: 'folder', size: 0, modified: 0 }),
    write: (uri, text) => {
      stored.set(uri, text);
      return Promise.resolve();
    },
  };
  const files = clientFiles(client);

  it('are named as vscode-uri names them', () => {
    assert.equal(files.join(folder, 'c d.txt'), `${folder}/c%20d.txt`);
    assert.equal(files.pathOf(`${folder}/c%20d.txt`), '/a b/c d.txt');
    assert.equal(files.inside(folder, `${folder}/notes/c%20d.txt`), 'notes/c d.txt');
    assert.equal(files.inside(folder, folder), '');
  });

  it('stand in a folder of the same place only', () => {
    assert.equal(files.inside(folder, 'memfs://desk/a%20bc/d.txt'), null);
    assert.equal(files.inside(folder, 'memfs://sofa/a%20b/d%20e.txt'), null);
    assert.equal(files.inside(folder, 'file:///a%20b/d%20e.txt'), null);
  });

  it('keep what every one of several writers wrote', async () => {
    const add = (line: string): Promise<string> => files.rewrite(`${folder}/x`, (text) => `${text}${line}\n`);
    const results = await Promise.all(['1', '2', '3'].map(add));
    assert.deepEqual(results, ['1\n', '1\n2\n', '1\n2\n3\n']);
    assert.equal(stored.get(`${folder}/x`), '1\n2\n3\n');
  });

  it('stay as they are where reading them fails, and are written later all the same', async () => {
    stored.set(`${folder}/x`, 'kept');
    broken = new FileError('unreadable', 'no permission to read it');
    await assert.rejects(
      files.rewrite(`${folder}/x`, () => 'lost'),
      /no permission/,
    );
    assert.equal(stored.get(`${folder}/x`), 'kept');
    broken = null;
    await assert.rejects(
      files.rewrite(`${folder}/x`, () => {
        throw new Error('no line of ours');
      }),
      /no line/,
    );
    await files.rewrite(`${folder}/x`, (text) => `${text} on`);
    assert.equal(stored.get(`${folder}/x`), 'kept on');
  });

  it('stand beside those of the disk', async () => {
    const disk = {
      ...files,
      pathOf: () => 'disk',
      inside: () => 'disk',
      read: () => Promise.reject(new Error('disk')),
    };
    const both = filesByScheme(disk, files);
    stored.set(`${folder}/x`, 'far');
    assert.equal(Buffer.from(await both.read(`${folder}/x`)).toString(), 'far');
    await assert.rejects(both.read('file:///x'), /disk/);
    assert.equal(both.pathOf('file:///x'), 'disk');
    assert.equal(both.inside('file:///a', 'file:///a/b'), 'disk');
    assert.equal(both.inside('file:///a', `${folder}/b`), null);
  });
});
