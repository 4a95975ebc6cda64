import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` files of a folder tree, each by the path of the folder that it stands in (`''` for the root). */
export type Gitignores = ReadonlyMap<string, Ignore>;

export function parseGitignore(text: string): Ignore {
  const rules = ignore();
  for (const line of text.split(/\r\n|\r|\n/)) {
    try {
      rules.add(line);
    } catch {
      // A line that is no pattern ignores nothing, as in git.
    }
  }
  return rules;
}

/**
 * Whether git would leave out a path, given that it does not leave out the folder above. The nearest `.gitignore` that
 * speaks of the path decides; a folder's path ends in `/`.
 */
export function isIgnored(gitignores: Gitignores, path: string): boolean {
  let ignored = false;
  for (let slash = -1; ;) {
    const folder = slash < 0 ? '' : path.slice(0, slash);
    const rules = gitignores.get(folder);
    if (rules) {
      const verdict = rules.test(path.slice(slash + 1));
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    slash = path.indexOf('/', slash + 1);
    if (slash < 0 || slash === path.length - 1) return ignored;
  }
}
