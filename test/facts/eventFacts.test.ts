import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import { processorTime } from '../fixtures/processorTime';

const SAID = '“Nobody on this quay slept until the last of the boats had been counted twice,” said Ingrid Halvorsen.';
const FIRST = `VARDE, May 16, 2024 (Wire) — The fire at the Skerry yard began at night. ${SAID}`;
const SECOND = `VARDE, May 16, 2024 (Post) — Flames rose above the yard in Skerry. ${SAID}`;

function indexOf(...texts: string[]): FactIndex {
  const index = new FactIndex();
  texts.forEach((text, i) => index.replace({ id: `${i}`, label: `${i}.txt`, draft: false, tagged: tag(text) }));
  return index;
}

/** The differences between figures of two texts, as `here ≠ there severity`. */
function differences(...texts: string[]): string[] {
  return indexOf(...texts)
    .findings()
    .filter(({ code }) => code.startsWith('conflicting'))
    .map(({ document, start, end, related, severity }) => {
      const there = related.map((r) => texts[Number(r.document)]!.slice(r.start, r.end));
      return `${texts[Number(document)]!.slice(start, end)} ≠ ${there.join(', ')} ${severity}`;
    });
}

describe('two accounts of one event', () => {
  const found: [string, string, string, string[]][] = [
    [
      'the one count of a kind in each, in whatever words',
      'The owners had employed 640 welders there.',
      'What becomes of the 690 welders nobody would say.',
      ['690 ≠ 640 information'],
    ],
    [
      'money for what both name',
      'A new crane would cost 32 million euros.',
      'The crane, priced at €34 million, has not been ordered.',
      ['€34 million ≠ 32 million euros information'],
    ],
    [
      'the age of one person',
      'Ingrid Halvorsen, 58, went home on foot.',
      'The captain, Ingrid Halvorsen, 85, went home.',
      ['85 ≠ 58 information'],
    ],
    [
      'two days of one deed',
      'The yard was inspected on 19 August 2023, a brass plate says.',
      'The last inspector to see it inspected it on 26 August 2023, said Mia Orr.',
      ['26 August 2023 ≠ 19 August 2023 information'],
    ],
  ];
  for (const [name, first, second, expected] of found) {
    it(`differ in ${name}`, () =>
      assert.deepEqual(differences(`${FIRST}\n\n${first}`, `${SECOND}\n\n${second}`), expected));
  }

  const silent: [string, string, string][] = [
    ['where one states both counts', 'The owners had employed 640 welders there.', 'Of 690 welders, 640 were at home.'],
    ['where one kind is counted many times', 'It was the third of 40 matches.', 'She had seen 38 matches.'],
    ['where the values are worlds apart', 'It cost 32 million euros to build the crane.', 'A cup at the crane is €2.'],
    ['in ages of two', 'Ingrid Halvorsen, 58, went home.', 'A girl, 6, watched Ingrid Halvorsen go.'],
  ];
  for (const [name, first, second] of silent) {
    it(`do not differ ${name}`, () =>
      assert.deepEqual(differences(`${FIRST}\n\n${first}`, `${SECOND}\n\n${second}`), []));
  }

  it('are told by what was said in both: other words, other event', () => {
    const other = 'VARDE, May 16, 2024 (Post) — Flames rose above the yard in Skerry. Ingrid Halvorsen said little.';
    assert.deepEqual(
      differences(`${FIRST}\n\nThey employed 640 welders.`, `${other}\n\nAbout the 690 welders nobody spoke.`),
      [],
    );
  });

  it('agree on a telling figure in sentences that have nothing else in common', () => {
    const index = indexOf(
      `${FIRST}\n\nThe owners had employed 643 welders there.`,
      `${SECOND}\n\nOutside stood all 643 welders.`,
    );
    const at = index.document('0')!.tagged.scanned.text.indexOf('643');
    assert.deepEqual(
      index.factAt('0', at)?.statements.map(({ document }) => document),
      ['0', '1'],
    );
  });

  it('are the same from both sides', function () {
    this.timeout(20_000);
    const line = fc.constantFrom(
      'They employed 640 welders.',
      'They employed 690 welders.',
      'A crane costs 32 million euros.',
      'A crane costs 34 million euros.',
      'It was inspected on 19 August 2023.',
      'It was inspected on 26 August 2023.',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (a, b) => {
        const [x, y] = [`${FIRST}\n\n${a.join(' ')}`, `${SECOND}\n\n${b.join(' ')}`];
        const count = (texts: string[]): number => differences(...texts).length;
        assert.equal(count([x, y]) > 0, count([y, x]) > 0);
      }),
      { numRuns: 15 },
    );
  });

  it('are compared in linear time', function () {
    this.timeout(20_000);
    const lines = (n: number, from: number): string =>
      Array.from({ length: n }, (_, i) => `Hall ${i} has ${from + 3 * i} lamps, and ${i} kilometres of wire.`).join(
        ' ',
      );
    const cost = (n: number): number => {
      const documents = [`${FIRST}\n\n${lines(n, 5000)}`, `${SECOND}\n\n${lines(n, 5001)}`].map((text, i) => ({
        id: `${i}`,
        label: `${i}.txt`,
        draft: false,
        tagged: tag(text),
      }));
      return processorTime(() => {
        const index = new FactIndex();
        documents.forEach((document) => index.replace(document));
        index.findings();
      });
    };
    const [small, large] = [cost(400), cost(1600)];
    assert.ok(large < 8 * small + 50, `${small} ms, ${large} ms for four times the text`);
  });
});
