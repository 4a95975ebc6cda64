import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import { type ErrorHandler, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { freshEdits } from './freshEdits';

/** The disk, what is not saved yet, and wherever else the folders lie: a virtual workspace has a scheme of its own, and so has a browser's. */
function servedSchemes(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}

/** The documents that the server is told of when they are opened. What lies in the folders it reads by itself. */
export function servedDocuments(): { scheme: string; language: string }[] {
  return servedSchemes().flatMap((scheme) => ['plaintext', 'markdown'].map((language) => ({ scheme, language })));
}

/**
 * Our own files: the server heeds, and never overwrites, the decisions that stand in an open editor, and says what makes no sense
 * in the settings of the folder while they are being written.
 */
function ownFiles(): { scheme: string; pattern: string }[] {
  const patterns = ['**/.crosscheck/decisions.jsonl', '**/crosscheck.json'];
  return servedSchemes().flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern })));
}

/** The commands that a hover may link to. Its texts come from the sources, which nobody vouches for. */
const commandsInHovers = [
  'crosscheck.showAllMentions',
  'crosscheck.comparePassages',
  'crosscheck.showFactSheet',
  'crosscheck.decideWithReason',
];

/** What the client of our server is told, whatever that runs in. */
export function clientOptions(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClientOptions {
  return {
    documentSelector: [...servedDocuments(), ...ownFiles()],
    initializationOptions: {
      findingPages: Uri.joinPath(context.extensionUri, 'docs', 'findings').toString(),
      // Of the open folder; of the user where none is open.
      storage: (context.storageUri ?? context.globalStorageUri).toString(),
      schemes: servedSchemes(),
      servesFiles: true,
      asksReasons: true,
      setsSeverities: true,
    },
    synchronize: { configurationSection: 'crosscheck' },
    markdown: { isTrusted: { enabledCommands: commandsInHovers }, supportHtml: false },
    middleware: freshEdits,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
  };
}
