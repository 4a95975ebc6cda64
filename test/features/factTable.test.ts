import assert from 'node:assert/strict';
import { provideFactTable } from '../../server/src/features/factTable';
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
});

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
