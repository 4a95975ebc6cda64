import assert from 'node:assert/strict';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { provideDocumentSymbols, withoutTree } from '../../server/src/features/documentSymbols';
import { matchScore, provideWorkspaceSymbols } from '../../server/src/features/workspaceSymbols';
import { markedSources } from '../fixtures/sources';

const breath = (): Promise<void> => Promise.resolve();

function drawn(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail ? ` (${detail})` : ''}`,
    ...drawn(children, `${indent}  `),
  ]);
}

const page = `
//- /a.md
# Aid

Congress gave $61 billion to Ada Lovelace. Lovelace said: “It came to $61 billion.”
              ^^^^^^^^^^^ money 61e9 USD
                             ^^^^^^^^^^^^ person Ada Lovelace
                                           ^^^^^^^^ person Ada Lovelace
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ quote by Ada Lovelace
                                                                      ^^^^^^^^^^^ money 61e9 USD

Nothing to see here.

On May 16 she left.
   ^^^^^^ date 2024-05-16
`;

describe('document symbols', () => {
  it('are the headings and the paragraphs, with what they name, quote and count', () => {
    const { sources, id } = markedSources(page);
    assert.deepEqual(drawn(provideDocumentSymbols(sources, id)), [
      'Aid',
      'Congress gave $61 billion to Ada Lovelace. Lovelace said: …',
      '  $61 billion (61,000,000,000 US dollars)',
      '  Ada Lovelace (person)',
      '  “It came to $61 billion.” (Ada Lovelace)',
      '    $61 billion (61,000,000,000 US dollars)',
      'On May 16 she left.',
      '  May 16 (16 May 2024)',
    ]);
  });

  it('hold their children', () => {
    const { sources, id } = markedSources(page);
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        assert.ok(before(range.start, inner.start) && before(inner.end, range.end));
      }
      children.forEach(check);
    };
    const before = (a: { line: number; character: number }, b: { line: number; character: number }): boolean =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    provideDocumentSymbols(sources, id).forEach(check);
  });

  it('lie flat for clients that know no tree', () => {
    const { sources, id } = markedSources(page);
    const flat = withoutTree(id, provideDocumentSymbols(sources, id));
    assert.equal(flat.length, 8);
    assert.deepEqual(
      flat.filter(({ containerName }) => containerName?.startsWith('“It')).map(({ name }) => name),
      ['$61 billion'],
    );
  });

  it('are none in an empty document', () => {
    const { sources, id } = markedSources('\n');
    assert.deepEqual(provideDocumentSymbols(sources, id), []);
  });
});

describe('workspace symbols', () => {
  const folder = markedSources(`
//- /a.txt
Ada Lovelace met Émile Zola at Adare Ltd. in Paris.
^^^^^^^^^^^^ person Ada Lovelace
                 ^^^^^^^^^^ person Émile Zola
                               ^^^^^^^^^^ organization Adare Ltd.
                                             ^^^^^ place Paris
//- /b.txt
Lovelace left the Titanic.
^^^^^^^^ person Ada Lovelace
                  ^^^^^^^ other Titanic
`).sources;
  const names = async (query: string): Promise<string[]> =>
    (await provideWorkspaceSymbols(folder, query, breath)).map(({ name }) => name);

  it('are people, organizations and places', async () => {
    assert.deepEqual(await names(''), ['Ada Lovelace', 'Adare Ltd.', 'Paris', 'Émile Zola']);
    const [first] = await provideWorkspaceSymbols(folder, 'lovelace', breath);
    assert.equal(first?.kind, SymbolKind.Class);
    assert.equal(first?.containerName, 'person, 2 times in 2 documents');
  });

  it('are found by a part, without case or accents, or by letters in their order', async () => {
    assert.deepEqual(await names('love'), ['Ada Lovelace']);
    assert.deepEqual(await names('EMILE Z'), ['Émile Zola']);
    assert.deepEqual(await names('azl'), []);
    assert.deepEqual(await names('alv'), ['Ada Lovelace']);
  });

  it('have the closest first', () => {
    const queries = ['ada', 'love', 'lace', 'alc', 'xyz'];
    assert.deepEqual(
      queries.map((query) => matchScore(query, 'Ada Lovelace')),
      [3, 2, 1, 0, null],
    );
  });

  it('are no more than anybody reads', async () => {
    const word = (i: number): string => i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)]!);
    const many = Array.from({ length: 300 }, (_, i) => `X${word(i)}\n^^ person X${word(i)}`).join('\n');
    const { sources } = markedSources(`\n${many}\n`);
    assert.equal((await provideWorkspaceSymbols(sources, 'x', breath)).length, 200);
  });
});
