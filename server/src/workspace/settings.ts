import { languageCodes } from '../tag/language';
import { readSeverities, type Severities } from './severities';

/** The settings that decide which files are read, which are the user's own writing, and how findings are shown. Globs match paths inside the folder. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly respectGitignore: boolean;
  readonly drafts: readonly string[];
  readonly severity: Severities;
  /** ISO 639-1 of the languages whose texts are read, or `*` for any: what is written in another is left out. */
  readonly languages: readonly string[];
}

/** As in the extension's manifest (package.json), which a test compares. */
export const defaultSettings: Settings = {
  include: ['**/*.{txt,text,md,markdown}'],
  exclude: [],
  respectGitignore: true,
  drafts: ['**/drafts/**', '**/draft*.{txt,text,md,markdown}', '**/*.draft.{txt,text,md,markdown}'],
  severity: {},
  languages: ['en'],
};

/**
 * Reads the section `crosscheck` of a client's configuration. Whatever is not what it should be is replaced by the default
 * and named in `problems`, in words for a log.
 */
export function readSettings(section: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const root = record(section);
  const files = record(root['files']);
  const shown = readSeverities(root['severity']);
  if (section != null && typeof section !== 'object') problems.push('crosscheck: not an object');
  const settings: Settings = {
    include: globs('files.include', files['include'], defaultSettings.include, problems),
    exclude: globs('files.exclude', files['exclude'], defaultSettings.exclude, problems),
    respectGitignore: flag(
      'files.respectGitignore',
      files['respectGitignore'],
      defaultSettings.respectGitignore,
      problems,
    ),
    drafts: globs('drafts', root['drafts'], defaultSettings.drafts, problems),
    severity: shown.severities,
    languages: languagesOf(root['languages'], problems),
  };
  problems.push(...shown.problems.map((problem) => `crosscheck.${problem}`));
  return { settings, problems };
}

/** May what was tagged be kept on the disk? Of the same section, for all folders; yes unless it says `false`. */
export function keepsTags(section: unknown): boolean {
  return record(section)['cache'] !== false;
}

/** The languages that can be told apart, and `*`. */
export const knownLanguages: readonly string[] = ['*', ...languageCodes];

function languagesOf(value: unknown, problems: string[]): readonly string[] {
  if (value === undefined || value === null) return defaultSettings.languages;
  const known = Array.isArray(value) ? knownLanguages.filter((language) => value.includes(language)) : [];
  if (Array.isArray(value) && known.length === new Set(value).size) return known;
  problems.push(`crosscheck.languages: not a list of ${knownLanguages.join(', ')}`);
  return known.length > 0 ? known : defaultSettings.languages;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const longestGlob = 1000;

function globs(name: string, value: unknown, fallback: readonly string[], problems: string[]): readonly string[] {
  if (value === undefined || value === null) return fallback;
  if (!Array.isArray(value)) {
    problems.push(`crosscheck.${name}: not a list; the default is used`);
    return fallback;
  }
  const usable = value.filter((glob) => typeof glob === 'string' && glob.trim() !== '' && glob.length <= longestGlob);
  if (usable.length < value.length) problems.push(`crosscheck.${name}: entries that are no globs are left out`);
  return usable.map((glob: string) => glob.trim());
}

function flag(name: string, value: unknown, fallback: boolean, problems: string[]): boolean {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'boolean') return value;
  problems.push(`crosscheck.${name}: neither true nor false; the default is used`);
  return fallback;
}
