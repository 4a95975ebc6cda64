/** A name in which no character is written in another way: most are, and are asked for often. Null where that is to be looked at. */
export function plainlyInside(folder: string, location: string): string | null {
  const isUnder = location.startsWith(folder) && location[folder.length] === '/' && !folder.endsWith('/');
  const path = isUnder ? location.slice(folder.length + 1) : '';
  return /^[\w./-]+$/.test(path) ? path : null;
}

/** The path of a path inside a folder, `''` for the folder itself, or null outside of it. */
export function pathInside(folder: string, path: string): string | null {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}
