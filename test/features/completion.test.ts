import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver';
import { provideCompletions } from '../../server/src/features/completion';
import { markedSources } from '../fixtures/sources';

const sourcesOfDraft = `
//- /wire.txt
April 2, 2024
^^^^^^^^^^^^^ story 2024-04-02
Ada Orr set aside $61 million for dikes.
^^^^^^^ person Ada Orr #ada
                  ^^^^^^^^^^^ money 61e6 USD
The council gave $64 million for roads.
                 ^^^^^^^^^^^ money 64e6 USD
“The dikes will hold for fifty years.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote by Ada Orr
`;

describe('completion in a draft', () => {
  const itemsFor = (draft: string): CompletionItem[] => {
    const { sources, id, position } = markedSources(`//- /drafts/story.txt\n${draft}\n${sourcesOfDraft}`);
    return provideCompletions(sources, id, position)?.items ?? [];
  };
  const written = (draft: string): (string | undefined)[] => itemsFor(draft).map(({ textEdit }) => textEdit?.newText);

  it('offers the figures that begin so, those of a like sentence first', () => {
    assert.deepEqual(written('For dikes they found $6$0'), ['$61 million', '$64 million']);
    assert.deepEqual(written('For roads the council found $6$0'), ['$64 million', '$61 million']);
    assert.deepEqual(written('They found $61$0'), ['$61 million']);
    assert.deepEqual(written('They found $7$0'), []);
  });
  it('says where it is from and in which words', () => {
    const [item] = itemsFor('They found $61$0');
    assert.equal(item?.labelDetails?.description, 'wire.txt · 2 Apr 2024');
    assert.match(JSON.stringify(item.documentation), /set aside \*\*\$61 million\*\* for dikes/);
  });
  it('replaces what was typed', () => {
    const [item] = itemsFor('They found $61$0');
    assert.deepEqual((item?.textEdit as { range: unknown }).range, {
      start: { line: 0, character: 11 },
      end: { line: 0, character: 14 },
    });
  });
  it('offers quotations behind an opened mark, with their speaker as a stop', () => {
    assert.deepEqual(written('Later: “The di$0'), ['“The dikes will hold for fifty years,” ${1:Ada Orr} said']);
    assert.deepEqual(written('Later: “Zeb$0'), []);
  });
  it('offers names by any of their words', () => {
    assert.deepEqual(written('So said Or$0'), ['Ada Orr']);
    assert.deepEqual(written('So said Ad$0'), ['Ada Orr']);
  });
  it('offers nothing in the middle of plain words, nor in a source', () => {
    assert.deepEqual(written('So it wa$0'), []);
    const { sources } = markedSources(sourcesOfDraft);
    assert.equal(provideCompletions(sources, 'file:///ws/wire.txt', { line: 1, character: 21 }), null);
  });
});
