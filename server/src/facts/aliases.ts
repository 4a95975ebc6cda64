import { formKey } from '../tag/corrections';

/** A name that people said is another's: what both are called. */
export interface Alias {
  /** Equal for all names of one person, place or organization. */
  readonly id: string;
  /** The name that stands for all. */
  readonly name: string;
}

/** By `formKey`. */
export type Aliases = ReadonlyMap<string, Alias>;

export const noAliases: Aliases = new Map();

/**
 * Joins lists of names of one and the same, the name that stands for all first: lists with a name in common become one. The name of a
 * joined list is one that stands first wherever it stands; the result does not depend on the order of the lists.
 */
export function aliasesOf(lists: readonly (readonly string[])[]): Aliases {
  const root = new Map<string, string>();
  const written = new Map<string, string>();
  const behind = new Set<string>();
  const find = (key: string): string => {
    let at = key;
    while (root.get(at)! !== at) {
      root.set(at, root.get(root.get(at)!)!);
      at = root.get(at)!;
    }
    return at;
  };
  for (const list of lists) {
    const keys = list.map(formKey);
    keys.forEach((key, i) => {
      if (!root.has(key)) root.set(key, key);
      const known = written.get(key);
      if (known === undefined || list[i]! < known) written.set(key, list[i]!);
      if (i > 0 && key !== keys[0]) behind.add(key);
      const [a, b] = [find(keys[0]!), find(key)];
      root.set(a < b ? b : a, a < b ? a : b);
    });
  }
  const leading = new Map<string, string>();
  for (const key of [...root.keys()].sort(
    (a, b) => Number(behind.has(a)) - Number(behind.has(b)) || (a < b ? -1 : 1),
  )) {
    const id = find(key);
    if (!leading.has(id)) leading.set(id, written.get(key)!);
  }
  return new Map([...root.keys()].map((key) => [key, { id: find(key), name: leading.get(find(key))! }]));
}

export function sameAliases(a: Aliases, b: Aliases): boolean {
  if (a.size !== b.size) return false;
  for (const [key, { id, name }] of a) if (b.get(key)?.id !== id || b.get(key)?.name !== name) return false;
  return true;
}
