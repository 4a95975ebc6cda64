import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Connection, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { type Announcer, announce } from '../server/src/announcer';
import type { Workspace } from '../server/src/workspace/workspace';
import { changed, create, type Opened, whole } from './fixtures/openedWorkspace';

interface Told {
  announcer: Announcer;
  /** The problems that the client shows, by document. */
  shown: Map<string, Diagnostic[]>;
  /** Every document of which something was published, in order. */
  published: string[];
  /** How often problems were made, document by document. */
  made: () => number;
  /** How often the client was to ask for colours and lenses anew. */
  refreshed: () => number;
  /** Resolves with the next status. */
  status: () => Promise<void>;
}

/** An announcer to a client that shows what it is sent. */
function listen(workspace: Workspace, pause = (): Promise<void> => Promise.resolve()): Told {
  const shown = new Map<string, Diagnostic[]>();
  const published: string[] = [];
  let made = 0;
  let refreshed = 0;
  let onStatus = (): void => undefined;
  const connection = {
    sendDiagnostics: ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      published.push(uri);
      if (diagnostics.length > 0) shown.set(uri, diagnostics);
      else shown.delete(uri);
      return Promise.resolve();
    },
    sendNotification: () => Promise.resolve(onStatus()),
    window: { createWorkDoneProgress: () => new Promise(() => undefined) },
    console: { error: (message: string) => assert.fail(message) },
  } as unknown as Connection;
  const pages = (): string => {
    made++;
    return 'pages';
  };
  const announcer = announce(connection, workspace, pause, pages, () => refreshed++);
  return {
    announcer,
    shown,
    published,
    made: () => made,
    refreshed: () => refreshed,
    status: () => new Promise((resolve) => (onStatus = resolve)),
  };
}

const report = (sum: number, town: string): string =>
  `On Monday Parliament approved $${sum} million in emergency aid for the town of ${town}.\n`;

const town = (number: number): string => `Tor${String.fromCharCode(97 + (number % 26))}${'aeiou'[number % 5]}rik`;

/** Two reports on each town, of which every other pair contradicts itself. */
function reports(pairs: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < pairs; i++) {
    files[`/ws/a${i}.txt`] = report(61, town(i));
    files[`/ws/b${i}.txt`] = report(i % 2 === 0 ? 64 : 61, town(i));
  }
  return files;
}

/** What a server that starts now would show. */
async function fromScratch({ fs }: Opened): Promise<Map<string, Diagnostic[]>> {
  const again = create(Object.fromEntries(fs.files));
  again.workspace.start();
  const { announcer, shown } = listen(again.workspace);
  await announcer.settled();
  announcer.dispose();
  return shown;
}

const decisions = '/ws/.crosscheck/decisions.jsonl';
const side = (file: string, sum: number): object => ({
  file,
  quote: `$${sum} million`,
  before: 'approved ',
  after: ' in',
});
const checked = JSON.stringify({
  kind: 'checked',
  code: 'conflicting-figure',
  sides: [side('a0.txt', 61), side('b0.txt', 64)],
  reason: 'known',
});

describe('the announcer', () => {
  it('looks after an edit only at what the edit touches, and tells only of what changed', async () => {
    const made = create(reports(20));
    const told = listen(made.workspace);
    made.workspace.start();
    await told.announcer.settled();
    assert.ok(told.shown.size > 5);
    const [uri] = told.shown.keys();
    const before = { made: told.made(), published: told.published.length };
    const text = made.fs.files.get(uri!) as string;
    made.workspace.open(uri!, 'plaintext', 1, text);
    made.workspace.edit(uri!, 2, whole(`${text}\nMore is to come.\n`));
    await told.announcer.settled();
    assert.ok(told.made() - before.made <= 3, `${told.made() - before.made} documents were looked at`);
    assert.equal(told.published.length, before.published);
    made.workspace.edit(uri!, 3, whole(`First of all.\n${text}`));
    await told.announcer.settled();
    assert.ok(told.published.slice(before.published).includes(uri!), 'the problem moved');
    assert.equal(told.shown.get(uri!)![0]!.range.start.line, 1);
    told.announcer.dispose();
  });

  it('shows what a server that starts now would show, whatever changed and was decided', async () => {
    const places = fc.constantFrom('/ws/a0.txt', '/ws/b0.txt', '/ws/c.txt', '/ws/drafts/d.txt');
    const texts = fc.constantFrom('', report(61, town(0)), report(64, town(0)), `New.\n\n${report(61, town(0))}`);
    const steps = fc.array(
      fc.oneof(fc.tuple(places, texts), fc.tuple(fc.constant(decisions), fc.constantFrom('', checked, '{'))),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        const made = create(reports(2));
        const told = listen(made.workspace);
        made.workspace.start();
        await told.announcer.settled();
        for (const [path, text] of changes) {
          made.fs.files.set(path, text);
          made.workspace.filesChanged([{ kind: 'created', location: path }]);
          await told.announcer.settled();
        }
        told.announcer.dispose();
        assert.deepEqual(sorted(told.shown), sorted(await fromScratch(made)));
        assert.deepEqual(made.faults, []);
      }),
      { numRuns: 10 },
    );
  }).timeout(10_000);

  it('tells of a problem no more once it is decided, and again when the decision is taken back', async () => {
    const made = create(reports(1));
    const told = listen(made.workspace);
    made.workspace.start();
    await told.announcer.settled();
    assert.equal(told.shown.size, 1);
    made.fs.files.set(decisions, checked);
    made.workspace.filesChanged([changed(decisions)]);
    await told.announcer.settled();
    assert.deepEqual(sorted(told.shown), []);
    made.fs.files.set(decisions, '');
    made.workspace.filesChanged([changed(decisions)]);
    await told.announcer.settled();
    assert.equal(told.shown.size, 1);
    told.announcer.dispose();
  });

  it('has the client ask anew once it has read, also where all is well', async () => {
    const made = create({ '/ws/a.txt': report(61, town(1)), '/ws/b.txt': 'b' });
    const told = listen(made.workspace);
    let read = 0;
    made.fs.beforeRead = async (path) => {
      if (!path.endsWith('.txt') || read++ > 0) return;
      told.announcer.soon();
      await told.status(); // in the middle
    };
    made.workspace.start();
    await told.announcer.settled();
    assert.deepEqual([told.shown.size, told.refreshed()], [0, 1]);
    await told.announcer.settled();
    assert.equal(told.refreshed(), 1);
    told.announcer.dispose();
  });

  it('lets questions through between many documents, and leaves off when one of them changes', async () => {
    const wrong = 'It was decided on Friday, May 16, 2024, she said.\n'; // a Thursday
    const made = create(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`/ws/${i}.txt`, wrong])));
    let pauses = 0;
    const told = listen(made.workspace, () => {
      pauses++;
      if (pauses === 1) {
        made.fs.files.set('/ws/7.txt', 'No.');
        made.workspace.filesChanged([changed('/ws/7.txt')]);
      }
      return new Promise((resolve) => setImmediate(resolve));
    });
    made.workspace.start();
    await told.announcer.settled();
    assert.equal(told.shown.size, 99);
    assert.ok(pauses > 0);
    assert.deepEqual(sorted(told.shown), sorted(await fromScratch(made)));
    told.announcer.dispose();
  });
});

function sorted(shown: ReadonlyMap<string, Diagnostic[]>): [string, Diagnostic[]][] {
  return [...shown].sort(([a], [b]) => (a < b ? -1 : 1));
}
