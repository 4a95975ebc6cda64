import type { FolderFacts } from '../facts/index';
import type { FolderStatistics, KnownLinks } from '../facts/knownLinks';
import type { SourceDocument } from '../facts/model';
import { wholeOf } from '../facts/sectionIds';
import type { TagCache } from './tagCache';

/** A document, and the key of what was tagged in it. */
export interface KeptDocument {
  readonly document: SourceDocument;
  readonly key: () => string;
}

/** The documents of which something is kept, in the order of the index, and a digest of all that people said of them: see `FolderFacts.restoreFound`. */
export interface KeptDocuments {
  readonly documents: readonly KeptDocument[];
  readonly said: () => string;
}

/** What is kept of the folder as a whole. */
interface KeptFolder {
  readonly statistics: FolderStatistics;
  /** What people had said when the findings were made; null where none are kept. */
  readonly said: string | null;
  /** See `Workspace.factCount`. */
  readonly factCount: number | null;
}

/** What was given to the index: of which documents, and how many facts there were then. */
export interface Restored extends Pick<KeptFolder, 'factCount'> {
  readonly ids: ReadonlySet<string>;
}

/** Documents that are looked for at once. */
const atOnce = 16;
const noBytes = new Uint8Array();

/**
 * Keeps for the next start what documents have in common, each document's part under a key of its own text. `pause` lets questions through;
 * where `isLate` says after it that something changed, nothing more is kept, and what was kept until then is of no use.
 */
export async function keepLinks(
  index: FolderFacts,
  factCount: number | null,
  cache: TagCache,
  { documents, said }: KeptDocuments,
  pause: () => Promise<void>,
  isLate: () => boolean,
): Promise<boolean> {
  const keys: string[] = [];
  for (const each of documents) {
    await pause();
    if (isLate()) return false;
    keys.push(keyOf(cache, each));
  }
  const kept = new Set(documents.map(({ document }) => document.id));
  const folder = folderKey(cache, keys);
  // Findings may speak of what is not kept.
  const isWhole = documents.length === index.documents().length;
  for (const [i, { document }] of documents.entries()) {
    await pause();
    if (isLate()) return false;
    const links = JSON.stringify(among(kept, index.knownLinks(document.id), isWhole ? allOf : noneOf));
    cache.put(keys[i]!, { text: `${folder}\n${links}`, bytes: noBytes });
  }
  const whole: KeptFolder = { statistics: index.statistics(), said: isWhole ? said() : null, factCount };
  cache.put(folder, { text: JSON.stringify(whole), bytes: noBytes });
  await cache.flush();
  return true;
}

/**
 * Gives the index what was kept of documents that are the same as then, and what was found in them where no document is other; null where there is
 * nothing of use.
 */
export async function restoreLinks(
  index: FolderFacts,
  cache: TagCache,
  { documents, said }: KeptDocuments,
): Promise<Restored | null> {
  /** By the folder that they were kept of: two windows, or a crash, may have left parts of two. */
  const byFolder = new Map<string, [SourceDocument, KnownLinks][]>();
  const keys: string[] = [];
  for (let i = 0; i < documents.length; i += atOnce) {
    const some = documents.slice(i, i + atOnce);
    const theirs = some.map((each) => keyOf(cache, each));
    keys.push(...theirs);
    const entries = await Promise.all(theirs.map((key) => cache.get(key)));
    for (const [k, entry] of entries.entries()) {
      const read = entry && readEntry(entry.text);
      if (!read) continue;
      const known = byFolder.get(read.folder);
      const one: [SourceDocument, KnownLinks] = [some[k]!.document, read.links];
      if (known) known.push(one);
      else byFolder.set(read.folder, [one]);
    }
  }
  const [most] = [...byFolder].sort(([, a], [, b]) => b.length - a.length);
  const whole = most && (await cache.get(most[0]));
  if (!whole) return null;
  const { statistics, factCount, said: saidThen } = JSON.parse(whole.text) as KeptFolder;
  const same = most[1].filter(([document]) => index.document(document.id) === document);
  const links = new Map(same.map(([{ id }, known]) => [id, known]));
  index.restore(links, statistics);
  const isSame = most[0] === folderKey(cache, keys) && links.size === index.documents().length;
  if (isSame && said() === saidThen) index.restoreFound(links);
  return { ids: new Set(links.keys()), factCount };
}

function keyOf(cache: TagCache, { document, key }: KeptDocument): string {
  const { id, label, draft, trusted = false } = document;
  return cache.keyOf(JSON.stringify(['links', id, label, draft, trusted]) + key());
}

/** The same as long as no document came, went or changed. */
function folderKey(cache: TagCache, keys: readonly string[]): string {
  return cache.keyOf(['folder', ...keys].join('\n'));
}

function readEntry(text: string): { folder: string; links: KnownLinks } | null {
  const end = text.indexOf('\n');
  return end < 0 ? null : { folder: text.slice(0, end), links: JSON.parse(text.slice(end + 1)) as KnownLinks };
}

type Findings = KnownLinks['found'];
const allOf = (found: Findings): Findings => found;
const noneOf = (): Findings => [];

/** What an unsaved buffer has in common with others is not kept. */
function among(kept: ReadonlySet<string>, links: KnownLinks, some: (found: Findings) => Findings): KnownLinks {
  return {
    ...links,
    figures: links.figures.filter(([other]) => kept.has(wholeOf(other))),
    quotations: links.quotations.filter(({ other }) => kept.has(wholeOf(other))),
    found: some(links.found),
    ...(links.sections && { sections: links.sections.map(([id, own]) => [id, among(kept, own, some)] as const) }),
  };
}
