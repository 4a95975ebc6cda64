import assert from 'node:assert/strict';
import { commands, type Disposable, extensions, FileType, Uri, workspace } from 'vscode';
import { exists, removed } from './quay';
import { activeExtension, inWorkspace } from './session';

interface Walkthrough {
  id: string;
  steps: { id: string; description: string; media: { markdown: string }; completionEvents: string[] }[];
}

describe('the first steps', () => {
  const extension = () => extensions.getExtension('crosscheck.crosscheck')!;
  const opened: unknown[][] = [];
  let stand: Disposable;
  before(async () => {
    await activeExtension();
    // A window would open, and the suite end with it.
    stand = commands.registerCommand('vscode.openFolder', (...args) => void opened.push(args));
  });
  after(async () => {
    stand.dispose();
    await removed('.hidden');
  });

  it('have a walkthrough whose pages and commands exist', async () => {
    const { walkthroughs } = (extension().packageJSON as { contributes: { walkthroughs: Walkthrough[] } }).contributes;
    assert.equal(walkthroughs.length, 1);
    const known = new Set(await commands.getCommands(true));
    for (const { id, description, media, completionEvents } of walkthroughs[0]!.steps) {
      assert.ok(await exists(Uri.joinPath(extension().extensionUri, media.markdown)), `${id}: no ${media.markdown}`);
      const named = [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command!);
      assert.ok(named.length > 0, `${id} has nothing to click`);
      const awaited = completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []);
      for (const command of [...named, ...awaited]) assert.ok(known.has(command), `${id}: there is no ${command}`);
    }
  });

  it('copy the samples to where the user says, and open the copy', async () => {
    const parent = inWorkspace('.hidden');
    await workspace.fs.createDirectory(parent);
    await commands.executeCommand('crosscheck.openSamples', parent);
    const copy = Uri.joinPath(parent, 'crosscheck-samples');
    assert.equal(String(opened[0]?.[0]), String(copy));
    assert.deepEqual(await filesIn(copy), await filesIn(Uri.joinPath(extension().extensionUri, 'samples')));
  });

  it('overwrite nothing that is there already', async () => {
    const mine = Uri.joinPath(inWorkspace('.hidden'), 'crosscheck-samples', 'northern-wire.txt');
    await workspace.fs.writeFile(mine, Buffer.from('mine'));
    await commands.executeCommand('crosscheck.openSamples', inWorkspace('.hidden'));
    assert.equal(Buffer.from(await workspace.fs.readFile(mine)).toString(), 'mine');
    assert.equal(opened.length, 2);
  });
});

/** With their texts. */
async function filesIn(folder: Uri): Promise<string[]> {
  const files = await Promise.all(
    (await workspace.fs.readDirectory(folder)).map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) return (await filesIn(uri)).map((inside) => `${name}/${inside}`);
      return [`${name}: ${Buffer.from(await workspace.fs.readFile(uri)).toString()}`];
    }),
  );
  return files.flat().sort();
}
