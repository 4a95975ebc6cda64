import { Position, type Range, type TextDocument, Uri, window, workspace } from 'vscode';
import { type PlaceRange } from '../../server/src/protocol';
import { t } from './l10n';

export interface Place {
  readonly uri: Uri;
  readonly position: Position;
}

/**
 * The place that a command was called for: the one that the link of a hover gives as `(uri, { line, character })`, that of the line of
 * a view, or the cursor's; where there is none, the user is told.
 */
export function placeOfCommand(first?: unknown, second?: unknown): Place | undefined {
  const place = placeOfLink(first, second) ?? placeOfNode(first) ?? placeOfCursor();
  if (!place) void window.showInformationMessage(t('Put the cursor on a name, quotation or figure first.'));
  return place;
}

/** The document at a place, opened: the server must know it before it is asked. */
export async function openDocumentAt({ uri }: Place): Promise<TextDocument> {
  return workspace.openTextDocument(uri);
}

/** Opens the editor at a range. */
export async function reveal(uri: Uri, range: Range): Promise<void> {
  await window.showTextDocument(uri, { selection: range });
}

function placeOfCursor(): Place | undefined {
  const editor = window.activeTextEditor;
  return editor && { uri: editor.document.uri, position: editor.selection.active };
}

/** The editor's own menus call commands with arguments of another kind: those are no place of a link. */
function placeOfLink(uri: unknown, position: unknown): Place | undefined {
  if (typeof uri !== 'string' || typeof position !== 'object' || position === null) return undefined;
  const { line, character } = position as Record<string, unknown>;
  if (!isIndex(line) || !isIndex(character)) return undefined;
  return { uri: Uri.parse(uri), position: new Position(line, character) };
}

function placeOfNode(node: unknown): Place | undefined {
  if (typeof node !== 'object' || node === null || !('place' in node)) return undefined;
  const { uri, range } = node.place as { uri: string; range: PlaceRange };
  return placeOfLink(uri, range.start);
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
