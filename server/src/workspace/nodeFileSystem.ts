import { promises as fs, type Dirent, readFile, type Stats } from 'node:fs';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { URI } from 'vscode-uri';
import { type DirectoryEntry, FileError, type FileSystem, type FileStat } from './fileSystem';
import { pathInside, plainlyInside } from './pathInside';
import { rewriteFile } from './rewriteFile';

/** Takes half the time of that of `fs.promises`, which makes an object of each open file. */
const readWhole = promisify(readFile);

/** The disk, for the command line: locations are paths as the user wrote them, relative ones relative. */
export const nodePaths: FileSystem = diskBehind({
  join: (folder, name) => (/[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`),
  pathOf: (location) => location,
  diskPathOf: (location) => location,
  locationOf: (path) => path,
});

/** The disk, for the server: locations are `file:` URIs in the spelling of `vscode-uri`, which is the editor's. */
export const nodeUris: FileSystem = diskBehind({
  join: (folder, name) => URI.file(`${URI.parse(folder).fsPath}/${name}`).toString(),
  pathOf: (location) => {
    const uri = URI.parse(location);
    return uri.scheme === 'file' ? uri.fsPath : uri.path;
  },
  diskPathOf: (location) => {
    const uri = URI.parse(location);
    if (uri.scheme !== 'file') throw new FileError('unreadable', `not on this disk (${uri.scheme}:)`);
    return uri.fsPath;
  },
  locationOf: (path) => URI.file(path).toString(),
});

interface Spelling {
  join(folder: string, name: string): string;
  /** For the eye. */
  pathOf(location: string): string;
  /** For access; throws a `FileError` for what is not on the disk. */
  diskPathOf(location: string): string;
  locationOf(path: string): string;
}

function diskBehind({ join, pathOf, diskPathOf, locationOf }: Spelling): FileSystem {
  const slashed = (location: string): string => pathOf(location).replaceAll(sep, '/');
  return {
    join,
    pathOf: slashed,
    inside: (folder, location) => plainlyInside(folder, location) ?? pathInside(slashed(folder), slashed(location)),
    read: (location) => attempt(async () => readWhole(diskPathOf(location))),
    list: (folder) => attempt(async () => (await fs.readdir(diskPathOf(folder), { withFileTypes: true })).map(entryOf)),
    stat: (location) => attempt(async () => statOf(await fs.stat(diskPathOf(location)))),
    realPath: (location) => attempt(async () => locationOf(await fs.realpath(diskPathOf(location)))),
    rewrite: (location, change) => attempt(() => rewriteFile(diskPathOf(location), change)),
  };
}

function entryOf(entry: Dirent): DirectoryEntry {
  return { name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) };
}

function statOf(stat: Stats): FileStat {
  return { kind: kindOf(stat), size: stat.size, modified: stat.mtimeMs };
}

function kindOf(stat: { isFile(): boolean; isDirectory(): boolean }): 'file' | 'folder' | 'other' {
  if (stat.isFile()) return 'file';
  return stat.isDirectory() ? 'folder' : 'other';
}

async function attempt<T>(access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (error) {
    throw error instanceof FileError ? error : fileError(error as NodeJS.ErrnoException);
  }
}

function fileError({ code, message }: NodeJS.ErrnoException): FileError {
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileError('gone', 'no such file or folder');
  return new FileError('unreadable', reasons[code ?? ''] ?? message);
}

const reasons: Record<string, string> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOSPC: 'the disk is full',
  ELOOP: 'a symbolic link that leads to itself',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'its name is too long',
};
