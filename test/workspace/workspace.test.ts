import assert from 'node:assert/strict';
import { FileError } from '../../server/src/workspace/fileSystem';
import { worthThreads } from '../../server/src/workspace/reading';
import { defaultSettings } from '../../server/src/workspace/settings';
import { changed, contents, create, created, deleted, opened, tell, whole, ws } from '../fixtures/openedWorkspace';

describe('workspace', () => {
  it('reads the documents of its folder', async () => {
    const made = await opened({ '/ws/a.txt': 'one', '/ws/x/b.md': 'two', '/ws/empty.txt': '' });
    assert.deepEqual(contents(made), { 'a.txt': 'one', 'empty.txt': '', 'x/b.md': 'two' });
    assert.equal(made.workspace.index.document('/ws/x/b.md')?.tagged.scanned.format, 'markdown');
    const { phase, documents, done, skipped } = made.workspace.progress();
    assert.deepEqual({ phase, documents, done, skipped }, { phase: 'ready', documents: 3, done: 3, skipped: [] });
    assert.deepEqual(made.faults, []);
  });

  it('reads nothing before it is started, and is not ready then', () => {
    const { workspace, fs } = create({ '/ws/a.txt': '' });
    assert.equal(workspace.progress().phase, 'indexing');
    assert.deepEqual(fs.reads, []);
  });

  it('tells how far it is', async () => {
    const { seen } = await opened({ '/ws/a.txt': '', '/ws/b.txt': '', '/ws/c.txt': '' });
    const steps = seen.map(({ phase, documents, done }) => `${phase} ${done}/${documents}`);
    assert.deepEqual(
      [...new Set(steps)],
      ['indexing 0/3', 'indexing 1/3', 'indexing 2/3', 'indexing 3/3', 'ready 3/3'],
    );
  });

  it('names what it leaves out, and why', async () => {
    const made = await opened({
      '/ws/a.txt': 'text',
      '/ws/binary.txt': Uint8Array.of(1, 0, 2),
      '/ws/large.txt': new Uint8Array(21 * 1024 * 1024),
      '/ws/closed': { unreadable: 'no permission to read it' },
      '/ws/closed.txt': { unreadable: 'no permission to read it' },
    });
    assert.deepEqual(Object.keys(contents(made)), ['a.txt']);
    const { skipped, documents, done } = made.workspace.progress();
    assert.deepEqual(
      skipped.map(({ location, reason }) => `${location}: ${reason.split(/[:(]/)[0]!.trim()}`),
      [
        '/ws/binary.txt: binary',
        '/ws/closed: no permission to read it',
        '/ws/closed.txt: no permission to read it',
        '/ws/large.txt: too large',
      ],
    );
    assert.equal(done, documents);
    assert.ok(!made.fs.reads.includes('/ws/large.txt'), 'a file too large is not even loaded');
  });

  it('reads a file again that could not be read', async () => {
    const made = await opened({ '/ws/a.txt': { unreadable: 'no permission to read it' } });
    made.fs.files.set('/ws/a.txt', 'now');
    await tell(made, changed('/ws/a.txt'));
    assert.deepEqual(contents(made), { 'a.txt': 'now' });
    assert.deepEqual(made.workspace.progress().skipped, []);
  });

  it('takes a kept fact sheet for no document, open or not', async () => {
    const made = await opened({ '/ws/a.txt': 'one', '/ws/aid.factsheet.md': 'one' });
    made.workspace.open('/ws/aid.factsheet.md', 'markdown', 1, 'one');
    await made.workspace.settled();
    assert.deepEqual(Object.keys(contents(made)), ['a.txt']);
    const { documents, done } = made.workspace.progress();
    assert.deepEqual({ documents, done }, { documents: 1, done: 1 });
  });

  it('forgets a file that is deleted while it is read', async () => {
    const made = create({ '/ws/a.txt': 'one', '/ws/b.txt': 'two' });
    made.fs.beforeRead = (path) => void (path === '/ws/a.txt' && made.fs.files.delete(path));
    made.workspace.start();
    await made.workspace.settled();
    assert.deepEqual(contents(made), { 'b.txt': 'two' });
    assert.deepEqual(made.workspace.progress().skipped, []);
    assert.equal(made.workspace.progress().documents, 1);
  });

  it('reads names as was decided, and tags again only what a change of it touches', async () => {
    const file = '/ws/.crosscheck/decisions.jsonl';
    const said = (form: string): string => JSON.stringify({ kind: 'not-a-name', forms: [form] });
    const made = await opened({
      '/ws/a.txt': 'Then Morten Varde spoke.',
      '/ws/b.txt': 'Then Karin Lindgren spoke.',
      [file]: said('Morten Varde'),
    });
    const names = (): number[] => made.workspace.index.documents().map(({ tagged }) => tagged.names.length);
    assert.deepEqual(names(), [0, 1]);
    const before = made.workspace.index.document('/ws/b.txt')?.tagged;
    made.fs.files.delete(file);
    await tell(made, deleted('/ws/.crosscheck'));
    assert.deepEqual(names(), [1, 1]);
    assert.equal(made.workspace.index.document('/ws/b.txt')?.tagged, before);
    made.fs.files.set(file, '{');
    await tell(made, created(file));
    assert.match(made.workspace.decisionProblems()[0]!.message, /not JSON/);
    assert.deepEqual(await made.workspace.keep('/ws/a.txt', [{ kind: 'not-a-name', forms: ['x'] }]), { edits: [] });
    assert.equal(made.fs.files.get(file), '{\n{ "kind": "not-a-name", "forms": ["x"] }\n');
    assert.deepEqual(made.faults, []);
  });

  it('keeps decisions one a line, and takes them back, in the file of the folder as it is now', async () => {
    const file = '/ws/.crosscheck/decisions.jsonl';
    const made = await opened({ '/ws/a.txt': 'Then Morten Varde spoke.', '/ws/b.txt': 'b' });
    const varde = { kind: 'not-a-name', forms: ['Morten Varde'] } as const;
    const line = '{ "kind": "not-a-name", "forms": ["Morten Varde"] }\n';
    assert.deepEqual(await made.workspace.keep('/ws/a.txt', [varde]), { edits: [] });
    assert.equal(made.fs.files.get(file), line);
    assert.match(made.fs.files.get('/ws/.crosscheck/.gitattributes') as string, /merge=union/);
    // Somebody else wrote meanwhile, and no event has told of it.
    made.fs.files.set(file, `not json\n${line}`);
    await made.workspace.keep('/ws/b.txt', [{ kind: 'trusted', files: 'b.txt', reason: '' }]);
    assert.equal(made.fs.files.get(file), `not json\n${line}{ "kind": "trusted", "files": "b.txt" }\n`);
    assert.equal(made.workspace.index.document('/ws/b.txt')?.trusted, true);
    assert.deepEqual(
      made.workspace.decisionProblems().map(({ line, kind }) => [line, kind]),
      [[0, 'broken']],
    );
    await made.workspace.takeBack({ kind: 'trusted', files: 'b.txt', reason: 'whatever' });
    await made.workspace.takeBack(varde);
    await made.workspace.settled();
    assert.equal(made.fs.files.get(file), 'not json\n');
    assert.equal(made.workspace.index.document('/ws/b.txt')?.trusted, false);
    assert.equal(made.workspace.index.document('/ws/a.txt')?.tagged.names.length, 1);
  });

  it('heeds the buffer of a decisions file that is open, and leaves the file alone', async () => {
    const file = '/ws/.crosscheck/decisions.jsonl';
    const made = await opened({ '/ws/a.txt': 'Then Morten Varde spoke.', [file]: '' });
    const names = (): number | undefined => made.workspace.index.document('/ws/a.txt')?.tagged.names.length;
    const before = '{ "kind": "not-a-name", "forms": ["Morten Varde"] }\n';
    made.workspace.open(file, 'jsonl', 7, before);
    await made.workspace.settled();
    assert.equal(names(), 0);
    assert.equal(made.workspace.progress().documents, 1);
    const kept = await made.workspace.keep('/ws/a.txt', [{ kind: 'trusted', files: 'a.txt', reason: '' }]);
    const after = `${before}{ "kind": "trusted", "files": "a.txt" }\n`;
    assert.deepEqual(kept, { edits: [{ location: file, version: 7, before, after }] });
    assert.equal(made.fs.files.get(file), '');
    made.workspace.close(file);
    await made.workspace.settled();
    assert.equal(names(), 1);
    // An editor may forget to close what was deleted.
    made.workspace.open(file, 'jsonl', 8, before);
    made.fs.files.delete(file);
    await tell(made, deleted('/ws/.crosscheck'));
    assert.equal(names(), 1);
  });

  it('goes on when the file system breaks its word', async () => {
    const made = create({ '/ws/a.txt': 'one', '/ws/b.txt': 'two' });
    made.fs.beforeRead = (path) => {
      if (path === '/ws/a.txt') throw new TypeError('a bug');
    };
    made.workspace.start();
    await made.workspace.settled();
    assert.deepEqual(contents(made), { 'b.txt': 'two' });
    assert.deepEqual(made.workspace.progress().skipped, [{ location: '/ws/a.txt', reason: 'a bug' }]);
  });

  describe('with open documents', () => {
    it('lets the buffer win over the file, and goes back to it', async () => {
      const made = await opened({ '/ws/a.txt': 'disk' });
      made.workspace.open('/ws/a.txt', 'plaintext', 1, 'buffer');
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'a.txt': 'buffer' });
      await tell(made, changed('/ws/a.txt'));
      assert.deepEqual(contents(made), { 'a.txt': 'buffer' });
      made.workspace.close('/ws/a.txt');
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'a.txt': 'disk' });
    });

    it('applies edits in their order, and has them tagged for whoever asks', async () => {
      const made = await opened({ '/ws/a.txt': 'one\ntwo\n' });
      made.workspace.open('/ws/a.txt', 'plaintext', 1, 'one\ntwo\n');
      await made.workspace.settled();
      const at = (line: number, from: number, to: number, text: string): object => ({
        range: { start: { line, character: from }, end: { line, character: to } },
        text,
      });
      made.workspace.edit('/ws/a.txt', 2, [at(1, 0, 3, 'three'), at(1, 5, 5, '!')] as never);
      assert.deepEqual(contents(made), { 'a.txt': 'one\ntwo\n' });
      made.workspace.flush();
      assert.deepEqual(contents(made), { 'a.txt': 'one\nthree!\n' });
      made.workspace.edit('/ws/a.txt', 3, [at(90, 0, 99, ' end')] as never);
      made.workspace.flush();
      assert.deepEqual(contents(made), { 'a.txt': 'one\nthree!\n end' });
    });

    it('reads the open ones first', async () => {
      const made = create({ '/ws/a.txt': 'a', '/ws/b.txt': 'b', '/ws/z.txt': 'z' });
      made.workspace.open('/ws/z.txt', 'plaintext', 1, 'buffer');
      const order: string[] = [];
      made.fs.beforeRead = (path) => void order.push(`${path} after ${Object.keys(contents(made)).join(' ')}`);
      made.workspace.start();
      await made.workspace.settled();
      assert.deepEqual(order, ['/ws/a.txt after z.txt', '/ws/b.txt after a.txt z.txt']);
    });

    it('reads of many the latest changed first', async () => {
      const names = Array.from({ length: worthThreads }, (_, i) => `/ws/${String(i).padStart(3, '0')}.txt`);
      const made = create(Object.fromEntries(names.map((name) => [name, name])));
      names.forEach((name, i) => made.fs.times.set(name, i < 3 ? 9 + i : 1));
      made.workspace.start();
      await made.workspace.settled();
      assert.deepEqual(made.fs.reads, [names[2], names[1], names[0], ...names.slice(3)]);
      assert.equal(made.workspace.index.documents().length, names.length);
    });

    it('keeps the buffer that is opened while its file is read', async () => {
      const made = create({ '/ws/a.txt': 'disk' });
      made.fs.beforeRead = () => {
        made.workspace.open('/ws/a.txt', 'plaintext', 1, 'buffer');
        made.workspace.flush();
      };
      made.workspace.start();
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'a.txt': 'buffer' });
    });

    it('knows an untitled one while it is open', async () => {
      const made = await opened({ '/ws/a.txt': 'disk' });
      made.workspace.open('untitled:Untitled-1', 'markdown', 1, '# Mine');
      await made.workspace.settled();
      assert.equal(made.workspace.index.document('untitled:Untitled-1')?.tagged.scanned.format, 'markdown');
      made.workspace.close('untitled:Untitled-1');
      assert.deepEqual(Object.keys(contents(made)), ['a.txt']);
    });

    it('knows one from outside while it is open, by its whole path', async () => {
      const made = await opened({ '/ws/a.txt': 'disk', '/far/b.txt': 'far' });
      made.workspace.open('/far/b.txt', 'plaintext', 1, 'far!');
      await made.workspace.settled();
      assert.deepEqual(contents(made), { '/far/b.txt': 'far!', 'a.txt': 'disk' });
      made.workspace.close('/far/b.txt');
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'a.txt': 'disk' });
    });

    it('is silent on one that the settings leave out', async () => {
      const files = { '/ws/.gitignore': 'b.txt', '/ws/b.txt': '', '/ws/README': '', '/ws/.hidden.txt': '' };
      const made = await opened(files);
      for (const path of Object.keys(files)) made.workspace.open(path, 'plaintext', 1, 'Ada Lovelace');
      await made.workspace.settled();
      assert.deepEqual(contents(made), {});
    });

    it('keeps the buffer of a file that is deleted, until it is closed', async () => {
      const made = await opened({ '/ws/a.txt': 'disk' });
      made.workspace.open('/ws/a.txt', 'plaintext', 1, 'buffer');
      made.fs.files.delete('/ws/a.txt');
      await tell(made, deleted('/ws/a.txt'));
      assert.deepEqual(contents(made), { 'a.txt': 'buffer' });
      made.workspace.close('/ws/a.txt');
      await made.workspace.settled();
      assert.deepEqual(contents(made), {});
    });

    it('is one under all its addresses: the one of the file itself counts, then the last', async () => {
      const made = await opened({ '/ws/a.txt': 'on disk' });
      const { workspace } = made;
      const text = async (): Promise<string | undefined> => {
        await workspace.settled();
        assert.equal(workspace.progress().documents, 1);
        return contents(made)['a.txt'];
      };
      workspace.open('/ws/a.txt', 'plaintext', 1, 'at line 3', '/ws/a.txt#L3');
      assert.equal(await text(), 'at line 3');
      workspace.open('/ws/a.txt', 'plaintext', 5, 'itself');
      assert.equal(await text(), 'itself');
      workspace.edit('/ws/a.txt', 2, [{ text: 'changed at line 3' }], '/ws/a.txt#L3');
      assert.equal(await text(), 'itself');
      assert.equal(workspace.versionOf('/ws/a.txt'), 5);
      workspace.close('/ws/a.txt');
      assert.equal(await text(), 'changed at line 3');
      workspace.close('/ws/a.txt', '/ws/a.txt#L3');
      assert.equal(await text(), 'on disk');
    });
    it('shrugs at changes and closings of what is not open', async () => {
      const made = await opened({ '/ws/a.txt': 'disk' });
      made.workspace.edit('/ws/a.txt', 2, whole('junk'));
      made.workspace.close('/ws/never.txt');
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'a.txt': 'disk' });
      assert.deepEqual(made.faults, []);
    });
  });

  describe('told of files', () => {
    it('reads one that is created or changed', async () => {
      const made = await opened({ '/ws/a.txt': 'one' });
      made.fs.files.set('/ws/a.txt', 'ONE').set('/ws/x/b.txt', 'two');
      await tell(made, changed('/ws/a.txt'), created('/ws/x/b.txt'));
      assert.deepEqual(contents(made), { 'a.txt': 'ONE', 'x/b.txt': 'two' });
    });

    it('reads no other than those told of', async () => {
      const made = await opened({ '/ws/a.txt': 'one', '/ws/b.txt': 'two' });
      made.fs.reads.length = 0;
      await tell(made, changed('/ws/a.txt'), created('/ws/junk.bin'), changed('/ws/node_modules/p/README.md'));
      assert.deepEqual(made.fs.reads, ['/ws/a.txt']);
    });

    it('follows a folder that is renamed, of which only the folder is told', async () => {
      const made = await opened({ '/ws/old/a.txt': 'one', '/ws/old/x/b.txt': 'two', '/ws/older/c.txt': 'three' });
      for (const path of ['a.txt', 'x/b.txt']) {
        made.fs.files.set(`/ws/new/${path}`, made.fs.files.get(`/ws/old/${path}`)!);
        made.fs.files.delete(`/ws/old/${path}`);
      }
      await tell(made, deleted('/ws/old'), created('/ws/new'));
      assert.deepEqual(contents(made), { 'new/a.txt': 'one', 'new/x/b.txt': 'two', 'older/c.txt': 'three' });
    });

    it('takes a file that is replaced as changed', async () => {
      const made = await opened({ '/ws/a.txt': 'one' });
      made.fs.files.set('/ws/a.txt', 'two');
      await tell(made, deleted('/ws/a.txt'), created('/ws/a.txt'));
      assert.deepEqual(contents(made), { 'a.txt': 'two' });
    });

    it('looks again when a .gitignore changes', async () => {
      const made = await opened({ '/ws/.gitignore': '', '/ws/a.txt': 'one', '/ws/b.txt': 'two' });
      made.fs.files.set('/ws/.gitignore', 'a.txt');
      await tell(made, changed('/ws/.gitignore'));
      assert.deepEqual(contents(made), { 'b.txt': 'two' });
      await tell(made, changed('/ws/a.txt')); // ignored now
      assert.deepEqual(contents(made), { 'b.txt': 'two' });
    });

    it('takes a flood of events in one walk', async () => {
      const made = await opened({ '/ws/a.txt': 'one' });
      made.fs.files.set('/ws/new/b.txt', 'two');
      await tell(made, ...Array.from({ length: 5000 }, (_, i) => created(`/ws/out/${i}`)), created('/ws/new'));
      assert.deepEqual(contents(made), { 'a.txt': 'one', 'new/b.txt': 'two' });
    });
  });

  describe('with several folders', () => {
    const files = { '/one/a.txt': '1', '/two/a.txt': '2', '/two/in/b.txt': '3', '/other/two/a.txt': '4' };
    const folder = (location: string): { location: string; name: string } => ({
      location,
      name: location.slice(location.lastIndexOf('/') + 1),
    });

    it('puts their names before the labels', async () => {
      const made = await opened(files, [folder('/one'), folder('/two'), folder('/other/two')]);
      assert.deepEqual(contents(made), {
        'one/a.txt': '1',
        'two (2)/a.txt': '4',
        'two/a.txt': '2',
        'two/in/b.txt': '3',
      });
    });

    it('adds and removes one without reading the others again', async () => {
      const made = await opened(files, [folder('/one')]);
      assert.deepEqual(contents(made), { 'a.txt': '1' });
      made.workspace.setFolders([folder('/one'), folder('/two')]);
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'one/a.txt': '1', 'two/a.txt': '2', 'two/in/b.txt': '3' });
      made.workspace.setFolders([folder('/two')]);
      await made.workspace.settled();
      assert.deepEqual(contents(made), { 'a.txt': '2', 'in/b.txt': '3' });
      assert.equal(made.fs.reads.filter((path) => path === '/one/a.txt').length, 1);
    });

    it('counts a document of two folders once, for the inner one', async () => {
      const made = await opened(files, [folder('/two'), folder('/two/in')]);
      assert.deepEqual(contents(made), { 'in/b.txt': '3', 'two/a.txt': '2' });
    });

    it('goes by the settings of each', async () => {
      const made = await opened(files, [folder('/one'), folder('/two')]);
      const mine = { ...defaultSettings, exclude: ['in/**'], drafts: ['a.txt'] };
      made.workspace.configure(new Map([['/two', mine]]));
      await made.workspace.settled();
      assert.deepEqual(
        made.workspace.index.documents().map(({ label, draft }) => `${label} ${draft}`),
        ['one/a.txt false', 'two/a.txt true'],
      );
    });
  });

  describe('with a crosscheck.json', () => {
    const files = { '/ws/a.txt': 'one', '/ws/old/b.txt': 'two' };
    const config = '/ws/crosscheck.json';

    it('goes by it, and follows it', async () => {
      const made = await opened({ ...files, [config]: '{ "exclude": ["old/**"] }' });
      assert.deepEqual(contents(made), { 'a.txt': 'one' });
      made.fs.files.set(config, '{ "drafts": ["a.txt"] }');
      await tell(made, changed(config));
      assert.deepEqual(contents(made), { 'a.txt': 'one', 'old/b.txt': 'two' });
      assert.equal(made.workspace.index.document('/ws/a.txt')?.draft, true);
      made.fs.files.delete(config);
      await tell(made, deleted(config));
      assert.equal(made.workspace.index.document('/ws/a.txt')?.draft, false);
    });

    it('names what makes no sense in it, with its line', async () => {
      const made = await opened({ ...files, [config]: '{\n  "exclude": "old"\n}' });
      assert.deepEqual(
        made.workspace.configs.problems.map(({ location, start }) => [location, start.line]),
        [[config, 1]],
      );
      assert.deepEqual(made.workspace.progress().skipped, []); // it is read
      assert.deepEqual(Object.keys(contents(made)), ['a.txt', 'old/b.txt']);
    });

    it('tells of what is being written in it, and goes by what is saved', async () => {
      const made = await opened({ ...files, [config]: '{ "exclude": ["old/**"] }' });
      made.workspace.open(config, 'jsonc', 1, '{ "include": [');
      await made.workspace.settled();
      assert.ok(made.workspace.configs.problems.length > 0);
      assert.deepEqual(contents(made), { 'a.txt': 'one' });
      made.workspace.edit(config, 2, [{ text: '{}' }]);
      assert.deepEqual(made.workspace.configs.problems, []);
      assert.equal(made.workspace.progress().documents, 1);
      made.workspace.edit(config, 3, [{ text: '3' }]);
      made.workspace.close(config);
      assert.deepEqual(made.workspace.configs.problems, []);
    });

    it('takes names for one and the same', async () => {
      const people = { '/ws/a.txt': 'Karin Lindgren spoke in Oslo.', '/ws/b.txt': 'Karin Renwick spoke in Oslo.' };
      const made = await opened({ ...people, [config]: '{ "aliases": [["Karin Lindgren", "Karin Renwick"]] }' });
      const named = made.workspace.index.entities().filter(({ name }) => name.startsWith('Karin'));
      assert.deepEqual(
        named.map(({ name, statements }) => [name, statements.length]),
        [['Karin Lindgren', 2]],
      );
    });
  });

  describe('with texts in several languages', () => {
    const german =
      'Das Hafenamt teilte am Montag mit, dass es von der Reparatur nichts gewusst habe und dass das Schiff im Hafen bleibe, bis die Untersuchung beendet ist. Die Kapitänin sagte, sie sei seit zehn Jahren bei der Firma und habe so etwas noch nicht erlebt.';
    it('leaves out what it cannot read, says so, and reads it when it is told to', async () => {
      const made = await opened({ '/ws/a.txt': 'one', '/ws/b.txt': german });
      assert.deepEqual(contents(made), { 'a.txt': 'one' });
      assert.match(made.workspace.progress().skipped[0]?.reason ?? '', /German.*crosscheck\.languages says English/);
      made.workspace.configure(new Map([['/ws', { ...defaultSettings, languages: ['*'] }]]));
      await made.workspace.settled();
      assert.deepEqual(Object.keys(contents(made)), ['a.txt', 'b.txt']);
      assert.deepEqual(made.workspace.progress().skipped, []);
      made.workspace.configure(new Map());
      await made.workspace.settled();
      assert.deepEqual(Object.keys(contents(made)), ['a.txt']);
    });
  });

  it('starts again when the folders change under a walk', async () => {
    const made = create({ '/ws/a.txt': 'one', '/two/b.txt': 'two' });
    const list = made.fs.list;
    let walks = 0;
    made.fs.list = (folder) => {
      if (++walks === 1) made.workspace.setFolders([{ location: '/two', name: 'two' }]);
      return list(folder);
    };
    made.workspace.start();
    await made.workspace.settled();
    assert.deepEqual(contents(made), { 'b.txt': 'two' });
    assert.deepEqual(made.fs.reads, ['/two/b.txt']);
  });

  it('leaves the rest unread when it is told to stop, and goes on when it is told to', async () => {
    const made = create({ '/ws/a.txt': 'one', '/ws/b.txt': 'two', '/ws/c.txt': 'three' });
    made.fs.beforeRead = (path) => {
      if (path === '/ws/b.txt') made.workspace.stopReading();
    };
    made.workspace.start();
    await made.workspace.settled();
    assert.deepEqual(Object.keys(contents(made)), ['a.txt', 'b.txt']);
    assert.deepEqual([made.workspace.progress().phase, made.workspace.progress().done], ['stopped', 2]);
    made.workspace.open('/ws/c.txt', 'plaintext', 1, 'open');
    await made.workspace.settled();
    assert.deepEqual(contents(made), { 'a.txt': 'one', 'b.txt': 'two', 'c.txt': 'open' });
    made.workspace.resumeReading();
    await made.workspace.settled();
    assert.equal(made.workspace.progress().phase, 'ready');
  });

  it('ends when it is disposed of, and keeps nobody waiting', async () => {
    const made = create({ '/ws/a.txt': 'one', '/ws/b.txt': 'two' });
    made.fs.beforeRead = () => made.workspace.dispose();
    made.workspace.start();
    await made.workspace.settled();
    assert.deepEqual(made.fs.reads, ['/ws/a.txt']);
  });

  it('lets others run between two documents', async () => {
    const made = create(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/ws/${i}.txt`, 'text'])));
    made.workspace.start();
    const seen = new Set<number>();
    while (made.workspace.progress().phase === 'indexing') {
      await new Promise((resolve) => setImmediate(resolve));
      seen.add(made.workspace.index.documents().length);
    }
    assert.ok(seen.size > 10, `only ${seen.size} states were seen from outside`);
  });

  it('has a fault logged and goes on', async () => {
    const made = await opened({ '/ws/a.txt': 'one' });
    made.fs.join = () => {
      throw new FileError('unreadable', 'no name');
    };
    made.workspace.setFolders([ws]);
    await made.workspace.settled();
    assert.match(made.faults.join(), /no name/);
    assert.equal(made.workspace.progress().phase, 'ready');
  });
});
