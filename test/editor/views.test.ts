import assert from 'node:assert/strict';
import { commands, type TreeItem, window } from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { type FollowingView } from '../../client/src/views/followingView';
import { type TreeNode } from '../../client/src/views/treeNode';
import { rewritten } from './places';
import { activeExtension, until } from './session';

describe('the facts view', () => {
  let facts: FollowingView;
  let api: CrosscheckApi;
  before(async () => {
    api = await activeExtension();
    facts = api.facts;
    await commands.executeCommand('crosscheck.facts.focus');
    await filled(facts);
  });
  after(() => commands.executeCommand('crosscheck.facts.groupBy', 'verdict'));

  it('has the facts by verdict, the gravest first, with the count of findings as its badge', () => {
    const headings = facts.children().map(({ label }) => label);
    assert.equal(headings[0], 'Conflicts');
    assert.ok(headings.includes('Agreed'), headings.join(' | '));
    assert.equal(facts.view.badge?.value, api.status()?.findings);
  });

  it('has the statements of a fact, and opens the place of the one that is chosen', async () => {
    const fact = find(facts, '$61 billion');
    const statements = facts.children(fact);
    assert.deepEqual(statements.map(({ label }) => label.replace(/^\S /, '')).sort(), ['$60 billion', '$61 billion']);
    const chosen = statements.find(({ label }) => label.endsWith('$60 billion'));
    await choose(facts.item(chosen!));
    const editor = window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /\/courier\.txt$/);
    assert.equal(editor?.document.getText(editor.selection), '$60 billion');
  });

  it('tells a screen reader what it shows', () => {
    const { accessibilityInformation } = facts.item(find(facts, '$61 billion'));
    assert.match(accessibilityInformation?.label ?? '', /conflict, figure, 2 documents/);
  });

  it('is grouped by document or kind when the user wants it', async () => {
    await commands.executeCommand('crosscheck.facts.groupBy', 'document');
    const documents = facts.children().map(({ label }) => label);
    for (const file of ['courier.txt', 'ledger.txt', 'notes.md']) assert.ok(documents.includes(file), documents.join());
    await commands.executeCommand('crosscheck.facts.groupBy', 'kind');
    assert.ok(facts.children().some(({ label }) => label === 'Quotations'));
    await commands.executeCommand('crosscheck.facts.groupBy', 'verdict');
  });

  it('is shown by the commands that change it', async () => {
    await commands.executeCommand('workbench.view.explorer');
    await until(facts.view.onDidChangeVisibility, () => !facts.view.visible);
    await commands.executeCommand('crosscheck.facts.groupBy', 'verdict');
    await until(facts.view.onDidChangeVisibility, () => facts.view.visible);
  });

  it('is narrowed to words, says so, and is widened again', async () => {
    await commands.executeCommand('crosscheck.facts.filter', 'POLAND');
    assert.deepEqual(
      facts.children().map(({ label }) => label),
      ['Agreed'],
    );
    assert.match(facts.view.message ?? '', /^\d facts? with “POLAND”$/);
    await commands.executeCommand('crosscheck.facts.filter', 'nowhere at all');
    assert.deepEqual(facts.children(), []);
    assert.equal(facts.view.message, '0 facts with “nowhere at all”');
    await commands.executeCommand('crosscheck.facts.clearFilter');
    assert.equal(facts.view.message, undefined);
    assert.ok(facts.children().length > 1);
  });

  it('follows an edit', async () => {
    const undo = await rewritten('courier.txt', '$60 billion', '$61 billion');
    const agreed = (): boolean =>
      facts.children(find(facts, '$61 billion')).every(({ spoken }) => /agreed/.test(spoken));
    await until(facts.onDidChange, agreed);
    await undo();
    await until(facts.onDidChange, () => !agreed());
  });
});

describe('the people view', () => {
  it('says who is quoted where, and opens the quotation', async () => {
    const { people } = await activeExtension();
    await commands.executeCommand('crosscheck.people.focus');
    await filled(people);
    const [keller] = people.children();
    assert.equal(keller?.label, 'Anna Keller');
    const documents = people.children(keller);
    assert.ok(documents.some(({ label }) => label === 'courier.txt'));
    const quote = people.children(documents.find(({ label }) => label === 'courier.txt'))[0];
    assert.match(quote?.label ?? '', /We should have acted a pretty long way sooner/);
    await choose(people.item(quote!));
    const editor = window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /We should have acted a pretty long way/);
  });
});

/** Waits until a view has something to show. */
async function filled(view: FollowingView): Promise<void> {
  await until(view.onDidChange, () => view.children().length > 0);
}

/** The fact that has a statement with these words. */
function find(view: FollowingView, words: string): TreeNode {
  const facts = view.children().flatMap((group) => view.children(group));
  const found = facts.find((fact) => view.children(fact).some(({ label }) => label.includes(words)));
  assert.ok(found, `no fact states ${words}`);
  return found;
}

/** What a click on a line of a view does. */
async function choose({ command }: TreeItem): Promise<void> {
  assert.ok(command, 'nothing happens');
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
