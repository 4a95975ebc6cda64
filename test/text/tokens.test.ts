import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TokenKind, tokenize, tokenText } from '../../server/src/text/tokens';

function words(text: string): string[] {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, i) => tokenText(tokens, i));
}

function kinds(text: string): number[] {
  return [...tokenize(text).kind];
}

describe('tokenize', () => {
  it('keeps a number with its grouping and decimals together', () => {
    assert.deepEqual(words('1,487,000 and 2.5 at 10:30, then 3.'), [
      '1,487,000',
      'and',
      '2.5',
      'at',
      '10:30',
      ',',
      'then',
      '3',
      '.',
    ]);
    assert.deepEqual(words('1\u00a0487\u00a0000 2 000'), ['1\u00a0487\u00a0000', '2', '000']);
  });

  it('splits possessives and contractions from their word, and leaves names with apostrophes whole', () => {
    assert.deepEqual(words('Marsh’s O’Neill don’t they’re'), ['Marsh', '’s', 'O’Neill', 'don’t', 'they', '’re']);
    assert.deepEqual(kinds('Marsh’s'), [TokenKind.Word, TokenKind.Clitic]);
  });

  it('gives abbreviations and initials their full stop, and sentences theirs', () => {
    assert.deepEqual(words('Mr. Vale of the U.S. met V. Orr. He left.'), [
      'Mr.',
      'Vale',
      'of',
      'the',
      'U.S.',
      'met',
      'V.',
      'Orr',
      '.',
      'He',
      'left',
      '.',
    ]);
    assert.deepEqual(words('No. 5. She said no. Then left.'), [
      'No.',
      '5',
      '.',
      'She',
      'said',
      'no',
      '.',
      'Then',
      'left',
      '.',
    ]);
  });

  it('takes web addresses, mail addresses, handles and tags as one token', () => {
    assert.deepEqual(words('see https://example.org/a?b=1, ask ann@example.org or @ann #news.'), [
      'see',
      'https://example.org/a?b=1',
      ',',
      'ask',
      'ann@example.org',
      'or',
      '@ann',
      '#news',
      '.',
    ]);
    assert.deepEqual(words('the end.After that'), ['the', 'end', '.', 'After', 'that']);
  });

  it('marks what nothing separates from the token before', () => {
    assert.deepEqual([...tokenize('$61bn, 12-point').glued], [0, 1, 1, 1, 0, 1, 1]);
  });

  it('covers every character but white space, in order and without overlap, on any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = tokenize(text);
        let behind = 0;
        for (let i = 0; i < tokens.count; i++) {
          assert.ok(tokens.start[i]! >= behind && tokens.end[i]! > tokens.start[i]!);
          assert.match(text.slice(behind, tokens.start[i]!), /^[\s\0]*$/);
          behind = tokens.end[i]!;
        }
        assert.match(text.slice(behind), /^[\s\0]*$/);
      }),
    );
  });

  it('takes lone surrogates and control characters as they come', () => {
    assert.deepEqual(words('a\ud800b\udfff \u0007 😀'), ['a', '\ud800', 'b', '\udfff', '\u0007', '😀']);
  });
});
