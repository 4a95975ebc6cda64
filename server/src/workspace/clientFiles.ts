import { URI, Utils } from 'vscode-uri';
import { type DirectoryEntry, FileError, type FileStat, type FileSystem } from './fileSystem';
import { pathInside, plainlyInside } from './pathInside';

/** What a client can do with files that this side cannot reach, by their URIs. All reject with a `FileError`. */
export interface FilesOfClient {
  read(uri: string): Promise<Uint8Array>;
  list(uri: string): Promise<DirectoryEntry[]>;
  stat(uri: string): Promise<FileStat>;
  write(uri: string, text: string): Promise<void>;
}

const utf8 = new TextDecoder('utf-8');

/**
 * Files that the client reaches for the server: all of them in a browser, else those of a virtual workspace. Locations are URIs in the spelling of
 * `vscode-uri`.
 *
 * A client does not tell where a link leads, so that every name is a file of its own. Two writers of this server wait for each other, those of
 * two windows do not: there is no lock that both could see.
 */
export function clientFiles(client: FilesOfClient): FileSystem {
  const writing = new Map<string, Promise<unknown>>();

  async function rewrite(location: string, change: (text: string) => string): Promise<string> {
    const text = await client.read(location).then((bytes) => utf8.decode(bytes), emptyWhereGone);
    const changed = change(text);
    await client.write(location, changed);
    return changed;
  }

  return {
    join: (folder, name) => Utils.joinPath(URI.parse(folder), name).toString(),
    pathOf: (location) => URI.parse(location).path,
    inside: (folder, location) => plainlyInside(folder, location) ?? insideUri(URI.parse(folder), URI.parse(location)),
    read: (location) => client.read(location),
    list: (folder) => client.list(folder),
    stat: (location) => client.stat(location),
    realPath: (location) => Promise.resolve(location),
    rewrite: (location, change) => {
      const before = writing.get(location) ?? Promise.resolve();
      const done = before.then(() => rewrite(location, change));
      const settled = done
        .catch(() => undefined)
        .finally(() => writing.get(location) === settled && writing.delete(location));
      writing.set(location, settled);
      return done;
    },
  };
}

function insideUri(folder: URI, location: URI): string | null {
  const isSamePlace = folder.scheme === location.scheme && folder.authority === location.authority;
  return isSamePlace ? pathInside(folder.path, location.path) : null;
}

function emptyWhereGone(error: unknown): string {
  if (error instanceof FileError && error.kind === 'gone') return '';
  throw error;
}

/** Each location by what reaches it: what is on the disk by `disk`, all else by `others`. */
export function filesByScheme(disk: FileSystem, others: FileSystem): FileSystem {
  const of = (location: string): FileSystem => (location.startsWith('file:') ? disk : others);
  return {
    join: (folder, name) => of(folder).join(folder, name),
    pathOf: (location) => of(location).pathOf(location),
    inside: (folder, location) => (of(folder) === of(location) ? of(folder).inside(folder, location) : null),
    read: (location) => of(location).read(location),
    list: (folder) => of(folder).list(folder),
    stat: (location) => of(location).stat(location),
    realPath: (location) => of(location).realPath(location),
    rewrite: (location, change) => of(location).rewrite(location, change),
  };
}
