import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scan } from '../../server/src/text/scan';
import type { TextFormat } from '../../server/src/text/markdown';

function sentences(text: string, format: TextFormat = 'plain'): string[] {
  return scan(text, format).sentences.map((s) => text.slice(s.start, s.end));
}

describe('sentences', () => {
  const cases: [name: string, sentences: string[]][] = [
    ['full stops and question marks', ['Who paid?', 'Nobody knows.', 'Ask them!']],
    ['titles and initials', ['Mr. Vale met Dr. J. K. Orr in St. Ives.', 'Both smiled.']],
    ['an abbreviation in mid-sentence', ['The U.S. Senate and Orr Inc. agreed.', 'So did Vale.']],
    ['an abbreviation that ends a sentence', ['They fled to the U.S.', 'He stayed.']],
    ['decimals and times', ['It rose 2.5 percent by 7 p.m. Thursday.', 'Then it fell.']],
    ['a closing quotation mark behind the stop', ['“We left.”', '“They stayed,” Vale said.']],
    ['a question inside a quotation that goes on', ['“Who paid?” she asked.', 'He said nothing.']],
    ['straight marks', ['"We left."', 'Then silence.']],
    ['an ellipsis that goes on', ['He paused … then spoke.', 'Nobody heard.']],
    ['a figure that opens a sentence', ['Nobody came.', '12 people wrote.', '$5 was paid.']],
    ['a stop that a bad conversion put before a small letter', ['They met for talks. interviews followed at noon.']],
  ];
  for (const [name, expected] of cases) {
    it(name, () => assert.deepEqual(sentences(expected.join(' ')), expected));
  }

  it('finds the end where the space behind it was lost', () => {
    assert.deepEqual(sentences('She led her class.After that she left.'), [
      'She led her class.',
      'After that she left.',
    ]);
  });

  it('never crosses a line that ends a paragraph', () => {
    assert.deepEqual(sentences('A headline\nThe text begins.'), ['A headline', 'The text begins.']);
  });

  it('joins lines that a mail program wrapped', () => {
    const text =
      'The committee met on Monday and agreed that the bridge\nshould be closed for a year while new bearings are made in\nthe yard at Varde. Traffic will go round.\n';
    assert.deepEqual(sentences(text).length, 2);
  });

  it('reads a text alike whatever ends its lines', () => {
    const text =
      'The committee met on Monday and agreed that the bridge\nshould be closed for a year while new bearings are made in\nthe yard at Varde. Traffic will go round.\n\nNobody\nminds.\n';
    const fold = (s: string): string[] => sentences(s).map((x) => x.replace(/\s+/g, ' '));
    assert.deepEqual(fold(text.replaceAll('\n', '\r\n')), fold(text));
    assert.deepEqual(fold(text.replaceAll('\n', '\r')), fold(text));
  });

  it('does not join a list of headlines', () => {
    assert.deepEqual(sentences('The Latest\nPhotos\nMaps of the Coast\nWeather').length, 4);
  });

  it('covers each token exactly once, on any input', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aB1 .,!?"“”’\n\r\t-#>*`[](){}$…é\ud800'), maxLength: 120 }),
        fc.constantFrom<TextFormat>('plain', 'markdown'),
        (text, format) => {
          const scanned = scan(text, format);
          let token = 0;
          for (const [index, sentence] of scanned.sentences.entries()) {
            assert.equal(sentence.from, token);
            assert.ok(sentence.to > sentence.from);
            for (let i = sentence.from; i < sentence.to; i++) assert.equal(scanned.sentenceOf[i], index);
            token = sentence.to;
            const paragraph = scanned.paragraphs[sentence.paragraph]!;
            assert.ok(paragraph.start <= sentence.start && sentence.end <= paragraph.end);
          }
          assert.equal(token, scanned.tokens.count);
        },
      ),
    );
  });
});

describe('markdown', () => {
  const paragraphs = (text: string): string[] => {
    const scanned = scan(text, 'markdown');
    return scanned.paragraphs.map((p) => {
      const words: string[] = [];
      for (let i = p.from; i < p.to; i++) words.push(text.slice(scanned.tokens.start[i], scanned.tokens.end[i]));
      return `${p.kind}: ${words.join(' ')}`;
    });
  };

  it('reads the text and leaves the markup out', () => {
    const text =
      '---\ntitle: A\ndate: 2025-01-02\n---\n\n# The *big* storm\n\n- **Ann Orr**, 40\n- see [the report](https://example.org/x)\n\n> We left.\n> They stayed.\n\n```\n12 dead code\n```\nSoft\nwrap.\n';
    assert.deepEqual(paragraphs(text), [
      'heading: The big storm',
      'listItem: Ann Orr , 40',
      'listItem: see the report',
      'quotation: We left . They stayed .',
      'prose: Soft wrap .',
    ]);
    assert.equal(
      text.slice(scan(text, 'markdown').frontMatter!.start, scan(text, 'markdown').frontMatter!.end).trim(),
      'title: A\ndate: 2025-01-02',
    );
  });

  it('does not take a rule at the top for front matter', () => {
    assert.deepEqual(paragraphs('---\n\nThe storm came.\n'), ['prose: The storm came .']);
  });

  it('drops images, code spans and tags, and keeps an editor’s brackets', () => {
    assert.deepEqual(paragraphs('He said “[the] end” ![pic](a.png) `12 x` <b>now</b>.'), [
      'prose: He said “ [ the ] end ” now .',
    ]);
  });
});
