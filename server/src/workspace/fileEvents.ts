import type { FileSystem } from './fileSystem';
import { type Folder, folderOf } from './folders';
import { belongs } from './walk';

export type FileEvent = { readonly kind: 'created' | 'changed' | 'deleted'; readonly location: string };

/** What a batch of events asks for. */
export interface Asked {
  /** A `crosscheck.json` is another now. */
  configs: boolean;
  /** A file of decisions is another now. */
  decisions: boolean;
  /** Files of decisions that are deleted. */
  readonly undecided: string[];
  /** Which files there are has to be looked at anew. */
  walk: boolean;
  /** Known files to read again. */
  readonly changed: string[];
  /** Known files that are deleted. */
  readonly deleted: string[];
  /** Deleted, but no known file: a folder, maybe, whose files nobody told of. */
  readonly gone: string[];
  /** Created, but no document: a folder, maybe, that was moved here with what is in it. */
  readonly appeared: string[];
}

/** What decides of a location. */
export interface Known {
  readonly fs: FileSystem;
  readonly folders: readonly Folder[];
  readonly isConfig: (path: string) => boolean;
  readonly isDecisions: (path: string) => boolean;
  readonly isDocument: (location: string) => boolean;
}

/** With more paths than this of which nobody knows what they are, one walk is cheaper than to look at each. */
const manyPaths = 100;

/** Sorts events by what is to be done. Of several for one location only the last counts; those in folders that are left out ask for nothing. */
export function sortEvents(events: readonly FileEvent[], known: Known): Asked {
  const asked: Asked = {
    configs: false,
    decisions: false,
    undecided: [],
    walk: false,
    changed: [],
    deleted: [],
    gone: [],
    appeared: [],
  };
  const last = new Map(events.map(({ kind, location }) => [location, kind]));
  for (const [location, kind] of last) sort(asked, location, kind, known);
  if (asked.gone.length + asked.appeared.length > manyPaths) asked.walk = true;
  return asked;
}

function sort(asked: Asked, location: string, kind: FileEvent['kind'], known: Known): void {
  const place = folderOf(known.fs, known.folders, location);
  if (!place) return;
  const { folder, path } = place;
  if (known.isConfig(path)) asked.configs = true;
  else if (known.isDecisions(path)) {
    asked.decisions = true;
    if (kind === 'deleted') asked.undecided.push(location);
  } else if (/(^|\/)\.gitignore$/.test(path)) asked.walk = true;
  else if (known.isDocument(location)) (kind === 'deleted' ? asked.deleted : asked.changed).push(location);
  else if (kind === 'deleted') {
    if (path === '' || folder.filter.acceptsFolder(path)) asked.gone.push(location);
  } else if (belongs(folder.filter, folder.gitignores, path)) asked.walk = true;
  else if (kind === 'created' && folder.filter.acceptsFolder(path)) asked.appeared.push(location);
}
