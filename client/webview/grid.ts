import { type FactRow, type FactTable } from '../../server/src/protocol';
import { t } from '../src/l10n';
import { cellsOf, documentsOf } from '../src/panel/rows';
import { element, hasFocus } from './elements';
import { documentCell, factCell, statementCell } from './gridCells';
import { type GridPlace, type GridSize, moved, within } from './gridMoves';

const rowHeight = 46;
/** Rows and columns that are made beyond what is in view, so that scrolling shows no gaps. */
const spare = { rows: 6, columns: 2 };

export interface GridActions {
  /** A cell was chosen by key or mouse. `statements` are indexes; empty where the document does not state the fact. */
  jump(fact: FactRow, statements: readonly number[]): void;
  open(document: number): void;
  /** The focus is on the heading of a document, or on a fact and what a document (or all of them) states of it. */
  tell(place: { readonly document: number } | { readonly fact: FactRow; readonly statements: readonly number[] }): void;
}

export interface Grid {
  show(table: FactTable, facts: readonly FactRow[]): void;
  focus(): void;
  /** The documents that are columns. */
  columns(): number;
  rowsMade(): number;
  firstRow(): string[];
}

/** The table of facts by documents. Only the cells in view exist as elements, besides the one that has the focus. */
export function createGrid(host: HTMLElement, actions: GridActions): Grid {
  const heading = element('div', { class: 'row', role: 'row', 'aria-rowindex': '1' });
  const body = element('div', { class: 'rows', role: 'rowgroup' });
  host.append(element('div', { class: 'heading', role: 'rowgroup' }, heading), body);
  host.style.setProperty('--row-height', `${rowHeight}px`);

  let table: FactTable | undefined;
  let facts: readonly FactRow[] = [];
  /** Indexes of the table's documents. */
  let columns: number[] = [];
  let active: GridPlace = { row: 1, column: 0 };
  /** The rows that exist, by the index of their fact, and the columns that they have: from, and up to before. */
  const made = new Map<number, HTMLElement>();
  let span = { from: 0, to: 0 };

  function size(): GridSize {
    return {
      lastRow: facts.length,
      lastColumn: columns.length,
      page: Math.max(1, Math.floor(body.parentElement!.clientHeight / rowHeight) - 2),
    };
  }

  function show(shownTable: FactTable, shownFacts: readonly FactRow[]): void {
    const kept = facts[active.row - 1]?.id;
    const keptDocument = table?.documents[columns[active.column - 1] ?? -1]?.uri;
    const hadFocus = hasFocus(host);
    [table, facts] = [shownTable, shownFacts];
    columns = [...new Set(facts.flatMap((fact) => [...documentsOf(fact)]))].sort((a, b) => a - b);
    const row = facts.findIndex(({ id }) => id === kept) + 1;
    const column = columns.findIndex((index) => shownTable.documents[index]?.uri === keptDocument) + 1;
    active = within({ row: row > 0 ? row : Math.min(active.row, 1), column }, size());
    host.setAttribute('aria-rowcount', String(facts.length + 1));
    host.setAttribute('aria-colcount', String(columns.length + 1));
    host.style.setProperty('--columns', String(columns.length));
    body.style.height = `${facts.length * rowHeight}px`;
    forgetRows();
    heading.replaceChildren(...headingCells(shownTable));
    draw();
    markActive();
    if (hadFocus) cellAt(active)?.focus({ preventScroll: true });
    tellActive();
  }

  function headingCells({ documents }: FactTable): HTMLElement[] {
    const corner = element('div', { class: 'cell fact', role: 'columnheader' }, t('Fact'));
    const cells = [corner, ...columns.map((index) => documentCell(documents[index]!))];
    return cells.map((cell, column) => placed(cell, { row: 0, column }));
  }

  function forgetRows(): void {
    body.replaceChildren();
    made.clear();
  }

  /** Makes the rows that are in view, and lets go of those that are not. */
  function draw(): void {
    const seen = columnsInView();
    if (seen.from !== span.from || seen.to !== span.to) {
      const hadFocus = hasFocus(body);
      span = seen;
      forgetRows();
      make(active.row - 1);
      if (hadFocus) cellAt(active)?.focus({ preventScroll: true });
    }
    const first = Math.max(0, Math.floor(host.scrollTop / rowHeight) - spare.rows);
    const last = Math.min(facts.length, Math.ceil((host.scrollTop + host.clientHeight) / rowHeight) + spare.rows);
    const wanted = (index: number): boolean => (index >= first && index < last) || index === active.row - 1;
    for (const [index, row] of made) {
      if (wanted(index)) continue;
      row.remove();
      made.delete(index);
    }
    for (let index = first; index < last; index++) make(index);
    make(active.row - 1);
  }

  /** Columns of one width stand beside that of the facts, which stays in view. */
  function columnsInView(): { from: number; to: number } {
    const label = (heading.firstElementChild as HTMLElement | null)?.offsetWidth ?? 0;
    const width = (heading.offsetWidth - label) / columns.length || 1;
    const from = Math.floor(host.scrollLeft / width) - spare.columns;
    const to = Math.ceil((host.scrollLeft + host.clientWidth - label) / width) + spare.columns;
    return { from: Math.max(0, from), to: Math.min(columns.length, Math.max(to, 1)) };
  }

  function make(index: number): void {
    const fact = facts[index];
    if (!fact) return;
    const known = made.get(index);
    const isActive = index === active.row - 1;
    if (known && (!isActive || cellAt(active))) return;
    known?.remove();
    const row = element('div', { class: 'row', role: 'row', 'aria-rowindex': String(index + 2) });
    row.style.top = `${index * rowHeight}px`;
    const cells = cellsOf(fact);
    row.append(placed(factCell(fact), { row: index + 1, column: 0 }));
    for (const [i, document] of columns.entries()) {
      const inView = i >= span.from && i < span.to;
      if (!inView && !(isActive && i === active.column - 1)) continue;
      row.append(placed(statementCell(fact, cells.get(document)), { row: index + 1, column: i + 1 }));
    }
    // In the order of the rows, for whoever reads the page and does not see it.
    const next = [...made.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
    body.insertBefore(row, next === undefined ? null : (made.get(next) ?? null));
    made.set(index, row);
  }

  function placed(cell: HTMLElement, { row, column }: GridPlace): HTMLElement {
    cell.dataset.row = String(row);
    cell.dataset.column = String(column);
    cell.style.gridColumn = String(column + 1);
    cell.setAttribute('aria-colindex', String(column + 1));
    cell.tabIndex = row === active.row && column === active.column ? 0 : -1;
    return cell;
  }

  function cellAt({ row, column }: GridPlace): HTMLElement | undefined {
    const shown = row === 0 ? heading : made.get(row - 1);
    return shown?.querySelector<HTMLElement>(`:scope > [data-column="${column}"]`) ?? undefined;
  }

  /** One cell takes part in the order of Tab. */
  function markActive(): void {
    for (const cell of host.querySelectorAll<HTMLElement>('.cell[tabindex="0"]')) cell.tabIndex = -1;
    const cell = cellAt(active);
    if (cell) cell.tabIndex = 0;
  }

  function go(place: GridPlace): void {
    active = place;
    draw();
    markActive();
    const cell = cellAt(active);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // within the scroll padding: the headings cover nothing
    tellActive();
  }

  function statementsAt({ row, column }: GridPlace): readonly number[] {
    const fact = facts[row - 1];
    if (!fact) return [];
    if (column === 0) return [...fact.statements.keys()];
    return cellsOf(fact).get(columns[column - 1] ?? -1)?.statements ?? [];
  }

  function tellActive(): void {
    const fact = facts[active.row - 1];
    const document = columns[active.column - 1];
    if (fact) actions.tell({ fact, statements: statementsAt(active) });
    else if (document !== undefined) actions.tell({ document });
  }

  function choose(): void {
    const fact = facts[active.row - 1];
    const document = columns[active.column - 1];
    if (fact) actions.jump(fact, statementsAt(active));
    else if (document !== undefined) actions.open(document);
  }

  host.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey) return;
    const place = moved(active, event.key, event.ctrlKey, size());
    if (!place && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (place) go(place);
    else choose();
  });
  // A screen reader puts the focus where it likes.
  host.addEventListener('focusin', ({ target }) => {
    const place = placeOf(target);
    if (!place || (place.row === active.row && place.column === active.column)) return;
    active = place;
    markActive();
    tellActive();
  });
  host.addEventListener('click', ({ target }) => {
    const place = placeOf(target);
    if (!place) return;
    go(place);
    choose();
  });
  host.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(draw).observe(host);

  return {
    show,
    focus: () => cellAt(active)?.focus({ preventScroll: true }),
    columns: () => columns.length,
    rowsMade: () => made.size,
    firstRow: () => [...(made.get(0)?.children ?? [])].map((cell) => cell.getAttribute('aria-label') ?? ''),
  };
}

/** The place of the cell that an event came from. */
function placeOf(target: EventTarget | null): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}
