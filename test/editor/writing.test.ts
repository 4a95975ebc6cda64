import assert from 'node:assert/strict';
import {
  commands,
  type CompletionItem,
  type CompletionList,
  Position,
  SnippetString,
  type TextDocument,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { placeOf } from './places';
import { openedDraft, reverted } from './quay';

describe('writing a draft', () => {
  let document: TextDocument;
  let close: () => Promise<void>;
  before(async () => ({ document, close } = await openedDraft()));
  afterEach(() => reverted(document));
  after(() => close());

  it('a figure of the sources is offered, with where it is from and who says so', async () => {
    const items = await completionsAfter(
      'The harbour master of Port Lennick counted warehouses destroyed by the storm: 3',
    );
    const plain = items.find((item) => labelOf(item).startsWith('34'));
    assert.ok(plain, items.map(labelOf).join(' | '));
    assert.match(detailOf(plain), /^(wire|herald)\.txt and 1 more · [34] Jun 2025$/);
    assert.ok(
      items.some((item) => /^34( warehouses)?, according to Nils Farrow$/.test(labelOf(item))),
      items.map(labelOf).join(' | '),
    );
  });

  it('a name is completed', async () => {
    const items = await completionsAfter('The quay, said Bran');
    assert.deepEqual(items.map(labelOf), ['Ida Brandvold']);
  });

  it('a quotation is completed with its speaker', async () => {
    const [item, ...more] = await completionsAfter('“We will have every');
    assert.ok(item);
    assert.deepEqual(more, []);
    assert.match(
      insertedBy(item),
      /^“We will have every berth open again before the winter sets in,” \$\{1:.*Brandvold\} said$/,
    );
  });

  it('nothing is offered in a source', async () => {
    const { uri, document: source } = await placeOf('quay/herald.txt', '€48');
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      source.positionAt(source.getText().indexOf('€48') + 3),
    );
    assert.deepEqual(
      list.items.filter(({ sortText }) => /^\d{3}$/.test(sortText ?? '')),
      [],
    );
  });

  /** What is offered behind words that are written at the end of the draft. */
  async function completionsAfter(words: string): Promise<CompletionItem[]> {
    const end = new Position(document.lineCount, 0);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, end, `\n${words}`);
    assert.ok(await workspace.applyEdit(edit));
    const last = document.lineAt(document.lineCount - 1).range.end;
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      last,
    );
    // The words of the document itself, which the editor offers, have no such place in the order.
    return list.items.filter(({ sortText }) => /^\d{3}$/.test(sortText ?? ''));
  }
});

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function detailOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? '' : (label.description ?? '');
}

function insertedBy({ insertText, textEdit }: CompletionItem): string {
  if (insertText instanceof SnippetString) return insertText.value;
  return insertText ?? textEdit?.newText ?? '';
}
