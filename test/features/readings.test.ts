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
    furniture: false,
    ...given,
  };
}

describe('readings', () => {
  const day = (iso: string): number => Date.parse(iso) / 86_400_000;
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
    [{ type: 'duration', value: 'PT90M' }, 'PT90M'],
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
    assert.deepEqual(precisionInWords(figure({ value: 61e9, fine: 1e9, coarse: 1e9 })), ['exact to the billion']);
    assert.deepEqual(precisionInWords(figure({ value: 50000, fine: 1, coarse: 1e4 })), [
      'perhaps rounded to the ten thousand',
    ]);
    assert.deepEqual(precisionInWords(figure({ value: 5, role: 'change' })), ['a change, not a level']);
    assert.match(
      precisionInWords(figure({ type: 'date', value: '2024-05-16', resolution: 'story' }))[0]!,
      /story’s date/,
    );
    assert.match(precisionInWords(figure({ type: 'date', resolution: 'open' }))[0]!, /left open/);
  });
});
