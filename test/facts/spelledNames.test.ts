import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SpelledNames } from '../../server/src/facts/spelledNames';

describe('names by their letters', () => {
  it('finds what many bear and is written with a letter more, a letter less or the same letters', () => {
    const names = new SpelledNames();
    for (let bearer = 0; bearer < 3; bearer++) names.add('karin lindgren');
    names.add('karin lindgreen');
    for (const odd of ['karin lindgrn', 'karin linddgren', 'karin lindrgen', 'karin lindgren s']) {
      assert.deepEqual(names.usualAlike(odd), ['karin lindgren'], odd);
    }
    assert.deepEqual(names.usualAlike('karin lindgren'), []);
    assert.deepEqual(names.usualAlike('karin lundgren'), []);
    names.remove('karin lindgren');
    assert.deepEqual(names.usualAlike('karin lindgrn'), []);
    assert.equal(names.count('karin lindgren'), 2);
  });

  it('are after any changes what they would be if built anew', () => {
    const name = fc.constantFrom('ab', 'abc', 'acb', 'abcc', 'bca', 'abccd', '');
    const change = fc.tuple(name, fc.boolean());
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), name, (changes, asked) => {
        const names = new SpelledNames();
        const held: string[] = [];
        for (const [written, added] of changes) {
          const at = held.indexOf(written);
          if (added) {
            names.add(written);
            held.push(written);
          } else if (at >= 0) {
            names.remove(written);
            held.splice(at, 1);
          }
        }
        const anew = new SpelledNames();
        for (const written of held) anew.add(written);
        assert.deepEqual(names.usualAlike(asked), anew.usualAlike(asked));
      }),
    );
  });
});
