import { type Range, type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import type { TaggedText } from '../tag/model';
import { offsetAt } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { legend } from './serverCapabilities';

const conflicting = 1;
const draft = 2;

interface Coloured extends Span {
  readonly type: number;
  readonly modifiers: number;
}

/** The mentions in a range, or in the whole document, one token a line. A quotation is coloured around what is tagged inside it. */
export async function provideSemanticTokens(
  sources: Sources,
  id: string,
  range: Range | null,
  breath: Breath,
): Promise<SemanticTokens> {
  const document = sources.index.document(id);
  const lines = sources.lines(id);
  if (!document || !lines) return { data: [] };
  const window = range
    ? { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) }
    : { start: 0, end: lines.length };
  const mentions = colour(document.tagged, window, conflictsIn(sources, id), document.draft ? draft : 0);
  const builder = new SemanticTokensBuilder();
  let line = 0;
  let steps = 0;
  for (const { start, end, type, modifiers } of disjoint(mentions)) {
    if (++steps % stride === 0) await breath();
    while (line + 1 < lines.starts.length && lines.starts[line + 1]! <= start) line++;
    for (let at = start, on = line; at < end; on++) {
      const stop = Math.min(end, lines.starts[on + 1] ?? lines.length);
      const length = lengthWithoutLineEnd(document.tagged.scanned.text, at, stop);
      if (length > 0) builder.push(on, at - lines.starts[on]!, length, type, modifiers);
      at = stop;
    }
  }
  return builder.build();
}

function lengthWithoutLineEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && (text[stop - 1] === '\n' || text[stop - 1] === '\r')) stop--;
  return stop - start;
}

/** The places that a conflict or a dispute speaks of, by their start. */
function conflictsIn(sources: Sources, id: string): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { verdict, related, ...main } of sources.findingsTouching(id)) {
    if (verdict === 'updated') continue;
    for (const { document, start, end } of [main, ...related]) if (document === id) ends.set(start, end);
  }
  return ends;
}

function colour(tagged: TaggedText, window: Span, conflicts: Map<number, number>, shared: number): Coloured[] {
  const coloured: Coloured[] = [];
  const add = (span: Span, name: string): void => {
    const type = legend.tokenTypes.indexOf(name);
    if (type < 0 || !overlaps(span, window)) return;
    const modifiers = shared | (conflicts.get(span.start) === span.end ? conflicting : 0);
    coloured.push({ start: span.start, end: span.end, type, modifiers });
  };
  for (const quote of tagged.quotes) if (quote.direct) add(quote, 'quote');
  for (const name of tagged.names) add(name, name.type);
  for (const figure of tagged.figures) add(figure, figureColour(figure.type));
  return coloured.sort((a, b) => a.start - b.start || b.end - a.end);
}

function figureColour(type: string): string {
  if (type === 'money') return 'money';
  return type === 'date' || type === 'time' || type === 'duration' ? 'date' : 'figure';
}

/** Cuts the outer spans where inner ones stand, so that no two tokens overlap. In: ascending by start, the outer first. */
function* disjoint(spans: readonly Coloured[]): Generator<Coloured> {
  const open: Coloured[] = [];
  let at = 0;
  for (const span of spans) {
    yield* closeUpTo(span.start);
    const outer = open[open.length - 1];
    if (outer && at < span.start) yield { ...outer, start: at, end: span.start };
    at = Math.max(at, span.start);
    open.push(span);
  }
  yield* closeUpTo(Infinity);

  function* closeUpTo(limit: number): Generator<Coloured> {
    for (let top = open[open.length - 1]; top && top.end <= limit; top = open[open.length - 1]) {
      if (at < top.end) yield { ...top, start: at, end: top.end };
      at = Math.max(at, top.end);
      open.pop();
    }
  }
}
