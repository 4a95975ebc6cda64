import { commands, Position, Range, Uri, window, workspace } from 'vscode';
import { type LanguageClient, ReferencesRequest } from 'vscode-languageclient/node';

interface Place {
  uri: Uri;
  position: Position;
}

/**
 * Peeks at every statement of the fact, or every mention of the name, at a place: the cursor's, or the one that the link
 * of a hover gives as `(uri, { line, character })`.
 */
export async function showAllMentions(client: LanguageClient, uri?: unknown, position?: unknown): Promise<void> {
  const place = placeOfLink(uri, position) ?? placeOfCursor();
  if (!place) return;
  const document = await workspace.openTextDocument(place.uri); // the server must know it before it is asked
  const found = await client.sendRequest(ReferencesRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(place.position),
    context: { includeDeclaration: true },
  });
  const locations = (await client.protocol2CodeConverter.asReferences(found)) ?? [];
  if (locations.length === 0) {
    await window.showInformationMessage('Crosscheck knows no name, quotation or figure at this place.');
    return;
  }
  await window.showTextDocument(document, { selection: new Range(place.position, place.position) });
  await commands.executeCommand('editor.action.showReferences', document.uri, place.position, locations);
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

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
