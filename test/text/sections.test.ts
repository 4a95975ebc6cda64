import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Section, sectionsOf, type SectionSizes } from '../../server/src/text/sections';
import { processorTime } from '../fixtures/processorTime';

const sizes: SectionSizes = { long: 400, least: 150, wanted: 600, most: 1200 };

/** Paragraphs of a few sentences, each unlike the others. */
function prose(paragraphs: number): string {
  const verbs = ['opened', 'closed', 'sold', 'mended', 'counted', 'painted', 'left'];
  return Array.from({ length: paragraphs }, (_, i) => {
    const sentence = (k: number): string => `Number ${i} of ${k} ${verbs[(i * k) % 7]} the gate of yard ${i % 5}.`;
    return [1, 2, 3].map(sentence).join(' ');
  }).join('\n\n');
}

function words(text: string, sections: readonly Section[]): string[] {
  return sections.map(({ start, end, name, fence }) => `${name} ${fence} ${text.slice(start, end)}`);
}

const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '```\n',
    '~~~',
    '“',
    '”',
    '\ud800',
    'A word. ',
    'x'.repeat(700),
    '# Head\n\n',
    ' ',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.nat(9).map(prose),
);
const text = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));

describe('sections', () => {
  it('are one for a text that is not long', () => {
    assert.deepEqual(sectionsOf('A short text.', 'plain'), [{ start: 0, end: 13, name: '', fence: null }]);
    assert.deepEqual(sectionsOf('', 'plain'), [{ start: 0, end: 0, name: '', fence: null }]);
    assert.equal(sectionsOf(prose(1000), 'plain').length, 1);
  });

  it('cover any text without gaps, each with a name of its own, none too long', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('plain' as const, 'markdown' as const), (any, format) => {
        const sections = sectionsOf(any, format, sizes);
        let end = 0;
        for (const section of sections) {
          assert.equal(section.start, end);
          end = section.end;
          assert.ok(section.end - section.start <= Math.max(sizes.most, sizes.long));
        }
        assert.equal(end, any.length);
        assert.ok(sections.every((section) => any === '' || section.end > section.start));
        assert.equal(new Set(sections.map(({ name }) => name)).size, sections.length);
      }),
      { numRuns: 300 },
    );
  });

  it('begin with paragraphs, and not with a quotation', () => {
    const news = prose(40).replace(/^Number (\d*[13579]) /gm, '“Number $1” ');
    const sections = sectionsOf(news, 'plain', sizes);
    assert.ok(sections.length > 5);
    for (const { start, end } of sections.slice(1, -1)) {
      assert.match(news.slice(start), /^Number/);
      assert.match(news.slice(0, start), /\n\n$/);
      assert.ok(end - start >= sizes.least);
    }
  });

  it('are found in paragraphs without blank lines between them', () => {
    const lines = prose(60).replaceAll('\n\n', '\n');
    const sections = sectionsOf(lines, 'plain', sizes);
    assert.ok(sections.length > 5);
    for (const { start } of sections.slice(1)) assert.match(lines.slice(start - 1), /^\nNumber/);
  });

  it('stay as they are where nothing is edited', () => {
    const before = prose(200);
    for (const at of [5000, 12_000, 20_000]) {
      for (const inserted of ['x', ' More words. ', '\n\nA paragraph of its own.\n\n']) {
        const after = before.slice(0, at) + inserted + before.slice(at);
        const known = new Set(words(before, sectionsOf(before, 'plain', sizes)));
        const fresh = words(after, sectionsOf(after, 'plain', sizes)).filter((each) => !known.has(each));
        assert.ok(known.size > 40 && fresh.length <= 4, `${fresh.length} of ${known.size}`);
      }
    }
  });

  it('know the Markdown fence that is open where they begin', () => {
    const code = Array.from({ length: 60 }, (_, i) => `line ${i} of the code that nobody reads`).join('\n\n');
    const page = `${prose(4)}\n\n~~~\n${code}\n~~~\n\n${prose(9)}`;
    const sections = sectionsOf(page, 'markdown', sizes);
    const inside = ({ start }: Section): boolean =>
      page.lastIndexOf('line', start) > page.indexOf('~~~') && start < page.lastIndexOf('~~~');
    assert.ok(sections.some(inside));
    for (const section of sections) assert.equal(section.fence, inside(section) ? '~~~' : null);
    assert.ok(sectionsOf(page, 'plain', sizes).every(({ fence }) => fence === null));
  });

  it('cut an endless line behind a sentence or a word, and never a pair of surrogates', () => {
    const line = prose(60).replaceAll('\n\n', ' ');
    for (const { start } of sectionsOf(line, 'plain', sizes).slice(1)) assert.match(line.slice(start - 2), /^\. N/);
    const pairs = '😀'.repeat(3001);
    for (const { start } of sectionsOf(`x${pairs}`, 'plain', sizes).slice(1)) assert.equal(start % 2, 1);
  });

  it('take time in proportion to the text, whatever stands in it', () => {
    for (const unit of ['"', '\n', ' ', 'a', '``` \n', 'A b. ', '\r', '“a\n\n']) {
      const time = (length: number): number =>
        processorTime(() => sectionsOf(unit.repeat(Math.ceil(length / unit.length)), 'markdown'));
      assert.ok(time(1e6) < 12 * time(2.5e5) + 50, JSON.stringify(unit));
    }
  }).timeout(20_000);
});
