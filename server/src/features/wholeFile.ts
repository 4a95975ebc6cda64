import type { WorkspaceEdit } from 'vscode-languageserver';

/** Past the last line of any file; a client moves what is outside of a text into it. */
const lastLine = 2 ** 31 - 1;

/** An edit that gives a file this text and no other, and makes it where it is not there. */
export function wholeFile(uri: string, text: string): WorkspaceEdit {
  const range = { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range, newText: text }] },
    ],
  };
}
