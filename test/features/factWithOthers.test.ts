import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import { factWithOthersAt } from '../../server/src/features/factWithOthers';
import { provideConflicting } from '../../server/src/features/implementation';
import { providePassages } from '../../server/src/features/passages';
import { tag } from '../../server/src/tag/tag';
import { positionAt } from '../../server/src/text/lines';
import { sourcesOf } from '../../server/src/workspace/sources';

describe('a figure in a quotation', () => {
  const said = (soon: string): string =>
    `“We had the gate of the lock closed ${soon} the first warning from Torvik,” Elin Marsdal told reporters.\n`;
  const files: Record<string, string> = {
    'a.txt': said('right after'),
    'drafts/s.txt': said('fourteen minutes after'),
  };
  const index = new FactIndex();
  for (const [label, text] of Object.entries(files))
    index.replace({ id: label, label, draft: label.startsWith('drafts/'), tagged: tag(text) });
  const sources = sourcesOf(index);
  const draft = 'drafts/s.txt';
  const offset = files[draft]!.indexOf('fourteen') + 2;
  const position = positionAt(sources.lines(draft)!, offset);

  it('stands for the quotation, where nobody else states it', () => {
    assert.equal(sources.index.factAt(draft, offset)?.kind, 'figure');
    assert.equal(factWithOthersAt(sources, draft, offset)?.kind, 'quote');
    assert.deepEqual(
      providePassages(sources, draft, position).map(({ path }) => path),
      [draft, 'a.txt'],
    );
    assert.deepEqual(
      provideConflicting(sources, draft, position).map(({ uri }) => uri),
      ['a.txt'],
    );
  });

  it('stands for nothing beside the quotation, or where nothing is known', () => {
    assert.equal(factWithOthersAt(sources, draft, files[draft]!.indexOf('reporters')), null);
    assert.equal(factWithOthersAt(sources, 'none.txt', 3), null);
  });
});
