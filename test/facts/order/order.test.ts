import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../../server/src/facts/index';
import { OrderIndex } from '../../../server/src/facts/order/orderIndex';
import { tag } from '../../../server/src/tag/tag';
import type { Finding, SourceDocument } from '../../../server/src/facts/model';
import { parseFixture } from '../../fixtures/markers';

function documentsOf(fixture: string): SourceDocument[] {
  return parseFixture(fixture).map(({ name, text }) => ({
    id: name,
    label: name,
    draft: name.startsWith('draft'),
    tagged: tag(text),
  }));
}

/** The findings as `document: here ≠ there [severity]`, to be compared as text. */
function brief(fixture: string): string[] {
  const index = new OrderIndex();
  const documents = new Map(documentsOf(fixture).map((document) => [document.id, document]));
  for (const document of documents.values()) index.replace(document);
  const text = (d: string, s: number, e: number): string => documents.get(d)!.tagged.scanned.text.slice(s, e);
  return [...documents.keys()]
    .flatMap((id) => index.findingsOf(id))
    .map((f) => {
      const there = f.related.map((r) => `${r.document} ${text(r.document, r.start, r.end)}`).join(', ');
      return `${f.document} ${text(f.document, f.start, f.end)} ≠ ${there} [${f.severity}]`;
    });
}

function two(a: string, b: string): string[] {
  return brief(`\n//- /a.txt\n${a}\n//- /b.txt\n${b}\n`);
}

const MEETING = 'the ministers of Varde and Skerry signed a fishing treaty';

describe('order in time across documents', () => {
  it('finds one meeting days before an event and weeks before it', () => {
    assert.deepEqual(
      two(
        `The ministers of Varde and Skerry signed a fishing treaty days before Varde invaded Ostland.`,
        `In the capital, ${MEETING} weeks before the invasion of Ostland by Varde.`,
      ),
      ['b.txt weeks before ≠ a.txt days before [information]'],
    );
  });

  it('finds two exact spells before one event, and one day against another', () => {
    assert.deepEqual(
      two(
        `The ministers of Varde and Skerry signed a fishing treaty two weeks before the election in Ostland.`,
        `In the capital, ${MEETING} four months before the Ostland election.`,
      ),
      ['b.txt four months before ≠ a.txt two weeks before [information]'],
    );
    assert.deepEqual(
      two(
        'On the eve of the summit, Joan Pell told the Varde Herald in an interview that talks over fishing must include Skerry.',
        'In an interview with the Varde Herald on the day of the summit, Joan Pell said talks over fishing must include Skerry.',
      ),
      ['b.txt on the day of ≠ a.txt On the eve of [information]'],
    );
  });

  it('reports at the side that stands more alone, and in a draft as a warning', () => {
    assert.deepEqual(
      brief(`
//- /a.txt
In the capital, ${MEETING} weeks before the invasion of Ostland by Varde.
//- /b.txt
The ministers of Varde and Skerry signed a fishing treaty days before Varde invaded Ostland.
//- /c.txt
Days before Varde invaded Ostland, ${MEETING} in the capital.
`),
      ['a.txt weeks before ≠ b.txt days before, c.txt Days before [information]'],
    );
    assert.deepEqual(
      brief(`
//- /z.txt
In the capital, ${MEETING} weeks before the invasion of Ostland by Varde.
//- /draft.txt
The ministers of Varde and Skerry signed a fishing treaty days before Varde invaded Ostland.
`),
      ['draft.txt days before ≠ z.txt weeks before [warning]'],
    );
  });

  it('finds the same first of one series since two dates', () => {
    assert.deepEqual(
      two(
        'Trade between Varde and Skerry fell in March for the first time since 2022, customs data show.',
        'Customs data show a decline in trade between Varde and Skerry in March, the first since January 2021.',
      ),
      ['b.txt first since January 2021 ≠ a.txt first time since 2022 [information]'],
    );
  });

  const silent: readonly (readonly [why: string, a: string, b: string])[] = [
    [
      'another treaty',
      'The ministers of Varde and Skerry signed a fishing treaty days before the invasion of Ostland.',
      'The king of Norvik opened a hospital in his town weeks before the invasion of Ostland.',
    ],
    [
      'another event',
      'The ministers of Varde and Skerry signed a fishing treaty days before the invasion of Ostland.',
      `In the capital, ${MEETING} weeks before the election in Norvik.`,
    ],
    [
      'a unit that covers the number',
      `In the capital, ${MEETING} 12 days before the invasion of Ostland.`,
      'The ministers of Varde and Skerry signed a fishing treaty days before the invasion of Ostland.',
    ],
    [
      'weeks that are twenty days',
      `In the capital, ${MEETING} 20 days before the invasion of Ostland.`,
      'The ministers of Varde and Skerry signed a fishing treaty weeks before the invasion of Ostland.',
    ],
    [
      'a stretch of days, which is no distance',
      `In the capital, ${MEETING} in the days before the invasion of Ostland.`,
      'The ministers of Varde and Skerry signed a fishing treaty weeks before the invasion of Ostland.',
    ],
    [
      'who met whom may have met him the week before as well',
      'Joan Pell met Tomas Brandt in Skerry a day before the Varde election.',
      'Joan Pell met Tomas Brandt in Skerry two weeks before the Varde election.',
    ],
    [
      'what is only planned',
      'The ministers of Varde and Skerry would sign a fishing treaty days before the invasion of Ostland.',
      'The ministers of Varde and Skerry signed a fishing treaty weeks before the invasion of Ostland.',
    ],
    [
      'two years of one event that comes again',
      'In 2019 the ministers of Varde and Skerry signed a fishing treaty days before the Ostland election.',
      'In 2023 the ministers of Varde and Skerry signed a fishing treaty weeks before the Ostland election.',
    ],
    [
      'a date in the other',
      'Trade between Varde and Skerry fell in March for the first time since 2021, customs data show.',
      'Customs data show a decline in trade between Varde and Skerry in March, the first since January 2021.',
    ],
    [
      'another month',
      'Trade between Varde and Skerry fell in April for the first time since 2022, customs data show.',
      'Customs data show a decline in trade between Varde and Skerry in March, the first since January 2021.',
    ],
    [
      'the other direction',
      'Trade between Varde and Skerry rose in March for the first time since 2022, customs data show.',
      'Customs data show a decline in trade between Varde and Skerry in March, the first since January 2021.',
    ],
    [
      'another measure',
      'Unemployment in Varde fell in March for the first time since 2022.',
      'Inflation in Varde fell in March for the first time since 2019.',
    ],
    [
      'a superlative of another kind',
      'Trade between Varde and Skerry fell in March to its lowest since 2022, customs data show.',
      'Customs data show a decline in trade between Varde and Skerry in March, the first since January 2021.',
    ],
    [
      'the third year of a war that is two years old',
      'The war in Ostland, now in its third year, has cost Varde dearly, Joan Pell said.',
      'The two-year-old war in Ostland has cost Varde dearly, Joan Pell said.',
    ],
    [
      'a 75th anniversary and 75 years',
      'Varde and Skerry marked the 75th anniversary of their treaty on Monday.',
      'Varde and Skerry marked 75 years of their treaty on Monday.',
    ],
  ];
  for (const [why, a, b] of silent) it(`is silent: ${why}`, () => assert.deepEqual(two(a, b), []));

  it('stands beside the other findings of a folder, once at a place', () => {
    const index = new FactIndex();
    for (const document of documentsOf(`
//- /a.txt
The ministers of Varde and Skerry signed a fishing treaty days before Varde invaded Ostland.
//- /b.txt
In the capital, ${MEETING} weeks before the invasion of Ostland by Varde. It was on Thursday, May 17, 2024.
`)) {
      index.replace(document);
    }
    const places = index.findings().map((f) => `${f.document} ${f.code} ${f.severity}`);
    assert.deepEqual(places, ['b.txt conflicting-date information', 'b.txt conflicting-date warning']);
    index.remove('a.txt');
    assert.equal(index.findings().length, 1);
  });

  const SENTENCES = [
    `In the capital, ${MEETING} # the invasion of Ostland by Varde.`,
    `The ministers of Varde and Skerry signed a fishing treaty # Varde invaded Ostland.`,
    `In an interview with the Varde Herald # the invasion of Ostland, Joan Pell said the fishing treaty must include Skerry.`,
  ];
  const OFFSETS = ['days before', 'weeks before', 'two months after', 'on the eve of', 'a week ahead of'];

  it('is the same after any edits as when built anew', function () {
    this.timeout(20_000);
    const sentence = fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...OFFSETS));
    const content = fc.array(
      sentence.map(([s, o]) => s.replace('#', o)),
      { maxLength: 2 },
    );
    const step = fc.record({ file: fc.nat(6), content: fc.option(content, { nil: null, freq: 5 }) });
    const document = (file: number, lines: readonly string[]): SourceDocument => ({
      id: `${file}`,
      label: `${file}.txt`,
      draft: file === 6,
      tagged: tag(lines.join('\n\n')),
    });
    const all = (index: OrderIndex, ids: Iterable<number>): (readonly Finding[])[] =>
      [...ids].sort().map((id) => index.findingsOf(`${id}`));
    let found = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.constantFrom(1, 2, 3, 64), (steps, keyCap) => {
        const incremental = new OrderIndex(keyCap);
        const now = new Map<number, SourceDocument>();
        for (const { file, content: lines } of steps) {
          if (lines === null) {
            incremental.remove(`${file}`);
            now.delete(file);
          } else {
            now.set(file, document(file, lines));
            incremental.replace(now.get(file)!);
          }
          all(incremental, now.keys());
        }
        const rebuilt = new OrderIndex(keyCap);
        for (const each of [...now.values()].reverse()) rebuilt.replace(each);
        const findings = all(rebuilt, now.keys());
        found += findings.flat().length;
        assert.deepEqual(all(incremental, now.keys()), findings);
      }),
      { numRuns: 60 },
    );
    assert.ok(found > 0);
  });

  it('throws on no input, with places inside the texts', function () {
    this.timeout(20_000);
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'days ',
          'weeks ',
          'before ',
          'after ',
          'ahead of ',
          'prior to ',
          'on the eve of ',
          'on the day of ',
          'the day ',
        ],
        ...[
          'since ',
          '2022',
          'first ',
          'January 2021',
          'the invasion of Ostland',
          ', ',
          '. ',
          '\n',
          '\ud800',
          'Varde ',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 25 }), { maxLength: 3 }), (texts) => {
        const contents = texts.map((pieces) => pieces.join(''));
        const index = new OrderIndex();
        contents.forEach((text, i) => index.replace({ id: `${i}`, label: `${i}`, draft: false, tagged: tag(text) }));
        for (const finding of contents.flatMap((_, i) => index.findingsOf(`${i}`))) {
          for (const { document, start, end } of [finding, ...finding.related]) {
            assert.ok(start >= 0 && start < end && end <= contents[Number(document)]!.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes time in proportion to the text', function () {
    this.timeout(30_000);
    for (const piece of [
      'days before ',
      'first since 2022 ',
      'the day before the day ',
      'on the eve of Varde ',
      'since ',
    ]) {
      const [short, long] = [500, 4000].map((times) => {
        const tagged = tag(piece.repeat(times));
        const from = process.cpuUsage().user;
        const index = new OrderIndex();
        for (const id of ['a', 'b']) index.replace({ id, label: id, draft: false, tagged });
        index.findingsOf('b');
        return (process.cpuUsage().user - from) / 1000;
      });
      assert.ok(long! < 200 + 40 * short!, `${piece}: ${short} ms, then ${long} ms`);
    }
  });
});
