/**
 * The files as a door hands them in. A **location** is what that door calls a file or folder: a URI in the server, a path
 * on the command line. The floors above the door never take one apart; they only join names to it.
 */
export interface FileSystem {
  /** The location of `name` in a folder. */
  join(folder: string, name: string): string;
  /** The path of a location inside a folder, with forward slashes (`''` for the folder itself), or null outside of it. */
  inside(folder: string, location: string): string | null;
  /** The whole path of a location, with forward slashes: a name for what stands in no folder. */
  pathOf(location: string): string;
  /** Rejects with a `FileError`. */
  read(location: string): Promise<Uint8Array>;
  /** What stands in a folder, in no particular order. Rejects with a `FileError`. */
  list(folder: string): Promise<DirectoryEntry[]>;
  /** Follows links. Rejects with a `FileError`. */
  stat(location: string): Promise<FileStat>;
  /** The location without links in it, in one spelling for each file. Rejects with a `FileError`. */
  realPath(location: string): Promise<string>;
  /**
   * Gives a text file the text that `change` makes of what it holds now, '' where it is not there; the folder around it is made. Readers
   * see the old text or the new one, and of two writers one waits for the other. Resolves to the new text. Rejects with a `FileError`,
   * or with what `change` throws: then the file is as it was.
   */
  rewrite(location: string, change: (text: string) => string): Promise<string>;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** When its content was last changed: milliseconds since 1970. */
  readonly modified: number;
}

/** Why a file could not be had: `gone` is no news (it was deleted meanwhile), `unreadable` is to be told. */
export class FileError extends Error {
  constructor(
    readonly kind: 'gone' | 'unreadable',
    message: string,
  ) {
    super(message);
  }
}

/** Something that should have been read and was not, and why in words. */
export interface Skipped {
  readonly location: string;
  readonly reason: string;
}

/** The reason to be told of a failed access, or null where the file is simply no longer there. */
export function reasonToTell(error: unknown): string | null {
  if (error instanceof FileError) return error.kind === 'gone' ? null : error.message;
  return error instanceof Error ? error.message : String(error);
}

/** False for what is not there or cannot be looked at. */
export async function isFolder(fs: FileSystem, location: string): Promise<boolean> {
  try {
    return (await fs.stat(location)).kind === 'folder';
  } catch {
    return false;
  }
}
