import assert from 'node:assert/strict';
import { provideFactTable } from '../../server/src/features/factTable';
import { FactIndex } from '../../server/src/facts/index';
import { type FactTable } from '../../server/src/protocol';
import { tag } from '../../server/src/tag/tag';
import { sourcesOf } from '../../server/src/workspace/sources';
import { markedSources } from '../fixtures/sources';

describe('fact table', () => {
  it('puts what few documents state in conflict with what most do', async () => {
    assert.deepEqual(await verdictsOf([5, 5, 7]), ['agree', 'agree', 'conflict']);
    assert.deepEqual(await verdictsOf([7, 5, 5]), ['conflict', 'agree', 'agree']);
  });

  it('puts both sides in conflict where as many documents state either', async () => {
    assert.deepEqual(await verdictsOf([5, 7]), ['conflict', 'conflict']);
    assert.deepEqual(await verdictsOf([5, 7, 7, 5]), ['conflict', 'conflict', 'conflict', 'conflict']);
  });

  it('marks the words in which quotations of one utterance differ', async () => {
    const { facts } = await tableOf({
      'a.txt':
        '“The lock gates on the upper canal held through the night, and forty barges were saved,” Mara Voss said.',
      'b.txt':
        '“The lock gates on the upper canal held through the night, and fourteen barges were saved,” Mara Voss said.',
    });
    const words = facts.find(({ kind }) => kind === 'quote')?.statements.map(({ marked }) => marked[1]);
    assert.deepEqual(words, ['forty', 'fourteen']);
  });

  it('gives a quotation to whom the sources name, not to whom a draft does', async () => {
    const said = '“The lock gates on the upper canal held through the night,”';
    const texts = { 'drafts/a.txt': `${said} Mara Vos said.`, 'b.txt': `${said} Mara Voss said.` };
    const { facts } = await tableOf(texts);
    assert.equal(facts.find(({ kind }) => kind === 'quote')?.label, 'Mara Voss');
  });

  it('takes the date of a story for no fact, nor for the day of what its first sentence states', async () => {
    const { facts } = await tableOf({
      'a.txt':
        'LARKMOUTH, Oct. 14, 2025 (Tidewater News) — A storm on Monday sank 312 barges in Larkmouth harbour.\n\nThe quay was closed.',
      'b.txt':
        'LARKMOUTH, Oct. 14, 2025 (Marsh Post) — A storm on Monday sank 312 barges in Larkmouth harbour, the mayor said.\n\nThe quay reopened.',
    });
    const stated = facts.map(({ statements }) => statements.map(({ text, day }) => `${text}: ${day}`));
    assert.deepEqual(stated.sort(), [
      ['312: 2025-10-13', '312: 2025-10-13'],
      ['Monday: 2025-10-13', 'Monday: 2025-10-13'],
    ]);
  });
});

function tableOf(texts: Readonly<Record<string, string>>): Promise<FactTable> {
  const index = new FactIndex();
  for (const [id, text] of Object.entries(texts)) {
    index.replace({ id, label: id, draft: id.startsWith('drafts/'), tagged: tag(text) });
  }
  return provideFactTable(sourcesOf(index), { limit: 10 }, () => Promise.resolve());
}

/** How documents that state a fact with these values stand to each other, in their order. */
async function verdictsOf(values: readonly number[]): Promise<string[]> {
  const documents = values.map(
    (value, i) => `//- /${i}.txt\nThe fund has ${value} euros.\n             ^^^^^^^ money ${value} EUR #fund\n`,
  );
  const { sources } = markedSources(documents.join(''));
  const { facts } = await provideFactTable(sources, { limit: 10 }, () => Promise.resolve());
  assert.equal(facts.length, 1);
  return facts[0]!.statements.map(({ verdict }) => verdict);
}
