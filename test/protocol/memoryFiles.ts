import type { FileAnswer, FileQuestion } from '../../server/src/protocol';

/** A folder that lies on no disk. */
export const memoryFolder = 'memfs://desk/sources';

export function memoryUri(path: string): string {
  return path ? `${memoryFolder}/${path}` : memoryFolder;
}

/** As an editor does whose files are names and texts, by their path in the folder. Those called `locked.txt` may not be read. */
export function answerFrom(files: Map<string, string>, question: FileQuestion): FileAnswer {
  const path = question.uri === memoryFolder ? '' : question.uri.slice(memoryFolder.length + 1);
  const text = files.get(path);
  if (question.ask === 'write') {
    files.set(path, question.text);
    return { written: true };
  }
  if (question.ask === 'entries') {
    const inside = [...files.keys()].filter((name) => !path || name.startsWith(`${path}/`));
    const rests = inside.map((name) => name.slice(path ? path.length + 1 : 0).split('/'));
    const entries = new Map(rests.map(([name, ...deeper]) => [name!, deeper.length > 0 ? 'folder' : 'file'] as const));
    return { entries: [...entries].map(([name, kind]) => ({ name, kind })) };
  }
  if (question.ask === 'stat') {
    if (text !== undefined) return { stat: { kind: 'file', size: Buffer.byteLength(text), modified: 1 } };
    const isFolder = path === '' || [...files.keys()].some((name) => name.startsWith(`${path}/`));
    return isFolder ? { stat: { kind: 'folder', size: 0, modified: 1 } } : { failed: 'gone', message: 'not there' };
  }
  if (text === undefined) return { failed: 'gone', message: 'not there' };
  if (path.endsWith('locked.txt')) return { failed: 'forbidden', message: 'locked' };
  return { bytes: Buffer.from(text).toString('latin1') };
}
