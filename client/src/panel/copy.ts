import { escapeMarkdown } from '../../../server/src/features/markup';
import { type FactRow, type FactTable } from '../../../server/src/protocol';
import { t } from '../l10n';
import { kindWords, verdictWords } from '../verdictWords';
import { escapeHtml } from './escapeHtml';
import { type CopyFormat } from './messages';
import { cellsOf } from './rows';

/** The facts with these ids, in this order, as text for the clipboard; only documents that state one of them are columns. */
export function copyAs(format: CopyFormat, table: FactTable, ids: readonly string[]): string {
  const byId = new Map(table.facts.map((fact) => [fact.id, fact]));
  const facts = ids.flatMap((id) => byId.get(id) ?? []);
  const lines = sheetOf(table, facts);
  switch (format) {
    case 'markdown':
      return asMarkdown(lines);
    case 'csv':
      return asCsv(lines);
    case 'html':
      return asHtml(lines);
  }
}

/** Heading and rows, as plain texts. */
function sheetOf({ documents }: FactTable, facts: readonly FactRow[]): string[][] {
  const stated = new Set(facts.flatMap(({ statements }) => statements.map(({ document }) => document)));
  const columns = documents.flatMap(({ path }, document) => (stated.has(document) ? [{ path, document }] : []));
  const rows = facts.map((fact) => {
    const cells = cellsOf(fact);
    const texts = columns.map(({ document }) =>
      (cells.get(document)?.statements ?? []).map((index) => statementText(fact, index)).join(' / '),
    );
    return [fact.label, verdictWords(fact.verdict).word, kindWords(fact.kind).word, ...texts];
  });
  return [[t('Fact'), t('Verdict'), t('Kind'), ...columns.map(({ path }) => path)], ...rows];
}

function statementText({ statements }: FactRow, index: number): string {
  const { text, verdict } = statements[index]!;
  return verdict === 'agree' ? text : `${verdictWords(verdict).sign} ${text}`;
}

function asMarkdown([heading = [], ...rows]: string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |\n`;
  return line(heading) + `|${' --- |'.repeat(heading.length)}\n` + rows.map(line).join('');
}

function asCsv(lines: readonly string[][]): string {
  return lines.map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}

/** RFC 4180. A spreadsheet would run a text that begins like a formula, so that gets an apostrophe; plain numbers do not. */
function csvField(text: string): string {
  const harmless = /^[+-]?[\d.,\s%]*$/.test(text);
  const guarded = !harmless && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function asHtml([heading = [], ...rows]: string[][]): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>\n`;
  const body = rows.map((row) => line('td', row)).join('');
  return `<table>\n<thead>\n${line('th', heading)}</thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
}
