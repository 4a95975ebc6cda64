import { textOf, type Statement } from '../facts/model';
import { closeUp } from '../tag/joinSections';
import { inContext, inSentence, type InContext } from '../text/inContext';
import type { Sources } from '../workspace/sources';
import type { Markup } from './markup';

/**
 * A statement in the words of its sentence; a quotation, which has marks of its own, stands alone. Null where its document is not known. Only where
 * neither tells the sentence is the document unpacked.
 */
export function statementInContext({ index }: Sources, statement: Statement): InContext | null {
  const document = index.document(statement.document);
  if (!document) return null;
  const text = textOf(document);
  const alone = inSentence(text, statement, statement);
  if (hasMarks(alone.mention)) return alone;
  const sentence = index.sentenceStatedAt(statement);
  if (sentence) return inSentence(text, sentence, statement);
  const { scanned, span } = closeUp(document.tagged, statement);
  return inContext(scanned, span);
}

/** A mention in bold within its sentence, in quotation marks: “… approved **$61 billion** in aid …”. A quotation has its own, and stands alone. */
export function wordingInContext({ before, mention, after }: InContext, markup: Markup): string {
  if (hasMarks(mention)) return markup.bold(mention);
  const gap = (words: string, at: RegExp): string => (at.test(words) ? ' ' : '');
  const head = `${markup.text(before)}${gap(before, /\s$/)}`;
  const tail = `${gap(after, /^\s/)}${markup.text(after)}`;
  // A sentence that begins with a quotation has its mark already; where that closes is cut off, or to be read.
  const quoted = /^["“«][^"”»]*$/.test(before);
  const closed = quoted && /["”»]/.test(after);
  return `${quoted ? '' : '“'}${head}${markup.bold(mention)}${tail}${closed ? '' : '”'}`;
}

/** Does it open with a quotation mark? */
export function hasMarks(mention: string): boolean {
  return /^["“‘'«„]/.test(mention);
}
