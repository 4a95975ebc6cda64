import type { WorkspaceEdit } from 'vscode-languageserver';
import { linesOf, positionAt } from '../text/lines';
import type { BufferEdit } from '../workspace/decisionFiles';

/** The edits of open files, each for one version of its buffer and no longer than what changes. */
export function bufferEdits(edits: readonly BufferEdit[]): WorkspaceEdit {
  return {
    documentChanges: edits.map(({ location: uri, version, before, after }) => {
      let head = 0;
      while (head < before.length && before[head] === after[head]) head++;
      let tail = 0;
      const most = Math.min(before.length, after.length) - head;
      while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
      const lines = linesOf(before);
      const range = { start: positionAt(lines, head), end: positionAt(lines, before.length - tail) };
      return { textDocument: { uri, version }, edits: [{ range, newText: after.slice(head, after.length - tail) }] };
    }),
  };
}
