import type { ClaimRef, FigureIndex } from './figureIndex';
import { textOf } from './model';
import { wholeOf } from './sectionIds';

/** Of a sentence this much around a figure says whether it was copied. */
const REACH = 240;

/**
 * How many of the documents know for themselves: a document is one witness however often it repeats a figure, and documents that print one and
 * the same sentence are one.
 */
export function countWitnesses(index: FigureIndex, refs: readonly ClaimRef[]): number {
  const documents = new Set<string>();
  const sentences = new Set<string>();
  let count = 0;
  for (const ref of refs) {
    const sentence = sentenceAround(index, ref);
    const document = wholeOf(ref.document);
    const known = documents.has(document) || sentences.has(sentence);
    documents.add(document);
    sentences.add(sentence);
    if (!known) count++;
  }
  return count;
}

/** The figure in its sentence, folded: it survives moves of the text and edits elsewhere, and changes with what is claimed. */
export function sentenceAround(index: FigureIndex, ref: ClaimRef): string {
  const text = textOf(index.entry(ref.document)!.document);
  const { start, end } = index.placeOf(ref);
  const sentence = index.sentenceOf(ref);
  const around = text.slice(Math.max(sentence.start, start - REACH), Math.min(sentence.end, end + REACH));
  return around.replace(/\s+/g, ' ').trim();
}
