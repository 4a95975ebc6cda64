import type { Position } from 'vscode-languageserver';
import { type Anchor, anchorOf } from '../facts/anchors';
import type { SourceDocument } from '../facts/model';
import type { Linkable } from '../protocol';
import { inContext } from '../text/inContext';
import { positionAt } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { lastStartingAtOrBefore, type Span, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import type { Breath } from './breath';
import { argumentOf } from './deciding';
import { offsetIn } from './places';

const mostOffered = 100;
/** Shorter words are in every sentence. */
const shortestWord = 4;

interface Candidate {
  readonly document: SourceDocument;
  readonly span: Span;
  readonly score: number;
}

/**
 * The figures or quotations of other documents that might state the same fact as what stands at a place, and are not known to; those
 * whose sentences share the most words come first. `breath` is drawn after each document.
 */
export async function provideLinkable(
  sources: Sources,
  id: string,
  position: Position,
  breath: Breath,
): Promise<Linkable[]> {
  const offset = offsetIn(sources, id, position);
  const document = sources.index.document(id);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!document || !fact || fact.kind === 'entity') return [];
  const here = anchorOf(document.tagged.scanned, fact.span, document.label);
  if (!here) return [];
  const asked = wordsAround(document, fact.span);
  const figure = fact.kind === 'quote' ? null : document.tagged.figures[fact.mention]!;
  const known = new Set(fact.statements.map(({ document, start }) => `${start} ${document}`));
  const found: Candidate[] = [];
  for (const other of sources.index.documents()) {
    await breath();
    if (other.id === id) continue;
    const spans = figure
      ? other.tagged.figures.filter(({ type, unit }) => type === figure.type && unit === figure.unit)
      : other.tagged.quotes.filter(({ direct }) => direct);
    for (const span of spans) {
      if (known.has(`${span.start} ${other.id}`)) continue;
      let score = 0;
      for (const word of wordsAround(other, span)) if (asked.has(word)) score++;
      found.push({ document: other, span, score });
    }
  }
  found.sort((a, b) => b.score - a.score); // stable: then by document and place
  return found.slice(0, mostOffered).flatMap((candidate) => linkableOf(sources, id, here, candidate));
}

function linkableOf(sources: Sources, id: string, here: Anchor, { document, span }: Candidate): Linkable[] {
  const { scanned } = document.tagged;
  const there = anchorOf(scanned, span, document.label);
  const lines = sources.lines(document.id);
  if (!there || !lines) return [];
  const { before, mention, after } = inContext(scanned, span);
  return [
    {
      words: oneLine(spanText(scanned.text, span)),
      path: document.label,
      line: positionAt(lines, span.start).line,
      context: `${before}${mention}${after}`,
      deciding: argumentOf({ document: id, decisions: [{ kind: 'same', sides: [here, there], reason: '' }] }),
    },
  ];
}

function wordsAround({ tagged: { scanned } }: SourceDocument, span: Span): Set<string> {
  const sentence = scanned.sentences[lastStartingAtOrBefore(scanned.sentences, span.start)];
  const { start, end } = sentence && sentence.end >= span.end ? sentence : span;
  const words = scanned.text.slice(start, Math.min(end, start + 2000)).toLowerCase();
  return new Set(words.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= shortestWord));
}
