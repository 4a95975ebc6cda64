import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileAnswer, type FileKind, fileMethod, type FileQuestion } from '../../server/src/protocol';

/** Answers what the server asks about files that it cannot reach: see `fileMethod`. */
export function answerFileQuestions(client: BaseLanguageClient): Disposable {
  return client.onRequest(fileMethod, (question: FileQuestion) => answer(question).catch(failureOf));
}

async function answer(question: FileQuestion): Promise<FileAnswer> {
  const uri = Uri.parse(question.uri);
  switch (question.ask) {
    case 'bytes':
      return { bytes: charactersOf(await workspace.fs.readFile(uri)) };
    case 'entries': {
      const entries = await workspace.fs.readDirectory(uri);
      return { entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
    }
    case 'stat': {
      const { type, size, mtime } = await workspace.fs.stat(uri);
      return { stat: { kind: kindOf(type), size, modified: mtime } };
    }
    case 'write':
      await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
      await workspace.fs.writeFile(uri, new TextEncoder().encode(question.text));
      return { written: true };
  }
}

/** A link counts as what it leads to, but a folder that links lead to is not entered: nobody would know it again, and links may lead in a circle. */
function kindOf(type: FileType): FileKind {
  if (type & FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

function failureOf(error: unknown): FileAnswer {
  const code = error instanceof FileSystemError ? error.code : '';
  return { failed: failures[code] ?? 'other', message: error instanceof Error ? error.message : String(error) };
}

const failures: Record<string, 'gone' | 'forbidden'> = {
  FileNotFound: 'gone',
  FileNotADirectory: 'gone',
  NoPermissions: 'forbidden',
};

/** At most so many arguments at a time. */
const chunk = 8192;

function charactersOf(bytes: Uint8Array): string {
  let characters = '';
  for (let i = 0; i < bytes.length; i += chunk) characters += String.fromCharCode(...bytes.subarray(i, i + chunk));
  return characters;
}
