import assert from 'node:assert/strict';
import { properName } from '../../server/src/tag/names/properName';
import { tag } from '../../server/src/tag/tag';

describe('proper names', () => {
  it('are written out of capitals', () => {
    const shown = {
      'OLGA MARSH': 'Olga Marsh',
      'SEAN O’BRIEN-LOWE': 'Sean O’Brien-Lowe',
      'ZOË ÅKESDOTTIR': 'Zoë Åkesdottir',
      'RUTH MCALLEN': 'Ruth McAllen',
      'RUTH McALLEN': 'Ruth McAllen',
      'MARA DE LA VOSS': 'Mara de la Voss',
      'OTTO GREY III': 'Otto Grey III',
      'TJ HOLT': 'TJ Holt',
    };
    assert.deepEqual(Object.keys(shown).map(properName), Object.values(shown));
  });

  it('are left as they are where they have small letters, or are one word', () => {
    for (const name of ['Olga Marsh', 'OLGA Marsh', 'NATO', 'PELLON', '', '李 明'])
      assert.equal(properName(name), name);
  });

  it('are what a transcript’s speakers go by', () => {
    const { entities, quotes } = tag(
      'OLGA MARSH: The mill is closed.\n\nHARBOUR DESK: Since when?\n\nOLGA MARSH: Since Monday, and it stays closed.\n\nHARBOUR DESK: Thank you.\n',
    );
    assert.ok(entities.some(({ name }) => name === 'Olga Marsh'));
    const speakers = new Set(quotes.flatMap(({ speaker }) => speaker?.name ?? []));
    assert.deepEqual([...speakers], ['Olga Marsh', 'Harbour Desk']);
  });
});
