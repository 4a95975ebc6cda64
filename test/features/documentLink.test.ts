import assert from 'node:assert/strict';
import { provideDocumentLinks } from '../../server/src/features/documentLink';
import { markedSources } from '../fixtures/sources';

describe('document links', () => {
  const links = (notes: string, ...files: string[]): string[] => {
    const { sources } = markedSources(
      [`//- /notes.md\n${notes}`, ...files.map((f) => `//- /${f}\nText.\n`)].join('\n'),
    );
    return provideDocumentLinks(sources, 'file:///ws/notes.md').map(
      ({ range, target }) => `${range.start.character}-${range.end.character} ${target?.slice('file:///ws/'.length)}`,
    );
  };
  it('lead from the name of a file to the file', () => {
    assert.deepEqual(links('See wire.txt here.', 'reports/wire.txt'), ['4-12 reports/wire.txt']);
  });
  it('lead to the line that is named', () => {
    assert.deepEqual(links('wire.txt:12 and wire.txt, line 3', 'wire.txt'), ['0-11 wire.txt#L12', '16-32 wire.txt#L3']);
  });
  it('need the folder where two files have one name', () => {
    assert.deepEqual(links('wire.txt, b/wire.txt', 'a/wire.txt', 'b/wire.txt'), ['10-20 b/wire.txt']);
  });
  it('are none to oneself, to what is not there, or inside an address', () => {
    assert.deepEqual(links('notes.md none.txt https://x.org/wire.txt', 'wire.txt'), []);
  });
  it('take a hostile line in its stride', () => {
    assert.deepEqual(links('a/'.repeat(50_000) + 'wire.txt'.repeat(20_000), 'wire.txt').length <= 1, true);
  });
});
