/** The last part of a path with forward slashes: what a reader calls the file. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
