import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/build/bundles.mjs';
import { launchChromium } from '../../scripts/editor/chromium.mjs';
import { makeRunFolder, startStandIn } from '../../scripts/editor/stand-in-server.mjs';
import { workbenchUrl } from '../../scripts/editor/workbench-url.mjs';

const pictures = join(root, 'out/ui');

/**
 * The real workbench in a browser without a window, on a copy of a folder, with the extension as it was built.
 * @param {object} [options]
 * @param {string | null} [options.folder] relative to the repository; null for a window without one
 * @param {string} [options.name] what the copy is called
 * @param {{ width: number, height: number }} [options.size]
 * @param {Record<string, unknown>} [options.settings] besides ours
 */
export async function openWorkbench({
  folder = 'test/ui/workspace',
  name = 'port-ellery',
  size = { width: 1280, height: 800 },
  settings = {},
} = {}) {
  const run = await makeRunFolder();
  const workspace = folder === null ? undefined : join(run.folder, name);
  if (workspace) await cp(join(root, folder), workspace, { recursive: true });
  await mkdir(pictures, { recursive: true });
  const browser = await launchChromium();
  const server = await startStandIn({ ...run, settings: { ...ownSettings, ...settings } });
  const context = await browser.newContext({
    viewport: size,
    extraHTTPHeaders: { 'accept-encoding': 'identity' },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(workbenchUrl(server, { folder: workspace, developmentPaths: [root] }), { waitUntil: 'commit' });
  await page
    .locator(workspace ? '.explorer-folders-view .monaco-list-row' : '.activitybar [aria-label^="Crosscheck"]')
    .first()
    .waitFor();
  return workbench(page, {
    workspace,
    async close() {
      await browser.close();
      await server.stop();
    },
  });
}

/** @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench */

const themeClasses = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
};

const ownSettings = {
  'workbench.colorTheme': 'Light Modern',
  'workbench.reduceMotion': 'on',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'window.autoDetectColorScheme': false,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'files.autoSave': 'off',
};

/** What a person does with the workbench. Everything waits for what it brings about, nothing for a time. */
function workbench(page, { workspace, close }) {
  const quickInput = page.locator('.quick-input-widget:not([style*="display: none"])');

  async function pick(keys, text, row) {
    await page.keyboard.press(keys);
    await quickInput.locator('input[type=text]').fill(text);
    // Not the one that has the focus: others may be as good a match.
    await quickInput.locator('.monaco-list-row', { hasText: row }).first().click();
  }

  /** The middle of words in the editor. */
  async function placeOf(words) {
    const line = page.locator('.editor-instance .view-line:visible', { hasText: words }).first();
    await line.waitFor();
    return line.evaluate((element, text) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start: all.length });
        all += node.data.replaceAll('\u00a0', ' ');
      }
      const middle = all.indexOf(text) + Math.floor(text.length / 2);
      const { node, start } = nodes.findLast((it) => it.start <= middle);
      const range = document.createRange();
      range.setStart(node, middle - start);
      range.setEnd(node, middle - start + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, words);
  }

  return {
    page,
    close,
    /** The copy of the folder: a disk path. */
    workspace,

    /** Opens a text and puts the keyboard into it: the tab is there before, and what is typed until then is lost or meets another text. */
    async openFile(name) {
      await pick('Control+P', name, name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator(`.editor-instance .monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
    },

    /** A command that goes on to ask something. */
    startCommand: (title) => pick('F1', `>${title}`, title),

    async runCommand(title) {
      await this.startCommand(title);
      await quickInput.waitFor({ state: 'hidden' });
    },

    /** Puts the cursor on a place, by line and column. */
    async goTo(line, column) {
      await page.keyboard.press('Control+G');
      await quickInput.locator('input[type=text]').fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await this.cursorAt(line, column);
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    },

    /** Waits until the cursor is there, and so many characters are selected. */
    async cursorAt(line, column, selected = 0) {
      const place = `Ln ${line}, Col ${column}${selected > 0 ? ` (${selected} selected)` : ''}`;
      await page.locator('.statusbar-item').getByText(place, { exact: true }).waitFor();
    },

    /**
     * Moves the mouse over words of the editor, and waits for the hover. A movement that came while the window was busy with
     * something else shows none: then the mouse comes again.
     */
    async hoverOver(words) {
      const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
      for (let left = 5; left > 0; left--) {
        const { x, y } = await placeOf(words); // lines move when inlay hints come
        await page.mouse.move(x, y + 200);
        await page.mouse.move(x - 3, y);
        await page.mouse.move(x, y);
        const shown = hover.waitFor({ timeout: left > 1 ? 5_000 : undefined });
        if (
          await shown.then(
            () => true,
            (error) => left === 1 && Promise.reject(error),
          )
        )
          return;
      }
    },

    /** Takes the mouse out of the way, and with it any hover. */
    async pointAtNothing() {
      await page.mouse.move(900, 480); // else the editor takes it to be where it left
      await page.mouse.move(0, 0);
    },

    /** Opens our own views in the side bar. */
    async showViews() {
      await this.runCommand('Focus on Facts View');
      await page.locator('.sidebar .pane-header', { hasText: 'People' }).waitFor();
    },

    /** The page inside the webview in front. */
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    async closeEditor() {
      const title = await page.locator('.tab.active').innerText();
      await this.runCommand('View: Close Editor');
      await page.locator('.tab.active', { hasText: title }).waitFor({ state: 'detached' });
    },

    /** Opens or closes a section of the side bar. */
    toggleSection: (title) => page.locator('.sidebar .pane-header', { hasText: title }).click(),

    /** Keeps a picture of the whole window. */
    picture: (name) => page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' }),

    /** One of `themeClasses`, by its name in the list of themes. */
    async useTheme(theme) {
      const wanted = page.locator(`.monaco-workbench.${themeClasses[theme]}`);
      if (await wanted.isVisible()) return;
      await this.startCommand('Preferences: Color Theme');
      await quickInput.locator('input[placeholder^="Select Color Theme"]').fill(theme);
      await quickInput.locator('.monaco-list-row', { hasText: theme }).first().click();
      await quickInput.waitFor({ state: 'hidden' });
      await wanted.waitFor();
    },
  };
}
