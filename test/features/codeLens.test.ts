import assert from 'node:assert/strict';
import { provideCodeLenses, resolveCodeLens } from '../../server/src/features/codeLens';
import { markedSources } from '../fixtures/sources';

const fixture = `
//- /a.txt
They gave $61 million.
          ^^^^^^^^^^^ money 61e6 USD #aid

Nothing here.

In all 12 came.
       ^^ quantity 12
//- /b.txt
It was $60 million.
       ^^^^^^^^^^^ money 60e6 USD #aid
`;

describe('code lenses', () => {
  const { sources } = markedSources(fixture);
  const lenses = provideCodeLenses(sources, 'file:///ws/a.txt');
  it('stand over the paragraphs with figures or quotations', () => {
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command]),
      [
        [0, undefined],
        [4, undefined],
      ],
    );
  });
  it('say how the paragraph sits with the others once they are seen', () => {
    const titles = lenses.map((lens) => resolveCodeLens(sources, lens).command?.title);
    assert.deepEqual(titles, ['≠ 1 finding · 1 fact in 1 other document', 'stated in no other document']);
  });
  it('lead to the statements of the gravest', () => {
    const { command } = resolveCodeLens(sources, lenses[0]!);
    assert.equal(command?.command, 'crosscheck.showAllMentions');
    assert.deepEqual(command.arguments, ['file:///ws/a.txt', { line: 0, character: 10 }]);
  });
  it('outlive their document', () => {
    const lens = { range: lenses[0]!.range, data: { id: 'file:///ws/gone.txt', start: 0, end: 5 } };
    assert.equal(resolveCodeLens(sources, lens).command?.title, '');
  });
});
