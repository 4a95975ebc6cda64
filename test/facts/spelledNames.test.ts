import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SpelledNames } from '../../server/src/facts/spelledNames';

const bearers = ['1', '2', '3'];

describe('names by their letters', () => {
  it('finds what many bear and is written with a letter more, a letter less or the same letters', () => {
    const names = new SpelledNames();
    for (const bearer of bearers) names.add('karin lindgren', bearer);
    names.add('karin lindgreen', '4');
    for (const odd of ['karin lindgrn', 'karin linddgren', 'karin lindrgen', 'karin lindgren s']) {
      assert.deepEqual(names.usualAlike(odd), ['karin lindgren'], odd);
    }
    assert.deepEqual(names.usualAlike('karin lindgren'), []);
    assert.deepEqual(names.usualAlike('karin lundgren'), []);
    names.remove('karin lindgren', '2');
    assert.deepEqual(names.usualAlike('karin lindgrn'), []);
    assert.deepEqual([...names.bearersOf('karin lindgren')], ['1', '3']);
  });

  it('are after any changes what they would be if built anew', () => {
    const name = fc.constantFrom('ab', 'abc', 'acb', 'abcc', 'bca', 'abccd', '');
    const change = fc.tuple(name, fc.constantFrom(...bearers, '4'), fc.boolean());
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), name, (changes, asked) => {
        const names = new SpelledNames();
        const held = new Map<string, [string, string]>();
        for (const [written, bearer, added] of changes) {
          if (added) names.add(written, bearer);
          else names.remove(written, bearer);
          if (added) held.set(`${written} ${bearer}`, [written, bearer]);
          else held.delete(`${written} ${bearer}`);
        }
        const anew = new SpelledNames();
        for (const [written, bearer] of held.values()) anew.add(written, bearer);
        assert.deepEqual(names.usualAlike(asked), anew.usualAlike(asked));
      }),
    );
  });
});
