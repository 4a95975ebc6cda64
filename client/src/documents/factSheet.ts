import { Uri, window, workspace } from 'vscode';
import { t } from '../l10n';
import { openDocumentAt, placeOfCommand } from '../place';
import { type Questions } from '../questions';
import { addressOf, safeName, scheme } from './addresses';
import { type VirtualDocuments, virtualUri } from './virtualDocuments';

/** How the files of kept sheets end: they repeat what the sources state, and are none. */
const keptEnding = '.factsheet.md';

/** Shows everything that is known of the fact or the person at a place. */
export async function showFactSheet(
  questions: Questions,
  documents: VirtualDocuments,
  ...args: unknown[]
): Promise<void> {
  const place = placeOfCommand(...args);
  if (!place) return;
  const { uri } = await openDocumentAt(place);
  const question = { uri: uri.toString(), position: place.position };
  const sheet = await questions.factSheet(question);
  if (!sheet) {
    await window.showInformationMessage(t('Crosscheck knows no name, quotation or figure at this place.'));
    return;
  }
  const address = virtualUri({ kind: 'sheets', name: `${safeName(sheet.title)}.md`, ...question });
  documents.renew(address);
  await window.showTextDocument(address, { preview: true });
}

/** Keeps a fact sheet as a file: the sheet that is open, or that of the address given. */
export async function keepFactSheet(documents: VirtualDocuments, given?: unknown, target?: unknown): Promise<void> {
  const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
  const address = uri?.scheme === scheme ? addressOf(uri) : undefined;
  if (!uri || address?.kind !== 'sheets') {
    await window.showInformationMessage(t('Open a fact sheet first: Crosscheck: Show Fact Sheet.'));
    return;
  }
  const file = target instanceof Uri ? target : await askForFile(address.name, Uri.parse(address.uri));
  if (!file) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(await documents.read(uri)));
  await window.showTextDocument(file);
}

/** Beside the document that it was asked for, unless the user says otherwise. */
async function askForFile(name: string, document: Uri): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(document) ?? workspace.workspaceFolders?.[0];
  const file = name.replace(/\.md$/, keptEnding);
  const defaultUri = folder && Uri.joinPath(folder.uri, file);
  return window.showSaveDialog({ title: t('Keep the Fact Sheet'), defaultUri, filters: { Markdown: ['md'] } });
}
