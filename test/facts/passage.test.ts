import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passageAround, passageKeys, sharedRun, type Passage } from '../../server/src/facts/passage';
import { tokenize, tokenText, type Tokens } from '../../server/src/text/tokens';

/** The passage around the first number of a text. */
function around(text: string): Passage {
  const tokens = tokenize(text);
  const at = numberIn(tokens);
  return passageAround(tokens, at, at);
}

function numberIn(tokens: Tokens): number {
  for (let i = 0; i < tokens.count; i++) if (/^\d/.test(tokenText(tokens, i))) return i;
  throw new Error('no number');
}

const run = (a: string, b: string): number => sharedRun(around(a), around(b));

describe('passages around two figures', () => {
  const text = (n: number, rest = 'in the first week. Ferries run on Sunday.'): string =>
    `The pier was built of oak. It carried ${n} passengers ${rest}`;

  it('share all words of a copy, whatever the figure says', () => {
    assert.equal(run(text(812), text(218)), 17);
  });

  it('share them across one word that was changed, and up to the second', () => {
    assert.equal(run(text(812), text(218, 'in the second week. Ferries run on Sunday.')), 16);
    assert.equal(run(text(812), text(218, 'in the second month. Ferries run on Sunday.')), 11);
  });

  it('end where a name or a number is another', () => {
    const town = (name: string, size: string): string =>
      `The town of ${name} grew. It has 900 houses in ${size} streets of stone.`;
    assert.equal(run(town('Varde', '12'), town('Varde', '12')), 13);
    assert.equal(run(town('Varde', '12'), town('Skerry', '12')), 9);
    assert.equal(run(town('Varde', '12'), town('Varde', '14')), 9);
  });

  it('share nothing where one side alone is alike', () => {
    assert.equal(run(text(812), 'Nobody was hurt when 30 passengers in the first week. Ferries run on Sunday.'), 0);
  });

  it('have keys that copies share', () => {
    assert.deepEqual(passageKeys(around(text(812))), passageKeys(around(text(218))));
    assert.deepEqual(passageKeys(around('Only 5 words')), []);
  });

  it('are bounded and symmetric on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [x, y] = [around(`${a} 5 ${b}`), around(`${b} 5 ${a}`)];
        assert.ok(x.before.length <= 16 && x.after.length <= 16);
        assert.equal(sharedRun(x, y), sharedRun(y, x));
      }),
    );
  });
});
