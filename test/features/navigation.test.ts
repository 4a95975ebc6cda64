import assert from 'node:assert/strict';
import { provideDefinition, withoutLinks } from '../../server/src/features/definition';
import { provideDocumentHighlights } from '../../server/src/features/documentHighlight';
import { provideReferences } from '../../server/src/features/references';
import { type MarkedSources, markedSources } from '../fixtures/sources';

const dated = `
//- /a.txt
May 17, 2024
^^^^^^^^^^^^ story 2024-05-17
They gave $6$01 million, then $61 million.
          ^^^^^^^^^^^ money 61e6 USD #aid
                             ^^^^^^^^^^^ money 61e6 USD #aid
//- /b.txt
It was $60 million.
       ^^^^^^^^^^^ money 60e6 USD #aid
//- /c.txt
May 16, 2024
^^^^^^^^^^^^ story 2024-05-16
It was $62 million.
       ^^^^^^^^^^^ money 62e6 USD #aid
`;

const named = `
//- /a.txt
Mr. Pu$0tin came. Putin went.
^^^^^^^^^ person Vladimir Putin #putin
                ^^^^^ person Vladimir Putin #putin
//- /b.txt
President Vladimir Putin spoke, Putin said.
^^^^^^^^^^^^^^^^^^^^^^^^ person Vladimir Putin #putin
                                ^^^^^ person Vladimir Putin #putin
`;

const alone = `
They gave $6$01 million.
          ^^^^^^^^^^^ money 61e6 USD
`;

const breath = (): Promise<void> => Promise.resolve();
const place = (
  uri: string,
  { start, end }: { start: { line: number; character: number }; end: { character: number } },
): string => `${uri.replace('file:///ws/', '')}:${start.line}:${start.character}-${end.character}`;

describe('definition', () => {
  const goesTo = (fixture: string): string[] => {
    const { sources, id, position } = markedSources(fixture);
    return provideDefinition(sources, id, position).map((link) => place(link.targetUri, link.targetSelectionRange));
  };
  it('is the statement of the earliest story', () => assert.deepEqual(goesTo(dated), ['c.txt:1:7-18']));
  it('is that of a source before that of a draft', () => {
    assert.deepEqual(goesTo(dated.replace('/c.txt', '/drafts/c.txt')), ['a.txt:1:10-21']);
  });
  it('is the first of the index where no story is dated', () => {
    assert.deepEqual(goesTo(dated.replace(/May.*\n\^+ story .*\n/g, '')), ['a.txt:0:10-21']);
  });
  it('is the fullest mention of a name', () => assert.deepEqual(goesTo(named), ['b.txt:0:0-24']));
  it('is the place itself where nothing else states it', () => assert.deepEqual(goesTo(alone), ['a.txt:0:10-21']));
  it('is nothing beside a mention', () => assert.deepEqual(goesTo('No$0thing.'), []));
  it('says which words it starts from, to clients that want to know', () => {
    const { sources, id, position } = markedSources(dated);
    const links = provideDefinition(sources, id, position);
    assert.deepEqual(links[0]?.originSelectionRange, {
      start: { line: 1, character: 10 },
      end: { line: 1, character: 21 },
    });
    assert.deepEqual(withoutLinks(links), [{ uri: 'file:///ws/c.txt', range: links[0]?.targetSelectionRange }]);
  });
});

describe('references', () => {
  const found = async (fixture: string, includeDeclaration: boolean): Promise<string[]> => {
    const { sources, id, position } = markedSources(fixture);
    const locations = await provideReferences(sources, { id, position, includeDeclaration }, breath);
    return locations.map(({ uri, range }) => place(uri, range));
  };
  it('are every statement in every document', async () => {
    assert.deepEqual(await found(dated, true), ['a.txt:1:10-21', 'a.txt:1:29-40', 'b.txt:0:7-18', 'c.txt:1:7-18']);
  });
  it('leave the definition out when asked to', async () => {
    assert.deepEqual(await found(dated, false), ['a.txt:1:10-21', 'a.txt:1:29-40', 'b.txt:0:7-18']);
  });
  it('are the mentions of a name in every form', async () => {
    assert.deepEqual(await found(named, true), ['a.txt:0:0-9', 'a.txt:0:16-21', 'b.txt:0:0-24', 'b.txt:0:32-37']);
  });
  it('are the place itself where nothing else states it', async () => {
    assert.deepEqual(await found(alone, true), ['a.txt:0:10-21']);
  });
  it('end when the question is withdrawn', async () => {
    const many = Array.from({ length: 1100 }, () => 'Putin\n^^^^^ person Vladimir Putin #putin').join('\n');
    const { sources, id } = markedSources(`\n${many}\n`);
    const question = { id, position: { line: 0, character: 1 }, includeDeclaration: true };
    const withdrawn = (): Promise<void> => Promise.reject(new Error('withdrawn'));
    await assert.rejects(provideReferences(sources, question, withdrawn), /withdrawn/);
  });
});

describe('document highlights', () => {
  const lit = ({ sources, id, position }: MarkedSources): string[] =>
    provideDocumentHighlights(sources, id, position).map(({ range }) => place(id, range));
  it('are the statements of the fact in this document', () => {
    assert.deepEqual(lit(markedSources(dated)), ['a.txt:1:10-21', 'a.txt:1:29-40']);
  });
  it('are the mentions of the name in this document', () => {
    assert.deepEqual(lit(markedSources(named)), ['a.txt:0:0-9', 'a.txt:0:16-21']);
  });
  it('are none beside a mention', () => assert.deepEqual(lit(markedSources('No$0thing.')), []));
});
