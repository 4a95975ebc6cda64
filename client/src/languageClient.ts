import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { type ErrorHandler, LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { freshEdits } from './freshEdits';

/** The documents that the server is told of when they are opened. What lies on disk it reads by itself. */
export const servedDocuments = ['file', 'untitled'].flatMap((scheme) =>
  ['plaintext', 'markdown'].map((language) => ({ scheme, language })),
);

/**
 * Our own files: the server heeds, and never overwrites, the decisions that stand in an open editor, and says what makes no sense
 * in the settings of the folder while they are being written.
 */
const ownFiles = ['**/.crosscheck/decisions.jsonl', '**/crosscheck.json'].map((pattern) => ({
  scheme: 'file',
  pattern,
}));

/** The commands that a hover may link to. Its texts come from the sources, which nobody vouches for. */
const commandsInHovers = [
  'crosscheck.showAllMentions',
  'crosscheck.comparePassages',
  'crosscheck.showFactSheet',
  'crosscheck.decideWithReason',
];

/** Makes the client of our server; nothing runs before its `start()`. */
export function createLanguageClient(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'main.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    'crosscheck',
    'Crosscheck',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    {
      documentSelector: [...servedDocuments, ...ownFiles],
      initializationOptions: {
        findingPages: Uri.joinPath(context.extensionUri, 'docs', 'findings').toString(),
        // Of the open folder; of the user where none is open.
        storage: (context.storageUri ?? context.globalStorageUri).toString(),
        asksReasons: true,
        setsSeverities: true,
      },
      synchronize: { configurationSection: 'crosscheck' },
      markdown: { isTrusted: { enabledCommands: commandsInHovers }, supportHtml: false },
      middleware: freshEdits,
      outputChannel,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler,
    },
  );
}
