import assert from 'node:assert/strict';
import { firstState, type PanelState } from '../../../client/src/panel/messages';
import { cellsOf, searchTexts, shownFacts } from '../../../client/src/panel/rows';
import { factRow, factTable, statement } from '../../fixtures/factTable';

const table = factTable([
  factRow('ten', [statement(0, '12'), statement(1, '13', { verdict: 'conflict' })], {
    verdict: 'conflict',
    label: 'Ferry 10',
  }),
  factRow('two', [statement(0, 'May 2'), statement(1, 'May 2'), statement(2, 'May 2')], {
    kind: 'date',
    label: 'ferry 2',
  }),
  factRow('café', [statement(1, '“Fermé”', { speaker: 'Zoë Ünal' }), statement(2, '“Fermé”')], {
    kind: 'quote',
    label: 'Ätna',
  }),
]);

describe('rows of the panel', () => {
  it('are in the order of the table, by label as people count, or by documents', () => {
    assert.deepEqual(shown({}), ['ten', 'two', 'café']);
    assert.deepEqual(shown({ sort: 'label' }), ['café', 'two', 'ten']);
    assert.deepEqual(shown({ sort: 'documents' }), ['two', 'ten', 'café']);
  });

  it('are filtered by verdict, kind and words, whatever their case and accents', () => {
    assert.deepEqual(shown({ verdict: 'conflict' }), ['ten']);
    assert.deepEqual(shown({ kind: 'quote' }), ['café']);
    assert.deepEqual(shown({ words: 'FERRY' }), ['ten', 'two']);
    assert.deepEqual(shown({ words: 'unal ferme' }), ['café']);
    assert.deepEqual(shown({ words: 'ferry unal' }), []);
    assert.deepEqual(shown({ words: '  ' }), ['ten', 'two', 'café']);
  });

  it('leave the table as it is', () => {
    shown({ sort: 'label' });
    assert.deepEqual(shown({}), ['ten', 'two', 'café']);
  });

  it('have one cell for what a document states, the gravest first', () => {
    const fact = factRow('x', [statement(0, '1'), statement(0, '2', { verdict: 'conflict' }), statement(2, '1')]);
    assert.deepEqual(
      [...cellsOf(fact)],
      [
        [0, { statements: [1, 0], verdict: 'conflict' }],
        [2, { statements: [2], verdict: 'agree' }],
      ],
    );
  });
});

function shown(state: Partial<PanelState>): string[] {
  return shownFacts(table, searchTexts(table), { ...firstState, ...state }).map(({ id }) => id);
}
