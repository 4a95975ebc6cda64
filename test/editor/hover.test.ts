import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString } from 'vscode';
import { placeOf } from './places';
import { activeExtension } from './session';

describe('hover', () => {
  before(activeExtension);

  it('names the other statement of a figure, its document and its words', async () => {
    const content = await onlyHover('ledger.txt', '$61 billion');
    assert.match(content.value, /\$60 billion/);
    assert.match(content.value, /courier\.txt/);
  });

  it('trusts our commands by their names, and nothing else', async () => {
    const content = await onlyHover('ledger.txt', '$61 billion');
    assert.deepEqual(content.isTrusted, {
      enabledCommands: [
        'crosscheck.showAllMentions',
        'crosscheck.comparePassages',
        'crosscheck.showFactSheet',
        'crosscheck.decideWithReason',
      ],
    });
    assert.ok(!content.supportHtml);
  });

  it('gives the full name of a person', async () => {
    const content = await onlyHover('courier.txt', 'Keller');
    assert.match(content.value, /Anna Keller/);
  });

  it('says nothing over an ordinary word', async () => {
    assert.deepEqual(await hover('ledger.txt', 'after months'), []);
  });

  it('says nothing in a block of code', async () => {
    assert.deepEqual(await hover('notes.md', '$61 billion'), []);
  });
});

async function onlyHover(path: string, words: string): Promise<MarkdownString> {
  const [content, ...more] = await hover(path, words);
  assert.ok(content, `no hover over ${words}`);
  assert.equal(more.length, 0, 'more than one hover');
  return content;
}

async function hover(path: string, words: string): Promise<MarkdownString[]> {
  const { uri, position } = await placeOf(path, words);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents as MarkdownString[]);
}
