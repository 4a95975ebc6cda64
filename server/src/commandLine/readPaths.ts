import { FileError, type FileSystem, reasonToTell } from '../workspace/fileSystem';
import { type Filter, filterBy, formatOf } from '../workspace/filter';
import { settingsWith } from '../workspace/folderConfig';
import { FolderConfigs } from '../workspace/folderConfigs';
import { readText } from '../workspace/read';
import { defaultSettings, type Settings } from '../workspace/settings';
import { walk } from '../workspace/walk';
import type { TextFormat } from '../text/markdown';

/** A document that a PATH names, not yet read. */
export interface NamedDocument {
  /** As given, or the folder as given with the path inside it. */
  readonly path: string;
  /** What finding ids are made of: the path inside its folder, prefixed where two PATHs have one of that name. */
  readonly label: string;
  readonly draft: boolean;
  readonly format: TextFormat;
  /** Of its folder: the `crosscheck.json` there, else the defaults. */
  readonly settings: Settings;
  /** A file that the user named himself: it is no use to leave it out with a mere note. */
  readonly named: boolean;
}

export interface NamedDocuments {
  readonly documents: NamedDocument[];
  readonly problems: Problem[];
  /** The folders among the PATHs, as given: where decisions are kept. */
  readonly folders: string[];
  /** Names of one and the same, by the files of the folders. */
  readonly aliases: readonly (readonly string[])[];
}

/** `failure` is a PATH that cannot be read, `note` something in a folder that is no text, `remark` what else the user should know. */
export interface Problem {
  readonly kind: 'failure' | 'note' | 'remark';
  readonly path: string;
  readonly reason: string;
}

/** The documents that the PATHs name, in the order given and without repetition; inside a folder ascending by path. */
export async function findDocuments(fs: FileSystem, paths: readonly string[]): Promise<NamedDocuments> {
  const byDefault = filterBy(defaultSettings);
  const configs = new FolderConfigs(fs);
  const documents: NamedDocument[] = [];
  const problems: Problem[] = [];
  const folders: string[] = [];
  const taken = new Set<string>();
  const labels = new Set<string>();
  const add = (path: string, inside: string, filter: Filter, named: boolean): void => {
    const label = labels.has(inside) ? path.replaceAll('\\', '/') : inside;
    labels.add(label);
    const { settings } = filter;
    documents.push({ path, label, draft: filter.isDraft(inside), format: formatOf(path), settings, named });
  };
  await configs.read(await foldersAmong(fs, paths));
  for (const { location, reason } of configs.skipped) problems.push({ kind: 'remark', path: location, reason });
  for (const { location, start, message } of configs.problems)
    problems.push({ kind: 'remark', path: `${location}:${start.line + 1}`, reason: message });

  for (const path of paths) {
    try {
      const { kind } = await fs.stat(path);
      const real = await fs.realPath(path);
      if (kind === 'folder') {
        folders.push(path);
        const filter = filterBy(settingsWith(defaultSettings, configs.of(path)));
        const found = await walk(fs, path, { filter, taken });
        for (const file of found.files) add(file.location, file.path, filter, false);
        for (const { location, reason } of found.skipped) problems.push({ kind: 'failure', path: location, reason });
      } else if (!taken.has(real)) {
        taken.add(real);
        add(path, path.split(/[\\/]/).pop() ?? path, byDefault, true);
      }
    } catch (error) {
      problems.push({ kind: 'failure', path, reason: reasonOf(error) });
    }
  }
  return { documents, problems, folders, aliases: configs.aliases };
}

async function foldersAmong(fs: FileSystem, paths: readonly string[]): Promise<string[]> {
  const kinds = await Promise.all(paths.map((path) => fs.stat(path).catch(() => null)));
  return paths.filter((_, i) => kinds[i]?.kind === 'folder');
}

/** The text of a document, or what is in the way of it; null for a file that vanished since its folder was listed. */
export async function readDocument(fs: FileSystem, { path, named }: NamedDocument): Promise<string | Problem | null> {
  try {
    const decoded = await readText(fs, path);
    if ('text' in decoded) return decoded.text;
    return { kind: named ? 'failure' : 'note', path, reason: decoded.skipped };
  } catch (error) {
    if (!named && reasonToTell(error) === null) return null;
    return { kind: 'failure', path, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof FileError ? error.message : (reasonToTell(error) ?? 'unknown');
}
