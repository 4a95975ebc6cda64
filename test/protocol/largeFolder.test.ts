import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { loans } from './loans';
import { type Session, startSession, stopAll } from './session';

describe('a large folder', () => {
  const count = 260; // threads tag it
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${i}.txt`,
      `The Fenwick dam burst on May ${1 + (i % 2)}, 2024, Ada Brook said. Repairs will cost $${i % 130} million.\n`,
    ]),
  );
  let storage: string;
  beforeEach(() => (storage = mkdtempSync(join(tmpdir(), 'crosscheck-storage-'))));
  afterEach(async () => {
    await stopAll();
    rmSync(storage, { recursive: true, force: true });
  });

  const start = (settings: unknown = {}): Promise<Session> =>
    startSession({ files, settings, initializationOptions: { storage: URI.file(storage).toString() } });

  it('is read with threads, and from the cache, as without', async () => {
    const counts: string[] = [];
    for (let run = 0; run < 2; run++) {
      const session = await start();
      const { documents, done, facts, findings } = await session.ready();
      counts.push([documents, done, facts, findings].join());
      const { code, stderr } = await session.stop();
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.ok(readdirSync(join(storage, 'tags')).length > 40);
    }
    const without = await startSession({ files });
    const { documents, done, facts, findings } = await without.ready();
    assert.deepEqual(counts, Array(2).fill([documents, done, facts, findings].join()));
    assert.equal(documents, count);
    assert.ok(facts > 0);
  });

  it('comes to the same after a restart, whatever changed meanwhile', async () => {
    const folder = join(storage, 'sources');
    mkdirSync(folder);
    const at = (count: number): string => `${count}.txt`;
    const seen = async (session: Session): Promise<unknown> => {
      const { documents, done, facts, findings } = await session.ready();
      const problems = [...session.problems].filter(([, list]) => list.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
      // Links to the other side have the address of the folder.
      return JSON.parse(JSON.stringify({ documents, done, facts, findings, problems }).replaceAll(session.uri(''), ''));
    };
    const first = await startSession({
      files: loans,
      folder,
      initializationOptions: { storage: URI.file(storage).toString() },
    });
    await first.ready();
    await first.stop();
    const edited = { [at(7)]: loans[at(8)]!, 'new.txt': loans[at(9)]!.replace('million', 'billion') };
    const again = await startSession({
      files: edited,
      folder,
      initializationOptions: { storage: URI.file(storage).toString() },
    });
    const anew = await startSession({ files: { ...loans, ...edited } });
    assert.deepEqual(await seen(again), await seen(anew));
    assert.ok([...again.problems.values()].flat().length > 100);
    await again.stop();
    await anew.stop();
  });

  it('leaves nothing in the storage where the cache is turned off', async () => {
    await (await start()).stop();
    assert.ok(existsSync(join(storage, 'tags')));
    const session = await start({ cache: false });
    await session.stop();
    assert.deepEqual(readdirSync(storage), []);
  });
});
