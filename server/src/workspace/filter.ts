import picomatch from 'picomatch/posix';
import type { TextFormat } from '../text/markdown';
import type { Settings } from './settings';

/** Which paths inside a folder the settings speak of. Paths have forward slashes and no leading one. */
export interface Filter {
  readonly settings: Settings;
  /** By name alone: `.gitignore` files are the walk's business. */
  acceptsFile(path: string): boolean;
  /** False for folders in which nothing can be accepted. */
  acceptsFolder(path: string): boolean;
  isDraft(path: string): boolean;
}

export function filterBy(settings: Settings): Filter {
  const included = matcher(settings.include);
  const excluded = matcher(settings.exclude);
  const drafts = matcher(settings.drafts);
  return {
    settings,
    acceptsFile: (path) => !leftOutByName(path) && included(path) && !excluded(path),
    acceptsFolder: (path) => !leftOutByName(path) && !excluded(path),
    isDraft: drafts,
  };
}

/** Markdown by its extension or by what the editor calls it. */
export function formatOf(path: string, languageId = ''): TextFormat {
  return languageId === 'markdown' || /\.(md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}

/** Kept fact sheets repeat what the sources state: as sources they would vouch for themselves. */
const factSheet = /\.factsheet\.md$/i;

function leftOutByName(path: string): boolean {
  if (factSheet.test(path)) return true;
  return path.split('/').some((name) => name.startsWith('.') || name === 'node_modules');
}

/** Case is of no account: `REPORT.TXT` is a text. A glob that cannot be read matches nothing. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    try {
      return [picomatch(glob.replace(/^\.?\//, ''), { dot: true, nocase: true })];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
