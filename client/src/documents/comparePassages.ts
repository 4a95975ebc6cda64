import { commands, languages, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { type Passage } from '../../../server/src/protocol';
import { fileName } from '../../../server/src/text/fileName';
import { t } from '../l10n';
import { lineInWords } from '../lineInWords';
import { openDocumentAt, placeOfCommand } from '../place';
import { type Questions } from '../questions';
import { verdictWords } from '../verdictWords';
import { type VirtualDocuments, virtualUri } from './virtualDocuments';

/** Lays the passage at a place and another that states the same fact side by side. */
export async function comparePassages(
  questions: Questions,
  documents: VirtualDocuments,
  ...args: unknown[]
): Promise<void> {
  const place = placeOfCommand(...args);
  if (!place) return;
  const { uri } = await openDocumentAt(place);
  const [asked, ...others] = await questions.passages({ uri: uri.toString(), position: place.position });
  if (!asked || others.length === 0) {
    await window.showInformationMessage(t('No other passage states a fact of this place.'));
    return;
  }
  const other = others.length === 1 ? others[0] : await pickPassage(asked, others);
  if (other) await showDiff(documents, asked, other);
}

async function pickPassage(asked: Passage, others: readonly Passage[]): Promise<Passage | undefined> {
  const items = others.map((passage): QuickPickItem & { passage: Passage } => {
    const { path, range, verdict, text } = passage;
    const { sign, word } = verdictWords(verdict);
    return { label: lineInWords(path, range.start.line), description: `${sign} ${word}`, detail: text, passage };
  });
  const chosen = await window.showQuickPick(items, {
    title: t('Crosscheck: Compare {0} with …', placeInWords(asked)),
    placeHolder: t('Which passage should stand beside it?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.passage;
}

async function showDiff(documents: VirtualDocuments, asked: Passage, other: Passage): Promise<void> {
  const [left, right] = [uriOf(asked), uriOf(other)];
  for (const uri of [left, right]) documents.renew(uri);
  await Promise.all([left, right].map(openWrapped));
  const { sign } = verdictWords(other.verdict);
  const title = `${placeInWords(asked)} ${sign} ${placeInWords(other)}`;
  await commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}

/** A paragraph is one long line: as Markdown it wraps in every editor that has not been told otherwise. */
async function openWrapped(uri: Uri): Promise<void> {
  await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), 'markdown');
}

function uriOf({ path, uri, range }: Passage): Uri {
  return virtualUri({ kind: 'passages', name: fileName(path), uri, position: range.start });
}

function placeInWords({ path, range }: Passage): string {
  return `${fileName(path)}:${range.start.line + 1}`;
}
