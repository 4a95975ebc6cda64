import assert from 'node:assert/strict';
import { watch } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

/** Of the worker that a worker of the extension host's starts. */
const ours = /^ExtensionHostWorker -> /;

describe('in a browser, with the server in a worker', function () {
  this.timeout(180_000);
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'remote.extensionKind': { 'crosscheck.crosscheck': ['web'] } } });
    await workbench.openFile('harbour-wire.txt');
    await squiggle().waitFor();
  });
  after(() => workbench?.close());

  const squiggle = () => workbench.page.locator('.squiggly-info, .squiggly-warning, .squiggly-error').first();

  async function serverWorker() {
    for (const worker of workbench.page.workers())
      if (ours.test(await worker.evaluate('self.name').catch(() => ''))) return worker;
    return undefined;
  }

  async function hoverSays(words) {
    await workbench.hoverOver('$61 million');
    await workbench.page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: words }).waitFor();
  }

  it('the folder is read, and a hover has what other files say', async () => {
    assert.ok(await serverWorker(), 'the server is no worker');
    await hoverSays('64,000,000 US dollars');
    await workbench.picture('browser');
    await workbench.pointAtNothing();
  });

  it('a file that somebody else writes is read', async () => {
    await workbench.showViews();
    const people = workbench.page.locator('.sidebar .monaco-list-row');
    await people.filter({ hasText: 'Ruth Adeyemi' }).first().waitFor();
    await writeFile(join(workbench.workspace, 'late.txt'), '“We can wait no longer,” said Quillan Drummond.\n');
    await people.filter({ hasText: 'Quillan Drummond' }).first().waitFor();
  });

  it('a decision is kept beside the sources', async () => {
    const folder = join(workbench.workspace, '.crosscheck');
    await mkdir(folder, { recursive: true });
    const kept = new Promise((resolve) => {
      const watcher = watch(folder, async () => {
        const text = await readFile(join(folder, 'decisions.jsonl'), 'utf8').catch(() => '');
        if (!text.endsWith('\n')) return;
        watcher.close();
        resolve(text);
      });
    });
    await workbench.openFile('harbour-wire.txt');
    await hoverSays('Mark as checked');
    await workbench.page.locator('.monaco-hover a[data-href^="command:crosscheck.decideWithReason"]').first().click();
    await workbench.page.keyboard.press('Enter');
    assert.match(await kept, /\$61 million/);
    await squiggle().waitFor({ state: 'detached' });
  });

  it('a server that fails is started again', async () => {
    const failed = await serverWorker();
    const next = workbench.page.waitForEvent('worker');
    await failed.evaluate('void setTimeout(() => { throw new Error("no more"); })');
    await next;
    await workbench.openFile('ellery-courier.txt');
    await workbench.hoverOver('$64 million');
    await workbench.page
      .locator('.monaco-hover:not(.hidden) .hover-contents')
      .filter({ hasText: '64,000,000 US dollars' })
      .waitFor();
    assert.notEqual(await serverWorker(), failed);
  });
});
