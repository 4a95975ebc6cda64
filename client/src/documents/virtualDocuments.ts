import { Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { type Questions } from '../questions';
import { type Address, addressOf, partsOf, scheme } from './addresses';

export function virtualUri(address: Address): Uri {
  return Uri.from(partsOf(address));
}

/** Provides the passages and fact sheets, and writes them anew when the index has changed. */
export function provideVirtualDocuments(questions: Questions, index: IndexStatus): Disposable {
  const changed = new EventEmitter<Uri>();
  const writtenAt = new Map<string, number | undefined>();
  const generation = (): number | undefined => index.status()?.generation;

  async function content(uri: Uri): Promise<string> {
    writtenAt.set(uri.toString(), generation());
    const address = addressOf(uri);
    const known = address && (await textOf(questions, address));
    return known ?? `${t('Nothing is known of this place any more.')}\n`;
  }

  function rewrite(): void {
    if (index.status()?.phase !== 'ready') return;
    for (const { uri, isClosed } of workspace.textDocuments) {
      if (uri.scheme === scheme && !isClosed && writtenAt.get(uri.toString()) !== generation()) changed.fire(uri);
    }
  }

  return Disposable.from(
    changed,
    index.onDidChangeStatus(rewrite),
    workspace.onDidCloseTextDocument(({ uri }) => writtenAt.delete(uri.toString())),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: content,
    }),
  );
}

async function textOf(questions: Questions, { kind, uri, position }: Address): Promise<string | undefined> {
  if (kind === 'sheets') return (await questions.factSheet({ uri, position }))?.markdown;
  const [asked] = await questions.passages({ uri, position });
  return asked && `${asked.text}\n`;
}
