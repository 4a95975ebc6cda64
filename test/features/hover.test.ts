import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { type HoverStyle, provideHover, type ReadSoFar } from '../../server/src/features/hover';
import { markdown, plaintext } from '../../server/src/features/markup';
import { markedSources } from '../fixtures/sources';

const allRead: ReadSoFar = { phase: 'ready', documents: 3, done: 3 };

function hover(
  fixture: string,
  style: HoverStyle = { markup: markdown, commands: true },
  soFar: ReadSoFar = allRead,
): string | null {
  const { sources, id, position } = markedSources(fixture);
  const found = provideHover(sources, id, position, style, soFar);
  return found && (found.contents as MarkupContent).value;
}

const aid = `
//- /a.txt
Congress approved a $6$01 billion package.
                    ^^^^^^^^^^^ money 61e9 USD #aid
//- /b.txt
The package of $60 billion was late. Nobody knew why.
               ^^^^^^^^^^^ money 60e9 USD #aid
//- /c.txt
It is $61 billion.
      ^^^^^^^^^^^ money 61e9 USD #aid
`;

describe('hover', () => {
  it('says what a figure was read as, and who states it otherwise, conflicts first', () => {
    assert.equal(
      hover(aid),
      [
        '**$61 billion** · money · 61,000,000,000 US dollars, exact to the billion',
        '',
        'stated in 3 documents',
        '',
        '≠ conflicts: 61000000000 and 60000000000 differ',
        '- [b.txt, line 1](file:///ws/b.txt#L1,16): “The package of **$60 billion** was late.” · 60,000,000,000 US dollars',
        '',
        '= agrees: the same value',
        '- [c.txt, line 1](file:///ws/c.txt#L1,7): “It is **$61 billion**.”',
        '',
        [
          'All statements](command:crosscheck.showAllMentions',
          'Compare](command:crosscheck.comparePassages',
          'Fact sheet](command:crosscheck.showFactSheet',
        ]
          .map(
            (link) => `[${link}?%5B%22file%3A%2F%2F%2Fws%2Fa.txt%22%2C%7B%22line%22%3A0%2C%22character%22%3A22%7D%5D)`,
          )
          .join(' · '),
      ].join('\n'),
    );
  });

  it('has no markup for a client that reads none', () => {
    assert.equal(
      hover(aid, { markup: plaintext, commands: true }),
      [
        '$61 billion · money · 61,000,000,000 US dollars, exact to the billion',
        '',
        'stated in 3 documents',
        '',
        '≠ conflicts: 61000000000 and 60000000000 differ',
        '  b.txt, line 1: “The package of $60 billion was late.” · 60,000,000,000 US dollars',
        '',
        '= agrees: the same value',
        '  c.txt, line 1: “It is $61 billion.”',
      ].join('\n'),
    );
  });

  it('has no command for a client that runs none', () => {
    assert.doesNotMatch(hover(aid, { markup: markdown, commands: false })!, /command:/);
  });

  it('lists eight and counts the rest', () => {
    const more = Array.from(
      { length: 12 },
      (_, i) => `//- /d${i}.txt\nIt is $61 billion.\n      ^^^^^^^^^^^ money 61e9 USD #aid`,
    );
    const text = hover([aid.trimEnd(), ...more].join('\n'))!;
    assert.equal(text.match(/^- /gm)?.length, 8);
    assert.match(text, /^≠ conflicts: .*\n- \[b\.txt/m);
    assert.match(text, /^= agrees · 13 statements: the same value\n- \[c\.txt/m);
    assert.match(text, /\[… and 6 more\]\(command:/);
  });

  it('lets every verdict be heard, however many there are of a graver one', () => {
    const more = Array.from(
      { length: 12 },
      (_, i) => `//- /d${i}.txt\nIt is $60 billion.\n      ^^^^^^^^^^^ money 60e9 USD #aid`,
    );
    const text = hover([aid.trimEnd(), ...more].join('\n'))!;
    assert.match(text, /^≠ conflicts · 13 statements: /m);
    assert.match(text, /^= agrees: the same value\n- \[c\.txt/m);
    assert.equal(text.match(/^- /gm)?.length, 8);
    assert.match(text, /\[… and 6 more\]\(command:/);
  });

  it('says of a figure that stands alone what it was read as, and no more', () => {
    const text = hover(`
At most 12$0.5 percent.
        ^^^^^^^^^^^^ percent 12.5 percent
`);
    assert.equal(text, '**12.5 percent** · percent · 12.5 percent');
  });

  it('names the speaker of a quotation, how sure and by which pattern', () => {
    const text = hover(`
//- /a.txt
“We $0will rebuild,” said Keller.
^^^^^^^^^^^^^^^^^^ quote by Anna Keller #rebuild
//- /b.txt
“We shall rebuild,” Keller said.
^^^^^^^^^^^^^^^^^^^ quote by Anna Keller #rebuild
`)!;
    const [first, , second, , sign, other] = text.split('\n');
    assert.equal(
      first,
      '**“We will rebuild,”** · quotation · said by Anna Keller · high confidence (“…,” NAME said)'.replace(
        ' s**',
        '**',
      ),
    );
    assert.equal(second, 'stated in 2 documents');
    assert.equal(sign, '· stated');
    assert.equal(other, '- [b.txt, line 1](file:///ws/b.txt#L1,1): **“We shall rebuild,”**');
  });

  it('says so where the text has only a pronoun for the speaker', () => {
    const text = hover(`
“We $0will rebuild,” she said.
^^^^^^^^^^^^^^^^^^ quote by Anna Keller (she)
`)!;
    assert.match(text, /quotation · said by Anna Keller \(“she” in the text\) · high confidence/);
  });

  it('gives the full name of a person, and its forms document by document', () => {
    const text = hover(`
//- /a.txt
Mrs. Kel$0ler spoke.
^^^^^^^^^^^ person Anna Keller #keller
//- /b.txt
Anna Keller came. Keller went.
^^^^^^^^^^^ person Anna Keller #keller
                  ^^^^^^ person Anna Keller #keller
`)!;
    assert.match(text, /^\*\*Mrs\. Keller\*\* · person · Anna Keller\n\nkeller · named 3 times in 2 documents\n/);
    assert.match(text, /- \[b\.txt, line 1\]\(file:\/\/\/ws\/b\.txt#L1,1\): “Anna Keller”, “Keller” · 2 times/);
  });

  it('lets no source text act in it', () => {
    const text = hover(`
//- /a.txt
It cost $6$01 million.
        ^^^^^^^^^^^ money 61e6 USD #x
//- /b.txt
[run](command:evil) ![](http://e.example/p) <b>$60 million</b> https://e.example
                                               ^^^^^^^^^^^ money 60e6 USD #x
`)!;
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(lines, [
      '- [b.txt, line 1](file:///ws/b.txt#L1,48): “\\[run\\](command:evil) \\!\\[\\](http\\://e.example/p) \\<b\\>**$60 million**\\</b\\> https\\://e.example” · 60,000,000 US dollars',
    ]);
  });

  it('says where not everything has been read', () => {
    const foot = (soFar: ReadSoFar): string | undefined =>
      hover(aid, { markup: plaintext, commands: false }, soFar)?.split('\n').at(-1);
    assert.equal(
      foot({ phase: 'indexing', documents: 10_000, done: 1200 }),
      'Still reading: 1,200 of 10,000 documents',
    );
    assert.equal(foot({ phase: 'stopped', documents: 40, done: 12 }), 'Reading was stopped: 12 of 40 documents');
    assert.equal(foot({ phase: 'indexing', documents: 1, done: 1 }), 'Still reading the folder');
  });

  it('is silent beside a mention and in a document that nobody knows', () => {
    assert.equal(hover('Nothing $0here.'), null);
    const { sources, position } = markedSources(aid);
    const style = { markup: markdown, commands: true };
    assert.equal(provideHover(sources, 'file:///ws/none.txt', position, style, allRead), null);
  });
});
