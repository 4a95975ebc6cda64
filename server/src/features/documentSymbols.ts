import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Figure, TaggedText } from '../tag/model';
import { speakerLabel } from '../tag/speakerLabel';
import type { Lines } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { contains, type Span, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { rangeOf } from './places';
import { valueInWords } from './readings';
import { symbolKinds } from './workspaceSymbols';

interface Entry extends Span {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
}

/**
 * The outline: headings and the paragraphs that name, quote or count something, with what they hold as children. A name is
 * listed once a paragraph; what stands in a quotation stands under it.
 */
export function provideDocumentSymbols(sources: Sources, id: string): DocumentSymbol[] {
  const lines = sources.lines(id);
  const tagged = sources.index.document(id)?.tagged;
  if (!lines || !tagged) return [];
  const { paragraphs, text } = tagged.scanned;
  const mentions = entriesOf(tagged);
  const symbols: DocumentSymbol[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    const first = next;
    while (next < mentions.length && mentions[next]!.start < paragraph.end) next++;
    const heading = paragraph.kind === 'heading';
    if (next === first && !heading) continue;
    const name = clip(spanText(text, { start: paragraph.start, end: Math.min(paragraph.end, paragraph.start + 120) }));
    if (name === '') continue;
    const inside = oncePerName(mentions.slice(first, next));
    const range = rangeOf(lines, extent(paragraph, inside));
    const kind = heading ? SymbolKind.String : SymbolKind.Field;
    symbols.push({ name, kind, range, selectionRange: range, children: nest(lines, inside) });
  }
  return symbols;
}

/** For clients that know no tree. */
export function withoutTree(uri: string, symbols: readonly DocumentSymbol[], containerName = ''): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, containerName },
    ...withoutTree(uri, children, name),
  ]);
}

function entriesOf(tagged: TaggedText): Entry[] {
  const { text } = tagged.scanned;
  const entries: Entry[] = [];
  for (const { start, end, type, entity } of tagged.names) {
    const name = tagged.entities[entity]?.name || spanText(text, { start, end });
    entries.push({ start, end, name: clip(name), detail: type === 'other' ? 'name' : type, kind: symbolKinds[type] });
  }
  for (const quote of tagged.quotes) {
    const name = clip(spanText(text, quote));
    entries.push({
      start: quote.start,
      end: quote.end,
      name,
      detail: quote.speaker ? speakerLabel(quote.speaker) : '',
      kind: SymbolKind.String,
    });
  }
  for (const figure of tagged.figures) {
    const name = clip(spanText(text, figure));
    const kind = isTime(figure) ? SymbolKind.Event : SymbolKind.Number;
    entries.push({ start: figure.start, end: figure.end, name, detail: valueInWords(figure), kind });
  }
  return entries.filter(({ name }) => name !== '').sort((a, b) => a.start - b.start || b.end - a.end);
}

function isTime({ type }: Figure): boolean {
  return type === 'date' || type === 'time' || type === 'duration';
}

function oncePerName(mentions: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return mentions.filter(({ name, kind }) => {
    if (kind === SymbolKind.String || kind === SymbolKind.Number || kind === SymbolKind.Event) return true;
    const key = `${kind} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A quotation may go on over the end of its paragraph: a parent has to hold its children. */
function extent({ start, end }: Span, inside: readonly Span[]): Span {
  return {
    start: inside.reduce((least, span) => Math.min(least, span.start), start),
    end: inside.reduce((most, span) => Math.max(most, span.end), end),
  };
}

/** Puts each span under the innermost one that holds it; spans that only overlap are siblings. In: ascending, the outer first. */
function nest(lines: Lines, entries: readonly Entry[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { entry: Entry; children: DocumentSymbol[] }[] = [];
  for (const entry of entries) {
    while (open.length > 0 && !contains(open[open.length - 1]!.entry, entry)) open.pop();
    const range = rangeOf(lines, entry);
    const children: DocumentSymbol[] = [];
    const { name, detail, kind } = entry;
    (open[open.length - 1]?.children ?? roots).push({ name, detail, kind, range, selectionRange: range, children });
    open.push({ entry, children });
  }
  return roots;
}

function clip(words: string): string {
  const line = oneLine(words);
  return line.length <= 60 ? line : `${line.slice(0, 59).replace(/\s\S*$/, '')} …`;
}
