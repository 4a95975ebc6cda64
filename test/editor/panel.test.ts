import assert from 'node:assert/strict';
import { commands, env, window } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { type Shown } from '../../client/src/panel/messages';
import { type FactRow } from '../../server/src/protocol';
import { activeExtension, inWorkspace } from './session';

describe('the comparison table', () => {
  let api: CrosscheckApi;
  before(async () => {
    api = await activeExtension();
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('lays facts against documents', async () => {
    const shown = await shownAfter(() => commands.executeCommand('crosscheck.compareFacts'), hasFacts);
    assert.equal(shown.state.tab, 'table');
    assert.equal(shown.documents, 3);
    assert.equal(shown.rows, shown.facts);
    assert.match(shown.firstRow[0] ?? '', /conflict/);
  });

  it('is narrowed to words, in the cells as well', async () => {
    const { facts, firstRow } = await shownAfter(
      () => api.panel.show({ words: '60 billion', kind: 'figure' }),
      ({ state }) => state.words !== '',
    );
    assert.equal(facts, 1);
    const cells = firstRow.slice(1).join(' | ');
    for (const words of ['$60 billion', '$61 billion', 'conflict']) assert.ok(cells.includes(words), cells);
  });

  it('remembers what it showed when it was hidden and its page thrown away', async () => {
    await window.showTextDocument(inWorkspace('ledger.txt'));
    const shown = await shownAfter(() => api.panel.show(), hasFacts);
    assert.equal(shown.state.words, '60 billion');
    assert.equal(shown.facts, 1);
  });

  it('shows the dated statements in the order of time', async () => {
    const shown = await shownAfter(
      () => api.panel.show({ tab: 'timeline', words: '', kind: 'all' }),
      ({ state }) => state.tab === 'timeline' && state.words === '',
    );
    assert.ok(shown.days > 0);
    await shownAfter(
      () => api.panel.show({ tab: 'table' }),
      ({ state }) => state.tab === 'table',
    );
  });

  it('copies facts of the table as text, and nothing that is none', async () => {
    const table = tableOf(api);
    await env.clipboard.writeText('');
    await api.panel.receive({ type: 'copy', format: 'csv', facts: [...table.map(({ id }) => id), 'no fact'] });
    const copied = await env.clipboard.readText();
    assert.match(copied, /^Fact,Verdict,Kind,courier\.txt,ledger\.txt,notes\.md\r\n/);
    assert.match(copied, /\$60 billion/);
  });

  it('jumps to a statement of the table, and to nothing else', async () => {
    const table = tableOf(api);
    const fact = table.find(({ statements }) => statements.some(({ text }) => text === '$60 billion'));
    assert.ok(fact);
    const statement = fact.statements.findIndex(({ text }) => text === '$60 billion');
    await api.panel.receive({ type: 'jump', fact: fact.id, statement });
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), '$60 billion');
    await api.panel.receive({ type: 'jump', fact: 'no fact', statement: 0 });
    await api.panel.receive({ type: 'open', document: 99 });
    assert.equal(window.activeTextEditor, editor);
  });

  /** What the page shows once it satisfies a condition, after something was done. */
  function shownAfter(act: () => unknown, holds: (shown: Shown) => boolean): Promise<Shown> {
    const found = new Promise<Shown>((resolve) => {
      const listener = api.panel.onDidShow((shown) => {
        if (!holds(shown)) return;
        listener.dispose();
        resolve(shown);
      });
    });
    act();
    return found;
  }
});

function hasFacts({ facts }: Shown): boolean {
  return facts > 0;
}

function tableOf({ panel }: CrosscheckApi): readonly FactRow[] {
  const table = panel.table();
  assert.ok(table, 'the panel has no table');
  return table.facts;
}
