import type { FactAt } from '../facts/index';
import { type RelatedStatement, type Statement, textOf, type Verdict } from '../facts/model';
import { fileName } from '../text/fileName';
import { lastStartingAtOrBefore, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import type { Markup } from './markup';
import { locationOf } from './places';
import { dayInWords, speakerInWords, valueInWords } from './readings';
import { statementInContext, wordingInContext } from './wordingInContext';

/** Paragraphs of a hover, and how many statements did not fit. */
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

/** The other statements of a figure, date or quotation, by verdict, the gravest first: place, wording, value, reason. */
export function otherStatements(sources: Sources, id: string, { span, statements }: FactAt, markup: Markup): Listed {
  const others = statements.filter(({ document, start }) => document !== id || start !== span.start);
  const groups = verdicts
    .map(([verdict, sign]) => ({
      sign,
      members: others.filter(({ judgement }) => (judgement?.verdict ?? null) === verdict),
    }))
    .filter(({ members }) => members.length > 0);
  const asked = readingOf(sources, { document: id, ...span });
  const shown: string[] = [];
  let room = mostShown;
  groups.forEach(({ sign, members }, i) => {
    // Every verdict is heard, however many there are of the graver ones.
    const listed = members.slice(0, room - (groups.length - 1 - i));
    room -= listed.length;
    shown.push(group(sources, { sign, listed, all: members.length, asked }, markup));
  });
  return { shown, more: others.length - (mostShown - room) };
}

interface Group {
  readonly sign: string;
  readonly listed: readonly RelatedStatement[];
  readonly all: number;
  readonly asked: string;
}

/** One verdict: a reason that all have is said once, in its heading. */
function group(sources: Sources, { sign, listed, all, asked }: Group, markup: Markup): string {
  const reasons = new Set(listed.map(({ judgement }) => judgement?.reason ?? ''));
  const [only = ''] = reasons;
  const common = reasons.size === 1 ? only : '';
  const heading = `${sign}${all > 1 ? ` · ${all} statements` : ''}${common === '' ? '' : `: ${common}`}`;
  const items = listed.map((statement) => entry(sources, statement, { asked, common }, markup));
  return [markup.text(heading), ...items].join('\n');
}

/** What is known already is not repeated: `asked` is the reading of the statement asked about, `common` the reason in the heading. */
function entry(
  sources: Sources,
  statement: RelatedStatement,
  { asked, common }: { readonly asked: string; readonly common: string },
  markup: Markup,
): string {
  const stated = statementInContext(sources, statement);
  const lines = [place(sources, statement, markup)];
  if (stated) {
    lines[0] += `: ${wordingInContext(stated, markup)}`;
    const reading = readingOf(sources, statement);
    // “221 passengers” is read as 221 passengers: the wording has said it.
    const said = textOf(sources.index.document(statement.document)).startsWith(reading, statement.start);
    if (reading !== asked && !said) lines[0] += ` · ${markup.text(reading)}`;
  }
  const reason = statement.judgement?.reason ?? '';
  if (reason !== '' && reason !== common) lines.push(markup.text(reason));
  return markup.item(lines);
}

/** For a name: document by document, with the forms it takes there. Statements come document by document, and there may be thousands. */
export function mentionsByDocument(sources: Sources, id: string, { statements }: FactAt, markup: Markup): Listed {
  let others = 0;
  const listed: Statement[][] = [];
  let last = '';
  for (const statement of statements) {
    const { document } = statement;
    if (document === id) continue;
    if (document !== last && ++others <= mostShown) listed.push([]);
    last = document;
    if (others <= mostShown) listed[others - 1]!.push(statement);
  }
  const shown = listed.map((mentions) => {
    const first = mentions[0]!;
    const text = textOf(sources.index.document(first.document));
    const forms = [...new Set(mentions.map((mention) => spanText(text, mention)))];
    const named = forms
      .slice(0, 3)
      .map((form) => `“${markup.text(form)}”`)
      .join(', ');
    const times = mentions.length === 1 ? 'once' : `${mentions.length} times`;
    return markup.item([`${place(sources, first, markup)}: ${named} · ${times}`]);
  });
  return { shown: shown.length > 0 ? [shown.join('\n')] : [], more: others - shown.length };
}

/** The file, its name only, and the line, a link to the place; and the day that its story is of. */
function place(sources: Sources, statement: Statement, markup: Markup): string {
  const label = sources.index.document(statement.document)?.label ?? statement.document;
  const location = locationOf(sources, statement);
  if (!location) return markup.text(label);
  const { line, character } = location.range.start;
  const name = label.startsWith('/') ? fileName(label) : label;
  const link = markup.link(`${name}, line ${line + 1}`, `${location.uri}#L${line + 1},${character + 1}`);
  const day = sources.index.storyDay(statement.document);
  return day === null ? link : `${link} (${markup.text(dayInWords(day))})`;
}

function readingOf(sources: Sources, statement: Statement): string {
  const stated = sources.index.figureStatedAt(statement);
  if (stated) return valueInWords(stated.figure);
  const { document, start, end } = statement;
  const tagged = sources.index.document(document)?.tagged;
  if (!tagged) return '';
  const figure = tagged.figures[lastStartingAtOrBefore(tagged.figures, start)];
  if (figure && figure.start === start && figure.end === end) return valueInWords(figure);
  const quote = tagged.quotes.find((candidate) => candidate.start === start && candidate.end === end);
  return quote ? speakerInWords(quote) : '';
}
