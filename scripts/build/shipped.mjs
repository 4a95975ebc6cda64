import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import vsce from '@vscode/vsce';
import { root } from './bundles.mjs';

/** What a desktop loads of the unpacked extension may weigh so much, with all that both show. */
export const desktopLimit = 1_200_000;

/** The same for a browser, whose client and server have no part in common: 100 kB of the protocol are there twice. */
export const browserLimit = 1_300_000;

const ofBrowser = /(^|\/)dist\/browser\.js$/;
const ofDesktop = /(^|\/)dist\/(?!browser\.js|panel\.)[^/]+\.js$/;

/**
 * Weighs what `.vscodeignore` lets through.
 * @returns {Promise<{ summary: string, problem?: string }>}
 */
export async function checkShippedSize() {
  const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
  const sizes = new Map();
  for (const file of files) sizes.set(file, (await stat(join(root, file))).size);
  const weigh = (counts) => files.reduce((sum, file) => sum + (counts(file) ? sizes.get(file) : 0), 0);
  const desktop = weigh((file) => !ofBrowser.test(file));
  const browser = weigh((file) => !ofDesktop.test(file));
  const summary =
    `${`ships ${files.length} files`.padEnd(32)} ${kilobytes(weigh(() => true))} unpacked; ` +
    `a desktop's ${kilobytes(desktop).trim()} of ${kilobytes(desktopLimit).trim()}, a browser's ${kilobytes(browser).trim()} of ${kilobytes(browserLimit).trim()}`;
  const maps = files.filter((file) => file.endsWith('.map'));
  if (maps.length > 0) return { summary, problem: `source maps would ship: ${maps.join(', ')}` };
  if (desktop > desktopLimit || browser > browserLimit) return { summary, problem: 'what ships is larger than that' };
  return { summary };
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)
    .toLocaleString('en')
    .padStart(5)} kB`;
}
