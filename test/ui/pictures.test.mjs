import assert from 'node:assert/strict';
import { openWorkbench } from './workbench.mjs';

describe('what a user sees', function () {
  this.timeout(180_000);
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openFile('harbour-wire.txt');
    // The first squiggle: by then the server has read the folder.
    await workbench.page.locator('.squiggly-info, .squiggly-warning, .squiggly-error').first().waitFor();
  });
  after(() => workbench?.close());

  for (const [theme, suffix] of [
    ['Light Modern', ''],
    ['Dark Modern', '-dark'],
  ]) {
    describe(theme, () => {
      before(async () => {
        await workbench.useTheme(theme);
        await workbench.openFile('harbour-wire.txt');
      });

      it('hover: a figure, and where it stands differently', async () => {
        await workbench.hoverOver('$61 million');
        const hover = workbench.page.locator('.monaco-hover:not(.hidden) .hover-contents');
        // What the hover says of the value; above it stands the problem, which is there at once.
        await hover.filter({ hasText: '61,000,000 US dollars' }).waitFor();
        await workbench.picture(`hover${suffix}`);
        const said = (await texts(hover)).join('\n');
        for (const words of ['ellery-courier.txt', '$64 million']) assert.ok(said.includes(words), said);
        await workbench.pointAtNothing();
        await workbench.page.keyboard.press('Escape');
      });

      it('hover: its link shows all statements', async () => {
        await workbench.hoverOver('$61 million');
        await workbench.page.locator('.monaco-hover a[data-href^="command:crosscheck.showAllMentions"]').click();
        const rows = workbench.page.locator('.peekview-widget .ref-tree .monaco-list-row');
        await rows.filter({ hasText: 'ellery-courier.txt' }).waitFor();
        await workbench.page.keyboard.press('Escape');
        await rows.first().waitFor({ state: 'detached' });
        await workbench.pointAtNothing();
      });

      it('Problems: the pair of figures, once', async () => {
        await workbench.runCommand('Problems: Focus on Problems View');
        const rows = workbench.page.locator('.markers-panel .monaco-list-row');
        await rows.filter({ hasText: 'crosscheck' }).first().waitFor();
        await workbench.picture(`problems${suffix}`);
        const found = (await texts(rows)).filter((row) => row.includes('conflicting-figure'));
        assert.equal(found.length, 1, found.join('\n'));
        assert.match(found[0] ?? '', /\$6[14] million/);
        await workbench.runCommand('View: Hide Panel');
      });

      it('Peek References: every statement of a figure', async () => {
        await workbench.goTo(1, 90);
        await workbench.runCommand('Peek References');
        const peek = workbench.page.locator('.peekview-widget');
        const rows = peek.locator('.ref-tree .monaco-list-row');
        await rows.filter({ hasText: 'coast-radio.md' }).waitFor();
        await workbench.picture(`references${suffix}`);
        const files = (await texts(rows)).join('\n');
        for (const file of ['coast-radio.md', 'ellery-courier.txt', 'harbour-wire.txt'])
          assert.ok(files.includes(file), files);
        await workbench.page.keyboard.press('Escape');
        await peek.waitFor({ state: 'detached' });
      });

      it('Outline: names, quotations and figures', async () => {
        await workbench.runCommand('Explorer: Focus on Outline View');
        const rows = workbench.page.locator('.outline-pane .monaco-list-row');
        await workbench.toggleSection('port-ellery'); // the list has only the rows that it has room for
        await rows.filter({ hasText: 'Ruth Adeyemi' }).first().waitFor();
        await workbench.picture(`outline${suffix}`);
        const names = (await texts(rows)).join('\n');
        await workbench.toggleSection('port-ellery');
        for (const name of ['Ruth Adeyemi', '$61 million', 'every stall open again'])
          assert.ok(names.includes(name), names);
      });

      it('Facts and People: what conflicts, and who says what', async () => {
        await workbench.showViews();
        const rows = workbench.page.locator('.sidebar .monaco-list-row');
        await rows.filter({ hasText: 'Conflicts' }).waitFor();
        await rows.filter({ hasText: 'Ruth Adeyemi' }).first().waitFor();
        await workbench.picture(`views${suffix}`);
      });

      it('Compare Facts: a table that the mouse and the keys move in', async () => {
        await workbench.runCommand('Crosscheck: Compare Facts');
        const panel = workbench.webview();
        const cell = (words) => panel.locator('.cell.stated', { hasText: words });
        await cell('$61 million').waitFor();
        await panel.locator('.cell:focus').waitFor(); // the keys work at once
        await cell('$61 million').focus();
        await workbench.page.keyboard.press('Home');
        await panel.locator('.cell.fact:focus').waitFor();
        await workbench.page.keyboard.press('ArrowRight');
        await panel.locator('.cell[data-column="1"]:focus').waitFor();
        await workbench.picture(`table${suffix}`);
        assert.match(await cell('$61 million').getAttribute('aria-label'), /^\$61 million, conflict/);

        await panel.locator('#words').fill('61 MILLION');
        await panel.locator('.rows .row').nth(1).waitFor({ state: 'detached' });
        await cell('$61 million').click();
        await workbench.page.locator('.tab.active', { hasText: 'harbour-wire.txt' }).waitFor();
        await workbench.runCommand('Crosscheck: Compare Facts');
        await panel.locator('#words').fill('');
      });

      it('Timeline: dated statements in order', async () => {
        const panel = workbench.webview();
        await panel.locator('#tab-timeline').click();
        await panel.locator('.day').first().waitFor();
        await workbench.picture(`timeline${suffix}`);
        const days = await panel.locator('.day time').evaluateAll((times) => times.map(({ dateTime }) => dateTime));
        assert.deepEqual(days, [...days].sort());
        assert.ok(await panel.locator('#sort').isHidden(), 'the days have their order');
        await panel.locator('#tab-table').click();
        await workbench.closeEditor();
      });

      it('Compare Passages: two documents side by side', async () => {
        await workbench.openFile('harbour-wire.txt');
        await workbench.goTo(3, 45);
        await workbench.runCommand('Crosscheck: Compare Passages');
        const diff = workbench.page.locator('.monaco-diff-editor .view-line');
        await diff.filter({ hasText: '$64 million' }).first().waitFor();
        await workbench.picture(`passages${suffix}`);
        await workbench.closeEditor();
      });
    });
  }

  it('Paste: a passage of a source into a draft, with its attribution', async () => {
    const { keyboard } = workbench.page;
    await workbench.openFile('ellery-courier.txt');
    await workbench.goTo(6, 71);
    await keyboard.press('Shift+Home');
    await workbench.cursorAt(6, 1, 70);
    await keyboard.press('Control+C');
    await workbench.openFile('my-story.md');
    await keyboard.press('Control+End');
    await workbench.cursorAt(4, 1);
    await keyboard.press('Control+V');
    await workbench.page.locator('.post-edit-widget').click();
    await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Paste with Attribution' }).click();
    const line = workbench.page.locator('.editor-instance .view-line', { hasText: '(ellery-courier.txt' });
    await line.waitFor();
    await workbench.picture('paste');
    await workbench.runCommand('File: Revert File');
    await line.waitFor({ state: 'detached' });
  });
});

/** The texts of rows, with ordinary spaces. */
async function texts(rows) {
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
}
