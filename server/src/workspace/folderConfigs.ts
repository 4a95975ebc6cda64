import { linesOf, positionAt } from '../text/lines';
import type { FileSystem, Skipped } from './fileSystem';
import { reasonToTell } from './fileSystem';
import { configName, type FolderConfig, noConfig, readFolderConfig } from './folderConfig';
import { readText } from './read';

/** Something in a `crosscheck.json` that makes no sense. */
export interface LocatedProblem {
  readonly location: string;
  /** Counted from 0, in UTF-16 units, as in the protocol. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly message: string;
}

/** A file may be anything, and nobody reads more than this of what is wrong with it. */
const mostProblems = 100;

/**
 * The `crosscheck.json` of every workspace folder. What counts is what is saved: half a glob must not empty the index while it is
 * being written. Problems are those of the text that is shown where an editor has the file open.
 */
export class FolderConfigs {
  private configs = new Map<string, FolderConfig>();
  private unreadable: readonly Skipped[] = [];
  private readonly shown = new Map<string, string>();
  /** As saved, by location; without those that are not there. */
  private texts = new Map<string, string>();
  private told: readonly LocatedProblem[] = [];

  constructor(private readonly fs: FileSystem) {}

  /** What the file of a folder says; nothing where there is none. */
  of(folder: string): FolderConfig {
    return this.configs.get(folder) ?? noConfig;
  }

  /** Names of one and the same, from all folders: a name is a name. */
  get aliases(): readonly (readonly string[])[] {
    return [...this.configs.values()].flatMap(({ aliases }) => aliases);
  }

  /** The files that could not be read, and why. */
  get skipped(): readonly Skipped[] {
    return this.unreadable;
  }

  /** File by file, in the order of their lines. */
  get problems(): readonly LocatedProblem[] {
    return this.told;
  }

  concerns(path: string): boolean {
    return path === configName;
  }

  /** A file is open in an editor and says this there; null: it was closed. */
  showed(location: string, text: string | null): void {
    if (text === null) this.shown.delete(location);
    else this.shown.set(location, text);
    this.look();
  }

  /** Reads the files of all folders anew; resolves to whether one of them says something else now. */
  async read(folders: readonly string[]): Promise<boolean> {
    const configs = new Map<string, FolderConfig>();
    const texts = new Map<string, string>();
    const unreadable: Skipped[] = [];
    for (const folder of folders) {
      const location = this.fs.join(folder, configName);
      const read = await readText(this.fs, location).catch((error: unknown) => ({ skipped: reasonToTell(error) }));
      if ('text' in read) texts.set(location, read.text);
      else if (read.skipped !== null) unreadable.push({ location, reason: read.skipped });
      configs.set(folder, readFolderConfig(texts.get(location) ?? ''));
    }
    const saysAsBefore = sameEntries(this.texts, texts);
    this.configs = configs;
    this.texts = texts;
    this.unreadable = unreadable;
    this.look();
    return !saysAsBefore;
  }

  /** An editor may keep the buffer of a file that was deleted: that one has no problems any more. */
  private look(): void {
    this.told = [...this.texts].flatMap(([location, saved]) => {
      const text = this.shown.get(location) ?? saved;
      const lines = linesOf(text);
      return readFolderConfig(text)
        .problems.slice(0, mostProblems)
        .map(({ start, end, message }) => {
          return { location, start: positionAt(lines, start), end: positionAt(lines, end), message };
        });
    });
  }
}

function sameEntries(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  return some.size === others.size && [...some].every(([key, value]) => others.get(key) === value);
}
