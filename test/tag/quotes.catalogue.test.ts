import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Quote } from '../../server/src/tag/model';
import { speakerLabel } from '../../server/src/tag/speakerLabel';
import { tagNames } from '../../server/src/tag/names';
import { tagQuotes } from '../../server/src/tag/quotes';
import { scan } from '../../server/src/text/scan';
import { drawMarks, parseFixture } from '../fixtures/markers';

/** A catalogue of direct quotations, as newspapers print them: use, speaker, rule, confidence. */
function check(source: string): void {
  for (const file of parseFixture(source)) {
    const scanned = scan(file.text);
    const { names, entities } = tagNames(scanned);
    const found = tagQuotes(scanned, names, entities)
      .filter(({ direct }) => direct)
      .map((quote) => ({ start: quote.start, end: quote.end, label: labelOf(quote) }));
    assert.equal(drawMarks(file, found), drawMarks(file, file.marks));
  }
}

function labelOf({ use, speaker, rule, confidence }: Quote): string {
  return `${use} ${speaker ? `${speakerLabel(speaker)}, ${rule}, ${confidence}` : '-'}`;
}

describe('quotes: cue behind the quotation', () => {
  it('the speaker before the cue', () =>
    check(`
//- /a.txt
“The bridge will stay closed until May,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
//- /a.txt
"The bridge will stay closed until May," Ada Brook said on Tuesday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high`));

  it('the cue before the speaker', () =>
    check(`
//- /a.txt
“The bridge will stay closed until May,” said Ada Brook, who has led the council since 2019.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, afterInverted, high`));

  it('a role, and behind a comma who holds it', () =>
    check(`
//- /a.txt
“The bridge will stay closed until May,” said the mission director, Ada Brook.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, afterInverted, high
//- /a.txt
“The bridge will stay closed until May,” its chairman, Tom Reed, said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Tom Reed, after, high
//- /a.txt
“The bridge will stay closed until May,” said the mayor, Tom Reed’s brother.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech the mayor, afterInverted, high
//- /a.txt
“The bridge will stay closed until May,” said the mayor, Tom Reed and Ada Brook.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech the mayor, afterInverted, high`));

  it('a question and an exclamation', () =>
    check(`
//- /a.txt
“Will it ever open again?” Ada Brook asked.
^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
//- /a.txt
“Open it now!” shouted Tom Reed.
^^^^^^^^^^^^^^ speech Tom Reed, afterInverted, high`));

  it('an appositive, a relative clause and a bracket between', () =>
    check(`
//- /a.txt
“The bridge is rotten,” Ada Brook, a professor of engineering at Fenwick College, said.
^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
//- /a.txt
“The bridge is rotten,” Ada Brook, who inspected it twice, said.
^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
//- /a.txt
“The bridge is rotten,” Sen. Ada Brook (D-Fenwick) said.
^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high`));

  it('a listener, a place and a day behind the cue', () =>
    check(`
//- /a.txt
“We have no money for it,” Ada Brook told reporters in Fenwick on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high`));

  it('two speakers', () =>
    check(`
//- /a.txt
“We will pay our share,” Ada Brook and Tom Reed said in a joint statement.
^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook and Tom Reed, after, high`));
});

describe('quotes: cue before the quotation', () => {
  it('a colon, a comma, “that”', () =>
    check(`
//- /a.txt
Ada Brook said: “The bridge will stay closed.”
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high
//- /a.txt
Ada Brook said, “The bridge will stay closed.”
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high
//- /a.txt
Ada Brook said that “the bridge will stay closed for a year.”
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high`));

  it('the cue that reports, not the word of its clause', () =>
    check(`
//- /a.txt
Ada Brook said finding the money would be “the hardest part of the year.”
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium
//- /a.txt
Ada Brook said she would inform the council of “the state of the bridge.”
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium`));

  it('a participle belongs to the clause before it', () =>
    check(`
//- /a.txt
The envoys met and the ministers signed a paper, declaring “an end to the long quarrel.”
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech the ministers, before, medium`));

  it('a recording of somebody', () =>
    check(`
//- /a.txt
The clip ends with footage of Ada Brook saying, “Nobody told us anything.”
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high`));

  it('who reports, not who is the subject of the report', () =>
    check(`
//- /a.txt
Ada Brook said Tom Reed called the bridge “rotten to the core and worse.”
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium`));

  it('a cue that takes no clause ends with its own', () =>
    check(`
//- /a.txt
Ada Brook praised the miners, while the town had its “golden years of plenty” in mind.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^ speech -
//- /a.txt
Ada Brook praised the miners, the millers and a town of “honest and patient people.”
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium`));

  it('the speaker at a colon', () =>
    check(`
//- /a.txt
Ada Brook: “Nobody told us anything.”
           ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium`));
});

describe('quotes: cue inside the quotation', () => {
  it('split by its cue', () =>
    check(`
//- /a.txt
“The bridge,” Ada Brook said, “will stay closed until May.”
^^^^^^^^^^^^^ speech Ada Brook, after, high
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high
//- /a.txt
“The bridge will stay closed,” Ada Brook said. “We have no money for it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, sameParagraph, high`));

  it('a sentence behind without a cue', () =>
    check(`
//- /a.txt
“It is closed,” Ada Brook said. “Go home.” Rain fell on Fenwick. “There is nothing to see here.”
^^^^^^^^^^^^^^^ speech Ada Brook, after, high
                                ^^^^^^^^^^ speech Ada Brook, sameParagraph, high
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, sameParagraph, high`));
});

describe('quotes: according to', () => {
  it('before and behind', () =>
    check(`
//- /a.txt
According to Ada Brook, “the bridge is rotten to the core.”
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, accordingTo, medium
//- /a.txt
The bridge is “rotten to the core,” according to Ada Brook.
              ^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, accordingTo, medium`));
});

describe('quotes: statements, documents, posts', () => {
  it('a statement speaks', () =>
    check(`
//- /a.txt
The statement said the ministers “condemn the closing of the bridge.”
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech The statement, before, high
//- /a.txt
“The bridge must open by May,” the letter said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech the letter, after, high`));

  it('a post', () =>
    check(`
//- /a.txt
Ada Brook tweeted: “Nobody told us anything.”
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high`));
});

describe('quotes: announced without a word of it', () => {
  it('in the paragraph above', () =>
    check(`
//- /a.txt
Ada Brook said in a statement.

“The bridge is rotten and we must close it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium
//- /a.txt
Ada Brook issued a short written statement on Monday:

“The bridge is rotten and we must close it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium`));

  it('in the sentence before', () =>
    check(`
//- /a.txt
Tom Reed was not there. Ada Brook issued a statement on Monday. “The bridge is rotten.” “Nobody should walk on it.”
                                                                ^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, sameParagraph, medium
                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, sameParagraph, medium`));

  it('not where it was never made, or where the sentence tells what is in it', () =>
    check(`
//- /a.txt
Ada Brook did not issue a statement.

“The bridge is rotten and we must close it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech -
//- /a.txt
No statement was issued by the council on Monday.

“The bridge is rotten and we must close it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech -`));
});

describe('quotes: dialogue dashes', () => {
  it('a conversation', () =>
    check(`
//- /a.txt
— Where are you going? — asked Tom Reed.
  ^^^^^^^^^^^^^^^^^^^^ speech Tom Reed, cueInSentence, medium

— To the bridge — said Ada Brook. — It opens today.
  ^^^^^^^^^^^^^ speech Ada Brook, cueInSentence, medium
                                    ^^^^^^^^^^^^^^^ speech Ada Brook, sameParagraph, medium

— Then I am coming too.
  ^^^^^^^^^^^^^^^^^^^^^ speech -

He took his hat and left.
//- /a.txt
– The bridge is rotten, said Ada Brook.
  ^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, cueInSentence, medium

– It always was!
  ^^^^^^^^^^^^^^ speech -`));

  it('words in marks inside a turn', () =>
    check(`
//- /a.txt
— He called it “rotten wood” twice, said Ada Brook.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, cueInSentence, medium
               ^^^^^^^^^^^^^ phrase He, before, medium

— Did he?
  ^^^^^^^ speech -`));

  it('lists, datelines, signatures and single dashes are none', () =>
    check(`
//- /a.txt
Points of the plan:

— The bridge opens in May.

— The toll is doubled.
//- /a.txt
FENWICK — The bridge fell on Monday, said Ada Brook.

PORT ELLERY — The mill burned on Monday, said Tom Reed.
//- /a.txt
— The bridge is rotten, said Ada Brook.

The council met on Monday.
//- /a.txt
- The bridge is rotten, said Ada Brook.

- The mill is rotten, said Tom Reed.`));
});

describe('quotes: roles', () => {
  it('with and without a name', () =>
    check(`
//- /a.txt
“We are still counting,” a spokesman for the council said.
^^^^^^^^^^^^^^^^^^^^^^^^ speech a spokesman for the council, after, high
//- /a.txt
“We are still counting,” two officials said.
^^^^^^^^^^^^^^^^^^^^^^^^ speech two officials, after, high
//- /a.txt
“We are still counting,” said council spokesman Tom Reed.
^^^^^^^^^^^^^^^^^^^^^^^^ speech Tom Reed, afterInverted, high
//- /a.txt
“We are still counting,” the heckler yelled.
^^^^^^^^^^^^^^^^^^^^^^^^ speech the heckler, after, high`));

  it('a role that the text gave to one person', () =>
    check(`
//- /a.txt
Ada Brook, the mayor of Fenwick, opened the meeting. “The bridge is rotten,” the mayor said.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high`));
});

describe('quotes: pronouns', () => {
  it('who was named last', () =>
    check(`
//- /a.txt
Ada Brook came late. “The bridge is rotten,” she said.
                     ^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook (she), after, medium`));

  it('who speaks comes before who is only named', () =>
    check(`
//- /a.txt
Tom Reed wants more money for the bridge, Erik Sand said. “The council,” he added, “will not find it.”
                                                          ^^^^^^^^^^^^^^ speech Erik Sand (he), after, medium
                                                                                   ^^^^^^^^^^^^^^^^^^^ speech Erik Sand (he), before, medium
//- /a.txt
Mr. Reed said that Mr. Sand wanted the bridge. “He always did,” he said.
                                               ^^^^^^^^^^^^^^^^ speech Reed (he), after, medium`));

  it('not whom a preposition governs in the same sentence', () =>
    check(`
//- /a.txt
Tom Reed opened the meeting. In a talk with Erik Sand, he said, “The bridge is rotten.”
                                                                ^^^^^^^^^^^^^^^^^^^^^^^ speech Tom Reed (he), before, medium`));

  it('a newcomer who is described and not named', () =>
    check(`
//- /a.txt
Tom Reed opened the meeting. A reporter from Fenwick called it “a waste of an evening.” “The bridge is rotten,” he said.
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^ speech A reporter, before, high
                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^ speech A reporter (he), after, medium`));
});

describe('quotes: paragraphs', () => {
  it('a quotation over paragraphs', () =>
    check(`
//- /a.txt
“We have waited nine years for this bridge.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, sameParagraph, high

“We will not wait a tenth,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high`));

  it('a paragraph that is a quotation and nothing else', () =>
    check(`
//- /a.txt
“The bridge is rotten,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high

“Nobody should walk on it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, paragraphBefore, low`));

  it('nobody is invented', () =>
    check(`
//- /a.txt
The council built a bridge of stone in 1950.

“Nobody should walk on it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech -`));
});

describe('quotes: marks', () => {
  it('a quotation in a quotation', () =>
    check(`
//- /a.txt
“He told me, ‘The bridge is closed for good,’ and left,” Ada Brook said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech He, before, medium`));

  it('British style', () =>
    check(`
//- /a.txt
‘The workers’ homes aren’t for sale,’ said Ada Brook.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, afterInverted, high`));

  it('inches, feet, decades', () =>
    check(`
//- /a.txt
The gate is 6'3" tall and 12'6" wide, built in the '90s.`));

  it('never closed', () =>
    check(`
//- /a.txt
Ada Brook said the bridge “will open in spring and stay open for good.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, high`));
});

describe('quotes: a nickname inside the speaker’s name', () => {
  it('behind and before the quotation', () => {
    const speakerOf = (text: string): string => {
      const scanned = scan(text);
      const quote = tagQuotes(scanned, [], []).find(({ use }) => use === 'speech');
      return quote?.speaker ? `${quote.speaker.name}, ${quote.rule}` : '-';
    };
    assert.equal(
      speakerOf('“Nobody should walk on it,” Robert “Bob” Reed, the baker, said.'),
      'Robert “Bob” Reed, after',
    );
    assert.equal(speakerOf('“Nobody should walk on it,” said Robert "Bob" Reed.'), 'Robert "Bob" Reed, afterInverted');
    assert.equal(speakerOf('Robert “Bob” Reed, said: “Nobody should walk on it.”'), 'Robert “Bob” Reed, before');
  });
});

describe('quotes: words in marks that nobody says', () => {
  it('a phrase, a title, a nickname, a so-called thing', () =>
    check(`
//- /a.txt
The “green belt” around the town grew.
    ^^^^^^^^^^^^ phrase -
//- /a.txt
She is the author of “A Bridge on the River” and other books.
                     ^^^^^^^^^^^^^^^^^^^^^^^ title -
//- /a.txt
A new film, “The Long Way Home,” opens on Friday.
            ^^^^^^^^^^^^^^^^^^^^ title -
//- /a.txt
Robert “Bob” Reed came late.
       ^^^^^ title -
//- /a.txt
Brook paid the so-called “bridge tax” in May.
                         ^^^^^^^^^^^^ phrase -`));
});

describe('quotes: transcripts and interviews', () => {
  it('questions and answers', () =>
    check(`
//- /a.txt
Q: Will the bridge open in spring?
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Q, label, high

A: It will, if the river lets us.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech A, label, high`));

  it('labels', () =>
    check(`
//- /a.txt
REED: Will the bridge open in spring?
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech REED, label, high

BROOK: It will, if the river lets us.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech BROOK, label, high

REED: And if it does not let us?
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ speech REED, label, high`));

  it('a signature', () =>
    check(`
//- /a.txt
“We should have built a second bridge.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Tom Reed, label, high

— Tom Reed`));
});

describe('quotes: the wire', () => {
  it('behind a dateline and before a credit', () =>
    check(`
//- /a.txt
FENWICK, May 4 (AP) — Mayor Ada Brook closed the bridge and left, calling it “a very bad day for us all.”
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, before, medium
//- /a.txt
FENWICK (AP) — “The bridge is rotten,” Ada Brook said on Monday.
               ^^^^^^^^^^^^^^^^^^^^^^^ speech Ada Brook, after, high
//- /a.txt
Ada Brook speaks on Monday. “I could not sleep,” she said later. (Photo by Tom Reed)
                            ^^^^^^^^^^^^^^^^^^^^ speech Ada Brook (she), after, medium`));
});
