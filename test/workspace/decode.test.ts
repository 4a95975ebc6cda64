import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, largestFile, tooLarge } from '../../server/src/workspace/decode';

describe('decode', () => {
  const text = 'Zürich: “£3m” 🙂\r\n';
  const utf16 = (bytes: number[], swap: boolean): Uint8Array => {
    const body = Buffer.from(text, 'utf16le');
    return Uint8Array.from([...bytes, ...(swap ? body.swap16() : body)]);
  };
  const rows: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), ''],
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with a byte-order mark, which is left out', Buffer.from(`\ufeff${text}`), text],
    ['UTF-16, little end first', utf16([0xff, 0xfe], false), text],
    ['UTF-16, big end first', utf16([0xfe, 0xff], true), text],
    ['only a byte-order mark', Uint8Array.of(0xff, 0xfe), ''],
    ['invalid bytes, which are replaced', Uint8Array.of(0x61, 0xe9, 0x62, 0xff), 'a\ufffdb\ufffd'],
    ['half of a character at the end', Uint8Array.of(0x61, 0xe2, 0x82), 'a\ufffd'],
    ['an odd byte at the end of UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x62), 'a\ufffd'],
    ['a lone surrogate in UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x00, 0xd8), 'a\ufffd'],
    ['lone carriage returns, kept', Buffer.from('a\rb\rc'), 'a\rb\rc'],
  ];
  for (const [what, bytes, expected] of rows) {
    it(`reads ${what}`, () => assert.deepEqual(decode(bytes), { text: expected }));
  }

  const skipped: [string, Uint8Array, RegExp][] = [
    ['NUL bytes', Buffer.from('Twelve\0dead'), /^binary: .*NUL/],
    ['UTF-16 without a byte-order mark', Buffer.from(text, 'utf16le'), /^binary: .*UTF-16 needs/],
    ['NUL characters in UTF-16', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0), /^binary/],
    ['mostly control characters', Uint8Array.from({ length: 400 }, (_, i) => 1 + (i % 30)), /^binary: .*control/],
    ['more than the limit', new Uint8Array(largestFile + 1), /^too large \(21 MB; the limit is 20 MB\)$/],
  ];
  for (const [what, bytes, reason] of skipped) {
    it(`skips ${what} and says so`, () => {
      const decoded = decode(bytes);
      assert.ok('skipped' in decoded);
      assert.match(decoded.skipped, reason);
    });
  }

  it('takes a file of just the limit', () => assert.equal(tooLarge(largestFile), null));

  it('gives back what was written, and throws on nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        fc.pre(!/\p{Cc}/u.test(written) && !written.startsWith('\ufeff'));
        assert.deepEqual(decode(Buffer.from(written)), { text: written });
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void decode(bytes)));
  });
});
