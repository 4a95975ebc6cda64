import type { ScannedText } from '../text/scan';
import type { Entity, NameMention, Quote } from './model';
import { confidenceOf } from './quotes/confidence';
import { dialogueSpans, mergeSpans } from './quotes/dialogue';
import { findIndirectSpeech } from './quotes/indirect';
import { markedSpans, type MarkedSpan } from './quotes/marks';
import { readText, type Reading } from './quotes/reading';
import { attributeAll, type Attributed, type Piece } from './quotes/speakers';
import { labelLines, turnsOf } from './quotes/transcripts';
import { useOf } from './quotes/use';

/**
 * The quotations of a text, direct and indirect, each with its speaker where the text names one, ascending by `start`. The span of a direct quotation takes
 * its marks in; a transcript's turn has none. A quotation over several paragraphs is one for each of them. Total, deterministic, linear in the text.
 */
export function tagQuotes(scanned: ScannedText, names: readonly NameMention[], entities: readonly Entity[]): Quote[] {
  const marked = mergeSpans(markedSpans(scanned), dialogueSpans(scanned));
  const reading = readText(scanned, names, entities, marked);
  const labels = labelLines(scanned, reading.lower);
  const indirect = findIndirectSpeech(reading);
  const uses = marked.map((span) => useOf(reading, span));
  const pieces: Piece[] = [
    ...marked.map((span, s) => ({ at: span.start, span, use: uses[s]! })),
    ...indirect.map((speech) => ({ at: scanned.tokens.start[speech.from]!, indirect: speech })),
    ...turnsOf(reading, labels).map((turn) => ({ at: scanned.tokens.start[turn.from]!, turn })),
  ].sort((a, b) => a.at - b.at);
  const attributed = attributeAll(reading, pieces, marked, labels);
  const quotes = pieces.map((piece, i) => {
    if ('span' in piece) return directQuote(piece.span, piece.use, attributed[i]!);
    return 'turn' in piece
      ? unmarked(reading, piece.turn, true, attributed[i]!)
      : unmarked(reading, piece.indirect, false, attributed[i]!);
  });
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

function directQuote(span: MarkedSpan, use: Quote['use'], found: Attributed): Quote {
  const content = { start: span.contentStart, end: span.contentEnd };
  return quoteOf(span.start, span.end, content, true, use, span.closed, found);
}

function unmarked({ tokens }: Reading, part: { from: number; to: number }, direct: boolean, found: Attributed): Quote {
  const start = tokens.start[part.from]!;
  const end = tokens.end[part.to - 1]!;
  return quoteOf(start, end, { start, end }, direct, 'speech', true, found);
}

// Field by field: a text can have a hundred thousand quotations, and spreading objects takes most of the stage then.
function quoteOf(
  start: number,
  end: number,
  content: Quote['content'],
  direct: boolean,
  use: Quote['use'],
  closed: boolean,
  found: Attributed,
): Quote {
  const { speaker, cue, rule, modality } = found;
  return { start, end, direct, use, content, closed, speaker, cue, rule, confidence: confidenceOf(found), modality };
}
