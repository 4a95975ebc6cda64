import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type CrosscheckApi } from './activate';

// The door for Node: the server is a process beside the extension host's.

export { deactivate } from './activate';

/** The engine reads it at the start of a process alone; else 32 MB lie ready for what is young. */
const youngIsSmall = ['--max-semi-space-size=4'];

export function activate(context: ExtensionContext): CrosscheckApi {
  return activateWith(({ extensionUri }, options) => {
    const module = Uri.joinPath(extensionUri, 'server', 'dist', 'main.js').fsPath;
    const run = { module, transport: TransportKind.ipc, options: { execArgv: youngIsSmall } };
    const debug = { ...run, options: { execArgv: [...youngIsSmall, '--nolazy', '--inspect=6009'] } };
    return new LanguageClient('crosscheck', 'Crosscheck', { run, debug }, options);
  }, context);
}
