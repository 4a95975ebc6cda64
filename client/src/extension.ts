import { commands, type Event, EventEmitter, type ExtensionContext, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { crashHandler } from './crashHandler';
import { createLanguageClient } from './languageClient';
import { RestartLimit } from './restartLimit';
import { showAllMentions } from './showAllMentions';
import { showSkipped } from './showSkipped';
import { type Status, statusMethod } from './status';
import { createStatusItem } from './statusItem';

/** What the extension offers to others: its tests, and whoever wants to wait for it. */
export interface CrosscheckApi {
  /** Resolves when the workspace has been read for the first time. */
  ready(): Promise<void>;
  /** The latest status; undefined before the server has told one. */
  status(): Status | undefined;
  readonly onDidChangeStatus: Event<Status>;
}

let client: LanguageClient | undefined;

export function activate(context: ExtensionContext): CrosscheckApi {
  const output = window.createOutputChannel('Crosscheck', { log: true });
  const statusItem = createStatusItem();
  const statusChanged = new EventEmitter<Status>();
  const limit = new RestartLimit();
  const started = createLanguageClient(
    context,
    output,
    crashHandler(limit, () => void giveUp()),
  );
  client = started;
  let status: Status | undefined;

  started.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) statusItem.show({ kind: 'starting' });
    else if (newState !== State.Running) statusItem.show({ kind: 'stopped' });
  });

  const ready = new Promise<void>((resolve) => {
    started.onNotification(statusMethod, (told: Status) => {
      status = told;
      statusItem.show({ kind: 'running', status: told });
      statusChanged.fire(told);
      if (told.phase === 'ready') resolve();
    });
  });

  async function start(): Promise<void> {
    try {
      await started.start();
    } catch (error) {
      output.error('The server did not start.', error);
    }
  }

  async function restart(): Promise<void> {
    limit.reset();
    if (started.needsStop()) await started.stop();
    await start();
  }

  async function giveUp(): Promise<void> {
    const message = 'The Crosscheck server keeps ending, so it was not started again. The output says what happened.';
    const choice = await window.showErrorMessage(message, 'Restart', 'Show Output');
    if (choice === 'Restart') await restart();
    if (choice === 'Show Output') output.show();
  }

  context.subscriptions.push(
    output,
    statusItem,
    statusChanged,
    commands.registerCommand('crosscheck.showAllMentions', (...args) => showAllMentions(started, ...args)),
    commands.registerCommand('crosscheck.showSkipped', () => showSkipped(status?.skipped ?? [])),
    commands.registerCommand('crosscheck.restartServer', restart),
    commands.registerCommand('crosscheck.showOutput', () => output.show()),
  );
  void commands.executeCommand('setContext', 'crosscheck.active', true);
  void start();
  return { ready: () => ready, status: () => status, onDidChangeStatus: statusChanged.event };
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
