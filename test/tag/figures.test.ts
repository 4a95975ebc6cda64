import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scan } from '../../server/src/text/scan';
import { tagFigures } from '../../server/src/tag/figures';
import type { Figure, NameMention, StoryDate } from '../../server/src/tag/model';
import { findStoryDate } from '../../server/src/tag/storyDate';
import { dayOf } from '../../server/src/tag/figures/calendar';
import { drawMarks, parseFixture } from '../fixtures/markers';
import { processorTime } from '../fixtures/processorTime';

const on = (year: number, month: number, day: number): StoryDate => ({
  day: dayOf(year, month, day),
  evidence: 'frontMatter',
  span: { start: 0, end: 0 },
});

function describeFigure(f: Figure): string {
  const op = f.op === '=' ? '' : f.op === '..' ? ` ${f.low}..${f.high}` : ` ${f.op}`;
  return `${f.type} ${f.value}${f.unit ? ` ${f.unit}` : ''}${op}${f.head ? ` #${f.head}` : ''}${f.role === 'level' || f.role === 'rank' ? '' : ` ${f.role}`}`;
}

/** Every figure of the text is marked, and nothing else is. */
function check(source: string, story: StoryDate | null = null, names: NameMention[] = []): void {
  for (const file of parseFixture(source)) {
    const found = tagFigures(scan(file.text), names, story).map((f) => ({
      start: f.start,
      end: f.end,
      label: describeFigure(f),
    }));
    assert.equal(drawMarks(file, found), drawMarks(file, file.marks));
  }
}

function figures(text: string, story: StoryDate | null = null): Figure[] {
  return tagFigures(scan(text), [], story);
}

const read = (text: string): string =>
  figures(text)
    .map((f) => `${text.slice(f.start, f.end)} = ${describeFigure(f)}`)
    .join('; ');

describe('figures: numbers', () => {
  const values: [string, number][] = [
    ['It employs 1,487 people.', 1487],
    ['It employs 12,34,567 people.', 1234567],
    ['It employs 1 414 021 people.', 1414021],
    ['It employs two hundred and fifty-three thousand people.', 253000],
    ['It employs half a million people.', 500000],
    ['It employs one and a half million people.', 1.5e6],
    ['It employs three quarters of a million people.', 750000],
    ['It employs 2.5m people.', 2.5e6],
    ['It employs 61.4 billion people.', 61.4e9],
    ['It employs three hundred twenty people.', 320],
    ['It holds 5 lakh crore notes.', 5e12],
    ['Two-thirds of the voters stayed.', 2 / 3],
  ];
  for (const [text, value] of values) it(`${text} = ${value}`, () => assert.equal(figures(text)[0]?.value, value));

  it('knows the weight of the last digit and of the trailing zeros', () => {
    const steps = (text: string): [number, number] => [figures(text)[0]!.fine, figures(text)[0]!.coarse];
    assert.deepEqual(steps('A $61bn plan.'), [1e9, 1e9]);
    assert.deepEqual(steps('A $60 billion plan.'), [1e9, 1e10]);
    assert.deepEqual(steps('A total of 2.5m tourists.'), [1e5, 1e5]);
    assert.deepEqual(steps('A total of 50,000 tourists.'), [1, 10000]);
    assert.deepEqual(steps('A total of 20 tourists.'), [1, 1]);
    assert.deepEqual(steps('About 60 percent of tourists.'), [1, 1]);
  });

  it('reads hedges and bounds as intervals, outside the span', () => {
    check(`
About 20 divers and more than 300 boats took part; at most 12 hours passed.
      ^^ quantity 20 ~ #diver
                              ^^^ quantity 300 > #boat
                                                           ^^^^^^^^ duration PT12H hour <=
`);
    const [about, more] = figures('About 20 divers met more than 300 sailors.');
    assert.deepEqual([about!.hedge, about!.low, about!.high], ['About', 19, 21]);
    assert.deepEqual([more!.hedge, more!.low, more!.high], ['more than', 300, 400]);
  });

  it('reads ranges once, and movements as two levels', () => {
    check(`
Between 5 and 7 million litres leaked; fees ranged from $10 to $15.
        ^^^^^^^^^^^^^^^^^^^^^^ quantity 5000000 liter 5000000..7000000
                                                        ^^^^^^^^^^ money 10 USD 10..15
Turnout rose from 40 percent to 45 percent.
                  ^^^^^^^^^^ percent 40 percent
                                ^^^^^^^^^^ percent 45 percent
`);
  });

  it('keeps vague counts as intervals', () => {
    check(`
Tens of thousands of pilgrims and dozens of stalls filled several streets.
^^^^^^^^^^^^^^^^^ quantity 20000 20000..99999 #pilgrim
                                  ^^^^^^ quantity 24 24..99 #stall
                                                          ^^^^^^^ quantity 3 3..9 #street
`);
  });

  it('tells change from level', () => {
    check(`
Output grew 5 percent, by 30 tonnes, to 90 tonnes after a 2 percent cut.
            ^^^^^^^^^ percent 5 percent change
                          ^^^^^^^^^ quantity 30 tonne change
                                        ^^^^^^^^^ quantity 90 tonne
                                                          ^^^^^^^^^ percent 2 percent #cut change
`);
  });
});

describe('figures: money and measures', () => {
  const money: [string, string][] = [
    ['A$5 million', 'AUD 5000000'],
    ['US$1.2bn', 'USD 1200000000'],
    ['Rs 4,000', 'rupee 4000'],
    ['3 trillion yuan', 'CNY 3000000000000'],
    ['£5k', 'GBP 5000'],
    ['two million Colombian pesos', 'COP 2000000'],
    ['600 reais', 'BRL 600'],
    ['€3.5m', 'EUR 3500000'],
    ['RM36.12 million', 'MYR 36120000'],
    ['120 MEUR', 'EUR 120000000'],
    ['50 cents', 'cent 50'],
    ['$600 million dollars', 'USD 600000000'],
    ['N$8 600', 'NAD 8600'],
  ];
  for (const [text, want] of money) {
    it(text, () => {
      const all = figures(`They paid ${text} for it.`);
      assert.deepEqual(
        all.map((f) => [f.type, `${f.unit} ${f.value}`, f.end - f.start]),
        [['money', want, text.length]],
      );
    });
  }

  it('reads hyphenated measures and counts', () => {
    check(`
A 900-mile border, a 9-point peace plan, a 17-gun salute and a ridge 40 square kilometres wide.
  ^^^^^^^^ quantity 900 mile #border
                     ^ quantity 9 #point
                                           ^^ quantity 17 #gun
                                                                     ^^^^^^^^^^^^^^^^^^^^ quantity 40 square kilometer
It was -5°C, or 23 degrees Fahrenheit, and 80 km/h winds blew in.
       ^^^^ quantity -5 celsius
                ^^^^^^^^^^^^^^^^^^^^^ quantity 23 fahrenheit
                                           ^^^^^^^ quantity 80 kilometer per hour
`);
  });

  it('does not take a verb for a currency', () => {
    assert.equal(
      figures('Of the parties, three won seats.').some((f) => f.type === 'money'),
      false,
    );
    assert.equal(figures('COP27 and B2B firms met.').length, 0);
  });
});

describe('figures: counted nouns, ordinals, ages', () => {
  it('finds the head of what is counted', () => {
    check(`
Some 8,000 Ruritanian soldiers met six deputy finance ministers more than 30 times.
     ^^^^^ quantity 8000 ~ #soldier
                                   ^^^ quantity 6 #minister
                                                                          ^^ quantity 30 > #time
`);
  });

  it('finds what an ordinal orders', () => {
    check(`
Her fourth term, the third-largest port, the 60th anniversary and the number one export market.
    ^^^^^^ ordinal 4 #term
                     ^^^^^ ordinal 3 #port
                                             ^^^^ ordinal 60 #anniversary
                                                                      ^^^^^^^^^^ ordinal 1 #market
`);
  });

  it('reads apposed ages', () => {
    check(`
Anna Berg, 62, and Jon Dahl, 58, met a 34-year-old nurse aged about 30 weeks after the 3-year-old strike.
           ^^ age 62 year
                             ^^ age 58 year
                                       ^^^^^^^^^^^ age 34 year #nurse
                                                                    ^^^^^^^^ duration P30W week ~
                                                                                       ^^^^^^^^^^ duration P3Y year #strike
`);
  });
});

describe('figures: what is none', () => {
  const silent = [
    'No one spoke, and one of them left.',
    'They flew a Boeing 737 and an F-16.',
    'Article 5 and section 12 apply.',
    'The S&P 500 closed.',
    'Covid-19 and the G7.',
    'They won 3-1.',
    'Call 555-0142-887 or +44 20 7946 0018.',
    'See https://example.org/2024/05/16 and t.co/12.',
    'They may march on.',
    'Power of Siberia 2 stalled.',
    'It could one day end.',
    'Versions 1.2.3 and 10.0.4.',
    'It runs 24/7.',
    'A one-on-one talk.',
    'Shot in 4K and 3D.',
  ];
  for (const text of silent) it(text, () => assert.equal(read(text), ''));

  it('leaves numbers inside names alone', () => {
    const text = 'Delegates of Orbit Four met twice.';
    const name: NameMention = { start: 13, end: 23, titleStart: 13, type: 'organization', entity: 0 };
    assert.deepEqual(tagFigures(scan(text), [name], null), []);
  });

  it('marks the figures of page furniture', () => {
    const all = figures(
      'Monday, March 4, 2024 | Archive\n\nThe long quarrel over the harbour ended on March 3, 2024, the council said on the steps.',
    );
    assert.deepEqual(
      all.map((f) => [f.value, f.furniture]),
      [
        ['2024-03-04', true],
        ['2024-03-03', false],
      ],
    );
  });
});

describe('figures: dates', () => {
  const dates: [string, string][] = [
    ['May 16, 2024', '2024-05-16'],
    ['16 May 2024', '2024-05-16'],
    ['Thursday, May 16, 2024', '2024-05-16'],
    ['the 5th of May 2021', '2021-05-05'],
    ['2024-05-16', '2024-05-16'],
    ['16/05/2024', '2024-05-16'],
    ['March 2023', '2023-03'],
    ['2014', '2014'],
    ['the 1990s', '1990/1999'],
    ['the first quarter of 2024', '2024-01/2024-03'],
    ['2014-2018', '2014/2018'],
    ['July 6 to 16, 2022', '2022-07-06/2022-07-16'],
  ];
  for (const [text, value] of dates)
    it(text, () =>
      assert.deepEqual(
        figures(`It was there in ${text}, they said.`).map((f) => [f.type, f.value]),
        [['date', value]],
      ),
    );

  it('rejects a weekday that is wrong, and dates that no calendar has', () => {
    assert.equal(figures('It fell on Friday, May 16, 2024, they said.')[0]!.value, null);
    assert.equal(figures('It fell on 31 April 2024, they said.')[0]?.value ?? null, null);
  });

  it('leaves 05/06/2024 open unless another date decides', () => {
    assert.equal(figures('Filed 05/06/2024.')[0]!.value, null);
    assert.equal(figures('Filed 05/06/2024, amended 25/06/2024.')[0]!.value, '2024-06-05');
  });

  it('resolves relative dates against the story, looking where the words look', () => {
    const story = on(2024, 5, 17); // a Friday
    const value = (text: string): unknown => figures(text, story).map((f) => f.value);
    assert.deepEqual(value('They met on Thursday afternoon.'), ['2024-05-16']);
    assert.deepEqual(value('They met on Friday.'), ['2024-05-17']);
    assert.deepEqual(value('They will meet on Monday.'), ['2024-05-20']);
    assert.deepEqual(value('They met yesterday.'), ['2024-05-16']);
    assert.deepEqual(value('They met last month.'), ['2024-04']);
    assert.deepEqual(value('They met in October.'), ['2023-10']);
    assert.deepEqual(value('They met two weeks ago.'), ['2024-05-03']);
    assert.deepEqual(value('They will meet next Monday.'), [null]);
    assert.deepEqual(value('They will meet on Friday.'), [null]);
    assert.deepEqual(value('They met on May 3.'), ['2024-05-03']);
  });

  it('leaves them open without a story', () => {
    for (const f of figures('They met on Thursday, in October and last month.'))
      assert.deepEqual([f.value, f.low, f.high, f.resolution], [null, null, null, 'open']);
  });

  it('reads durations and times', () => {
    check(`
A six-year term, 814 days of war and two days of talks until 7:51 AM EDT.
  ^^^^^^^^ duration P6Y year #term
                 ^^^^^^^^ duration P814D day #war
                                     ^^^^^^^^ duration P2D day #talk
                                                             ^^^^^^^^^^^ time T07:51-04:00
`);
  });

  it('reads halves of a unit of time', () => {
    check(`
It took half an hour, then a month and a half, and more than half a century to mend.
        ^^^^^^^^^^^^ duration PT0.5H hour
                           ^^^^^^^^^^^^^^^^^^ duration P1.5M month
                                                             ^^^^^^^^^^^^^^ duration P50Y century >
`);
  });

  it('reads halves and shares whole', () => {
    check(`
A two-and-a-half-year term, three and a half hours; six in 10 nurses and one in five cooks aged 20 to 30.
  ^^^^^^^^^^^^^^^^^^^ duration P2.5Y year #term
                            ^^^^^^^^^^^^^^^^^^^^^^ duration PT3.5H hour
                                                    ^^^^^^^^^ quantity 0.6 ~ #nurse
                                                                         ^^^^^^^^^^^ quantity 0.2 ~ #cook
                                                                                                ^^^^^^^^ age 20 year 20..30
`);
  });

  it('does not read a video length as a time', () => assert.equal(read('How the navy is preparing 02:17'), ''));
});

describe('figures: properties', function () {
  this.timeout(20000); // the machine may be busy; nothing below waits
  const word = fc.constantFrom(
    '5',
    '12',
    '2024',
    '$',
    'million',
    'May',
    'Thursday',
    'and',
    'to',
    '-',
    'half',
    'a',
    'two',
    'percent',
    'years',
    'old',
    'ago',
    ',',
    '.',
    '/',
    'about',
    'US',
    'first',
    'of',
    '½',
    '°',
    '\n',
    '(',
    ')',
    '1,000',
    'Berg',
    'last',
    'e',
    '^',
    ':',
    '30',
  );
  const glue = fc.constantFrom(' ', '', ' ', '\u00a0');
  const sentence = fc
    .array(fc.tuple(word, glue), { maxLength: 60 })
    .map((parts) => parts.map(([w, g]) => w + g).join(''));
  const holds = (text: string): void => {
    const found = tagFigures(scan(text), [], findStoryDate(scan(text)));
    let end = 0;
    for (const f of found) {
      assert.ok(f.start >= end && f.end > f.start && f.end <= text.length);
      assert.ok(
        f.low === null || f.high === null ? f.low === f.high : f.low <= f.high,
        `${text.slice(f.start, f.end)} ${f.low}..${f.high}`,
      );
      for (const n of [f.low, f.high, f.fine, f.coarse])
        assert.ok(n === null || Number.isFinite(n), `${text.slice(f.start, f.end)} ${n}`);
      assert.ok(f.counted === '' || text.includes(f.counted));
      end = f.end;
    }
  };
  it('spans are ordered, disjoint and in bounds; intervals are finite and the right way round', () =>
    fc.assert(fc.property(sentence, holds), { numRuns: 300 }));
  it('total on any string', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), holds), { numRuns: 150 }));
  it('no spell is shorter than nothing', () => {
    holds('-5 years ');
    const text = 'The lease: -5 years, no more.';
    const found = tagFigures(scan(text), [], null);
    assert.deepEqual(
      found.map((f) => [text.slice(f.start, f.end), f.value]),
      [['5 years', 'P5Y']],
    );
  });
  it('total on lone surrogates', () => holds('\ud800 5 \udc00 May \ud83d 2024 ½\udfff'));

  for (const [name, unit] of [
    ['digits', '7'],
    ['numbers', '7 '],
    ['number words', 'twenty '],
    ['hyphens', '-5'],
    ['dollars', '$'],
    ['months', 'May '],
    ['hedges', 'more than '],
    ['strokes', '1/'],
    ['commas', '1,'],
    ['stops', '.5'],
    ['capitals', 'Aa '],
    ['scales', 'hundred thousand million '],
    ['powers', '2^'],
    ['days', 'May 5, 6 and '],
    ['ages', 'aged 2, 4 and '],
    ['durations', '10 years, 9 months, '],
    ['pages', 'pages 1-2-'],
    ['votes', '52-48 '],
  ] as const) {
    it(`work grows with the text: ${name}`, () => {
      const time = (n: number): number => {
        const scanned = scan(unit.repeat(n));
        return processorTime(() => tagFigures(scanned, [], findStoryDate(scanned)));
      };
      time(200);
      const small = time(500);
      assert.ok(time(2000) < 10 * small + 25);
    });
  }
});
