import { type FactRow, type FactTable } from '../../server/src/protocol';
import { dayInWords, t } from '../src/l10n';
import { type DayEntry, timelineOf } from '../src/panel/timeline';
import { element, refill } from './elements';
import { factHeading, speakerOf, statementLine } from './statementLine';

/** Entries at most: each is a few elements, and the browser leaves out of its work what is not in view. */
const most = 2000;

/** Fills `host` with the days that the facts name, in their order; returns how many there are. */
export function showTimeline(
  host: HTMLElement,
  table: FactTable,
  facts: readonly FactRow[],
  jump: (fact: FactRow, statement: number) => void,
): number {
  const days = timelineOf(facts);
  let left = most;
  const sections: HTMLElement[] = [];
  for (const { day, entries } of days) {
    if (left <= 0) break;
    const shown = entries.slice(0, left);
    left -= shown.length;
    sections.push(
      element(
        'section',
        { class: 'day' },
        element('h2', {}, element('time', { datetime: day }, dayInWords(day))),
        element('ul', {}, ...shown.map((entry) => entryItem(table, entry, jump))),
      ),
    );
  }
  if (left <= 0) sections.push(element('p', {}, t('… more: narrow the filter')));
  if (sections.length === 0) sections.push(element('p', {}, t('No statement shown here names a day.')));
  refill(host, ...sections);
  return days.length;
}

function entryItem(
  table: FactTable,
  { fact, statements, others }: DayEntry,
  jump: (fact: FactRow, statement: number) => void,
): HTMLElement {
  const elsewhere = others.length > 0 && t('elsewhere {0}', others.map(dayInWords).join(', '));
  return element(
    'li',
    { class: `entry ${fact.verdict}` },
    element('h3', {}, ...factHeading(fact), elsewhere && element('span', { class: 'elsewhere' }, elsewhere)),
    ...statements.map((index) => statementLine(table, fact, index, speakerOf(fact, index), () => jump(fact, index))),
  );
}

/** Up and Down go from one statement to the next. */
export function moveByArrows(host: HTMLElement): void {
  host.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const places = [...host.querySelectorAll<HTMLElement>('button.place')];
    const at = places.indexOf(document.activeElement as HTMLElement);
    const next = places[at < 0 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
