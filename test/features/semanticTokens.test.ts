import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver';
import manifest from '../../package.json';
import { provideSemanticTokens } from '../../server/src/features/semanticTokens';
import { legend } from '../../server/src/features/serverCapabilities';
import { linesOf } from '../../server/src/text/lines';
import { type MarkedSources, markedSources } from '../fixtures/sources';

const breath = (): Promise<void> => Promise.resolve();

/** `line:column words type modifiers` of every token. */
async function tokens({ sources, id }: MarkedSources, range: Range | null = null): Promise<string[]> {
  const { data } = await provideSemanticTokens(sources, id, range, breath);
  const { text } = sources.index.document(id)!.tagged.scanned;
  const { starts } = linesOf(text);
  const found: string[] = [];
  let line = 0;
  let column = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
    column = down > 0 ? right : column + right;
    line += down;
    const words = text.slice(starts[line]! + column, starts[line]! + column + length);
    const named = legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    found.push([`${line}:${column}`, words, legend.tokenTypes[type], ...named].join(' '));
  }
  return found;
}

const page = `
//- /a.txt
Mr. Keller of Acme left Rome on May 16 with 12 men and $5.
^^^^^^^^^^ person Keller
              ^^^^ organization Acme
                        ^^^^ place Rome
                                ^^^^^^ date 2024-05-16
                                            ^^^^^^ quantity 12 men
                                                       ^^ money 5 USD #pay
“All the 12 men saw the Ritz, and Keller,” he said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote by Keller
         ^^^^^^ quantity 12 men
                        ^^^^ other Ritz
                                  ^^^^^^ person Keller
//- /drafts/b.txt
I say $6.
      ^^ money 6 USD #pay
`;

describe('semantic tokens', () => {
  it('have the legend of the manifest', () => {
    const { semanticTokenTypes: types, semanticTokenModifiers: modifiers } = manifest.contributes;
    assert.deepEqual(
      types.map(({ id }) => id),
      legend.tokenTypes,
    );
    assert.deepEqual(
      modifiers.map(({ id }) => id),
      legend.tokenModifiers,
    );
  });

  it('colour every mention, a quotation around what is in it', async () => {
    assert.deepEqual(await tokens(markedSources(page)), [
      '0:0 Mr. Keller person',
      '0:14 Acme organization',
      '0:24 Rome place',
      '0:32 May 16 date',
      '0:44 12 men figure',
      '0:55 $5 money conflicting',
      '1:0 “All the  quote',
      '1:9 12 men figure',
      '1:15  saw the Ritz, and  quote',
      '1:34 Keller person',
      '1:40 ,” quote',
    ]);
  });

  it('tell a draft', async () => {
    const { sources, position, files } = markedSources(page);
    const draft = { sources, id: 'file:///ws/drafts/b.txt', position, files };
    assert.deepEqual(await tokens(draft), ['0:6 $6 money conflicting draft']);
  });

  it('stop at the end of each line', async () => {
    const { sources, id } = markedSources('\nShe said nothing more.\n');
    const tagged = sources.index.document(id)!.tagged;
    const text = 'A “one\r\n\r\ntwo\rthree” b';
    const quote = {
      ...markedSources(page).sources.index.document('file:///ws/a.txt')!.tagged.quotes[0]!,
      start: 2,
      end: 20,
    };
    const { scanned } = tagged;
    Object.assign(tagged, { quotes: [quote], scanned: { ...scanned, text } });
    const { data } = await provideSemanticTokens({ ...sources, lines: () => linesOf(text) }, id, null, breath);
    assert.deepEqual(data, [0, 2, 4, 3, 0, 2, 0, 3, 3, 0, 1, 0, 6, 3, 0]);
  });

  it('are those of a range', async () => {
    const range = { start: { line: 0, character: 30 }, end: { line: 1, character: 2 } };
    const found = await tokens(markedSources(page), range);
    assert.equal(found[0], '0:32 May 16 date');
    assert.ok(found.includes('1:0 “All the  quote') || found.some((token) => token.startsWith('1:0 “All')));
    assert.ok(!found.some((token) => token.startsWith('0:0 ')));
  });

  it('never overlap, whatever the spans', async () => {
    const text = 'abcdefghij\n'.repeat(4);
    const { sources, id } = markedSources(`\n${text}`);
    const template = markedSources(page).sources.index.document('file:///ws/a.txt')!.tagged;
    const span = fc.tuple(fc.nat(43), fc.nat(43)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const ascending = fc.array(span, { maxLength: 8 }).map((spans) => spans.sort((a, b) => a.start - b.start));
    await fc.assert(
      fc.asyncProperty(ascending, ascending, async (quotes, figures) => {
        Object.assign(sources.index.document(id)!.tagged, {
          quotes: quotes.map((at) => ({ ...template.quotes[0], ...at })),
          figures: figures.map((at) => ({ ...template.figures[0], ...at })),
        });
        const { data } = await provideSemanticTokens(sources, id, null, breath);
        for (let i = 5; i < data.length; i += 5) {
          const gap = data[i]! > 0 ? 0 : data[i + 1]! - data[i - 3]!;
          assert.ok(gap >= 0 && data[i]! >= 0 && data[i + 2]! > 0);
        }
      }),
    );
  });
});
