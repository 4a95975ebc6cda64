import type { ScannedText } from '../text/scan';
import { inContext } from '../text/inContext';
import type { Span } from '../text/span';
import type { Markup } from './markup';

/** A mention in bold within its sentence, in quotation marks: “… approved **$61 billion** in aid …”. A quotation has its own, and stands alone. */
export function wordingInContext(scanned: ScannedText, span: Span, markup: Markup): string {
  const { before, mention, after } = inContext(scanned, span);
  if (/^["“‘'«„]/.test(mention)) return markup.bold(mention);
  const gap = (words: string, at: RegExp): string => (at.test(words) ? ' ' : '');
  const head = `${markup.text(before)}${gap(before, /\s$/)}`;
  const tail = `${gap(after, /^\s/)}${markup.text(after)}`;
  // A sentence that begins with a quotation has its mark already; where that closes is cut off, or to be read.
  const quoted = /^["“«][^"”»]*$/.test(before);
  const closed = quoted && /["”»]/.test(after);
  return `${quoted ? '' : '“'}${head}${markup.bold(mention)}${tail}${closed ? '' : '”'}`;
}
