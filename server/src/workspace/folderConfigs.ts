import type { FileSystem, Skipped } from './fileSystem';
import { reasonToTell } from './fileSystem';
import { configName, type FolderConfig, noConfig, readFolderConfig } from './folderConfig';
import { linesOf, positionAt } from '../text/lines';
import { readText } from './read';

/** The `crosscheck.json` of every workspace folder, as last read. */
export class FolderConfigs {
  private configs = new Map<string, FolderConfig>();
  private problems: readonly Skipped[] = [];
  private texts = '';

  constructor(private readonly fs: FileSystem) {}

  /** What the file of a folder says; nothing where there is none. */
  of(folder: string): FolderConfig {
    return this.configs.get(folder) ?? noConfig;
  }

  /** Names of one and the same, from all folders: a name is a name. */
  get aliases(): readonly (readonly string[])[] {
    return [...this.configs.values()].flatMap(({ aliases }) => aliases);
  }

  /** What makes no sense in the files, with its line. */
  get skipped(): readonly Skipped[] {
    return this.problems;
  }

  concerns(path: string): boolean {
    return path === configName;
  }

  /** Reads the files of all folders anew; resolves to whether one of them says something else now. */
  async read(folders: readonly string[]): Promise<boolean> {
    const configs = new Map<string, FolderConfig>();
    const problems: Skipped[] = [];
    const texts: string[] = [];
    for (const folder of folders) {
      const location = this.fs.join(folder, configName);
      const read = await readText(this.fs, location).catch((error: unknown) => ({ skipped: reasonToTell(error) }));
      const text = 'text' in read ? read.text : '';
      if ('skipped' in read && read.skipped !== null) problems.push({ location, reason: read.skipped });
      const config = readFolderConfig(text);
      for (const { start, message } of config.problems) {
        problems.push({ location, reason: `line ${positionAt(linesOf(text), start).line + 1}: ${message}` });
      }
      configs.set(folder, config);
      texts.push(`${folder}\n${text}`);
    }
    this.configs = configs;
    this.problems = problems;
    const before = this.texts;
    this.texts = texts.join('\n');
    return this.texts !== before;
  }
}
