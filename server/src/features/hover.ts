import type { Hover, Position } from 'vscode-languageserver';
import type { FactAt } from '../facts/index';
import type { TaggedText } from '../tag/model';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { mentionsByDocument, otherStatements } from './hoverStatements';
import type { Markup } from './markup';
import { offsetIn, rangeOf } from './places';
import { precisionInWords, quoteKind, speakerInWords, speakerRules, valueInWords } from './readings';

export interface HoverStyle {
  readonly markup: Markup;
  /** Whether the client runs `command:` links. */
  readonly commands: boolean;
}

/** What the mention under the cursor was read as, and every other place that states the same, conflicts first. */
export function provideHover(sources: Sources, id: string, position: Position, style: HoverStyle): Hover | null {
  const offset = offsetIn(sources, id, position);
  const lines = sources.lines(id);
  const tagged = sources.index.document(id)?.tagged;
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!fact || !lines || !tagged) return null;
  const { markup } = style;
  const { shown, more } =
    fact.kind === 'entity' ? mentionsByDocument(sources, id, fact, markup) : otherStatements(sources, id, fact, markup);
  const blocks = [headline(tagged, fact, markup), extent(fact, markup)];
  if (shown.length > 0) blocks.push(shown.join('\n'));
  const foot = footer(fact, more, showAll(id, position, style), markup);
  if (foot) blocks.push(foot);
  const value = blocks.filter((block) => block !== '').join('\n\n');
  return { contents: { kind: markup.kind, value }, range: rangeOf(lines, fact.span) };
}

/** **$61 billion** · money · 61,000,000,000 US dollars, exact to the billion */
function headline(tagged: TaggedText, { kind, mention, span }: FactAt, markup: Markup): string {
  const words = clip(spanText(tagged.scanned.text, span));
  const parts =
    kind === 'entity'
      ? ofName(tagged, mention)
      : kind === 'quote'
        ? ofQuote(tagged, mention)
        : ofFigure(tagged, mention);
  return [markup.bold(words), ...parts.filter((part) => part !== '').map(markup.text)].join(' · ');
}

function ofName({ names, entities }: TaggedText, mention: number): string[] {
  const name = names[mention];
  const entity = name && entities[name.entity];
  return entity ? [entity.type === 'other' ? 'name' : entity.type, entity.name, entity.role] : [];
}

function ofQuote({ quotes }: TaggedText, mention: number): string[] {
  const quote = quotes[mention];
  if (!quote) return [];
  const rule = speakerRules[quote.rule];
  const sure = quote.speaker ? `${quote.confidence} confidence${rule && ` (${rule})`}` : '';
  return [quoteKind(quote), speakerInWords(quote), sure, quote.closed ? '' : 'the closing mark is missing'];
}

function ofFigure({ figures }: TaggedText, mention: number): string[] {
  const figure = figures[mention];
  if (!figure) return [];
  const value = valueInWords(figure);
  return [figure.type, [value, ...precisionInWords(figure)].filter((part) => part !== '').join(', ')];
}

function extent({ kind, label, statements }: FactAt, markup: Markup): string {
  const documents = new Set(statements.map(({ document }) => document)).size;
  if (statements.length < 2) return '';
  const verb = kind === 'entity' ? 'named' : 'stated';
  const times = kind === 'entity' ? `${statements.length} times ` : '';
  const where = `${verb} ${times}in ${documents} ${documents === 1 ? 'document' : 'documents'}`;
  return [label, where]
    .filter((part) => part !== '')
    .map(markup.text)
    .join(' · ');
}

function footer({ statements }: FactAt, more: number, command: string | null, markup: Markup): string {
  if (statements.length < 2) return '';
  const words = more > 0 ? `… and ${more} more` : 'All statements';
  if (command) return markup.link(words, command);
  return more > 0 ? markup.text(words) : '';
}

function showAll(id: string, position: Position, { commands, markup }: HoverStyle): string | null {
  if (!commands || markup.kind !== 'markdown') return null;
  return `command:crosscheck.showAllMentions?${encodeURIComponent(JSON.stringify([id, position]))}`;
}

function clip(words: string): string {
  const line = oneLine(words);
  return line.length <= 160 ? line : `${line.slice(0, 159).replace(/\s\S*$/, '')} …`;
}
