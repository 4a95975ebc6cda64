import assert from 'node:assert/strict';
import { provideConflicting } from '../../server/src/features/implementation';
import { markedSources } from '../fixtures/sources';

describe('implementations', () => {
  it('are the statements that conflict', () => {
    const { sources, id, position } = markedSources(`
//- /a.txt
They gave $6$01 million.
          ^^^^^^^^^^^ money 61e6 USD #aid
//- /b.txt
It was $60 million.
       ^^^^^^^^^^^ money 60e6 USD #aid
//- /c.txt
It was $61 million.
       ^^^^^^^^^^^ money 61e6 USD #aid
`);
    const found = provideConflicting(sources, id, position);
    assert.deepEqual(
      found.map(({ uri }) => uri),
      ['file:///ws/b.txt'],
    );
  });
  it('are none beside a mention', () => {
    const { sources, id, position } = markedSources('No$0thing.');
    assert.deepEqual(provideConflicting(sources, id, position), []);
  });
});
