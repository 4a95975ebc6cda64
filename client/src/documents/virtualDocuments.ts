import { Disposable, EventEmitter, type TextDocument, Uri, workspace } from 'vscode';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { type Questions } from '../questions';
import { type Address, addressOf, partsOf, scheme } from './addresses';

export interface VirtualDocuments extends Disposable {
  /** How one reads now, whatever an editor shows of it. */
  read(uri: Uri): Promise<string>;
  /** To be called before one is shown: the editor may still hold what was closed, as it read then. */
  renew(uri: Uri): void;
}

export function virtualUri(address: Address): Uri {
  return Uri.from(partsOf(address));
}

/** Provides the passages and fact sheets, and writes them anew when the index has changed. */
export function provideVirtualDocuments(questions: Questions, index: IndexStatus): VirtualDocuments {
  const changed = new EventEmitter<Uri>();
  const writtenAt = new Map<string, number | undefined>();
  const generation = (): number | undefined => index.status()?.generation;

  async function content(uri: Uri): Promise<string> {
    writtenAt.set(uri.toString(), generation());
    return read(uri);
  }

  async function read(uri: Uri): Promise<string> {
    const address = addressOf(uri);
    const known = address && (await textOf(questions, address));
    return known ?? `${t('Nothing is known of this place any more.')}\n`;
  }

  function rewrite(): void {
    if (index.status()?.phase !== 'ready') return;
    for (const { uri } of open()) if (writtenAt.get(uri.toString()) !== generation()) changed.fire(uri);
  }

  const provider = Disposable.from(
    changed,
    index.onDidChangeStatus(rewrite),
    workspace.onDidCloseTextDocument(({ uri }) => writtenAt.delete(uri.toString())),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: content,
    }),
  );
  return {
    dispose: () => provider.dispose(),
    read,
    renew: (uri) => {
      if (open().some((document) => document.uri.toString() === uri.toString())) changed.fire(uri);
    },
  };
}

function open(): TextDocument[] {
  return workspace.textDocuments.filter(({ uri, isClosed }) => uri.scheme === scheme && !isClosed);
}

async function textOf(questions: Questions, { kind, uri, position }: Address): Promise<string | undefined> {
  if (kind === 'sheets') return (await questions.factSheet({ uri, position }))?.markdown;
  const [asked] = await questions.passages({ uri, position });
  return asked && `${asked.text}\n`;
}
