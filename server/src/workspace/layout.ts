import type { FileSystem, Skipped } from './fileSystem';
import { type Filter, filterBy } from './filter';
import { type FolderConfig, settingsWith } from './folderConfig';
import { type Folder, type FolderName, folderOf, identify, type Identity, layOutFolders } from './folders';
import { defaultSettings, type Settings } from './settings';
import { walk } from './walk';

/** What a walk through all folders found, each file once, for the innermost folder that it stands in. */
export interface Found {
  readonly files: ReadonlyMap<string, { readonly folder: Folder; readonly path: string }>;
  readonly skipped: readonly Skipped[];
}

/** The workspace folders, with what the settings and the files in them say of each. */
export class Layout {
  private settings = new Map<string, Settings>();
  private elsewhere: Filter = filterBy(defaultSettings);
  private laidOut: Folder[] = [];
  /** As the client names them. */
  named: readonly FolderName[] = [];

  constructor(
    private readonly fs: FileSystem,
    private readonly configOf: (location: string) => FolderConfig,
  ) {}

  get folders(): readonly Folder[] {
    return this.laidOut;
  }

  /** The settings for each folder by its location; `''` is for what stands outside of all. A folder without any has the defaults. */
  configure(settings: ReadonlyMap<string, Settings>): void {
    this.settings = new Map(settings);
    this.elsewhere = filterBy(settings.get('') ?? defaultSettings);
  }

  /** Says anew what the settings and the files of the folders mean for each. Returns the folders of which other languages are read from now on. */
  layOut(): string[] {
    const before = new Map(this.laidOut.map((folder) => [folder.location, folder]));
    const settingsAt = (location: string): Settings =>
      settingsWith(this.settings.get(location) ?? defaultSettings, this.configOf(location));
    this.laidOut = layOutFolders(this.named, settingsAt).map((folder) => ({
      ...folder,
      gitignores: before.get(folder.location)?.gitignores ?? folder.gitignores,
    }));
    return this.laidOut.flatMap(({ location, filter }) => {
      const known = before.get(location)?.filter.settings.languages;
      return known && known.join() !== filter.settings.languages.join() ? [location] : [];
    });
  }

  placeOf(location: string): { folder: Folder; path: string } | null {
    return folderOf(this.fs, this.laidOut, location);
  }

  /** Of the folder that a document stands in. */
  settingsOf(location: string): Settings {
    return (this.placeOf(location)?.folder.filter ?? this.elsewhere).settings;
  }

  /** Of a document that is open and on no walk's list. */
  identify(location: string): Identity | null {
    return identify(this.fs, this.laidOut, this.elsewhere, location);
  }

  /** Walks through all folders; null when it was cancelled. */
  async walk(cancelled: () => boolean): Promise<Found | null> {
    const taken = new Set<string>();
    for (const { location } of this.laidOut) {
      await this.fs.realPath(location).then(
        (real) => taken.add(real),
        () => undefined, // the walk will say so
      );
    }
    const files = new Map<string, { folder: Folder; path: string }>();
    const skipped: Skipped[] = [];
    for (const [i, folder] of this.laidOut.entries()) {
      const walked = await walk(this.fs, folder.location, { filter: folder.filter, taken, cancelled });
      if (cancelled()) return null;
      const known = { ...folder, gitignores: walked.gitignores };
      this.laidOut[i] = known;
      for (const { location, path } of walked.files) files.set(location, { folder: known, path });
      skipped.push(...walked.skipped);
    }
    return { files, skipped };
  }
}
