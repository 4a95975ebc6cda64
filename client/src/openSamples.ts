import { commands, type ExtensionContext, FileType, Uri, window, workspace } from 'vscode';
import { t } from './l10n';

/** What is in the folder: on the web, nobody can ask an extension's own folder what it holds. */
const sampleFiles = [
  'coastline-daily.txt',
  'drafts/ferry-story.md',
  'ellery-gazette.md',
  'meridian-post.txt',
  'northern-wire.txt',
  'press-conference.txt',
  'radio-skerry.txt',
  'shipping-today.md',
];

/** Copies the sample folder to where the user says, for an extension's own folder is no place to work in, and opens it. */
export async function openSamples({ extensionUri }: ExtensionContext, given?: unknown): Promise<void> {
  const parent = given instanceof Uri ? given : await askWhere();
  if (!parent) return;
  const target = Uri.joinPath(parent, 'crosscheck-samples');
  if (!(await exists(target))) await Promise.all(sampleFiles.map((file) => copy(file, extensionUri, target)));
  await commands.executeCommand('vscode.openFolder', target, {
    forceNewWindow: workspace.workspaceFolders !== undefined,
  });
}

async function copy(file: string, extensionUri: Uri, target: Uri): Promise<void> {
  const content = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', file));
  const copied = Uri.joinPath(target, file);
  await workspace.fs.createDirectory(Uri.joinPath(copied, '..'));
  await workspace.fs.writeFile(copied, content);
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
