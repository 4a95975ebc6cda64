import type { FolderFacts } from '../facts/index';
import { inContext } from '../text/inContext';
import type { Finding, Severity, Statement } from '../facts/model';
import type { Figure, Quote, TaggedText } from '../tag/model';
import { speakerLabel } from '../tag/speakerLabel';
import { isoDay } from '../text/isoDay';
import { linesOf } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { type Span, spanText } from '../text/span';
import { lineAndColumn, placesIn } from './places';

/** Puts a severity's colour, or emphasis, around words; or gives them back as they are. */
export type Paint = (words: string, style: Severity | 'bold' | 'faint') => string;

const codes: Record<Severity | 'bold' | 'faint', string> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '2',
  bold: '1',
  faint: '2',
};

export const inColour: Paint = (words, style) => `\x1b[${codes[style]}m${words}\x1b[0m`;
export const plainly: Paint = (words) => words;

/**
 * A finding for people, and for editors that read `file:line:column`:
 *
 *     a.txt:3:14  warning  conflicting-figure  12 and 21 dead cannot both be right
 *         the same toll, by the same date
 *         a.txt:3:14  “The flood killed 12 people.”
 *         b.txt:7:2   “At least 21 people were killed …”
 */
export function* findingsInWords(index: FolderFacts, findings: readonly Finding[], paint: Paint): Generator<string> {
  const places = placesIn(index);
  for (const finding of findings) {
    const { severity, code, message, reason, related } = finding;
    const at = paint(places.at(finding), 'bold');
    yield `${at}  ${paint(severity, severity)}  ${paint(code, 'faint')}  ${oneLine(message)}\n`;
    if (reason !== '' && !message.includes(reason)) yield `    ${oneLine(reason)}\n`;
    const sides = [finding, ...related];
    const width = Math.max(...sides.map((side) => places.at(side).length));
    for (const side of sides) yield `    ${places.at(side).padEnd(width)}  ${wording(index, side, paint)}\n`;
    yield '\n';
  }
}

/** The words around a place, in quotation marks; a quotation has its own. */
function wording(index: FolderFacts, side: Statement, paint: Paint): string {
  const scanned = index.document(side.document)?.tagged.scanned;
  if (!scanned) return '';
  const { before, mention, after } = inContext(scanned, side);
  if (/^["“‘'«„]/.test(mention)) return mention;
  return `“${before}${paint(mention, 'bold')}${after}”`;
}

/** A document's annotations for people, one a line. */
export function* annotationsInWords(path: string, tagged: TaggedText, paint: Paint): Generator<string> {
  const { text } = tagged.scanned;
  const lines = linesOf(text);
  const date = tagged.storyDate ? `  ${isoDay(tagged.storyDate.day) ?? ''}` : '';
  yield `${paint(path, 'bold')}${date}\n`;
  const rows: { span: Span; kind: string; reading: string }[] = [
    ...tagged.names.map((name) => ({ span: name, kind: name.type, reading: tagged.entities[name.entity]?.name ?? '' })),
    ...tagged.quotes.map((quote) => ({ span: quote, kind: 'quote', reading: quoteInWords(quote) })),
    ...tagged.figures.map((figure) => ({ span: figure, kind: figure.type, reading: figureInWords(figure) })),
  ];
  rows.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { span, kind, reading } of rows) {
    const at = lineAndColumn(lines, span).padEnd(8);
    yield `  ${paint(at, 'faint')} ${kind.padEnd(12)} ${clip(spanText(text, span))}${reading && `  →  ${oneLine(reading)}`}\n`;
  }
}

function quoteInWords({ speaker, confidence, direct }: Quote): string {
  const how = direct ? '' : 'indirect, ';
  return speaker ? `${how}${speakerLabel(speaker)}, ${confidence} confidence` : `${how}no speaker`;
}

function figureInWords({ value, unit, op, low, high }: Figure): string {
  if (value === null) return 'unresolved';
  const range = op === '..' ? `${low}–${high}` : `${op === '=' ? '' : `${op} `}${value}`;
  return `${range}${unit && ` ${unit}`}`;
}

function clip(words: string): string {
  const line = oneLine(words);
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
