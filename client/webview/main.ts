import { type FactRow, type FactTable } from '../../server/src/protocol';
import { factCount } from '../src/counts';
import { speak, type Speech, t } from '../src/l10n';
import { copyFormats, firstState, type FromPage, type PanelState, type ToPage } from '../src/panel/messages';
import { searchTexts, shownFacts } from '../src/panel/rows';
import { timelineOf } from '../src/panel/timeline';
import { byId, element, refill, words } from './elements';
import { createGrid } from './grid';
import { factHeading, readingsOf, statementLine } from './statementLine';
import { moveByArrows, showTimeline } from './timelineList';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
};

speak(JSON.parse(document.body.dataset.speech ?? '') as Speech);
const vscode = acquireVsCodeApi();
const search = byId('words', HTMLInputElement);
const selects = {
  verdict: byId('verdict', HTMLSelectElement),
  kind: byId('kind', HTMLSelectElement),
  sort: byId('sort', HTMLSelectElement),
};
const tabs = { table: byId('tab-table', HTMLElement), timeline: byId('tab-timeline', HTMLElement) };
const panels = { table: byId('panel-table', HTMLElement), timeline: byId('panel-timeline', HTMLElement) };
const details = byId('details', HTMLElement);
const said = byId('said', HTMLElement);

let state: PanelState = { ...firstState, ...vscode.getState() };
let table: FactTable | undefined;
let texts: ReadonlyMap<FactRow, string> = new Map();
let facts: readonly FactRow[] = [];
/** The words that the table was asked for with, where it was cut short. */
let asked = '';
let timer: number | undefined;
/** The statement of a cell that was opened last: the next choice of the cell opens the next. */
let last = { fact: '', statement: -1 };

const grid = createGrid(byId('grid', HTMLElement), {
  jump(fact, statements) {
    const next = last.fact === fact.id ? statements.indexOf(last.statement) + 1 : 0;
    const statement = statements[next] ?? statements[0];
    if (statement === undefined) return;
    if (statements.length > 1) say(t('{0} of {1}', statements.indexOf(statement) + 1, statements.length));
    jump(fact, statement);
  },
  open: (document) => vscode.postMessage({ type: 'open', document }),
  tell(place) {
    if (!table) return;
    if ('document' in place) refill(details, words(table.documents[place.document]?.path ?? ''));
    else refill(details, ...detailsOf(table, place.fact, place.statements));
  },
});

function detailsOf(shown: FactTable, fact: FactRow, statements: readonly number[]): Node[] {
  const heading = element('div', { class: `details-heading ${fact.verdict}` }, ...factHeading(fact));
  const lines = statements.map((index) =>
    statementLine(shown, fact, index, readingsOf(fact, index), () => jump(fact, index)),
  );
  const none = lines.length === 0 && element('div', {}, t('This document does not state it.'));
  const message = fact.message !== '' && element('div', { class: 'message' }, words(fact.message));
  return [heading, message, none, ...lines].filter((part): part is HTMLElement => Boolean(part));
}

function jump(fact: FactRow, statement: number): void {
  last = { fact: fact.id, statement };
  vscode.postMessage({ type: 'jump', fact: fact.id, statement });
}

function say(what: string): void {
  said.textContent = what;
}

/** Draws everything from `state` and `table`, and remembers the state. */
function draw(): void {
  vscode.setState(state);
  if (search.value !== state.words) search.value = state.words;
  for (const name of ['verdict', 'kind', 'sort'] as const) selects[name].value = state[name];
  for (const name of ['table', 'timeline'] as const) {
    const on = state.tab === name;
    tabs[name].setAttribute('aria-selected', String(on));
    tabs[name].tabIndex = on ? 0 : -1;
    panels[name].hidden = !on;
  }
  const onTimeline = state.tab === 'timeline';
  selects.sort.hidden = onTimeline; // whose order is that of the days
  if (!table) return say(t('Reading the facts …'));
  facts = shownFacts(table, texts, onTimeline ? { ...state, sort: 'gravity' } : state);
  if (onTimeline) showTimeline(panels.timeline, table, facts, jump);
  else grid.show(table, facts);
  say(extent(table));
  takeFocus();
  vscode.postMessage({
    type: 'shown',
    shown: {
      state,
      facts: facts.length,
      documents: grid.columns(),
      days: timelineOf(facts).length,
      rows: grid.rowsMade(),
      firstRow: grid.firstRow(),
    },
  });
}

/** Whoever comes to the panel without pointing at anything in it goes on with the keys. */
function takeFocus(): void {
  if (!table || !document.hasFocus() || document.activeElement !== document.body) return;
  if (state.tab === 'table') grid.focus();
  else panels.timeline.focus({ preventScroll: true });
}

function extent({ facts: all, total }: FactTable): string {
  if (total > all.length) return t('{0} of {1} facts: narrow the filter to see others', facts.length, total);
  if (total === 0) return t('No fact is stated in more than one place');
  return facts.length < total ? t('{0} of {1} facts', facts.length, total) : factCount(total);
}

function change(by: Partial<PanelState>): void {
  state = { ...state, ...by };
  draw();
  askForMore();
}

/** What the table was cut short of may have the words. */
function askForMore(): void {
  clearTimeout(timer);
  const short = table !== undefined && table.total > table.facts.length;
  if (state.words === asked || (!short && asked === '')) return;
  timer = setTimeout(() => {
    asked = state.words;
    vscode.postMessage({ type: 'ask', words: asked });
  }, 300);
}

search.addEventListener('input', () => change({ words: search.value }));
for (const name of ['verdict', 'kind', 'sort'] as const) {
  selects[name].addEventListener('change', () => change({ [name]: selects[name].value }));
}
for (const name of ['table', 'timeline'] as const) {
  tabs[name].addEventListener('click', () => change({ tab: name }));
  tabs[name].addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = name === 'table' ? 'timeline' : 'table';
    change({ tab: other });
    tabs[other].focus();
  });
}
for (const format of copyFormats) {
  byId(`copy-${format}`, HTMLElement).addEventListener('click', () =>
    vscode.postMessage({ type: 'copy', format, facts: facts.map(({ id }) => id) }),
  );
}
moveByArrows(panels.timeline);
window.addEventListener('focus', takeFocus);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'table':
      table = data.table;
      texts = searchTexts(table);
      draw();
      return askForMore();
    case 'show':
      return change(data.state);
    case 'say':
      return say(data.words);
  }
});

draw();
vscode.postMessage({ type: 'ready' });
