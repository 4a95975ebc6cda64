import assert from 'node:assert/strict';
import { timelineOf } from '../../../client/src/panel/timeline';
import { factRow, statement } from '../../fixtures/factTable';

describe('timeline', () => {
  const opening = factRow(
    'opening',
    [statement(0, 'June 2', { day: '2025-06-02' }), statement(1, 'June 1', { day: '2025-06-01', verdict: 'conflict' })],
    { kind: 'date', verdict: 'conflict' },
  );
  const sum = factRow('sum', [
    statement(0, '$5', { day: '2025-06-02' }),
    statement(1, '$5', { day: '2025-06-02' }),
    statement(2, '$5'),
  ]);

  it('puts dated statements in the order of their days, and leaves out those without', () => {
    assert.deepEqual(
      timelineOf([opening, sum]).map(({ day, entries }) => [
        day,
        entries.map(({ fact, statements }) => [fact.id, statements]),
      ]),
      [
        ['2025-06-01', [['opening', [1]]]],
        [
          '2025-06-02',
          [
            ['opening', [0]],
            ['sum', [0, 1]],
          ],
        ],
      ],
    );
  });

  it('says on which other days a date is put, and nothing of the kind for a figure', () => {
    const [first, second] = timelineOf([opening, sum]);
    assert.deepEqual(first?.entries[0]?.others, ['2025-06-02']);
    assert.deepEqual(second?.entries[1]?.others, []);
  });

  it('puts a year before its months, a month before its days, and the old before the new', () => {
    const days = ['2025-06-01', '2025', '2025-06', '1999-12-31'];
    const facts = days.map((day) => factRow(day, [statement(0, day, { day })]));
    assert.deepEqual(
      timelineOf(facts).map(({ day }) => day),
      ['1999-12-31', '2025', '2025-06', '2025-06-01'],
    );
  });
});
