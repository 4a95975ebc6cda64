import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing that takes the focus, asks a question, keeps state or talks to anybody. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'files.hotExit': 'off',
  'window.restoreWindows': 'none',
  'window.confirmBeforeClose': 'never',
  'editor.hover.above': false,
};

/**
 * Writes the settings of a fresh profile, unless it has some.
 * @param {string} userDataDir
 * @param {Record<string, unknown>} [settings] on top of the quiet ones
 */
export async function writeSettings(userDataDir, settings = {}) {
  const file = join(userDataDir, 'User/settings.json');
  if (existsSync(file)) return;
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  await writeFile(file, JSON.stringify({ ...quiet, ...settings }, null, 2));
}
