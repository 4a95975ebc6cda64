import { type FactRow, type FactTable } from '../../server/src/protocol';
import { fileName } from '../../server/src/text/fileName';
import { factTitle } from '../src/factTitle';
import { dayInWords, t } from '../src/l10n';
import { lineInWords } from '../src/lineInWords';
import { verdictWords } from '../src/verdictWords';
import { inSentence } from '../src/wording';
import { element, markedWords, words } from './elements';

/** A statement as a button that leads to it, with its wording and what else is said of it. */
export function statementLine(
  table: FactTable,
  { kind, statements }: FactRow,
  index: number,
  readings: readonly string[],
  jump: () => void,
): HTMLElement | undefined {
  const statement = statements[index];
  const document = statement && table.documents[statement.document];
  if (!statement || !document) return undefined;
  const { range, text, before, after, marked, verdict } = statement;
  const { sign, word } = verdictWords(verdict);
  const { line } = range.start;
  const title = lineInWords(document.path, line);
  const button = element(
    'button',
    { class: 'place', type: 'button', title },
    lineInWords(fileName(document.path), line),
  );
  button.addEventListener('click', jump);
  const [opening, closing] = kind === 'quote' ? ['', ''] : inSentence(before, '\0', after).split('\0');
  return element(
    'div',
    { class: `statement ${verdict}` },
    element('span', { class: 'sign', title: word }, `${sign} ${word}`),
    ' ',
    button,
    ' ',
    marked.length > 0
      ? markedWords(marked)
      : element('span', { class: 'words', dir: 'auto' }, opening ?? '', element('strong', {}, text), closing ?? ''),
    element('span', { class: 'reading' }, readings.map((reading) => ` ·\u00a0${reading}`).join('')),
  );
}

/** What a statement was read as, who says so, and the day that its sentence names. */
export function readingsOf({ kind, statements }: FactRow, index: number): string[] {
  const { value = '', day = null } = statements[index] ?? {};
  const named = kind !== 'date' && day !== null ? t('of {0}', dayInWords(day)) : '';
  return [value, ...speakerOf({ statements }, index), named].filter((reading) => reading !== '');
}

export function speakerOf({ statements }: Pick<FactRow, 'statements'>, index: number): string[] {
  const { speaker = '' } = statements[index] ?? {};
  return speaker === '' ? [] : [t('says {0}', speaker)];
}

/** “≠ label”, with the word for those who do not see the sign. */
export function factHeading(fact: FactRow): HTMLElement[] {
  const { sign, word } = verdictWords(fact.verdict);
  return [
    element('span', { class: 'sign', role: 'img', 'aria-label': word, title: word }, sign),
    words(factTitle(fact), 'strong'),
  ];
}
