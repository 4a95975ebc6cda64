import assert from 'node:assert/strict';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { markedSources } from '../fixtures/sources';

describe('diagnostics', () => {
  it('report a pair once, with the other side, the reason and the id of the finding', () => {
    const { sources } = markedSources(`
//- /a.txt
Congress approved $61 billion.
                  ^^^^^^^^^^^ money 61e9 USD #aid
//- /b.txt
It gave $60 billion in aid.
        ^^^^^^^^^^^ money 60e9 USD #aid
`);
    assert.deepEqual(diagnosticsOf(sources, sources.findings(), 'file:///docs'), [
      {
        range: { start: { line: 0, character: 18 }, end: { line: 0, character: 29 } },
        severity: 2,
        source: 'crosscheck',
        code: 'conflicting-figure',
        codeDescription: { href: 'file:///docs/conflicting-figure.md' },
        message: 'These cannot both be right.\n61000000000 and 60000000000 differ',
        relatedInformation: [
          {
            location: {
              uri: 'file:///ws/b.txt',
              range: { start: { line: 0, character: 8 }, end: { line: 0, character: 19 } },
            },
            message: '“$60 billion”: “It gave $60 billion in aid.”',
          },
        ],
        data: 'finding-aid',
      },
    ]);
  });

  it('are none where all agree', () => {
    const { sources } = markedSources(`
//- /a.txt
It gave $61 billion.
        ^^^^^^^^^^^ money 61e9 USD #aid
//- /b.txt
It gave $61 billion.
        ^^^^^^^^^^^ money 61e9 USD #aid
`);
    assert.equal(diagnosticsOf(sources, sources.findings(), '').length, 0);
  });
});
