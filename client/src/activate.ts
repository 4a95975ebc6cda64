import { commands, env, EventEmitter, type ExtensionContext, l10n, window } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { crashHandler } from './crashHandler';
import { decideWithReason, linkAsSame } from './decide';
import { comparePassages } from './documents/comparePassages';
import { keepFactSheet, showFactSheet } from './documents/factSheet';
import { provideVirtualDocuments } from './documents/virtualDocuments';
import { sayTextChanged, sayTextChangedCommand } from './freshEdits';
import { type IndexStatus } from './indexStatus';
import { speak, t } from './l10n';
import { answerFileQuestions } from './fileQuestions';
import { clientOptions } from './clientOptions';
import { createFactPanel, type FactPanel } from './panel/factPanel';
import { openSamples } from './openSamples';
import { offerAttributionOnPaste } from './pasteAttribution';
import { questionsTo } from './questions';
import { RestartLimit } from './restartLimit';
import { setSeverity } from './setSeverity';
import { showAllMentions } from './showAllMentions';
import { showSkipped } from './showSkipped';
import { resumeMethod, type Status, statusMethod } from '../../server/src/protocol';
import { createStatusItem } from './statusItem';
import { createFactsView } from './views/factsView';
import { type FollowingView } from './views/followingView';
import { createPeopleView } from './views/peopleView';

/** What the extension offers to others: its tests, and whoever wants to wait for it. */
export interface CrosscheckApi extends IndexStatus {
  /** Resolves when the workspace has been read for the first time. */
  ready(): Promise<void>;
  readonly facts: FollowingView;
  readonly people: FollowingView;
  readonly panel: FactPanel;
}

/** Makes the client of our server, with what all doors say alike; nothing runs before its `start()`. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;

/** The extension, whatever the server runs in: that is the door's, which makes the client. */
export function activateWith(makeClient: MakeClient, context: ExtensionContext): CrosscheckApi {
  speak({ locale: env.language, translations: l10n.bundle ?? {} });
  const output = window.createOutputChannel('Crosscheck', { log: true });
  const statusItem = createStatusItem();
  const statusChanged = new EventEmitter<Status>();
  const limit = new RestartLimit();
  const errorHandler = crashHandler(limit, () => void giveUp());
  const started = makeClient(clientOptions(context, output, errorHandler));
  client = started;
  let status: Status | undefined;

  started.onDidChangeState(({ newState }) => {
    if (newState === State.Running) return;
    const kind = newState === State.Starting ? 'starting' : 'stopped';
    status = undefined;
    statusItem.show({ kind });
    tellPhase(kind);
  });

  const ready = new Promise<void>((resolve) => {
    started.onNotification(statusMethod, (told: Status) => {
      status = told;
      tellPhase(told.phase);
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
    const message = t(
      'The Crosscheck server keeps ending, so it was not started again. The output says what happened.',
    );
    const [restarting, showing] = [t('Restart'), t('Show Output')];
    const choice = await window.showErrorMessage(message, restarting, showing);
    if (choice === restarting) await restart();
    if (choice === showing) output.show();
  }

  const index: IndexStatus = { status: () => status, onDidChangeStatus: statusChanged.event };
  const questions = questionsTo(started);
  const documents = provideVirtualDocuments(questions, index);
  const facts = createFactsView(questions, index, context.workspaceState, output);
  const people = createPeopleView(questions, index, output);
  const panel = createFactPanel(context.extensionUri, questions, index, output);

  context.subscriptions.push(
    output,
    statusItem,
    statusChanged,
    answerFileQuestions(started),
    offerAttributionOnPaste(started),
    commands.registerCommand('crosscheck.showAllMentions', (...args) => showAllMentions(started, ...args)),
    commands.registerCommand('crosscheck.comparePassages', (...args) => comparePassages(questions, documents, ...args)),
    commands.registerCommand('crosscheck.showFactSheet', (...args) => showFactSheet(questions, documents, ...args)),
    commands.registerCommand('crosscheck.keepFactSheet', (...args) => keepFactSheet(documents, ...args)),
    commands.registerCommand('crosscheck.decideWithReason', decideWithReason),
    commands.registerCommand('crosscheck.linkAsSame', (...args) => linkAsSame(questions, ...args)),
    commands.registerCommand('crosscheck.setSeverity', setSeverity),
    commands.registerCommand('crosscheck.resumeReading', () => started.sendNotification(resumeMethod)),
    commands.registerCommand('crosscheck.openSamples', (parent) => openSamples(context, parent)),
    commands.registerCommand('crosscheck.showSkipped', () => showSkipped(status?.skipped ?? [])),
    commands.registerCommand(sayTextChangedCommand, sayTextChanged),
    commands.registerCommand('crosscheck.restartServer', restart),
    commands.registerCommand('crosscheck.showOutput', () => output.show()),
    documents,
    facts,
    people,
    panel,
  );
  void commands.executeCommand('setContext', 'crosscheck.active', true);
  void start();
  return { ready: () => ready, ...index, facts, people, panel };
}

/** For the welcome of the views. */
function tellPhase(phase: Status['phase'] | 'starting' | 'stopped'): void {
  void commands.executeCommand('setContext', 'crosscheck.phase', phase);
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
