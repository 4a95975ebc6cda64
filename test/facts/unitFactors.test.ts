import assert from 'node:assert/strict';
import { measureOfUnit, unitFactor } from '../../server/src/facts/unitFactors';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';

describe('units of one measure', () => {
  it('convert by fixed factors, powers and hours included', () => {
    assert.deepEqual(unitFactor('mile'), { measure: 'length', low: 1609.344, high: 1609.344 });
    assert.deepEqual(unitFactor('square meter'), { measure: 'area', low: 1, high: 1 });
    assert.equal(unitFactor('cubic meter')!.low, 1000);
    assert.equal(unitFactor('mile per hour')!.measure, 'length per hour');
    assert.ok(Math.abs(unitFactor('square mile')!.low / unitFactor('acre')!.low - 640) < 1e-6);
  });

  it('leave what has several sizes open between them', () => {
    const { low, high } = unitFactor('gallon')!;
    assert.ok(low < 3.8 && high > 4.5);
  });

  it('have no factor where none is fixed', () => {
    for (const unit of ['USD', 'percent', '', 'square kilogram', 'mile per gallon', '__proto__', 'constructor']) {
      assert.equal(unitFactor(unit), null, unit);
      assert.equal(measureOfUnit(unit), unit);
    }
    assert.equal(measureOfUnit('celsius'), measureOfUnit('fahrenheit'));
  });
});

describe('two texts in two units', () => {
  const A = 'The fire on the ferry Solveig Bay began # off the coast of Skerry on Monday.';
  const B = 'On Monday a fire began on the ferry Solveig Bay, # off the coast of Skerry.';

  function judged(a: string, b: string): string[] {
    const index = new FactIndex();
    index.replace({ id: 'a', label: 'a.txt', draft: false, tagged: tag(A.replace('#', a)) });
    index.replace({ id: 'b', label: 'b.txt', draft: false, tagged: tag(B.replace('#', b)) });
    const { statements } = index.factAt('a', A.indexOf('#'))!;
    return statements.flatMap(({ judgement }) => (judgement ? [`${judgement.verdict}: ${judgement.reason}`] : []));
  }

  it('agree where one is the other, rounded', () => {
    for (const [a, b] of [
      ['10 miles', '16 km'],
      ['10 miles', '16 kilometres'],
      ['300 feet', '91 metres'],
      ['12 kilometres', '7.5 miles'],
    ] as const) {
      assert.deepEqual(judged(a, b), ['agree: the same in another unit'], `${a}, ${b}`);
    }
  });

  it('differ where the number is the same', () => {
    assert.deepEqual(judged('16 miles', '16 km'), ['conflict: the same number in another unit: a slip?']);
  });

  it('compare spells of time by their days, whatever the unit', () => {
    assert.deepEqual(judged('10 days', '3 weeks'), ['conflict: both cannot be right']);
  });

  it('else say nothing of each other', () => {
    for (const [a, b] of [
      ['10 miles', '26 km'],
      ['5 miles', '5 km'],
      ['10 miles', '16 tonnes'],
    ] as const) {
      assert.deepEqual(judged(a, b), [], `${a}, ${b}`);
    }
  });
});
