import { decode, type Decoded, tooLarge } from './decode';
import type { FileSystem } from './fileSystem';

/** A file's text, or why it is none; the size is asked first, so that a huge file is never loaded. Rejects with a `FileError`. */
export async function readText(fs: FileSystem, location: string): Promise<Decoded> {
  const { kind, size } = await fs.stat(location);
  if (kind !== 'file') return { skipped: 'not a file' };
  const large = tooLarge(size);
  return large ? { skipped: large } : decode(await fs.read(location));
}
