import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { FileError } from './fileSystem';

/** Milliseconds. Nobody holds the lock for longer than it takes to write a small file: an older one was left by a process that died. */
const staleAfter = 10_000;
const patience = 3_000;
const nap = 20;

const closed = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Changes a text file as `FileSystem.rewrite` promises, in git's way: the new text is written to PATH.lock, which only one process can
 * make, and that file is renamed to PATH. `path` is a disk path.
 */
export async function rewriteFile(path: string, change: (text: string) => string): Promise<string> {
  await fs.mkdir(dirname(path), { recursive: true });
  const real = await fs.realpath(path).catch(() => path); // a link stays one
  const lock = `${real}.lock`;
  const file = await takeLock(lock);
  try {
    const before = await readExactly(real);
    const after = change(before);
    if (after !== before) {
      await file.writeFile(after, 'utf8');
      await file.sync();
    }
    await file.close();
    if (after === before) await fs.unlink(lock);
    else await fs.rename(lock, real);
    return after;
  } catch (error) {
    await file.close().catch(() => undefined);
    await fs.unlink(lock).catch(() => undefined);
    throw error;
  }
}

async function takeLock(lock: string): Promise<fs.FileHandle> {
  for (const end = Date.now() + patience; ;) {
    try {
      return await fs.open(lock, 'wx');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (closed.includes(code)) throw new FileError('unreadable', 'no permission to write it');
      if (code !== 'EEXIST') throw error;
    }
    const age = await fs.stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0, // it has just been given back
    );
    if (age > staleAfter) await fs.unlink(lock).catch(() => undefined);
    else if (Date.now() > end) throw new FileError('unreadable', `it is being written by somebody else (${lock})`);
    else await new Promise((resolve) => setTimeout(resolve, nap));
  }
}

/** The text with its byte-order mark; what is not UTF-8 is refused, for it could not be written back as it was. */
async function readExactly(path: string): Promise<string> {
  const bytes = await fs.readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError('unreadable', 'it is not UTF-8 throughout');
  }
}
