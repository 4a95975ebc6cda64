import { ConfigurationTarget, Uri, workspace } from 'vscode';

/** Sets how findings of a code are shown in the folder of a document: `(code, level, uri)`, as the server's quick fix gives them. */
export async function setSeverity(code?: unknown, level?: unknown, uri?: unknown): Promise<void> {
  if (typeof code !== 'string' || typeof level !== 'string' || typeof uri !== 'string') return;
  const resource = Uri.parse(uri);
  const inFolder = workspace.getWorkspaceFolder(resource) !== undefined;
  const target = inFolder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global;
  await workspace.getConfiguration('crosscheck', resource).update(`severity.${code}`, level, target);
}
