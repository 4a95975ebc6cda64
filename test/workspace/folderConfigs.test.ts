import assert from 'node:assert/strict';
import { FolderConfigs } from '../../server/src/workspace/folderConfigs';
import { memoryFileSystem } from '../fixtures/memoryFileSystem';

describe('the crosscheck.json of several folders', () => {
  const told = ({ problems }: FolderConfigs): string[] =>
    problems.map(({ location, start, end, message }) => {
      const at = `${start.line}:${start.character}-${end.line}:${end.character}`;
      return `${location} ${at} ${message.split(' ').slice(0, 4).join(' ')}`;
    });

  it('tells what makes no sense with its place, file by file', async () => {
    const configs = new FolderConfigs(
      memoryFileSystem({
        '/a/crosscheck.json': '{\n  "draft": [],\n  "exclude": [3]\n}\n',
        '/b/crosscheck.json': '{ "drafts": [] }',
        '/c/crosscheck.json': '{',
      }),
    );
    await configs.read(['/a', '/b', '/c', '/none']);
    assert.deepEqual(told(configs), [
      '/a/crosscheck.json 1:2-1:9 Crosscheck knows no "draft";',
      '/a/crosscheck.json 2:14-2:15 A glob is text,',
      '/c/crosscheck.json 0:1-0:1 A } is missing',
    ]);
    assert.deepEqual(configs.skipped, []);
  });

  it('tells of what is shown, and goes by what is saved', async () => {
    const files = { '/a/crosscheck.json': '{ "drafts": ["mine/**"] }' };
    const configs = new FolderConfigs(memoryFileSystem(files));
    await configs.read(['/a']);
    configs.showed('/a/crosscheck.json', '{ "drafts": [3] }');
    assert.deepEqual(told(configs), ['/a/crosscheck.json 0:13-0:14 A glob is text,']);
    assert.deepEqual(configs.of('/a').settings, { drafts: ['mine/**'] });
    await configs.read(['/a']);
    assert.equal(told(configs).length, 1);
    configs.showed('/a/crosscheck.json', null);
    assert.deepEqual(told(configs), []);
  });

  it('tells nothing of a file that is not there, or is no settings of a folder', async () => {
    const configs = new FolderConfigs(memoryFileSystem({ '/a/sub/crosscheck.json': '{' }));
    await configs.read(['/a']);
    configs.showed('/a/crosscheck.json', '{');
    configs.showed('/a/sub/crosscheck.json', '{');
    assert.deepEqual(told(configs), []);
  });

  it('tells of no more than anybody reads', async () => {
    const globs = Array.from({ length: 5000 }, () => '3').join();
    const configs = new FolderConfigs(memoryFileSystem({ '/a/crosscheck.json': `{ "exclude": [${globs}] }` }));
    await configs.read(['/a']);
    assert.equal(configs.problems.length, 100);
  });

  it('says whether a file says something else', async () => {
    const one = new FolderConfigs(memoryFileSystem({ '/a/crosscheck.json': '{}', '/b/crosscheck.json': '{ }' }));
    assert.equal(await one.read(['/a']), true);
    assert.equal(await one.read(['/a']), false);
    assert.equal(await one.read(['/a', '/b']), true);
    assert.equal(await one.read(['/b']), true);
  });
});
