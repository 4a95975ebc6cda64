import type { ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type CrosscheckApi, deactivate as stop } from './activate';
import { workerServer } from './workerServer';

// The door for a browser: the server is a worker of the extension host's.

let end: () => void = () => undefined;

export function activate(context: ExtensionContext): CrosscheckApi {
  return activateWith((options) => {
    const server = workerServer(context.extensionUri);
    end = server.end;
    return new LanguageClient('crosscheck', 'Crosscheck', server.start, options);
  }, context);
}

export async function deactivate(): Promise<void> {
  await stop();
  end();
}
