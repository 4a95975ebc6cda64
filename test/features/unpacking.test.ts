import assert from 'node:assert/strict';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { provideHover } from '../../server/src/features/hover';
import { markdown } from '../../server/src/features/markup';
import { provideReferences } from '../../server/src/features/references';
import { factsOf } from '../../server/src/facts/documentFacts';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import { positionAt } from '../../server/src/text/lines';
import { sourcesOf } from '../../server/src/workspace/sources';

const allRead = { phase: 'ready', documents: 3, done: 3 } as const;

describe('an answer about a figure', () => {
  const texts = {
    'a.txt': 'Parliament approved $61 million in emergency aid for the town of Torvik on Monday.\n',
    'b.txt': 'On Monday Parliament approved $64 million in emergency aid for the town of Torvik.\n',
    'c.txt': 'Torvik has a harbour. Parliament approved $61 million in emergency aid for the town on Monday.\n',
  };
  const index = new FactIndex();
  const unpacked = new Set<string>();
  for (const [id, text] of Object.entries(texts)) {
    const tagged = tag(text);
    const document = {
      id,
      label: id,
      draft: false,
      text,
      get tagged() {
        unpacked.add(id);
        return tagged;
      },
    };
    index.replace(document, factsOf(tagged));
  }
  const sources = sourcesOf(index);
  const position = positionAt(sources.lines('a.txt')!, texts['a.txt'].indexOf('61'));
  const unpackedBy = async (ask: () => unknown): Promise<string[]> => {
    unpacked.clear();
    await ask();
    return [...unpacked];
  };

  it('unpacks no document', async () => {
    const style = { markup: markdown, commands: false };
    const hover = (): unknown => {
      const shown = JSON.stringify(provideHover(sources, 'a.txt', position, style, allRead));
      assert.match(shown, /Parliament approved \*\*\$64 million\*\* in emergency aid/);
      assert.match(shown, /c\.txt, line 1.*Parliament approved \*\*\$61 million\*\*/);
      return shown;
    };
    assert.deepEqual(await unpackedBy(hover), []);
    const references = async (): Promise<void> => {
      const question = { id: 'a.txt', position, includeDeclaration: true };
      assert.equal((await provideReferences(sources, question, async () => undefined)).length, 3);
    };
    assert.deepEqual(await unpackedBy(references), []);
  });

  it('unpacks one document of each side for the link that marks a finding as checked', async () => {
    const [finding] = index.findings();
    const style = { markup: markdown, commands: true, asksReasons: true };
    const at = positionAt(sources.lines(finding!.document)!, finding!.start);
    const hover = (): void => {
      const shown = JSON.stringify(provideHover(sources, finding!.document, at, style, allRead));
      assert.match(shown, /\[Mark as checked…\]/);
    };
    assert.equal(finding!.related.length, 2);
    assert.deepEqual(await unpackedBy(hover), [finding!.document, finding!.related[0]!.document]);
  });

  it('needs none unpacked for a problem', async () => {
    const [finding] = index.findings();
    const problem = (): void => {
      const [first] = diagnosticsOf(sources, [finding!], '');
      assert.match(first!.relatedInformation![0]!.message, /^“\$6[14] million”: “.*Parliament approved/);
    };
    assert.deepEqual(await unpackedBy(problem), []);
  });
});
