import {
  type DataTransfer,
  DataTransferItem,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  languages,
  type Range,
  type TextDocument,
} from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';
import { type Attribution, attributionMethod, type AttributionQuestion } from '../../server/src/protocol';
import { servedDocuments } from './clientOptions';
import { t } from './l10n';

/** Where copied words are from travels with them under this name; other programs do not see it. */
const originType = 'application/vnd.crosscheck.origin';

const kind = DocumentDropOrPasteEditKind.Text.append('crosscheck', 'attribution');

/** Pasting a passage of a source into a draft offers it with its attribution, beside the plain words, which stay the default. */
export function offerAttributionOnPaste(client: BaseLanguageClient): Disposable {
  const provider: DocumentPasteEditProvider = {
    prepareDocumentPaste(document: TextDocument, ranges: readonly Range[], transfer: DataTransfer) {
      const [range, ...others] = ranges;
      if (!range || range.isEmpty || others.length > 0) return;
      const origin = { uri: document.uri.toString(), range: client.code2ProtocolConverter.asRange(range) };
      transfer.set(originType, new DataTransferItem(JSON.stringify(origin)));
    },
    async provideDocumentPasteEdits(document, _ranges, transfer, _context, token) {
      const carried = transfer.get(originType);
      const plain = transfer.get('text/plain');
      if (!carried || !plain || !client.isRunning()) return undefined;
      const source = originOf(await carried.asString());
      if (!source) return undefined;
      const question: AttributionQuestion = { source, target: document.uri.toString(), text: await plain.asString() };
      const offered = await client.sendRequest<Attribution | null>(attributionMethod, question, token);
      if (!offered) return undefined;
      const edit = new DocumentPasteEdit(offered.text, t('Paste with Attribution'), kind);
      edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  return languages.registerDocumentPasteEditProvider(servedDocuments(), provider, {
    providedPasteEditKinds: [kind],
    copyMimeTypes: [originType],
    pasteMimeTypes: [originType],
  });
}

/** What came over the clipboard is whatever somebody put there. */
function originOf(carried: string): AttributionQuestion['source'] | undefined {
  try {
    const { uri, range } = JSON.parse(carried) as Partial<AttributionQuestion['source']>;
    return typeof uri === 'string' && typeof range === 'object' ? { uri, range } : undefined;
  } catch {
    return undefined;
  }
}
