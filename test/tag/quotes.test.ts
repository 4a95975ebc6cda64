import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scan } from '../../server/src/text/scan';
import { tagQuotes } from '../../server/src/tag/quotes';
import type { Quote } from '../../server/src/tag/model';
import { drawMarks, parseFixture } from '../fixtures/markers';

function quotesOf(text: string, format: 'plain' | 'markdown' = 'plain'): Quote[] {
  return tagQuotes(scan(text, format), [], []);
}

/** Direct quotations as “use speaker/rule”. */
function check(source: string, format: 'plain' | 'markdown' = 'plain'): void {
  const file = parseFixture(source)[0]!;
  const found = quotesOf(file.text, format)
    .filter((q) => q.direct)
    .map((q) => ({
      start: q.start,
      end: q.end,
      label: `${q.use} ${q.speaker?.name ?? '-'}${q.closed ? '' : ' unclosed'}`,
    }));
  assert.equal(drawMarks(file, found), drawMarks(file, file.marks));
}

function checkIndirect(source: string): void {
  const file = parseFixture(source)[0]!;
  const found = quotesOf(file.text)
    .filter((q) => !q.direct)
    .map((q) => ({ start: q.start, end: q.end, label: `${q.modality} ${q.speaker?.name ?? '-'} (${q.cue})` }));
  assert.equal(drawMarks(file, found), drawMarks(file, file.marks));
}

describe('quotes: marks', () => {
  it('curly, straight and mixed marks', () =>
    check(`
“We will open the mill in spring,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook
"We will open the mill in spring," Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook
“We will open the mill in spring," Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook`));

  it('a quotation in a quotation', () =>
    check(`
“He told me, ‘The mill is closed for good,’ and left,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech He`));

  it('British style, with apostrophes and plural possessives', () =>
    check(`
‘The workers’ homes aren’t for sale,’ said Ada Brook, who wasn’t at the meeting.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook`));

  it('two typewriter apostrophes are one double mark', () =>
    check(`
''We will open the mill in spring,'' Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook`));

  it('inches, feet, decades and attributes of HTML are no marks', () =>
    check(`The gate is 6'3" tall and 12'6" wide, built in the '90s, <a href="x">see here</a>.`));

  it('an unclosed quotation ends with its paragraph', () =>
    check(`
Brook said the mill “will open in spring and stay open for good.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Brook unclosed
The council met on Tuesday.`));

  it('a quotation over paragraphs is one for each, by one speaker', () =>
    check(`
“We have waited nine years for this mill.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook unclosed
“We will not wait a tenth,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook`));

  it('a mark turned the wrong way by a word processor still closes', () =>
    check(`
“We will open the mill in spring,“ Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook`));
});

describe('quotes: speech, phrases, titles', () => {
  it('words at arm’s length are a phrase, and nobody’s without a cue', () =>
    check(`
The “green belt” around the town grew.
    ^^^^^^^^^^^^ phrase -
Brook called the plan “madness” on Tuesday.
                      ^^^^^^^^^ phrase Brook`));

  it('the name of a work is a title', () =>
    check(`
Brook is the author of “A Mill on the River” and other books.
                       ^^^^^^^^^^^^^^^^^^^^^ title -`));
});

describe('quotes: who speaks', () => {
  const speakerOf = (text: string): string => {
    const quote = quotesOf(text).find((q) => q.direct);
    assert.ok(quote, 'no direct quotation');
    return `${quote.speaker?.name ?? '-'} | ${quote.cue} | ${quote.rule} | ${quote.confidence}`;
  };
  const cases: [string, string][] = [
    ['“The river is too high,” Ada Brook said.', 'Ada Brook | said | after | high'],
    ['“The river is too high,” said Ada Brook.', 'Ada Brook | said | afterInverted | high'],
    [
      '“The river is too high,” Ada Brook, a miller from Fenwick who has worked there since 1990, said.',
      'Ada Brook | said | after | high',
    ],
    ['“The river is too high,” Rep. Ada Brook (D-Fenwick) said.', 'Ada Brook | said | after | high'],
    ['“The river is too high,” a spokesman for the council said.', 'a spokesman for the council | said | after | high'],
    ['“The river is too high,” two officials said.', 'two officials | said | after | high'],
    ['“Is the river too high?” Brook asked.', 'Brook | asked | after | high'],
    ['According to Ada Brook, “the river is too high to cross.”', 'Ada Brook | According to | accordingTo | medium'],
    ['Ada Brook said: “The river is too high.”', 'Ada Brook | said | before | high'],
    [
      'Ada Brook and Tom Reed said in a joint statement: “The river is too high.”',
      'Ada Brook and Tom Reed | said | before | medium',
    ],
    ['“The river is too high,” Ada Brook and Tom Reed said.', 'Ada Brook and Tom Reed | said | after | high'],
    ['“The river is far too high.”', '- |  | none | low'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(speakerOf(text), expected));

  it('a surname stands for the one longer name', () =>
    check(`
Ada Brook arrived on Tuesday. “The river is too high,” Brook said. “We shall wait.”
                              ^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook
                                                                   ^^^^^^^^^^^^^^^^ speech Ada Brook`));

  it('a pronoun is whoever was named last and fits, at medium confidence', () => {
    const quote = quotesOf('Mrs. Brook met Mr. Reed in Fenwick. “The river is too high,” she said.').find(
      (q) => q.direct,
    )!;
    assert.equal(quote.speaker?.name, 'Brook');
    assert.equal(quote.confidence, 'medium');
  });

  it('a paragraph that is a quotation and nothing else takes the speaker of the one before, at low confidence', () => {
    const quotes = quotesOf('“The river is too high,” Ada Brook said.\n\n“Nobody will cross it today.”').filter(
      (q) => q.direct,
    );
    assert.deepEqual(
      quotes.map((q) => [q.speaker?.name, q.rule, q.confidence]),
      [
        ['Ada Brook', 'after', 'high'],
        ['Ada Brook', 'paragraphBefore', 'low'],
      ],
    );
  });

  it('nobody is invented', () => {
    const quotes = quotesOf('The council built a bridge of stone in 1950.\n\n“Nobody will cross it today.”').filter(
      (q) => q.direct,
    );
    assert.deepEqual(
      quotes.map((q) => q.speaker),
      [null],
    );
  });

  it('an announcement above, a signature below', () =>
    check(`
Ada Brook wrote in a letter:
“The river is far too high this year.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook

“We should have built a second bridge.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Tom Reed
— Tom Reed`));

  it('the turns of a transcript', () =>
    check(`
REED: Will the mill open in spring?
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech REED
BROOK: It will, if the river lets us.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech BROOK
REED: And if it does not let us?
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech REED`));

  it('a Markdown block quote with its signature', () => {
    const text = 'The letter was short.\n\n> We should have built a second bridge. — Tom Reed\n';
    const [quote] = quotesOf(text, 'markdown').filter((q) => q.direct);
    assert.equal(text.slice(quote?.start, quote?.end), 'We should have built a second bridge.');
    assert.equal(quote?.speaker?.name, 'Tom Reed');
  });
});

describe('quotes: indirect speech', () => {
  it('behind a cue, with its modality', () =>
    checkIndirect(`
Ada Brook said that the mill would open in spring.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
Ada Brook denied that the mill had been sold to a bank.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ denied Ada Brook (denied)
Ada Brook promised to open the mill in spring.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ promised Ada Brook (promised)
Ada Brook told reporters that the mill would open in spring.
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (told)
Ada Brook said on Monday she would open the mill.
                         ^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)`));

  it('before a cue and by account', () =>
    checkIndirect(`
The mill will open in spring, officials said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
According to Ada Brook, the mill will open in spring.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (According to)
The mill will open in spring, according to Ada Brook.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (according to)`));

  it('two reports in a sentence are two', () =>
    checkIndirect(`
Brook said the mill was ready, while Reed said the river was too high.
           ^^^^^^^^^^^^^^^^^^ said Brook (said)
                                               ^^^^^^^^^^^^^^^^^^^^^^ said Reed (said)`));

  it('no report: a name, a noun, a refusal, a direct quotation', () =>
    checkIndirect(`
The United States has nothing to do with the mill.
The report that he read was long and dull.
Brook did not say that the mill was ready.
Brook declined to say whether the mill was ready.
Brook said, “The mill is ready for the spring.”`));
});
