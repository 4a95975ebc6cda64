import assert from 'node:assert/strict';
import type { Workspace } from '../../server/src/workspace/workspace';
import { memoryCache } from '../fixtures/memoryCache';
import { contents, create, type Opened } from '../fixtures/openedWorkspace';

const count = 24;
const towns = 'Fenwick Ashford Grenby Holmouth Wesfield Norport Stanby Belford'.split(' ');

/** Three reports of each of eight events; the third has another sum. */
function report(number: number): string {
  const town = towns[number % towns.length]!;
  const sum = 60 + (number % towns.length) + (number >= 16 ? 1 : 0);
  return [
    `The council of ${town} approved a loan of $${sum} million for the ${town} bridge on Friday.`,
    `“We build the ${town} bridge before the ${number >= 16 ? 'spring' : 'winter'} comes to the valley,” said Ada Brook of ${town}.\n`,
  ].join('\n\n');
}

const folder = Object.fromEntries(Array.from({ length: count }, (_, i) => [`/ws/${i}.txt`, report(i)]));

type Cache = ReturnType<typeof memoryCache>;

async function started(files: Record<string, string>, cache: Cache | null): Promise<Opened> {
  const made = create(files);
  made.workspace.setCache(cache);
  made.workspace.start();
  await made.workspace.settled();
  return made;
}

async function found({ workspace }: Opened): Promise<unknown> {
  await looked(workspace);
  return { findings: workspace.sources.findings(), facts: workspace.index.facts() };
}

const looked = (workspace: Workspace): Promise<boolean> => workspace.sources.lookForFindings(async () => undefined);

/** What a first start leaves in the cache. */
async function kept(files = folder): Promise<Cache> {
  const cache = memoryCache();
  const { workspace } = await started(files, cache);
  await looked(workspace);
  await workspace.keepLinks();
  return cache;
}

/** The cache, with findings that nobody would make. */
function marked(cache: Cache): Cache {
  for (const [key, { text, bytes }] of cache.held)
    cache.held.set(key, { text: text.replaceAll('"message":"', '"message":"Kept: '), bytes });
  return cache;
}

function areAsKept({ workspace }: Opened): boolean {
  const findings = workspace.sources.findings();
  assert.ok(findings.length >= towns.length);
  return findings.every(({ message }) => message.startsWith('Kept: '));
}

const links = ({ held }: Cache): string[] => [...held.keys()].filter((key) => key.startsWith('["links"'));

describe('kept links', function () {
  this.timeout(10_000);

  it('spare the next start the linking', async () => {
    const again = await started(folder, await kept());
    assert.ok(again.workspace.index.linked);
    const anew = await started(folder, null);
    assert.ok(!anew.workspace.index.linked);
    assert.deepEqual(await found(again), await found(anew));
    assert.ok(again.workspace.sources.findings().length >= towns.length);
  });

  it('hold for what is the same, and the rest is linked anew', async () => {
    const cache = await kept();
    const now: Record<string, string> = { ...folder, '/ws/new.txt': report(3), '/ws/5.txt': report(6) };
    delete now['/ws/9.txt'];
    const again = await started(now, cache);
    assert.ok(!again.workspace.index.linked);
    const anew = await started(now, null);
    assert.deepEqual(await found(again), await found(anew));
    assert.deepEqual(contents(again), contents(anew));
  });

  it('come with what was found, where no document is other', async () => {
    const same = await started(folder, marked(await kept()));
    await looked(same.workspace);
    assert.ok(areAsKept(same));
    same.workspace.open('/ws/5.txt', 'plaintext', 1, report(6));
    await same.workspace.settled();
    await looked(same.workspace);
    const edited = await started({ ...folder, '/ws/5.txt': report(6) }, null);
    await looked(edited.workspace);
    const plain = same.workspace.sources
      .findings()
      .map((each) => ({ ...each, message: each.message.replace('Kept: ', '') }));
    assert.deepEqual(plain, edited.workspace.sources.findings());
    for (const now of [
      { ...folder, '/ws/new.txt': 'Nothing.' },
      { ...folder, '/ws/5.txt': report(6) },
    ]) {
      const other = await started(now, marked(await kept()));
      assert.deepEqual(await found(other), await found(await started(now, null)));
    }
  });

  it('come with what was found, where nobody says anything else of it', async () => {
    const said = (line: object): Record<string, string> => ({
      ...folder,
      '/ws/.crosscheck/decisions.jsonl': `${JSON.stringify({ version: 1, ...line })}\n`,
    });
    const one = said({ kind: 'same-name', forms: ['Ada Brook', 'A. B. Brook'] });
    const other = said({ kind: 'same-name', forms: ['Ada Brook', 'Ada Brooke'] });
    for (const [now, expected] of [[one, true] as const, [other, false] as const, [folder, false] as const]) {
      const again = await started(now, marked(await kept(one)));
      await looked(again.workspace);
      assert.equal(areAsKept(again), expected);
    }
  });

  it('are of no use when a part is missing, and nobody is told', async () => {
    const cache = await kept();
    for (const key of [...cache.held.keys()]) if (key.startsWith('folder')) cache.held.delete(key);
    const again = await started(folder, cache);
    assert.deepEqual(await found(again), await found(await started(folder, null)));
    assert.deepEqual(again.faults, []);
  });

  it('are not kept anew for a few edits', async () => {
    const cache = await kept();
    const again = await started({ ...folder, '/ws/5.txt': report(6) }, cache);
    await looked(again.workspace);
    const before = links(cache).length;
    await again.workspace.keepLinks();
    assert.equal(before, count);
    assert.equal(links(cache).length, before);
  });

  it('are given up when something changes meanwhile, and kept after that', async () => {
    const cache = memoryCache();
    const { workspace, fs } = await started(folder, cache);
    await looked(workspace);
    const keeping = workspace.keepLinks();
    fs.files.set('/ws/2.txt', report(7));
    workspace.filesChanged([{ kind: 'changed', location: '/ws/2.txt' }]);
    await keeping;
    await workspace.settled();
    assert.ok(![...cache.held.keys()].some((key) => key.startsWith('folder')));
    await looked(workspace);
    await workspace.keepLinks();
    const again = await started({ ...folder, '/ws/2.txt': report(7) }, cache);
    assert.ok(again.workspace.index.linked);
  });

  it('are not in the way of somebody who writes, and kept at the end', async () => {
    const cache = memoryCache();
    const { workspace } = await started(folder, cache);
    workspace.open('/ws/4.txt', 'plaintext', 1, report(4));
    await workspace.settled();
    workspace.edit('/ws/4.txt', 2, [{ text: report(4) }]);
    await workspace.settled();
    await looked(workspace);
    const keeping = workspace.keepLinks();
    await new Promise((resolve) => setTimeout(resolve, 100)); // ten rests of nobody's
    assert.equal(links(cache).length, 0);
    await workspace.keepLinksNow();
    await keeping;
    assert.equal(links(cache).length, count);
  });

  it('are kept at the end where an edit overtook what was under way', async () => {
    const cache = memoryCache();
    const { workspace } = await started(folder, cache);
    await looked(workspace);
    const { keyOf } = cache;
    // While the first document's turn is over, somebody writes.
    let turns = 0;
    const overtaken = {
      ...cache,
      keyOf: (content: string) => {
        if (turns++ === 0) workspace.open('/ws/4.txt', 'plaintext', 1, `${report(4)}Nobody was hurt.\n`);
        return keyOf(content);
      },
    };
    workspace.setCache(overtaken);
    void workspace.keepLinks();
    while (turns === 0) await new Promise((resolve) => setImmediate(resolve));
    await workspace.settled();
    await looked(workspace);
    await workspace.keepLinksNow();
    assert.equal(links(cache).length, count - 1);
  });

  it('have nothing of an unsaved buffer', async () => {
    const cache = memoryCache();
    const { workspace } = await started(folder, cache);
    workspace.open('/ws/4.txt', 'plaintext', 1, 'The council of Wesfield approved a secret loan of $64 million.');
    await workspace.settled();
    await looked(workspace);
    await workspace.keepLinks();
    assert.equal(links(cache).length, count - 1);
    for (const [key, { text }] of cache.held)
      assert.ok(
        !key.includes('secret') && !text.includes('secret') && !(key.startsWith('["links"') && text.includes('/4.txt')),
      );
  });

  it('have what is open and saved', async () => {
    const cache = memoryCache();
    const { workspace } = await started(folder, cache);
    workspace.open('/ws/4.txt', 'plaintext', 1, report(4));
    await workspace.settled();
    await looked(workspace);
    await workspace.keepLinks();
    assert.equal(links(cache).length, count);
    const again = create(folder);
    again.workspace.setCache(marked(cache));
    again.workspace.open('/ws/6.txt', 'plaintext', 1, report(6));
    again.workspace.start();
    await again.workspace.settled();
    await looked(again.workspace);
    assert.ok(areAsKept(again));
  });

  it('come with the number of facts, which is counted anew where anything is other', async () => {
    const cache = memoryCache();
    const { workspace } = await started(folder, cache);
    await looked(workspace);
    workspace.factCount = workspace.index.facts().length;
    await workspace.keepLinks();
    assert.equal((await started(folder, cache)).workspace.factCount, workspace.factCount);
    assert.equal((await started({ ...folder, '/ws/5.txt': report(6) }, cache)).workspace.factCount, null);
  });

  it('are not kept without a cache, nor restored', async () => {
    const { workspace } = await started(folder, null);
    await looked(workspace);
    await workspace.keepLinks();
    assert.ok(workspace.idle);
  });
});
