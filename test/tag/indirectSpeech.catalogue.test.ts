import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Quote } from '../../server/src/tag/model';
import { speakerLabel } from '../../server/src/tag/speakerLabel';
import { tagNames } from '../../server/src/tag/names';
import { tagQuotes } from '../../server/src/tag/quotes';
import { scan } from '../../server/src/text/scan';
import { drawMarks, parseFixture } from '../fixtures/markers';

/** A catalogue of indirect speech, as newspapers print them: modality, speaker, cue. */
function check(source: string): void {
  for (const file of parseFixture(source)) {
    const scanned = scan(file.text);
    const { names, entities } = tagNames(scanned);
    const found = tagQuotes(scanned, names, entities)
      .filter(({ direct }) => !direct)
      .map((quote) => ({ start: quote.start, end: quote.end, label: labelOf(quote) }));
    assert.equal(drawMarks(file, found), drawMarks(file, file.marks));
  }
}

function labelOf({ modality, speaker, cue }: Quote): string {
  return `${modality} ${speaker ? speakerLabel(speaker) : '-'} (${cue})`;
}

describe('indirect speech: behind a cue', () => {
  it('that, a bare clause, an infinitive, a listener', () =>
    check(`
//- /a.txt
Ada Brook said that the bridge would open in spring.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
Ada Brook said the bridge would open in spring.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
Ada Brook vowed to open the bridge in spring.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ promised Ada Brook (vowed)
//- /a.txt
Ada Brook told reporters that the bridge would open in spring.
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (told)
//- /a.txt
The council noted the lowest toll is usually paid in winter.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said The council (noted)
//- /a.txt
Two officials say Ada Brook has no money for the bridge.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Two officials (say)
//- /a.txt
Tom Reed and Ada Brook say the bridge is rotten.
                           ^^^^^^^^^^^^^^^^^^^^ said Tom Reed and Ada Brook (say)
//- /a.txt
Ada Brook said this week she would open the bridge.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)`));

  it('modality', () =>
    check(`
//- /a.txt
Ada Brook denied that the bridge had been sold to a bank.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ denied Ada Brook (denied)
//- /a.txt
Ada Brook warned that the bridge could fall this winter.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ predicted Ada Brook (warned)
//- /a.txt
Ada Brook proposed that the toll be doubled in May.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ proposed Ada Brook (proposed)
//- /a.txt
Ada Brook asked whether the bridge would ever open.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ asked Ada Brook (asked)`));
});

describe('indirect speech: around a cue', () => {
  it('behind what was said, and inside it', () =>
    check(`
//- /a.txt
The bridge will open in spring, officials said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
The bridge, Ada Brook said, will open in spring.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
The poorest paid most, the council said in a report, and the richest paid least.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said the council (said)`));

  it('who she is behind the cue is no more of what she said', () =>
    check(`
//- /a.txt
The bridge will open in spring, said Ada Brook, the mayor of Fenwick.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
The bridge will open in spring, said Ada Brook, director of the mill.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
The bridge, said Ada Brook, will open in spring.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)`));

  it('behind a dateline, a byline, a bullet', () =>
    check(`
//- /a.txt
PORT ELLERY, March 4 (Harbour Wire) — A flood on Monday carried off the bridge, officials said.
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
Fenwick (HW) — A flood on Monday carried off the bridge, officials said.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
FENWICK (HW) - A flood on Monday carried off the bridge, officials said.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
FENWICK, England -- A flood on Monday carried off the bridge, officials said.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
By Tom Reed, Harbour Wire — A flood on Monday carried off the bridge, officials said.
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
• A flood on Monday carried off the bridge, officials said.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said officials (said)
//- /a.txt
Ada Brook — the mayor — said the bridge was rotten by now.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)`));

  it('by account', () =>
    check(`
//- /a.txt
According to Ada Brook, the bridge will open in spring.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (According to)
//- /a.txt
The bridge will open in spring, according to early figures.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said early figures (according to)
//- /a.txt
As Ada Brook wrote in a letter, the bridge will open in spring.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (wrote)
//- /a.txt
As reported by the Herald, the bridge will open in spring.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Herald (reported by)`));
});

describe('indirect speech: where it ends', () => {
  it('with its clause', () =>
    check(`
//- /a.txt
When Ada Brook said the bridge was rotten, Tom Reed left the room.
                    ^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
Ada Brook, who said the bridge was rotten by now, left the room.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)
//- /a.txt
Ada Brook vowed to open the bridge in May, and Tom Reed has never doubted her.
                ^^^^^^^^^^^^^^^^^^^^^^^^^ promised Ada Brook (vowed)
//- /a.txt
The ministers — who said they would pay for it — signed a joint paper on Monday.
                         ^^^^^^^^^^^^^^^^^^^^^ said The ministers (said)
//- /a.txt
Ada Brook said she would open the bridge, although she had no money.
               ^^^^^^^^^^^^^^^^^^^^^^^^^ said Ada Brook (said)`));

  it('at the next report', () =>
    check(`
//- /a.txt
Brook said the bridge was rotten, while Reed said the river was too high.
           ^^^^^^^^^^^^^^^^^^^^^ said Brook (said)
                                                  ^^^^^^^^^^^^^^^^^^^^^^ said Reed (said)`));
});

describe('indirect speech: no report', () => {
  it('wishes, deeds, nouns, refusals', () =>
    check(`
//- /a.txt
The paper reflected the ties she hoped to build with the council this spring.
//- /a.txt
The mill continues to make the parts that the bridge needs for its gates.
//- /a.txt
Ada Brook added another room to the mill in spring.
//- /a.txt
The report that he read was long and dull.
//- /a.txt
Ada Brook did not say that the bridge was rotten.
//- /a.txt
Reporters left when asked to leave the room at once.`));

  it('beside a direct quotation', () =>
    check(`
//- /a.txt
“The bridge is rotten,” said Ada Brook, who has led the council since 2019.
//- /a.txt
In a letter to the council, Ada Brook said: “The bridge is rotten.”
//- /a.txt
Tom Reed, a miller from Fenwick, said the decision to close it was wrong.
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ said Tom Reed (said)`));
});
