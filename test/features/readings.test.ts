import assert from 'node:assert/strict';
import { precisionInWords, valueInWords } from '../../server/src/features/readings';
import type { Figure } from '../../server/src/tag/model';

function figure(given: Partial<Figure>): Figure {
  const number = typeof given.value === 'number' ? given.value : null;
  return {
    start: 0,
    end: 1,
    type: 'quantity',
    value: null,
    unit: '',
    op: '=',
    low: number,
    high: number,
    fine: 1,
    coarse: 1,
    hedge: '',
    role: 'level',
    counted: '',
    head: '',
    resolution: 'absolute',
    per: '',
    definite: false,
    furniture: false,
    ...given,
  };
}

describe('readings', () => {
  const day = (iso: string): number => Date.parse(iso) / 86_400_000;
  const story = day('2024-05-17');
  const rows: [Partial<Figure>, string][] = [
    [{ type: 'money', value: 61e9, unit: 'USD' }, '61,000,000,000 US dollars'],
    [{ type: 'money', value: 1.5, unit: 'EUR', op: '~' }, 'about 1.5 euros'],
    [{ type: 'money', value: 3, unit: 'pieces of eight' }, '3 pieces of eight'],
    [{ type: 'percent', value: 12.5, unit: 'percent' }, '12.5 percent'],
    [{ type: 'percent', value: 2, unit: 'percentage point' }, '2 percentage points'],
    [{ value: 50000, counted: 'Russian troops' }, '50,000 Russian troops'],
    [{ value: 3, unit: 'mile', op: '>=' }, 'at least 3 miles'],
    [{ value: 5, op: '..', low: 5, high: 7, counted: 'men' }, '5 to 7 men'],
    [{ type: 'age', value: 71 }, '71 years old'],
    [{ type: 'duration', value: 'P814D', low: 814, high: 814 }, '814 days'],
    [{ type: 'duration', value: 'P1Y', low: 365, high: 366 }, '1 year'],
    [{ type: 'duration', value: 'PT90M' }, '90 minutes'],
    [{ type: 'duration', value: 'P10Y3M5D' }, '10 years, 3 months, 5 days'],
    [{ type: 'duration', value: 'PT12H', op: '<=', low: 0.4, high: 0.5, unit: 'hour' }, 'at most 12 hours'],
    [{ type: 'duration', value: 'P5Y', op: '..', low: 1825, high: 3660, unit: 'year' }, '5 to 10 years'],
    [{ type: 'money', value: 85, unit: 'USD', per: 'barrel' }, '85 US dollars per barrel'],
    [{ value: 12, counted: 'people', per: '100000' }, '12 people per 100,000'],
    [{ value: 40, op: '>=', counted: 'times' }, 'at least 40 times'],
    [{ value: 3, unit: 'ratio' }, '3 to 1'],
    [{ type: 'age', value: 6, unit: 'month' }, '6 months old'],
    [{ type: 'date', value: '2024-05-16' }, '16 May 2024'],
    [{ type: 'date', value: '2022-02' }, 'February 2022'],
    [{ type: 'date', value: '2023' }, '2023'],
    [
      { type: 'date', value: '2024-W20', low: day('2024-05-13'), high: day('2024-05-19') },
      '13 May 2024 to 19 May 2024',
    ],
    [{ type: 'date', value: null }, ''],
    [{ type: 'time', value: '07:51' }, '07:51'],
  ];
  for (const [given, words] of rows)
    it(`say ${words || 'nothing'}`, () => assert.equal(valueInWords(figure(given)), words));

  it('tell how exact a figure is', () => {
    const precision = (given: Partial<Figure>): string[] => precisionInWords(figure(given), 'Thursday', story);
    assert.deepEqual(precision({ value: 61e9, fine: 1e9, coarse: 1e9 }), ['exact to the billion']);
    assert.deepEqual(precision({ value: 50000, fine: 1, coarse: 1e4 }), ['perhaps rounded to the ten thousand']);
    assert.deepEqual(precision({ value: 5, role: 'change' }), ['a change, not a level']);
  });

  it('tell what a date was worked out from', () => {
    const thursday = figure({ type: 'date', value: '2024-05-16', low: day('2024-05-16'), resolution: 'story' });
    assert.deepEqual(precisionInWords(thursday, 'Thursday', story), [
      'from “Thursday” and the story’s date, 17 May 2024',
    ]);
    assert.match(precisionInWords(figure({ type: 'date', resolution: 'open' }), 'Thursday', null)[0]!, /left open/);
  });
});
