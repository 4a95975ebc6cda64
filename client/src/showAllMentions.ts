import { commands, Range, window } from 'vscode';
import { type BaseLanguageClient, ReferencesRequest } from 'vscode-languageclient';
import { t } from './l10n';
import { openDocumentAt, placeOfCommand } from './place';

/** Peeks at every statement of the fact, or every mention of the name, at the place that the command was called for. */
export async function showAllMentions(client: BaseLanguageClient, ...args: unknown[]): Promise<void> {
  const place = placeOfCommand(...args);
  if (!place) return;
  const document = await openDocumentAt(place);
  const found = await client.sendRequest(ReferencesRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(place.position),
    context: { includeDeclaration: true },
  });
  const locations = (await client.protocol2CodeConverter.asReferences(found)) ?? [];
  if (locations.length === 0) {
    await window.showInformationMessage(t('Crosscheck knows no name, quotation or figure at this place.'));
    return;
  }
  await window.showTextDocument(document, { selection: new Range(place.position, place.position) });
  await commands.executeCommand('editor.action.showReferences', document.uri, place.position, locations);
}
