import type { Hover, Position } from 'vscode-languageserver';
import type { FactAt, FolderFacts } from '../facts/index';
import { type SourceDocument, type Statement, textOf } from '../facts/model';
import type { TaggedText } from '../tag/model';
import { oneLine } from '../text/oneLine';
import { type Span, spanText } from '../text/span';
import type { Progress } from '../workspace/progress';
import type { Sources } from '../workspace/sources';
import { decideWithReasonCommand } from './deciding';
import { checkAction } from './findingActions';
import { mentionsByDocument, otherStatements } from './hoverStatements';
import type { Markup } from './markup';
import { offsetIn, rangeOf } from './places';
import { rulingsAt } from './takeBackActions';
import { precisionInWords, quoteKind, speakerInWords, speakerRules, valueInWords } from './readings';

export interface HoverStyle {
  readonly markup: Markup;
  /** Whether the client runs `command:` links. */
  readonly commands: boolean;
  /** Whether it has the command that asks for a reason. */
  readonly asksReasons?: boolean;
}

/** How much of the folder an answer is made from. */
export type ReadSoFar = Pick<Progress, 'phase' | 'documents' | 'done'>;

/** Further mentions of a person do not make the answer better, and a hover is waited for. */
const mostLookedAt = 24;

/** What the mention under the cursor was read as, and every other place that states the same, conflicts first. */
export function provideHover(
  sources: Sources,
  id: string,
  position: Position,
  style: HoverStyle,
  soFar: ReadSoFar,
): Hover | null {
  const offset = offsetIn(sources, id, position);
  const lines = sources.lines(id);
  const document = sources.index.document(id);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!fact || !lines || !document) return null;
  const { markup } = style;
  const { shown, more } =
    fact.kind === 'entity' ? mentionsByDocument(sources, id, fact, markup) : otherStatements(sources, id, fact, markup);
  const head = headline(sources, document, fact, markup);
  const blocks = [head, extent(fact, head, markup)];
  blocks.push(...shown);
  const ruled = rulingsAt(sources, id, fact.span).map((words) => markup.item([markup.text(`✓ ${words}`)]));
  if (ruled.length > 0) blocks.push(ruled.join('\n'));
  const foot = footer(fact, more, linksTo(id, position, style), markup);
  const links = [foot, ...checkLink(sources, id, fact.span, style)].filter((link) => link !== '');
  if (links.length > 0) blocks.push(links.join(' · '));
  blocks.push(markup.text(unreadInWords(soFar)));
  const value = blocks.filter((block) => block !== '').join('\n\n');
  return { contents: { kind: markup.kind, value }, range: rangeOf(lines, fact.span) };
}

/** Still reading: 1,200 of 10,000 documents */
function unreadInWords({ phase, documents, done }: ReadSoFar): string {
  if (phase === 'ready') return '';
  if (done >= documents) return 'Still reading the folder'; // nobody knows yet how many there are
  const read = `${done.toLocaleString('en')} of ${documents.toLocaleString('en')} documents`;
  return phase === 'stopped' ? `Reading was stopped: ${read}` : `Still reading: ${read}`;
}

/** **$61 billion** · money · 61,000,000,000 US dollars, exact to the billion */
function headline(sources: Sources, document: SourceDocument, fact: FactAt, markup: Markup): string {
  const words = clip(spanText(textOf(document), fact.span));
  const parts =
    fact.kind === 'entity'
      ? ofName(sources, document, fact)
      : fact.kind === 'quote'
        ? ofQuote(document.tagged, fact.mention)
        : ofFigure(sources, document, fact);
  return [markup.bold(words), ...parts.filter((part) => part !== '').map(markup.text)].join(' · ');
}

function ofName({ index }: Sources, { id }: SourceDocument, { span, statements }: FactAt): string[] {
  const named = index.namedAt({ document: id, ...span });
  if (!named) return [];
  const { name, type } = named;
  return [type === 'other' ? 'name' : type, name, named.role || roleElsewhere(index, statements)];
}

/** How the first document that introduces the person does it. */
function roleElsewhere(index: FolderFacts, statements: readonly Statement[]): string {
  let last = '';
  let looked = 0;
  for (const statement of statements) {
    if (statement.document === last) continue; // a document introduces a person once
    last = statement.document;
    if (++looked > mostLookedAt) break;
    const role = index.namedAt(statement)?.role;
    if (role) return role;
  }
  return '';
}

function ofQuote({ quotes }: TaggedText, mention: number): string[] {
  const quote = quotes[mention];
  if (!quote) return [];
  const rule = speakerRules[quote.rule];
  const sure = quote.speaker ? `${quote.confidence} confidence${rule && ` (${rule})`}` : '';
  return [quoteKind(quote), speakerInWords(quote), sure, quote.closed ? '' : 'the closing mark is missing'];
}

/** As the index has it; what makes no claim must be unpacked. */
function ofFigure({ index }: Sources, document: SourceDocument, { mention, span }: FactAt): string[] {
  const stated = index.figureStatedAt({ document: document.id, ...span });
  const figure = stated?.figure ?? document.tagged.figures[mention];
  if (!figure) return [];
  const written = oneLine(spanText(textOf(document), span));
  const precision = precisionInWords(figure, written, index.storyDay(document.id));
  return [figure.type, [valueInWords(figure), ...precision].filter((part) => part !== '').join(', ')];
}

/** With the name that all documents together go by, where it is not that of the headline. */
function extent(fact: FactAt, head: string, markup: Markup): string {
  const { kind, label, statements } = fact;
  if (statements.length < 2) return '';
  const documents = documentCount(fact);
  const verb = kind === 'entity' ? 'named' : 'stated';
  const times = kind === 'entity' ? `${statements.length} times ` : '';
  const where = `${verb} ${times}in ${documents} ${documents === 1 ? 'document' : 'documents'}`;
  const name = kind === 'entity' && !head.includes(markup.text(label)) ? `${label} · ` : '';
  return markup.text(name + where);
}

/** Those of a name come document by document, and there may be thousands. */
function documentCount({ kind, statements }: FactAt): number {
  if (kind !== 'entity') return new Set(statements.map(({ document }) => document)).size;
  let count = 0;
  let last = '';
  for (const { document } of statements) {
    if (document !== last) count++;
    last = document;
  }
  return count;
}

/** All statements · Compare · Fact sheet */
function footer({ kind, statements }: FactAt, more: number, link: LinkTo | null, markup: Markup): string {
  if (statements.length < 2) return '';
  const words = more > 0 ? `… and ${more} more` : 'All statements';
  if (!link) return more > 0 ? markup.text(words) : '';
  const compare = kind === 'entity' ? [] : [link('Compare', 'comparePassages')];
  return [link(words, 'showAllMentions'), ...compare, link('Fact sheet', 'showFactSheet')].join(' · ');
}

/** Mark as checked…: for the finding that stands here, where the client can ask for a reason. */
function checkLink(sources: Sources, id: string, span: Span, { commands, asksReasons, markup }: HoverStyle): string[] {
  if (!commands || !asksReasons || markup.kind !== 'markdown') return [];
  const finding = sources.findingsOf(id).find((each) => each.start === span.start && each.end === span.end);
  const action = finding && checkAction(sources, finding, decideWithReasonCommand);
  if (!action?.command) return [];
  const argument = encodeURIComponent(JSON.stringify(action.command.arguments));
  return [markup.link(action.title, `command:${decideWithReasonCommand}?${argument}`)];
}

type LinkTo = (words: string, command: 'showAllMentions' | 'comparePassages' | 'showFactSheet') => string;

/** Links to commands of the client for a place; null for clients that have none. */
function linksTo(id: string, position: Position, { commands, markup }: HoverStyle): LinkTo | null {
  if (!commands || markup.kind !== 'markdown') return null;
  const place = encodeURIComponent(JSON.stringify([id, position]));
  return (words, command) => markup.link(words, `command:crosscheck.${command}?${place}`);
}

function clip(words: string): string {
  const line = oneLine(words);
  return line.length <= 160 ? line : `${line.slice(0, 159).replace(/\s\S*$/, '')} …`;
}
