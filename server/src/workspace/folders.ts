import type { FileSystem } from './fileSystem';
import { type Filter, filterBy } from './filter';
import type { Gitignores } from './gitignore';
import type { Settings } from './settings';
import { belongs } from './walk';

/** A workspace folder as the client names it. */
export interface FolderName {
  readonly location: string;
  readonly name: string;
}

export interface Folder extends FolderName {
  readonly filter: Filter;
  /** What stands before the labels of its documents: `''`, or `name/` where there are several folders. */
  readonly prefix: string;
  /** As its last walk found them. */
  readonly gitignores: Gitignores;
}

/** What a document is called in the index, and whose writing it is. */
export interface Identity {
  readonly label: string;
  readonly draft: boolean;
}

/** The folders with what the settings say of each; those of one name are told apart by a number. */
export function layOutFolders(named: readonly FolderName[], settingsOf: (location: string) => Settings): Folder[] {
  const used = new Map<string, number>();
  return named.map(({ location, name }) => {
    const before = used.get(name) ?? 0;
    used.set(name, before + 1);
    const shown = before === 0 ? name : `${name} (${before + 1})`;
    const prefix = named.length > 1 ? `${shown}/` : '';
    return { location, name, filter: filterBy(settingsOf(location)), prefix, gitignores: new Map() };
  });
}

/** The folder that a location stands in (the innermost, where one folder stands in another), and the path inside. */
export function folderOf(
  fs: FileSystem,
  folders: readonly Folder[],
  location: string,
): { folder: Folder; path: string } | null {
  let best: { folder: Folder; path: string } | null = null;
  for (const folder of folders) {
    const path = fs.inside(folder.location, location);
    if (path !== null && (!best || path.length < best.path.length)) best = { folder, path };
  }
  return best;
}

/**
 * What an open document is called, or null where the settings of its folder leave it out: then it is neither compared nor
 * answered for. One outside of every folder goes by its whole path.
 */
export function identify(
  fs: FileSystem,
  folders: readonly Folder[],
  elsewhere: Filter,
  location: string,
): Identity | null {
  const place = folderOf(fs, folders, location);
  if (!place) {
    const path = fs.pathOf(location);
    return { label: path, draft: elsewhere.isDraft(path.replace(/^\/+/, '')) };
  }
  const { folder, path } = place;
  return belongs(folder.filter, folder.gitignores, path) ? identityIn(folder, path) : null;
}

export function identityIn(folder: Folder, path: string): Identity {
  return { label: folder.prefix + path, draft: folder.filter.isDraft(path) };
}
