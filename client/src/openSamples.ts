import { commands, type ExtensionContext, FileType, Uri, window, workspace } from 'vscode';
import { t } from './l10n';

/** Copies the sample folder to where the user says, for an extension's own folder is no place to work in, and opens it. */
export async function openSamples({ extensionUri }: ExtensionContext, given?: unknown): Promise<void> {
  const parent = given instanceof Uri ? given : await askWhere();
  if (!parent) return;
  const target = Uri.joinPath(parent, 'crosscheck-samples');
  if (!(await exists(target))) await workspace.fs.copy(Uri.joinPath(extensionUri, 'samples'), target);
  await commands.executeCommand('vscode.openFolder', target, {
    forceNewWindow: workspace.workspaceFolders !== undefined,
  });
}

async function askWhere(): Promise<Uri | undefined> {
  const [parent] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: t('Copy the Samples Here'),
      title: t('Where should the sample folder be copied to?'),
    })) ?? [];
  return parent;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory;
  } catch {
    return false;
  }
}
