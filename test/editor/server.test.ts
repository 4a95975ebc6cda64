import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import {
  commands,
  extensions,
  type Hover,
  type MarkdownString,
  type SemanticTokens,
  type SemanticTokensLegend,
  window,
  workspace,
} from 'vscode';
import { type CrosscheckApi } from '../../client/src/activate';
import { type Status } from '../../server/src/protocol';
import { positionIn } from './places';
import { activeExtension, inWorkspace, statusWhere } from './session';

describe('the extension and its server', () => {
  let api: CrosscheckApi;
  before(async () => {
    api = await activeExtension();
  });

  it('reads the documents of the folder, and names the one that it skips', async () => {
    const status = await statusWhere(api, (told) => told.phase === 'ready' && read(told) === 4);
    assert.equal(status.done, status.documents);
    assert.deepEqual(
      status.skipped.map(({ uri }) => uri.split('/').at(-1)),
      ['scan.txt'],
    );
    assert.ok(status.skipped[0]?.reason);
  });

  it('has every command that its manifest names', async () => {
    const manifest = extensions.getExtension('crosscheck.crosscheck')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(registered.has(command), command);
  });

  it('turns semantic colours on in its languages', () => {
    for (const languageId of ['plaintext', 'markdown']) {
      const editor = workspace.getConfiguration('editor', { languageId });
      assert.equal(editor.get('semanticHighlighting.enabled'), true, languageId);
    }
  });

  it('gives colours to names and figures', async () => {
    const document = await workspace.openTextDocument(inWorkspace('ledger.txt'));
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const types = new Set<string | undefined>();
    for (let token = 0; token < tokens.data.length; token += 5)
      types.add(legend.tokenTypes[tokens.data[token + 3] as number]);
    for (const type of ['person', 'money']) assert.ok(types.has(type), `${type} is not among ${[...types].join(', ')}`);
  });

  it('takes .text files for plain text', async () => {
    assert.equal((await workspace.openTextDocument(inWorkspace('late.text'))).languageId, 'plaintext');
  });

  it('answers in an untitled document', async () => {
    const { documents } = await statusWhere(api, ({ phase }) => phase === 'ready');
    const content = 'Congress approved a $61 billion aid package for Ukraine in April.\n';
    const document = await workspace.openTextDocument({ language: 'plaintext', content });
    const position = positionIn(document, '$61 billion');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .map(({ value }) => value)
      .join('\n');
    assert.match(text, /\$60 billion/);
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await statusWhere(api, (status) => status.phase === 'ready' && status.documents === documents);
  });

  it('takes a document that is opened at a place for the document itself', async () => {
    const { documents } = await statusWhere(api, ({ phase }) => phase === 'ready');
    const document = await workspace.openTextDocument(inWorkspace('courier.txt').with({ fragment: 'L3' }));
    const position = positionIn(document, '$60 billion');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const said = hovers.flatMap(({ contents }) => (contents as MarkdownString[]).map(({ value }) => value)).join('\n');
    assert.match(said, /\[ledger\.txt, line/);
    assert.doesNotMatch(said, /\[courier\.txt, line/);
    assert.equal((await statusWhere(api, ({ phase }) => phase === 'ready')).documents, documents);
  });

  it('shows all mentions at a place that a link names', async () => {
    const document = await workspace.openTextDocument(inWorkspace('courier.txt'));
    const { line, character } = positionIn(document, '$24 billion');
    await commands.executeCommand('crosscheck.showAllMentions', document.uri.toString(), { line, character });
    assert.equal(window.activeTextEditor?.document.uri.path.split('/').at(-1), 'courier.txt');
    assert.equal(window.activeTextEditor?.selection.active.line, line);
  });

  it('reads everything again when it is restarted', async () => {
    await comesBackAfter(() => commands.executeCommand('crosscheck.restartServer'));
  });

  it('comes back when the server dies', async function () {
    if (process.platform !== 'linux') this.skip(); // it is found in /proc
    await comesBackAfter(() => {
      process.kill(serverProcess(), 'SIGKILL');
    });
  });

  async function comesBackAfter(interruption: () => unknown): Promise<void> {
    const before = read(await statusWhere(api, ({ phase }) => phase === 'ready'));
    const again = new Promise<void>((resolve) => {
      const listener = api.onDidChangeStatus(({ phase }) => {
        if (phase !== 'ready') return;
        listener.dispose();
        resolve();
      });
    });
    await interruption();
    await again;
    await statusWhere(api, (told) => told.phase === 'ready' && read(told) === before);
  }
});

/** The child of this extension host that runs our server. */
function serverProcess(): number {
  const ours = readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      const parent = /^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1];
      return (
        Number(parent) === process.pid && readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('server/dist/main.js')
      );
    } catch {
      return false; // it has just ended
    }
  });
  assert.equal(ours.length, 1, 'one server runs');
  return Number(ours[0]);
}

/** How many documents have been read: those of the folder, and what else is open. */
function read({ done, skipped }: Status): number {
  return done - skipped.length;
}
