import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimsOf, type Claim } from '../../server/src/facts/claims';
import { tag } from '../../server/src/tag/tag';

/** Each claim of a text as `figure: measure of whom`. */
function measured(text: string): string[] {
  return claimsOf(tag(text)).map((claim) => {
    const about = claim.about[0] ?? '';
    return `${text.slice(claim.start, claim.end)}: ${claim.measure}${about && ` of ${about}`}`;
  });
}

const claim = (text: string, written: string): Claim => {
  const found = claimsOf(tag(text)).find((c) => text.slice(c.start, c.end) === written);
  assert.ok(found, written);
  return found;
};

describe('what a figure measures', () => {
  const cases: [string, string[]][] = [
    ['Ten people were killed and about 50 hurt.', ['Ten: killed', '50: injured']],
    ['The blast left 12 dead and 50 injured.', ['12: killed', '50: injured']],
    ['A gunman opened fire, killing two and wounding three others.', ['two: killed', 'three: injured']],
    ['2 dead, 1 wounded in fire on the old Skerry ferry', ['2: killed', '1: injured']],
    ['The death toll rose to 45.', ['45: killed']],
    ['A quake of magnitude 5.9 struck.', ['5.9: magnitude']],
    ['A 6.1-magnitude quake struck.', ['6.1: magnitude']],
    ['The quake measured 6.1 on the Richter scale.', ['6.1: magnitude']],
    ['Port Ellery had a population of 4,411.', ['4,411: population of port elleri']],
    ['The population of Port Ellery was 4,411.', ['4,411: population of port elleri']],
    ['There are 30 people per square mile.', ['30: density']],
    ['Varde Bridge was opened in 1932.', ['1932: opened of vard bridg']],
    ['Ana Halvorsen, the singer, was born on 3 May 1960.', ['3 May 1960: born of halvorsen/a']],
    ['In 1885, the Varde Club was founded.', ['1885: founded of vard club']],
    ['The company bought 300 lorries.', ['300: ']],
    ['The strike killed 12 soldiers.', ['12: ']],
  ];
  for (const [text, wanted] of cases) it(text, () => assert.deepEqual(measured(text), wanted));

  it('is the label in a table, of what the document is about', () => {
    const text = 'Varde Bridge\n\nVarde Bridge is a bridge in Skerry.\n\nBuilt 1932\nLength: 420 m';
    const built = claim(text, '1932');
    assert.equal(built.dimension, 'date');
    assert.equal(built.measure, 'built');
    assert.deepEqual(built.about, ['vard bridg']);
  });

  it('is both ends of a life in brackets, each a claim of its own', () => {
    const text = 'Ana Halvorsen (3 May 1860 – 9 July 1931) was a painter. Ana Halvorsen was mayor (1901–1905).';
    assert.deepEqual(measured(text).slice(0, 2), [
      '3 May 1860: born of halvorsen/a',
      '9 July 1931: died of halvorsen/a',
    ]);
    assert.equal(claim(text, '9 July 1931').figure.value, '1931-07-09');
    assert.equal(claim(text, '3 May 1860').figure.low, claim(text, '3 May 1860').figure.high);
    assert.equal(claim(text, '1901–1905').measure, '');
  });

  it('knows the year that names a thing from the year that something happened', () => {
    assert.ok(claim('At the 2010 census it had 900 houses.', '2010').scope);
    assert.ok(claim('It had 900 houses as of 2010.', '2010').scope);
    assert.ok(!claim('It was opened in 2010.', '2010').scope);
  });

  it('does not count the injured as other dead, but others as a part', () => {
    assert.ok(!claim('The fire killed two people and injured three others.', 'three').partial);
    assert.ok(claim('The fire injured three others.', 'three').partial);
    assert.ok(claim('The parents of two children killed in the fire sued.', 'two').partial);
  });

  it('is found in bounds, on any string', () => {
    const pieces = [
      '(',
      '1798',
      '–',
      '1864',
      ')',
      'born',
      'Ana Vale',
      ' ',
      ', ',
      ':',
      'Population',
      '12',
      '\n',
      '[1]',
      '•',
      'killed',
      '\ud800',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        for (const { start, end, figure } of claimsOf(tag(text))) {
          assert.ok(0 <= start && start < end && end <= text.length);
          assert.ok(figure.low! <= figure.high!);
        }
      }),
    );
  });

  it('takes time in proportion to the text', function () {
    this.timeout(20_000);
    const hostile = ['Born 1902 ( 1798 – 1864 ) ', 'It killed 12 and 3 others. ', 'Ana Vale (1798–1864) sang. '];
    for (const piece of hostile) {
      const time = (n: number): number => {
        const tagged = tag(piece.repeat(n));
        const start = performance.now();
        claimsOf(tagged);
        return performance.now() - start;
      };
      time(100);
      const [small, large] = [Math.max(5, time(150)), time(1200)];
      assert.ok(large < 40 * small, `${piece}: ${small} ms, then ${large} ms`);
    }
  });
});
