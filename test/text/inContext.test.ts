import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoDay } from '../../server/src/text/isoDay';
import { oneLine } from '../../server/src/text/oneLine';
import { scan } from '../../server/src/text/scan';
import { inContext } from '../../server/src/text/inContext';

function wording(text: string, words: string): string {
  const start = text.indexOf(words);
  const { before, mention, after } = inContext(scan(text), { start, end: start + words.length });
  return `${before}[${mention}]${after}`;
}

describe('wording', () => {
  it('is the sentence, and no more', () => {
    assert.equal(wording('It rained. They paid $5 at once. It rained.', '$5'), 'They paid [$5] at once.');
  });

  it('is cut between words, and says so', () => {
    const many = 'word '.repeat(40);
    assert.match(wording(`It ${many}cost $5 and ${many}.`, '$5'), /^… (word )+cost \[\$5\] and (word )+…$/);
    assert.ok(wording(`It ${many}cost $5 and ${many}.`, '$5').length < 135);
  });

  it('leaves out the middle of a long quotation', () => {
    const long = `“Head ${'word '.repeat(100)}tail”`;
    assert.match(wording(`${long} she said.`, long), /^\[“Head .* … .* tail”\] she said\.$/);
  });

  it('is on one line and within bounds, whatever the text and the span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), fc.nat(40), (text, start, length) => {
        const { before, mention, after } = inContext(scan(text), { start, end: Math.min(text.length, start + length) });
        assert.doesNotMatch(before + mention + after, /[\r\n]/);
      }),
    );
  });
});

describe('oneLine', () => {
  it('leaves no control character and no change of direction', () => {
    assert.equal(oneLine(' a\r\n\tb\x1b[2J\u202ec\u2066 '), 'a b[2Jc');
  });
});

describe('isoDay', () => {
  it('counts from 1970-01-01', () =>
    assert.deepEqual([isoDay(0), isoDay(-1), isoDay(19859)], ['1970-01-01', '1969-12-31', '2024-05-16']));
  it('has no name for a day out of reach', () => assert.deepEqual([isoDay(1e12), isoDay(NaN)], [null, null]));
});
