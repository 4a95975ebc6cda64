import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './bundles.mjs';

const noticesFile = join(root, 'dist/THIRD_PARTY_NOTICES.txt');

/**
 * Writes the licences of the packages whose code is inside the bundles: most of them ask that their notice travels
 * with every copy, and a minified bundle has lost it.
 * @param {import('esbuild').Metafile[]} metafiles
 */
export async function writeNotices(metafiles) {
  /** The packages under each text: a library in several packages has one licence for all. */
  const packages = new Map();
  for (const folder of packageFolders(metafiles)) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? (await readFile(join(root, folder, file), 'utf8')).trim() : `Licence: ${license}`;
    const notice = text.replaceAll('\r\n', '\n');
    packages.set(notice, [...(packages.get(notice) ?? []), `${name} ${version}`]);
  }
  const notices = [...packages].map(([notice, names]) => `${names.map(underlined).join('\n')}\n${notice}\n`);
  await mkdir(dirname(noticesFile), { recursive: true });
  await writeFile(noticesFile, `Crosscheck contains code of these packages.\n\n${notices.join('\n\n')}`);
}

function underlined(heading) {
  return `${heading}\n${'-'.repeat(heading.length)}`;
}

/** @param {import('esbuild').Metafile[]} metafiles */
function packageFolders(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const input of Object.keys(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}
