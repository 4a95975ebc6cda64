import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markedWordings } from '../../server/src/features/markedWording';
import { scan } from '../../server/src/text/scan';

describe('marked wording', () => {
  it('begins shortly before the words that differ, however late these come', () => {
    const [wire, post] = marked([
      '“The lock gates on the upper canal held through the whole of the night, and forty barges were saved,”',
      '“The lock gates on the upper canal held through the whole of the night, and fourteen barges were saved,”',
    ]);
    assert.deepEqual(wire, ['… night, and ', 'forty', ' barges were saved,”']);
    assert.deepEqual(post, ['… night, and ', 'fourteen', ' barges were saved,”']);
  });

  it('has a caret where only the others have words', () => {
    const [wire, post] = marked([
      '“Every single lamp on the pier was lit before the boats came in.”',
      '“Every lamp on the pier was lit before the boats came in.”',
    ]);
    assert.deepEqual(wire?.slice(0, 2), ['“Every ', 'single']);
    assert.deepEqual(post?.slice(0, 3), ['“Every', '‸', ' lamp on the pier was lit before the boats came in.”']);
  });

  it('leaves out what two differences have between them', () => {
    const [, post] = marked([
      '“We counted nine swans at dawn on the long reach below the weir by the tannery and then two herons.”',
      '“We counted five swans at dawn on the long reach below the weir by the tannery and then six herons.”',
    ]);
    assert.deepEqual(post, ['“We counted ', 'five', ' swans at … and then ', 'six', ' herons.”']);
  });

  it('marks what the usual wording has otherwise than any other, and nothing where all agree', () => {
    const usual = '“The old mill wheel turned again on Sunday for the first time.”';
    const other = '“The old mill wheel turned again on Monday for the first time.”';
    assert.deepEqual(
      marked([usual, other, usual]).map((pieces) => pieces[1]),
      ['Sunday', 'Monday', 'Sunday'],
    );
    assert.deepEqual(marked([usual, usual]), [[], []]);
    assert.deepEqual(marked([usual, usual.slice(0, 40)]), [[], []], 'a cut is no difference');
  });

  it('compares with the wording that has most of the words of the others, not with a cut', () => {
    const [draft, post, wire, cut] = marked([
      '“Nine boats left the pier at once, and every single sailor was back by noon on Friday.”',
      '“Ten boats left the pier at once, and every sailor was safely back by noon on Friday.”',
      '“Ten boats left the pier at once, and every single sailor was back by noon on Friday.”',
      '“every single sailor was back by noon”',
    ]).map((pieces) => pieces.filter((_, i) => i % 2 === 1));
    assert.deepEqual([draft, post, wire, cut], [['Nine'], ['‸', 'safely'], ['Ten', 'single', '‸'], []]);
  });

  it('takes any words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 3 }), (texts) => {
        const found = marked(texts);
        assert.equal(found.length, texts.length);
        for (const pieces of found) assert.ok(pieces.length === 0 || pieces.length % 2 === 1);
      }),
      { numRuns: 50 },
    );
  });
});

function marked(texts: readonly string[]): (readonly string[])[] {
  return markedWordings(
    texts.map((text) => {
      const span = { start: 0, end: text.length };
      return { scanned: scan(text, 'plain'), span, content: span };
    }),
  );
}
