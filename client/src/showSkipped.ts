import { commands, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { type SkippedFile } from '../../server/src/protocol';
import { t } from './l10n';

/** Lists the files that were not read, each with the reason, and opens the one that is chosen. */
export async function showSkipped(skipped: readonly SkippedFile[]): Promise<void> {
  if (skipped.length === 0) {
    await window.showInformationMessage(t('Crosscheck has read every document of this workspace.'));
    return;
  }
  const items = skipped.map(({ uri, reason }): QuickPickItem & { uri: Uri } => {
    const parsed = Uri.parse(uri);
    return { label: workspace.asRelativePath(parsed), description: reason, uri: parsed };
  });
  const title = t('Crosscheck: {0} skipped', skipped.length);
  const chosen = await window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    placeHolder: t('Open a file that was not read'),
  });
  if (chosen) await commands.executeCommand('vscode.open', chosen.uri);
}
