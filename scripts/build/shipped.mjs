import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import vsce from '@vscode/vsce';
import { root } from './bundles.mjs';

/** What the unpacked extension may weigh. */
export const unpackedLimit = 1_200_000;

/**
 * Weighs what `.vscodeignore` lets through.
 * @returns {Promise<{ summary: string, problem?: string }>}
 */
export async function checkShippedSize() {
  const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(root, file))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const summary = `${`ships ${files.length} files`.padEnd(32)} ${kilobytes(total)} unpacked, of ${kilobytes(unpackedLimit)}`;
  const maps = files.filter((file) => file.endsWith('.map'));
  if (maps.length > 0) return { summary, problem: `source maps would ship: ${maps.join(', ')}` };
  if (total > unpackedLimit) return { summary, problem: `what ships is larger than ${kilobytes(unpackedLimit)}` };
  return { summary };
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)
    .toLocaleString('en')
    .padStart(5)} kB`;
}
