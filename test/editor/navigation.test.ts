import assert from 'node:assert/strict';
import {
  commands,
  type DocumentHighlight,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode';
import { describeLocations, placeOf } from './places';
import { activeExtension } from './session';

describe('navigation', () => {
  before(activeExtension);

  it('finds every statement of a figure, in every file', async () => {
    assert.deepEqual(await references('courier.txt', '$24 billion'), [
      'courier.txt: $24 billion',
      'notes.md: $24 billion',
    ]);
  });

  it('finds every mention of a person, under all her names', async () => {
    const found = await references('courier.txt', 'Keller');
    assert.deepEqual(
      found.map((place) => place.replace('Senator ', '')),
      ['courier.txt: Keller', 'ledger.txt: Anna Keller', 'ledger.txt: Keller', 'notes.md: Anna Keller'],
    );
  });

  it('goes to where a fact is first stated', async () => {
    const { uri, position } = await placeOf('notes.md', '$24 billion');
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      position,
    );
    assert.deepEqual(await describeLocations(found.map(asLocation)), ['courier.txt: $24 billion']);
  });

  it('highlights the mentions of a person in the document', async () => {
    const { uri, position, document } = await placeOf('ledger.txt', 'Keller');
    const found = await commands.executeCommand<DocumentHighlight[]>('vscode.executeDocumentHighlights', uri, position);
    assert.equal(found.length, 2);
    for (const { range } of found) assert.match(document.getText(range), /Keller$/);
  });

  it('outlines who is named, what is quoted and every figure', async () => {
    const { uri } = await placeOf('ledger.txt', '');
    const found = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    const names = flatten(found).map(({ name }) => name);
    for (const expected of [/Anna Keller/, /\$61 billion/, /We should have acted/]) {
      assert.ok(
        names.some((name) => expected.test(name)),
        `${expected} is not among ${names.join(' | ')}`,
      );
    }
  });

  it('finds a person of the workspace by name', async () => {
    const found = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Keller');
    assert.ok(
      found.some(({ name }) => name.includes('Anna Keller')),
      found.map(({ name }) => name).join(' | '),
    );
  });
});

async function references(path: string, words: string): Promise<string[]> {
  const { uri, position } = await placeOf(path, words);
  return describeLocations(await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position));
}

function asLocation(found: Location | LocationLink): Location {
  return 'targetUri' in found
    ? { uri: found.targetUri, range: found.targetSelectionRange ?? found.targetRange }
    : found;
}

function flatten(symbols: DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children ?? [])]);
}
