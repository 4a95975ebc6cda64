import type { Position } from 'vscode-languageserver';
import type { FactAt } from '../facts/index';
import type { RelatedStatement } from '../facts/model';
import type { FactSheet, FactVerdict, Person } from '../protocol';
import { factVerdicts } from '../protocol';
import { inContext } from '../text/inContext';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { counted } from './counted';
import { markdown } from './markup';
import { personOf } from './people';
import { offsetIn, rangeOf } from './places';
import { dayInWords } from './readings';
import { statementReading } from './statementReading';
import { wordingInContext } from './wordingInContext';

const headings: Record<FactVerdict, string> = {
  conflict: 'Conflicts with it',
  disputed: 'Disputed',
  updated: 'Updated',
  compatible: 'Compatible with it',
  agree: 'States the same',
};

/** A sheet for the file notes on the fact or the name at a place; null where nothing is known. Source texts are escaped. */
export function provideFactSheet(sources: Sources, id: string, position: Position): FactSheet | null {
  const offset = offsetIn(sources, id, position);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  if (!fact) return null;
  return fact.kind === 'entity' ? ofName(sources, id, fact) : ofFact(sources, id, fact);
}

function ofFact(sources: Sources, id: string, fact: FactAt): FactSheet | null {
  const tagged = sources.index.document(id)?.tagged;
  if (!tagged) return null;
  const title = oneLine(fact.label || spanText(tagged.scanned.text, fact.span));
  const { value } = statementReading(tagged, fact.span);
  const blocks = [`# ${markdown.text(title)}`];
  if (value !== '') blocks.push(markdown.text(value));
  const itself = fact.statements.filter(({ document, start }) => document === id && start === fact.span.start);
  blocks.push('## Asked about', listed(sources, itself));
  for (const verdict of factVerdicts) {
    const others = fact.statements.filter(
      (statement) => !itself.includes(statement) && (statement.judgement?.verdict ?? 'agree') === verdict,
    );
    if (others.length > 0) blocks.push(`## ${headings[verdict]}`, listed(sources, others));
  }
  return { title, markdown: `${blocks.join('\n\n')}\n` };
}

function listed(sources: Sources, statements: readonly RelatedStatement[]): string {
  return statements.map((statement) => entry(sources, statement)).join('\n');
}

/** - **reports/a.txt**, line 3, 17 May 2024, said by Ann Orr: “… approved **$61 billion** in …” */
function entry(sources: Sources, statement: RelatedStatement): string {
  const document = sources.index.document(statement.document);
  const lines = sources.lines(statement.document);
  if (!document || !lines) return '';
  const { tagged, label } = document;
  const { speaker } = statementReading(tagged, statement);
  const where = [
    markdown.bold(label),
    `line ${rangeOf(lines, statement).start.line + 1}`,
    ...(tagged.storyDate ? [dayInWords(tagged.storyDate.day)] : []),
    ...(speaker === '' ? [] : [markdown.text(`said by ${speaker}`)]),
  ];
  const wording = wordingInContext(inContext(tagged.scanned, statement), markdown);
  const reason = statement.judgement?.reason ?? '';
  return markdown.item([`${where.join(', ')}: ${wording}`, ...(reason === '' ? [] : [markdown.text(reason)])]);
}

function ofName(sources: Sources, id: string, { label, span, statements }: FactAt): FactSheet {
  const tagged = sources.index.document(id)?.tagged;
  const name = label || oneLine(spanText(tagged?.scanned.text ?? '', span));
  const person = personOf(sources, { name, type: 'person', statements });
  const blocks = [`# ${markdown.text(name)}`];
  if (person.role !== '') blocks.push(markdown.text(person.role));
  const documents = person.documents.length;
  blocks.push(
    `Named ${counted(person.mentions, 'time')} in ${counted(documents, 'document')}; quoted ${counted(person.quotes, 'time')}.`,
  );
  for (const document of person.documents) blocks.push(...ofDocument(sources, document));
  return { title: name, markdown: `${blocks.join('\n\n')}\n` };
}

function ofDocument(sources: Sources, { uri, path, mentions, first, quotes }: Person['documents'][number]): string[] {
  const day = sources.index.storyDay(uri);
  const heading = `## ${[markdown.text(path), ...(day === null ? [] : [dayInWords(day)])].join(' · ')}`;
  const named = `Named ${counted(mentions, 'time')}, first in line ${first.start.line + 1}.`;
  if (quotes.length === 0) return [heading, named];
  const said = quotes.map(({ range, text, direct }) =>
    markdown.item([`line ${range.start.line + 1}, ${direct ? '' : 'indirectly: '}${markdown.text(text)}`]),
  );
  return [heading, named, said.join('\n')];
}
