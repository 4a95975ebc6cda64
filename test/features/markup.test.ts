import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { escapeMarkdown, markdown } from '../../server/src/features/markup';

// The renderer of the extension tools' own dependency: what matters is that a CommonMark reader sees plain words.
const MarkdownIt = createRequire(__filename)('markdown-it') as new (options: object) => {
  render(text: string): string;
  validateLink(url: string): boolean;
};
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.validateLink = () => true; // its own protection is not what is tested

/** What a reader sees of words that were escaped in the middle of a line, tags and all. */
function rendered(words: string): string {
  return renderer
    .render(`· ${escapeMarkdown(words)} ·`)
    .trim()
    .replace(/^<p>· ?/, '')
    .replace(/ ?·<\/p>$/, '');
}

const html = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('escapeMarkdown', () => {
  const hostile = [
    '[click](command:workbench.action.quit)',
    '![](https://evil.example/pixel.png)',
    '<img src=x onerror=alert(1)><script>',
    '<https://evil.example>',
    'https://evil.example/?q=1 and www.evil.example and a@evil.example',
    '**bold** _it_ ~~no~~ `code` ``',
    '&lt;b&gt; &#60;',
    '# head | table | $(trash) \\',
    '[ref]: x "y"',
    '1. list',
    '^[note] [^1] <!-- -->',
  ];
  for (const words of hostile) it(`takes the sting out of ${words}`, () => assert.equal(rendered(words), html(words)));

  it('leaves ordinary words readable as they are', () => {
    const words = 'Mr. O’Brien (left) gave $61 billion – “more than 5%”, said the U.S.';
    assert.equal(escapeMarkdown(words), words);
  });

  it('makes one line of several, and drops what turns the direction of a text', () => {
    assert.equal(escapeMarkdown('a\r\n\r\n- b\u202e\u0007c'), 'a - bc');
  });

  it('shows any words as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 [](){}<>*_`~!#+-.:|\\&@$^="\'/') }), (words) => {
        const line = words.replace(/\s+/g, ' ').trim();
        assert.equal(rendered(line), html(line));
      }),
      { numRuns: 500 },
    );
  });
});

describe('links', () => {
  it('end where they should, whatever the target', () => {
    const target = 'file:///ws/a (1)%20<b>.txt#L1,2';
    const href = /href="([^"]*)"/.exec(renderer.render(markdown.link('a] (b)', target)))?.[1];
    assert.equal(href, 'file:///ws/a%20%281%29%20%3Cb%3E.txt#L1,2');
  });
});
