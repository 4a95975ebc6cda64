import { type FactDocument, type FactRow } from '../../server/src/protocol';
import { fileName } from '../../server/src/text/fileName';
import { documentCount } from '../src/counts';
import { factTitle } from '../src/factTitle';
import { dayInWords, t } from '../src/l10n';
import { type Cell, documentsOf } from '../src/panel/rows';
import { kindWords, verdictWords } from '../src/verdictWords';
import { inSentence } from '../src/wording';
import { element, markedWords, words } from './elements';

/** The heading of a column: the file, and what else is known of it. */
export function documentCell({ path, draft, date }: FactDocument): HTMLElement {
  const facts = [draft && t('draft'), date && dayInWords(date)].filter(Boolean).join(' · ');
  const label = [path, facts].filter(Boolean).join(', ');
  return element(
    'div',
    { class: 'cell', role: 'columnheader', 'aria-label': label, title: path },
    element('div', { class: 'line' }, words(fileName(path))),
    element('div', { class: 'line small' }, facts),
  );
}

/** The heading of a row: the fact and its verdict. */
export function factCell(fact: FactRow): HTMLElement {
  const { verdict, kind, message } = fact;
  const label = factTitle(fact);
  const { sign, word } = verdictWords(verdict);
  const facts = `${sign} ${word} · ${kindWords(kind).word} · ${documentCount(documentsOf(fact).size)}`;
  return element(
    'div',
    {
      class: `cell fact ${verdict}`,
      role: 'rowheader',
      'aria-label': [label, facts, message].filter(Boolean).join(', '),
    },
    element('div', { class: 'line' }, words(label)),
    element('div', { class: 'line small' }, facts),
  );
}

/** What a document states of a fact: the gravest, as written or from where it is worded otherwise, and how many more there are. */
export function statementCell(fact: FactRow, cell: Cell | undefined): HTMLElement {
  const [first = -1, ...others] = cell?.statements ?? [];
  const statement = fact.statements[first];
  if (!statement || !cell) return element('div', { class: 'cell', role: 'gridcell', 'aria-label': t('not stated') });
  const { sign, word } = verdictWords(cell.verdict);
  const { marked } = statement;
  const differing = marked.length > 0 && t('differs: {0}', marked.filter((_, i) => i % 2 === 1).join(', '));
  const more = others.length > 0 ? t('{0} more', others.length) : '';
  return element(
    'div',
    {
      class: `cell stated ${cell.verdict}`,
      role: 'gridcell',
      'aria-label': [statement.text, word, differing, more].filter(Boolean).join(', '),
      title: fact.kind === 'quote' ? statement.text : inSentence(statement.before, statement.text, statement.after),
    },
    cell.verdict !== 'agree' && element('span', { class: 'sign' }, sign),
    element('span', { class: 'lines' }, marked.length > 0 ? markedWords(marked) : words(statement.text)),
    more !== '' && element('span', { class: 'small' }, `+${others.length}`),
  );
}
