import type { FactAt } from '../facts/index';
import type { RelatedStatement, Statement, Verdict } from '../facts/model';
import { lastStartingAtOrBefore, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import type { Markup } from './markup';
import { locationOf } from './places';
import { speakerInWords, valueInWords } from './readings';
import { inContext } from '../text/inContext';

/** Entries of the list in a hover, and how many did not fit. */
export interface Listed {
  readonly shown: string[];
  readonly more: number;
}

const mostShown = 8;

/** A sign for the eye and a word for the ear, in the order in which they are listed. */
const verdicts: readonly (readonly [Verdict | null, string])[] = [
  ['conflict', '≠ conflicts'],
  ['disputed', '⇄ disputed'],
  ['updated', '↻ updated'],
  ['compatible', '≈ compatible'],
  ['agree', '= agrees'],
  [null, '· stated'],
];

/** The other statements of a figure, date or quotation: verdict, place, wording, value, reason. */
export function otherStatements(sources: Sources, id: string, { span, statements }: FactAt, markup: Markup): Listed {
  const others = statements.filter(({ document, start }) => document !== id || start !== span.start);
  const ranked = others.map((statement) => ({ statement, rank: rankOf(statement) }));
  ranked.sort((a, b) => a.rank - b.rank); // stable: within a verdict by document
  const asked = readingOf(sources, { document: id, ...span });
  const shown = ranked.slice(0, mostShown).map(({ statement }) => entry(sources, statement, asked, markup));
  return { shown, more: others.length - shown.length };
}

function rankOf({ judgement }: RelatedStatement): number {
  return verdicts.findIndex(([verdict]) => verdict === (judgement?.verdict ?? null));
}

/** `asked` is the reading of the statement asked about: it is not repeated. */
function entry(sources: Sources, statement: RelatedStatement, asked: string, markup: Markup): string {
  const sign = verdicts[rankOf(statement)]?.[1] ?? '';
  const tagged = sources.index.document(statement.document)?.tagged;
  const lines = [[markup.text(sign), place(sources, statement, markup)].join(' ')];
  if (tagged) {
    const { before, mention, after } = inContext(tagged.scanned, statement);
    const spaced = (words: string, glue: string): string => (words === '' ? '' : glue);
    const gapBefore = spaced(before, /\s$/.test(before) ? ' ' : '');
    const gapAfter = spaced(after, /^\s/.test(after) ? ' ' : '');
    // A quotation has its own marks, and is quoted alone.
    const wording = /^["“‘'«„]/.test(mention)
      ? markup.bold(mention)
      : `“${markup.text(before)}${gapBefore}${markup.bold(mention)}${gapAfter}${markup.text(after)}”`;
    lines[0] += `: ${wording}`;
    const reading = readingOf(sources, statement);
    if (reading !== '' && reading !== asked) lines[0] += ` · ${markup.text(reading)}`;
  }
  const reason = statement.judgement?.reason ?? '';
  if (reason !== '') lines.push(markup.text(reason));
  return markup.item(lines);
}

/** For a name: document by document, with the forms it takes there. */
export function mentionsByDocument(sources: Sources, id: string, { statements }: FactAt, markup: Markup): Listed {
  const byDocument = new Map<string, Statement[]>();
  for (const statement of statements) {
    const known = byDocument.get(statement.document);
    if (known) known.push(statement);
    else byDocument.set(statement.document, [statement]);
  }
  byDocument.delete(id);
  const documents = [...byDocument.values()];
  const shown = documents.slice(0, mostShown).map((mentions) => {
    const first = mentions[0]!;
    const text = sources.index.document(first.document)?.tagged.scanned.text ?? '';
    const forms = [...new Set(mentions.map((mention) => spanText(text, mention)))];
    const named = forms
      .slice(0, 3)
      .map((form) => `“${markup.text(form)}”`)
      .join(', ');
    const times = mentions.length === 1 ? 'once' : `${mentions.length} times`;
    return markup.item([`${place(sources, first, markup)}: ${named} · ${times}`]);
  });
  return { shown, more: documents.length - shown.length };
}

/** The file, its name only, and the line: a link to the place. */
function place(sources: Sources, statement: Statement, markup: Markup): string {
  const label = sources.index.document(statement.document)?.label ?? statement.document;
  const location = locationOf(sources, statement);
  if (!location) return markup.text(label);
  const { line, character } = location.range.start;
  const name = label.startsWith('/') ? label.slice(label.lastIndexOf('/') + 1) : label;
  return markup.link(`${name}, line ${line + 1}`, `${location.uri}#L${line + 1},${character + 1}`);
}

function readingOf(sources: Sources, { document, start, end }: Statement): string {
  const tagged = sources.index.document(document)?.tagged;
  if (!tagged) return '';
  const figure = tagged.figures[lastStartingAtOrBefore(tagged.figures, start)];
  if (figure && figure.start === start && figure.end === end) return valueInWords(figure);
  const quote = tagged.quotes.find((candidate) => candidate.start === start && candidate.end === end);
  return quote ? speakerInWords(quote) : '';
}
