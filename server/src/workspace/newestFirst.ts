import type { FileSystem } from './fileSystem';

/** Fewer files than this are all read in a moment, in whatever order. */
const many = 200;
/** Files that are looked at together. */
const together = 64;

/**
 * Files in the order of their last change, the latest first: what somebody works on is read before the archive. Those of one time keep
 * their order, and what cannot be looked at comes last. Few files keep their order, and all when `cancelled` says so.
 */
export async function newestFirst(
  fs: FileSystem,
  locations: readonly string[],
  cancelled: () => boolean,
): Promise<readonly string[]> {
  if (locations.length < many) return locations;
  const times = new Map<string, number>();
  for (let i = 0; i < locations.length; i += together) {
    if (cancelled()) return locations;
    const some = locations.slice(i, i + together);
    const stats = await Promise.all(some.map((location) => fs.stat(location).catch(() => null)));
    for (const [j, stat] of stats.entries()) times.set(some[j]!, stat?.modified ?? 0);
  }
  return [...locations].sort((a, b) => times.get(b)! - times.get(a)!);
}
