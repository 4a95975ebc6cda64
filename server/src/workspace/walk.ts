import { compareStrings } from '../text/compareStrings';
import { decode } from './decode';
import { type DirectoryEntry, type FileSystem, reasonToTell, type Skipped } from './fileSystem';
import type { Filter } from './filter';
import { type Gitignores, isIgnored, parseGitignore } from './gitignore';

export interface FoundFile {
  readonly location: string;
  /** Inside the folder, with forward slashes. */
  readonly path: string;
}

export interface Walk {
  /** Ascending by path, code unit by code unit: the same on every machine. */
  readonly files: FoundFile[];
  /** Folders and links that could not be read. */
  readonly skipped: Skipped[];
  /** What `belongs` needs to judge a single path as this walk did. */
  readonly gitignores: Gitignores;
}

export interface WalkOptions {
  readonly filter: Filter;
  /**
   * Real locations that other walks of the same index have taken or will take. What this walk finds is added, so that
   * a file that two folders or links lead to is one document.
   */
  readonly taken: Set<string>;
  /** Asked between folders; true ends the walk early, with what was found so far. */
  readonly cancelled?: () => boolean;
}

interface Folder {
  readonly location: string;
  readonly path: string;
  readonly real: string;
}

/**
 * The documents in a folder: what the filter accepts, without hidden files, `node_modules` and what git ignores. Links are
 * followed when all that is no link has been seen, so that a file goes by its own name where it has one inside, and each
 * real folder is entered once, so that links in a circle end.
 */
export async function walk(fs: FileSystem, root: string, options: WalkOptions): Promise<Walk> {
  const files: FoundFile[] = [];
  const skipped: Skipped[] = [];
  const gitignores = new Map<string, ReturnType<typeof parseGitignore>>();
  const { filter, taken, cancelled = () => false } = options;

  const tell = (location: string, error: unknown): void => {
    const reason = reasonToTell(error);
    if (reason) skipped.push({ location, reason });
  };
  const folders: Folder[] = [];
  const links: Folder[] = [];
  try {
    folders.push({ location: root, path: '', real: await fs.realPath(root) });
  } catch (error) {
    tell(root, error);
  }
  let isRoot = true;

  for (;;) {
    if (cancelled()) break;
    const folder = folders.pop();
    if (folder) {
      if (isRoot || !taken.has(folder.real)) await enter(folder);
      isRoot = false;
      continue;
    }
    const link = links.shift();
    if (!link) break;
    await follow(link);
  }
  files.sort((a, b) => compareStrings(a.path, b.path));
  skipped.sort((a, b) => compareStrings(a.location, b.location));
  return { files, skipped, gitignores };

  async function enter(folder: Folder): Promise<void> {
    taken.add(folder.real);
    let entries: DirectoryEntry[];
    try {
      entries = await fs.list(folder.location);
    } catch (error) {
      return tell(folder.location, error);
    }
    entries.sort((a, b) => compareStrings(a.name, b.name));
    if (
      filter.settings.respectGitignore &&
      entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')
    ) {
      await readGitignore(folder);
    }
    for (const { name, kind } of entries) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      const found = { location: fs.join(folder.location, name), path, real: fs.join(folder.real, name) };
      if (kind === 'file') takeFile(found);
      else if (kind === 'folder' && wantsFolder(path)) folders.push(found);
      else if (kind === 'link' && (filter.acceptsFile(path) || filter.acceptsFolder(path))) links.push(found);
    }
  }

  async function readGitignore(folder: Folder): Promise<void> {
    try {
      const decoded = decode(await fs.read(fs.join(folder.location, '.gitignore')));
      if ('text' in decoded) gitignores.set(folder.path, parseGitignore(decoded.text));
    } catch {
      // What cannot be read ignores nothing.
    }
  }

  async function follow(link: Folder): Promise<void> {
    try {
      const { kind } = await fs.stat(link.location);
      if (kind === 'other') return;
      const real = await fs.realPath(link.location);
      if (kind === 'file') takeFile({ ...link, real });
      else if (wantsFolder(link.path)) folders.push({ ...link, real });
    } catch (error) {
      if (filter.acceptsFile(link.path)) tell(link.location, error);
    }
  }

  function takeFile({ location, path, real }: Folder): void {
    if (taken.has(real) || !filter.acceptsFile(path) || isIgnored(gitignores, path)) return;
    taken.add(real);
    files.push({ location, path });
  }

  function wantsFolder(path: string): boolean {
    return filter.acceptsFolder(path) && !isIgnored(gitignores, `${path}/`);
  }
}

/** Whether a walk would find this path, links and reading apart. */
export function belongs(filter: Filter, gitignores: Gitignores, path: string): boolean {
  if (!filter.acceptsFile(path)) return false;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const folder = path.slice(0, slash);
    if (!filter.acceptsFolder(folder) || isIgnored(gitignores, `${folder}/`)) return false;
  }
  return !isIgnored(gitignores, path);
}
