import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Corrections, noCorrections } from '../../server/src/tag/corrections';
import type { TaggedText } from '../../server/src/tag/model';
import { tag, tagAgain } from '../../server/src/tag/tag';
import type { TextFormat } from '../../server/src/text/markdown';
import type { SectionSizes } from '../../server/src/text/sections';
import { packTagged, unpackTagged } from '../../server/src/workspace/packedTags';
import { processorTime } from '../fixtures/processorTime';

const sizes: SectionSizes = { long: 400, least: 150, wanted: 600, most: 1200 };

function tagged(text: string, before: TaggedText | null = null, format: TextFormat = 'plain'): TaggedText {
  return tagAgain(text, format, noCorrections, before, sizes);
}

const sentences = [
  'Ada Brook, who leads the harbour board, came to Oslo on Monday.',
  '“We will rebuild the bridge and the mine before winter,” Brook said on Thursday.',
  'According to the city council, repairs would cost $61.5 million by May 9, 2024.',
  'About 1,200 people lost their homes, up 14 percent in 3 months.',
  'Reed said that the railway would close, and 40 of 90 workers left.',
  'Tom Reed met Mr. Brook in Fenwick.',
  'The stone stands where the mill was, between the river and the road to Leeds.',
];
const paragraph = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const news = fc
  .tuple(
    fc.constantFrom('OSLO, May 3, 2024 — A fire.', 'A fire.', '---\ndate: 2024-05-03\n---'),
    fc.array(paragraph, { minLength: 6, maxLength: 24 }),
  )
  .map(([head, list]) => [head, ...list].join('\n\n'));
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(60),
  put: fc.oneof(
    fc.constantFrom('', 'x', '”', '“', '\n', '\n\n', '```\n', '\ud800', ' May 4, 2024 '),
    fc.constantFrom(...sentences),
  ),
});

describe('a long text', () => {
  it('is tagged after an edit as it is from scratch', () => {
    fc.assert(
      fc.property(
        news,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('plain' as const, 'markdown' as const),
        (text, edits, format) => {
          let now = text;
          let before = tagged(now, null, format);
          for (const { at, gone, put } of edits) {
            const from = Math.floor(at * now.length);
            now = now.slice(0, from) + put + now.slice(from + gone);
            before = tagged(now, before, format);
            assert.deepEqual(before, tagged(now, null, format));
          }
        },
      ),
      { numRuns: 20 },
    );
  }).timeout(20_000);

  it('has its mentions where they are written', () => {
    fc.assert(
      fc.property(news, (text) => {
        const { scanned, names, entities, quotes, figures, sections } = tagged(text);
        if (!sections) return;
        const all = [...names, ...quotes, ...figures, ...scanned.sentences, ...scanned.paragraphs];
        for (const { start, end } of all) assert.ok(0 <= start && start < end && end <= text.length);
        for (const list of [names, quotes, figures, scanned.sentences, scanned.paragraphs])
          for (let i = 1; i < list.length; i++) assert.ok(list[i - 1]!.start <= list[i]!.start);
        for (const { name, mentions } of entities)
          for (const m of mentions) {
            const { start, end, entity } = names[m]!;
            assert.equal(entities[entity]!.name, name);
            assert.ok(text.slice(start, end).toLowerCase().endsWith(name.split(' ').at(-1)!.toLowerCase()));
          }
        for (const { speaker } of quotes)
          if (speaker && speaker.entity >= 0) assert.equal(entities[speaker.entity]!.name, speaker.name);
        scanned.sentences.forEach(({ from, to, paragraph: p }, s) => {
          assert.equal(scanned.tokens.start[from], scanned.sentences[s]!.start);
          assert.equal(scanned.tokens.end[to - 1], scanned.sentences[s]!.end);
          assert.equal(scanned.sentenceOf[to - 1], s);
          assert.ok(scanned.paragraphs[p]!.firstSentence <= s && s < scanned.paragraphs[p]!.endSentence);
        });
      }),
      { numRuns: 20 },
    );
  }).timeout(20_000);

  const long = [
    'OSLO, May 3, 2024 — Ada Brook came.',
    ...Array.from(
      { length: 60 },
      (_, i) => `On day ${i} the harbour of yard ${i % 7} sold ${i + 20} boats, and nobody knew why.`,
    ),
  ];

  it('is tagged anew only where it was edited', () => {
    const text = long.join('\n\n');
    const before = tagged(text);
    const after = tagged(text.replace('day 30 ', 'day 300 '), before);
    assert.ok(before.sections!.length > 5);
    const known = new Set(before.sections!.map((section) => section.tagged));
    assert.ok(after.sections!.filter((section) => !known.has(section.tagged)).length <= 2);
    assert.equal(after.sections!.at(-1)!.tagged, before.sections!.at(-1)!.tagged);
  });

  it('is tagged anew throughout where its day changes', () => {
    const text = `${long.join('\n\n')}\n\nIt closed on Thursday.`;
    const closed = ({ figures }: TaggedText): unknown => figures.at(-1)!.value;
    const before = tagged(text);
    const after = tagged(text.replace('May 3', 'May 13'), before);
    assert.deepEqual([closed(before), closed(after)], ['2024-05-02', '2024-05-09']);
  });

  it('calls a person by the full name that another section has, unless two bear the surname', () => {
    const middle = long.slice(1).join('\n\n');
    const last = '“We never sold a boat,” Mr. Brook said.';
    const speakers = (text: string): unknown => tagged(text).quotes.map(({ speaker }) => speaker?.name);
    assert.deepEqual(speakers(`Ada Brook came to Oslo.\n\n${middle}\n\n${last}`), ['Ada Brook']);
    assert.deepEqual(speakers(`Ada Brook met Tom Brook in Oslo.\n\n${middle}\n\n${last}`), ['Brook']);
    const { entities } = tagged(`Ada Brook came to Oslo.\n\n${middle}\n\n${last}`);
    const [brook] = entities.filter(({ type }) => type === 'person');
    assert.deepEqual([brook!.name, brook!.aliases, brook!.mentions.length], ['Ada Brook', ['Brook'], 2]);
  });

  it('has no mentions in code that goes on over several sections', () => {
    const code = long.slice(1).join('\n\n');
    const { figures } = tagged(
      `Ada Brook sold 12 boats.\n\n~~~\n${code}\n~~~\n\nTom Reed sold 15 boats.`,
      null,
      'markdown',
    );
    assert.deepEqual(
      figures.map(({ value }) => value),
      [12, 15],
    );
  });

  it('may be anything', () => {
    for (const unit of ['“', '\ud83d', '1\r\n\r\n']) {
      const text = unit.repeat(Math.ceil(201_000 / unit.length));
      const { sections, names, quotes, figures } = tag(text, 'markdown');
      assert.ok(sections!.length > 1);
      for (const { start, end } of [...names, ...quotes, ...figures])
        assert.ok(0 <= start && start < end && end <= text.length);
    }
  }).timeout(20_000);

  it('comes back from a string as it was', () => {
    const before = tagged(long.join('\n\n'));
    assert.deepEqual(unpackTagged(packTagged(before), before.scanned.text, 'plain'), before);
  });

  it('is one only beyond a size, and in proportion to it costs no more', () => {
    const text = long.join('\n\n');
    assert.equal(tag(text).sections, undefined);
    const none: Corrections = new Map();
    const time = (times: number): number => processorTime(() => tag(`${text}\n\n`.repeat(times), 'plain', none));
    assert.ok(tag(`${text}\n\n`.repeat(50)).sections!.length > 5);
    assert.ok(time(100) < 5 * time(50) + 50);
  }).timeout(20_000);
});
