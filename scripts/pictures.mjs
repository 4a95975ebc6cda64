#!/usr/bin/env node
// Makes the pictures of docs/images from samples/, with the extension as it was built: `npm run pictures`, or some of them by their names.
// Whole windows in light, dark and high-contrast themes, and the welcomes of the views, to be looked at, go to out/pictures.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './build/bundles.mjs';
import { openWorkbench } from '../test/ui/workbench.mjs';

const images = join(root, 'docs/images');
const windows = join(root, 'out/pictures');
/** Bytes: the pictures are in everybody's clone. */
const largest = 120_000;

const themes = [
  ['Light Modern', 'light'],
  ['Dark Modern', 'dark'],
  ['Dark High Contrast', 'contrast'],
  ['Light High Contrast', 'contrast-light'],
];

/** What the views show where there is no fact: in a window without a folder, and in a folder without a text. */
const welcomes = [
  { name: 'welcome-no-folder', folder: null, says: 'Open the folder' },
  { name: 'welcome-no-facts', folder: 'client/media', says: 'No fact is stated' },
];

/** What is shown: each leaves the window as it found it, with the story open. */
const scenes = [
  { name: 'hover', show: showHover },
  { name: 'problems', show: showProblems },
  { name: 'quick-fix', show: showQuickFix },
  { name: 'completion', show: showCompletion },
  { name: 'facts', show: showFacts },
  { name: 'table', show: showTable },
  { name: 'timeline', show: showTimeline },
  { name: 'side-by-side', show: showSideBySide },
];

const story = 'ferry-story.md';
const only = process.argv.slice(2);

await mkdir(images, { recursive: true });
await mkdir(windows, { recursive: true });
const size = { width: 1120, height: 640 };
for (const { name, folder, says } of welcomes) {
  if (only.length > 0 && !only.includes(name)) continue;
  const window = await openWorkbench({ folder, size });
  try {
    await window.page.locator('.activitybar [aria-label^="Crosscheck"]').first().click();
    await window.page.locator('.welcome-view', { hasText: says }).waitFor();
    await window.pointAtNothing();
    for (const [theme, suffix] of themes) {
      await window.useTheme(theme);
      await window.page.screenshot({ path: join(windows, `${name}-${suffix}.png`), animations: 'disabled' });
    }
  } finally {
    await window.close();
  }
}

const workbench = await openWorkbench({ folder: 'samples', name: 'ferry-fire', size });
const { page } = workbench;
try {
  await workbench.openFile(story);
  await page.locator('.squiggly-warning').first().waitFor();
  await workbench.runCommand('View: Close Primary Side Bar');
  for (const [theme, suffix] of themes) {
    await workbench.useTheme(theme);
    await workbench.openFile(story);
    for (const { name, show } of scenes) {
      if (only.length > 0 && !only.includes(name)) continue;
      await show(async (...parts) => {
        await page.screenshot({ path: join(windows, `${name}-${suffix}.png`), animations: 'disabled' });
        if (suffix === 'light') await keep(name, parts);
      });
    }
  }
} catch (error) {
  await page.screenshot({ path: join(windows, 'failure.png') });
  throw error;
} finally {
  await workbench.close();
}

/** Keeps what matters of the window: what is around all of these parts, and a little more. */
async function keep(name, parts) {
  const path = join(images, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', clip: await around(parts) });
  const { size } = await stat(path);
  console.log(`docs/images/${name}.png`.padEnd(32), `${Math.ceil(size / 1000)} kB`);
  if (size > largest) throw new Error(`${path} is larger than ${largest / 1000} kB`);
}

/** Boxes are taken as they are, elements with a margin. */
async function around(parts) {
  const boxes = await Promise.all(parts.map((part) => ('x' in part ? part : withMargin(part))));
  const { width, height } = page.viewportSize();
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)));
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)));
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)));
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

async function withMargin(element) {
  const { x, y, width, height } = await element.boundingBox();
  return { x: x - 12, y: y - 12, width: width + 24, height: height + 24 };
}

/** A part of the window, no higher than the picture needs. */
async function part(name, height = 640) {
  const box = await page.locator(`.part.${name}`).boundingBox();
  return { ...box, height: Math.min(height, box.height) };
}

/** The lines of the editor that are written on. */
async function text(from = 0, to = 99) {
  const lines = page.locator('.editor-instance:visible .view-line');
  const boxes = await Promise.all((await lines.all()).map((line) => line.boundingBox()));
  const sorted = boxes
    .filter(Boolean)
    .sort((a, b) => a.y - b.y)
    .slice(from, to + 1);
  const last = sorted.at(-1);
  return { x: sorted[0].x, y: sorted[0].y, width: sorted[0].width, height: last.y + last.height - sorted[0].y };
}

async function showHover(picture) {
  await workbench.openFile('press-conference.txt');
  await workbench.hoverOver('March 12');
  const hover = page.locator('.monaco-hover:not(.hidden)').first();
  await hover.locator('.hover-contents', { hasText: 'Fact sheet' }).waitFor();
  await picture(hover, await text(8, 11));
  await workbench.pointAtNothing();
  await page.keyboard.press('Escape');
  await workbench.openFile(story);
}

async function showProblems(picture) {
  await workbench.runCommand('Problems: Focus on Problems View');
  await workbench.runCommand('View: Toggle Maximized Panel');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.filter({ hasText: 'conflicting-figure' }).first().waitFor();
  await picture(await part('panel', 420));
  await workbench.runCommand('View: Toggle Maximized Panel');
  await workbench.runCommand('View: Hide Panel');
}

async function showQuickFix(picture) {
  await workbench.goTo(5, 50);
  await page.keyboard.press('Control+.');
  const menu = page.locator('.action-widget').first();
  await menu.locator('.monaco-list-row', { hasText: 'Take the wording' }).waitFor();
  await picture(menu, await text(2, 5));
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
}

async function showCompletion(picture) {
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nThe damage to the Solveig Bay came to 1');
  const widget = page.locator('.suggest-widget.visible');
  await widget.locator('.monaco-list-row', { hasText: '18 million euros' }).first().waitFor();
  await picture(widget, await text(10));
  await page.keyboard.press('Escape');
  await workbench.runCommand('File: Revert File');
}

async function showFacts(picture) {
  await workbench.showViews();
  const rows = page.locator('.sidebar .monaco-list-row');
  await rows.filter({ hasText: 'Conflicts' }).waitFor();
  await rows.filter({ hasText: 'Ingrid Halvorsen' }).first().waitFor();
  await picture(await part('sidebar'));
  await workbench.runCommand('View: Close Primary Side Bar');
}

async function showTable(picture) {
  await openPanel();
  await workbench.webview().locator('#tab-table').click();
  const cell = workbench.webview().locator('.cell.stated').first();
  await cell.waitFor();
  await cell.focus();
  await picture(await part('editor'));
  await workbench.closeEditor();
}

async function showTimeline(picture) {
  await openPanel();
  await workbench.webview().locator('#tab-timeline').click();
  await workbench.webview().locator('.day').first().waitFor();
  await picture(await part('editor', 420));
  await workbench.webview().locator('#tab-table').click();
  await workbench.closeEditor();
}

async function showSideBySide(picture) {
  await workbench.goTo(5, 50);
  await workbench.startCommand('Crosscheck: Compare Passages');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'northern-wire.txt' }).click();
  const diff = page.locator('.monaco-diff-editor');
  await diff.locator('.view-line', { hasText: 'forty' }).first().waitFor();
  await diff.locator('.char-insert').first().waitFor();
  await picture(await part('editor', 300));
  await workbench.closeEditor();
}

async function openPanel() {
  await workbench.runCommand('Crosscheck: Compare Facts');
  await workbench.webview().locator('.cell.stated').first().waitFor();
}
