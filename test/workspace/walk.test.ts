import assert from 'node:assert/strict';
import { filterBy } from '../../server/src/workspace/filter';
import { defaultSettings, type Settings } from '../../server/src/workspace/settings';
import { belongs, walk, type Walk } from '../../server/src/workspace/walk';
import { memoryFileSystem, type Node } from '../fixtures/memoryFileSystem';

function walked(files: Record<string, Node>, settings: Partial<Settings> = {}, root = '/ws'): Promise<Walk> {
  const filter = filterBy({ ...defaultSettings, ...settings });
  return walk(memoryFileSystem(files), root, { filter, taken: new Set() });
}

async function paths(files: Record<string, Node>, settings: Partial<Settings> = {}): Promise<string[]> {
  return (await walked(files, settings)).files.map(({ path }) => path);
}

describe('walk', () => {
  it('finds texts in any depth, in one order', async () => {
    const files = {
      '/ws/b.txt': '',
      '/ws/a/z.md': '',
      '/ws/a/b/c.text': '',
      '/ws/a.markdown': '',
      '/ws/x.js': '',
      '/else.txt': '',
    };
    assert.deepEqual(await paths(files), ['a.markdown', 'a/b/c.text', 'a/z.md', 'b.txt']);
  });

  it('leaves out hidden files, node_modules and what the settings exclude', async () => {
    const files = {
      '/ws/.notes.txt': '',
      '/ws/.git/info.txt': '',
      '/ws/node_modules/p/README.md': '',
      '/ws/old/a.txt': '',
      '/ws/new/a.txt': '',
    };
    assert.deepEqual(await paths(files, { exclude: ['old/**'] }), ['new/a.txt']);
  });

  it('leaves out what git ignores, by the nearest .gitignore that speaks of it', async () => {
    const files = {
      '/ws/.gitignore': 'build/\n*.tmp.txt\n/secret.txt\n# note\n\nkept/*\n!kept/b.txt',
      '/ws/build/a.txt': '',
      '/ws/x/build/a.txt': '',
      '/ws/a.tmp.txt': '',
      '/ws/secret.txt': '',
      '/ws/x/secret.txt': '',
      '/ws/x/.gitignore': '!*.tmp.txt\r\nlocal.txt\r\n',
      '/ws/x/b.tmp.txt': '',
      '/ws/x/local.txt': '',
      '/ws/local.txt': '',
      '/ws/kept/a.txt': '',
      '/ws/kept/b.txt': '',
    };
    const kept = ['kept/b.txt', 'local.txt', 'x/b.tmp.txt', 'x/secret.txt'];
    assert.deepEqual(await paths(files), kept);
    assert.equal((await paths(files, { respectGitignore: false })).length, 10);
  });

  it('judges a single path as the walk did', async () => {
    const files = {
      '/ws/.gitignore': 'build/\n*.tmp.txt',
      '/ws/a.txt': '',
      '/ws/a.tmp.txt': '',
      '/ws/build/deep/a.txt': '',
      '/ws/x/.gitignore': '!b.tmp.txt',
      '/ws/x/b.tmp.txt': '',
    };
    const { files: found, gitignores } = await walked(files);
    const filter = filterBy(defaultSettings);
    const all = Object.keys(files).map((path) => path.slice('/ws/'.length));
    assert.deepEqual(
      all.filter((path) => belongs(filter, gitignores, path)).sort(),
      found.map(({ path }) => path),
    );
  });

  it('survives a .gitignore that is none', async () => {
    const files = {
      '/ws/.gitignore': Uint8Array.of(0, 1, 2),
      '/ws/a.txt': '',
      '/ws/x/.gitignore': '[\n\\\n!\n',
      '/ws/x/b.txt': '',
    };
    assert.deepEqual(await paths(files), ['a.txt', 'x/b.txt']);
  });

  it('names what cannot be read, and reads the rest', async () => {
    const { files, skipped } = await walked({
      '/ws/a.txt': '',
      '/ws/closed': { unreadable: 'no permission to read it' },
    });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.txt'],
    );
    assert.deepEqual(skipped, [{ location: '/ws/closed', reason: 'no permission to read it' }]);
  });

  it('says nothing of a folder that is gone', async () => {
    assert.deepEqual((await walked({ '/ws/a.txt': '' }, {}, '/gone')).skipped, []);
  });

  describe('links', () => {
    it('are followed', async () => {
      const files = {
        '/ws/a.txt': '',
        '/ws/more': { link: '/far' },
        '/far/b.txt': '',
        '/ws/c.txt': { link: '/one.txt' },
        '/one.txt': '',
      };
      assert.deepEqual(await paths(files), ['a.txt', 'c.txt', 'more/b.txt']);
    });

    it('in a circle end', async () => {
      const files: Record<string, Node> = { '/ws/a.txt': '', '/ws/x/up': { link: '/ws' }, '/ws/x/b.txt': '' };
      files['/ws/out'] = { link: '/far' };
      files['/far/back'] = { link: '/ws/x' };
      files['/far/c.txt'] = '';
      files['/far/self'] = { link: '/far' };
      assert.deepEqual(await paths(files), ['a.txt', 'out/c.txt', 'x/b.txt']);
    });

    it('to what is inside anyway give it no second name', async () => {
      const files = { '/ws/0.txt': { link: '/ws/z/a.txt' }, '/ws/0': { link: '/ws/z' }, '/ws/z/a.txt': '' };
      assert.deepEqual(await paths(files), ['z/a.txt']);
    });

    it('that lead nowhere are passed over; one that leads to itself is named', async () => {
      const { files, skipped } = await walked({
        '/ws/a.txt': '',
        '/ws/dead.txt': { link: '/nowhere.txt' },
        '/ws/loop.txt': { link: '/ws/loop.txt' },
      });
      assert.deepEqual(
        files.map(({ path }) => path),
        ['a.txt'],
      );
      assert.deepEqual(skipped, [{ location: '/ws/loop.txt', reason: 'a symbolic link that leads to itself' }]);
    });
  });

  it('takes no file that another walk has taken', async () => {
    const fs = memoryFileSystem({ '/ws/a.txt': '', '/ws/inner/b.txt': '' });
    const taken = new Set(['/ws', '/ws/inner']);
    const filter = filterBy(defaultSettings);
    const outer = await walk(fs, '/ws', { filter, taken });
    const inner = await walk(fs, '/ws/inner', { filter, taken });
    assert.deepEqual(
      [...outer.files, ...inner.files].map(({ location }) => location),
      ['/ws/a.txt', '/ws/inner/b.txt'],
    );
  });

  it('ends when it is told to', async () => {
    const fs = memoryFileSystem({ '/ws/a.txt': '', '/ws/x/b.txt': '', '/ws/x/y/c.txt': '' });
    let asked = 0;
    const { files } = await walk(fs, '/ws', {
      filter: filterBy(defaultSettings),
      taken: new Set(),
      cancelled: () => ++asked > 1,
    });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.txt'],
    );
  });
});
