/** The settings that decide which files are read, and which are the user's own writing. Globs match paths inside the folder. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly respectGitignore: boolean;
  readonly drafts: readonly string[];
}

/** As in the extension's manifest (package.json), which a test compares. */
export const defaultSettings: Settings = {
  include: ['**/*.{txt,text,md,markdown}'],
  exclude: [],
  respectGitignore: true,
  drafts: ['**/drafts/**', '**/draft*.{txt,text,md,markdown}', '**/*.draft.{txt,text,md,markdown}'],
};

/**
 * Reads the section `crosscheck` of a client's configuration. Whatever is not what it should be is replaced by the default
 * and named in `problems`, in words for a log.
 */
export function readSettings(section: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const root = record(section);
  const files = record(root['files']);
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
  };
  return { settings, problems };
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
