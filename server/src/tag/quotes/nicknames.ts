import { Char, charAt } from '../../text/characters';
import type { ScannedText } from '../../text/scan';
import { TokenKind } from '../../text/tokens';
import type { MarkedSpan } from './marks';

const LONGEST = 2;

/** Robert “Bob” Reed: one or two capitalised words in marks, inside a name. */
export function isNickname({ tokens, paragraphs }: ScannedText, span: MarkedSpan): boolean {
  const { from, to } = paragraphs[span.paragraph]!;
  if (span.to - span.from > LONGEST || span.outerFrom <= from || span.outerTo >= to) return false;
  const isName = (token: number): boolean =>
    tokens.kind[token] === TokenKind.Word && charAt(tokens.text, tokens.start[token]!) === Char.Upper;
  for (let j = span.from; j < span.to; j++) if (!isName(j)) return false;
  return span.closed && isName(span.outerFrom - 1) && isName(span.outerTo);
}
