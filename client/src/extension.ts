import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type CrosscheckApi } from './activate';

// The door for Node: the server is a process beside the extension host's.

export { deactivate } from './activate';

export function activate(context: ExtensionContext): CrosscheckApi {
  return activateWith((options) => {
    const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'main.js').fsPath;
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('crosscheck', 'Crosscheck', { run, debug }, options);
  }, context);
}
