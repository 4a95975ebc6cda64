import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString, TabInputTextDiff, window } from 'vscode';
import { placeOf } from './places';
import { activeExtension } from './session';

describe('the links of a hover', () => {
  before(activeExtension);
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('show all statements at the place', async () => {
    await follow('All statements');
    assert.match(window.activeTextEditor?.document.uri.path ?? '', /\/ledger\.txt$/);
    const { position } = await placeOf('ledger.txt', '$61 billion');
    assert.equal(window.activeTextEditor?.selection.active.line, position.line);
  });

  it('lay the passages side by side', async () => {
    await follow('Compare');
    assert.ok(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff);
  });

  it('show the fact sheet', async () => {
    await follow('Fact sheet');
    assert.equal(window.activeTextEditor?.document.uri.scheme, 'crosscheck');
  });

  it('lead to the statement in the other document', async () => {
    const { value } = await figureHover();
    assert.match(value, /\[[^\]]*courier\.txt[^\]]*\]\(<?file:[^)]*courier\.txt#(L)?4/);
  });
});

async function figureHover(): Promise<MarkdownString> {
  const { uri, position } = await placeOf('ledger.txt', '$61 billion');
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  const [content] = hovers.flatMap(({ contents }) => contents as MarkdownString[]);
  assert.ok(content);
  return content;
}

/** Does what a click on a link does: a command with its arguments. */
async function follow(words: string): Promise<void> {
  const { value } = await figureHover();
  const link = [...value.matchAll(/\[([^\]]*)\]\(<?command:([\w.]+)\?([^)>\s]*)/g)].find(([, said]) => said === words);
  assert.ok(link, `no link “${words}” in ${value}`);
  await commands.executeCommand(link[2]!, ...(JSON.parse(decodeURIComponent(link[3]!)) as unknown[]));
}
