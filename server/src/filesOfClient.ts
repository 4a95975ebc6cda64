import type { Connection } from 'vscode-languageserver';
import { type FileAnswer, fileMethod, type FileQuestion } from './protocol';
import type { FilesOfClient } from './workspace/clientFiles';
import { FileError } from './workspace/fileSystem';

/** What the client at the other end of a connection does with files: see `fileMethod`. */
export function filesOfClient(connection: Connection): FilesOfClient {
  async function ask(question: FileQuestion): Promise<FileAnswer> {
    const answer = await connection.sendRequest<FileAnswer>(fileMethod, question).catch(() => null); // a client that knows nothing of it
    if (answer && !('failed' in answer)) return answer;
    throw errorOf(answer);
  }

  return {
    read: async (uri) => {
      const answer = await ask({ ask: 'bytes', uri });
      return 'bytes' in answer ? bytesOf(answer.bytes) : nonsense();
    },
    list: async (uri) => {
      const answer = await ask({ ask: 'entries', uri });
      return 'entries' in answer ? [...answer.entries] : nonsense();
    },
    stat: async (uri) => {
      const answer = await ask({ ask: 'stat', uri });
      return 'stat' in answer ? answer.stat : nonsense();
    },
    write: async (uri, text) => {
      await ask({ ask: 'write', uri, text });
    },
  };
}

function nonsense(): never {
  throw errorOf(null);
}

function errorOf(failure: { readonly failed: string; readonly message: string } | null): FileError {
  switch (failure?.failed) {
    case 'gone':
      return new FileError('gone', 'no such file or folder');
    case 'forbidden':
      return new FileError('unreadable', 'no permission to read it');
    default:
      return new FileError('unreadable', failure?.message || 'the editor does not say what is in it');
  }
}

function bytesOf(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
