import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { tag } from '../../server/src/tag/tag';
import { formsOf, knownForm, LONGEST_FORM } from '../../server/src/tag/wordForms';
import { scan } from '../../server/src/text/scan';

describe('word forms', () => {
  it('are one object for all tokens that are written alike, in this and in other texts', () => {
    const [first, , second] = formsOf(scan('Reed and Reed').tokens);
    assert.equal(first, second);
    assert.equal(formsOf(scan('and Reed').tokens)[1], first);
    assert.notEqual(formsOf(scan('and REED').tokens)[1], first);
  });

  it('hold what the token says, whatever it is', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom('Ärger', 'ÄRGER', 'a', '½', 'x'),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        const { tokens } = scan(text);
        formsOf(tokens).forEach((form, i) => {
          const written = text.slice(tokens.start[i], tokens.end[i]);
          assert.equal(form.text, written);
          assert.equal(form.lower, written.toLowerCase());
          if (written.length <= LONGEST_FORM) assert.equal(knownForm(written), form);
        });
      }),
    );
  });

  it('are found again when a text has more of them than the table had room for', () => {
    // Words of letters alone, no two alike.
    const letters = (i: number): string =>
      (i < 26 ? '' : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(97 + (i % 26));
    const words = Array.from({ length: 60_000 }, (_, i) => `w${letters(i)}`);
    const { tokens } = scan(words.join(' '));
    const forms = formsOf(tokens);
    assert.equal(new Set(forms).size, new Set(words).size);
    assert.ok(words.every((word, i) => forms[i]!.text === word && knownForm(word) === forms[i]));
    // The next text begins with none of them.
    formsOf(scan('Reed').tokens);
    assert.equal(knownForm(words[0]!), undefined);
  });

  it('leave no trace of the texts that were tagged before', () => {
    const piece = fc.constantFrom(
      ...'Ada Brook said, that|“We will,” Brook said.|BROOK|brook|Reed|reed|in Oslo|a third of|5 people|May 3, 2024|Dr. Reed\n\n|The board'.split(
        '|',
      ),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const before = tag(one);
        tag(other);
        assert.deepEqual(tag(one), before);
      }),
      { numRuns: 60 },
    );
  });
});
