import { openWorkbench } from './workbench.mjs';

describe('the views of a folder in which nothing is stated twice', function () {
  this.timeout(180_000);
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'test/ui/lone', name: 'lone' });
    await workbench.openFile('ferry.txt');
    await workbench.showViews();
  });
  after(() => workbench?.close());

  const sidebar = (words) => workbench.page.locator('.sidebar', { hasText: words });

  it('say so when that is known, and no longer when it has changed', async () => {
    await sidebar('No fact is stated in more than one place').waitFor();
    await sidebar('Nobody is quoted').waitFor();
    await workbench.page.locator('.editor-instance .monaco-editor').first().click();
    await workbench.page.keyboard.type('“We lost $61 million,” Ada Quill said. ');
    await sidebar('Ada Quill').waitFor();
    await sidebar('Nobody is quoted').waitFor({ state: 'detached' });
    await workbench.runCommand('File: Revert File');
    await sidebar('Nobody is quoted').waitFor();
  });
});
