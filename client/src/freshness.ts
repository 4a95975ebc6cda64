import { type TextDocument, type WorkspaceEdit } from 'vscode';

type Versioned = Pick<TextDocument, 'uri' | 'version'>;

/**
 * Remembers how the open documents are at this moment, and says of an edit that the server works out meanwhile whether it still fits: an
 * edit for an older version would hit other words.
 * @param open the documents that are open, asked for now and again with each edit
 */
export function freshness(open: () => readonly Versioned[]): (edit: Pick<WorkspaceEdit, 'entries'>) => boolean {
  const before = versions(open());
  return (edit) => {
    const now = versions(open());
    return edit.entries().every(([uri]) => {
      const version = before.get(uri.toString());
      return version === undefined || version === now.get(uri.toString());
    });
  };
}

function versions(documents: readonly Versioned[]): Map<string, number> {
  return new Map(documents.map(({ uri, version }) => [uri.toString(), version]));
}
