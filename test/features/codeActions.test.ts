import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import { decideCommand, decidingOf, provideCodeActions } from '../../server/src/features/codeActions';
import { positionAt } from '../../server/src/text/lines';
import { tag } from '../../server/src/tag/tag';
import { readEntry } from '../../server/src/workspace/decisions';
import { sourcesOf } from '../../server/src/workspace/sources';

const texts: Record<string, string> = {
  'a.txt': 'Then Karin Lindgren of Renwick Holdings Ltd. spoke in Oslo.',
  'b.txt': 'Then Peter Lindgren spoke. Renwick paid $5 million.',
};

function titles(document: string, words: string, only?: string[]): string[] {
  const index = new FactIndex();
  for (const [id, text] of Object.entries(texts)) index.replace({ id, label: id, draft: false, tagged: tag(text) });
  const sources = sourcesOf(index);
  const at = positionAt(sources.lines(document)!, texts[document]!.indexOf(words) + 1);
  const actions = provideCodeActions(sources, document, { start: at, end: at }, only);
  for (const { kind, command } of actions) {
    assert.equal(kind, 'quickfix');
    assert.equal(command?.command, decideCommand);
    assert.ok(decidingOf(command.arguments?.[0], readEntry));
  }
  return actions.map(({ title }) => title);
}

describe('code actions on a name', () => {
  it('say what it is, that it is none, and who it might be too', () => {
    assert.deepEqual(titles('b.txt', 'Lindgren'), [
      '“Peter Lindgren” is the same as “Karin Lindgren”',
      '“Peter Lindgren” is a place',
      '“Peter Lindgren” is an organization',
      '“Peter Lindgren” is not a name',
    ]);
    assert.deepEqual(titles('a.txt', 'Oslo'), [
      '“Oslo” is a person',
      '“Oslo” is an organization',
      '“Oslo” is not a name',
    ]);
  });

  it('are none beside a name, nor where others are asked for', () => {
    assert.deepEqual(titles('b.txt', 'spoke'), []);
    assert.deepEqual(titles('b.txt', '$5'), []);
    assert.deepEqual(titles('b.txt', 'Lindgren', ['refactor']), []);
    assert.equal(titles('b.txt', 'Lindgren', ['quickfix']).length, 4);
  });

  it('are carried out only where they make sense', () => {
    for (const junk of [undefined, null, 7, {}, { document: 'a' }, { document: 'a', decision: { kind: 'x' } }])
      assert.equal(decidingOf(junk, readEntry), null);
  });
});
