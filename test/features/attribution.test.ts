import assert from 'node:assert/strict';
import { provideAttribution } from '../../server/src/features/attribution';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import { linesOf, positionAt } from '../../server/src/text/lines';
import { sourcesOf } from '../../server/src/workspace/sources';

const wire = `PORT ELLERY, May 17, 2024 — The gate failed at noon.

“Nobody had looked at the gate for years,” Ann Orr told reporters.
`;

describe('the attribution of what is pasted', () => {
  const index = new FactIndex();
  const add = (id: string, draft: boolean, text: string): void =>
    index.replace({ id, label: id, draft, tagged: tag(text) });
  add('in/wire.txt', false, wire);
  add('story.txt', true, 'A draft.\n');
  add('other.txt', false, 'A source.\n');
  const pasted = (words: string, target = 'story.txt', uri = 'in/wire.txt'): string | undefined => {
    const start = wire.indexOf(words);
    const lines = linesOf(wire);
    const range = { start: positionAt(lines, start), end: positionAt(lines, start + words.length) };
    return provideAttribution(sourcesOf(index), { source: { uri, range }, target, text: words })?.text;
  };

  it('names the document and its day', () => {
    assert.equal(pasted('The gate failed at noon.'), 'The gate failed at noon. (wire.txt, 17 May 2024)');
  });
  it('names the speaker of a quotation, whole or in part', () => {
    assert.equal(
      pasted('“Nobody had looked at the gate for years,”'),
      '“Nobody had looked at the gate for years,” Ann Orr said (wire.txt, 17 May 2024)',
    );
    assert.equal(pasted('looked at the gate'), '“looked at the gate,” Ann Orr said (wire.txt, 17 May 2024)');
  });
  it('is offered in drafts only, and for what is known', () => {
    assert.equal(pasted('The gate failed', 'other.txt'), undefined);
    assert.equal(pasted('The gate failed', 'story.txt', 'none.txt'), undefined);
    assert.equal(pasted('The gate failed', 'in/wire.txt'), undefined);
  });
});
