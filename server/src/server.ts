import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { announce, type Announcer } from './announcer';
import type { Breath } from './features/breath';
import { type Client, clientOf, serverCapabilities } from './features/capabilities';
import { decideCommand, decidingOf, provideCodeActions } from './features/codeActions';
import { provideDefinition, withoutLinks } from './features/definition';
import { wholeFile } from './features/wholeFile';
import { provideDocumentHighlights } from './features/documentHighlight';
import { provideDocumentSymbols, withoutTree } from './features/documentSymbols';
import { provideHover } from './features/hover';
import { provideReferences } from './features/references';
import { prepareRename, provideRename } from './features/rename';
import { provideSemanticTokens } from './features/semanticTokens';
import { readyMethod } from './features/status';
import { provideWorkspaceSymbols } from './features/workspaceSymbols';
import { readEntry } from './workspace/decisions';
import type { FileSystem } from './workspace/fileSystem';
import { readSettings, type Settings } from './workspace/settings';
import { type FileEvent, Workspace } from './workspace/workspace';

export interface Door {
  readonly name: string;
  readonly version: string;
  readonly fs: FileSystem;
  /** Lets what waits in the event loop run. */
  readonly pause: () => Promise<void>;
}

const editDelay = 200;

const fileEvents: Record<FileChangeType, FileEvent['kind']> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Wires a connection to the workspace and the features; `connection.listen()` is the door's. */
export function serve(connection: Connection, { name, version, fs, pause }: Door): void {
  let client: Client;
  let folders: WorkspaceFolder[] = [];
  let settingsRead = Promise.resolve();
  const onFault = (message: string): void => connection.console.error(message);
  const workspace = new Workspace({ fs, pause, editDelay, onChange: () => announcer.soon(), onFault });
  const pages = (): string => client.findingPages;
  const announcer: Announcer = announce(connection, workspace, pages, () => {
    // The colours show what is in conflict, in other documents too.
    if (client.refreshesTokens) void connection.languages.semanticTokens.refresh();
  });
  const { sources } = workspace;

  /** Answers from the text that the user sees, unless the question has been withdrawn. */
  async function answer<T>(token: CancellationToken, ask: (breath: Breath) => T | Promise<T>): Promise<T> {
    throwIfCancelled(token);
    workspace.flush();
    return ask(async () => {
      await pause();
      throwIfCancelled(token);
    });
  }

  function changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => idOf(uri)));
    folders = [...folders.filter(({ uri }) => !gone.has(idOf(uri))), ...added];
    relayFolders();
    void relaySettings(undefined);
  }

  function relayFolders(): void {
    workspace.setFolders(folders.map((folder) => ({ location: idOf(folder.uri), name: folder.name })));
  }

  /** Asks for the settings, one question after the other; `pushed` is for clients that cannot be asked. */
  function relaySettings(pushed: unknown): Promise<void> {
    settingsRead = settingsRead.then(() => readSections(pushed)).catch(logFault);
    return settingsRead;
  }

  /** The sections `crosscheck` of every folder. */
  async function readSections(pushed: unknown): Promise<void> {
    const scopes = ['', ...folders.map(({ uri }) => uri)];
    const items = scopes.map((scopeUri) =>
      scopeUri ? { scopeUri, section: 'crosscheck' } : { section: 'crosscheck' },
    );
    const sections: unknown[] = client.configuration
      ? await connection.workspace.getConfiguration(items)
      : scopes.map(() => pushed);
    const read = new Map<string, Settings>();
    for (const [i, scope] of scopes.entries()) {
      const { settings, problems } = readSettings(sections[i]);
      read.set(scope && idOf(scope), settings);
      for (const problem of problems) connection.console.warn(problem);
    }
    workspace.configure(read);
  }

  /** Has the client write a decision, so that it can be undone like any edit; it counts from then on. */
  async function decide(argument: unknown): Promise<null> {
    const deciding = decidingOf(argument, readEntry);
    if (!deciding) throw new ResponseError(ErrorCodes.InvalidParams, `${decideCommand}: no decision`);
    const written = orRefuse(workspace.decide(idOf(deciding.document), deciding.decision));
    const edit = wholeFile(written.location, written.text);
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: 'Crosscheck: keep the decision',
      edit,
      metadata: { isRefactoring: true },
    });
    if (!applied) throw new ResponseError(LSPErrorCodes.RequestFailed, failureReason ?? 'The decision was not kept.');
    workspace.decisionsWritten(written.folder, written.text);
    return null;
  }

  connection.onInitialize((params) => {
    client = clientOf(params);
    folders = foldersOf(params);
    return { capabilities: serverCapabilities, serverInfo: { name, version } };
  });
  connection.onInitialized(async () => {
    relayFolders();
    if (client.registersWatchers) {
      // Everything, for a folder that is moved is told of as a folder, and the files in it are not.
      const watchers = [{ globPattern: '**/*' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(logFault);
    }
    if (client.registersConfiguration) {
      void connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'crosscheck' })
        .catch(logFault);
    }
    if (client.tellsFolders) connection.workspace.onDidChangeWorkspaceFolders(changeFolders);
    await relaySettings(undefined);
    workspace.start();
  });
  connection.onShutdown(() => {
    workspace.dispose();
    announcer.dispose();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (isServed(uri)) workspace.open(idOf(uri), languageId, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    workspace.edit(idOf(uri), version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(idOf(uri));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.filesChanged(changes.map(({ uri, type }) => ({ kind: fileEvents[type], location: idOf(uri) })));
  });
  connection.workspace.onDidCreateFiles(({ files }) => {
    workspace.filesChanged(files.map(({ uri }) => ({ kind: 'created', location: idOf(uri) })));
  });
  connection.workspace.onDidDeleteFiles(({ files }) => {
    workspace.filesChanged(files.map(({ uri }) => ({ kind: 'deleted', location: idOf(uri) })));
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    workspace.filesChanged(files.map(({ oldUri }) => ({ kind: 'deleted', location: idOf(oldUri) })));
    workspace.filesChanged(files.map(({ newUri }) => ({ kind: 'created', location: idOf(newUri) })));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    void relaySettings((settings as { crosscheck?: unknown } | null)?.crosscheck);
  });

  connection.onHover(({ textDocument, position }, token) =>
    answer(token, () => provideHover(sources, idOf(textDocument.uri), position, client.hover)),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    answer(token, () => {
      const links = provideDefinition(sources, idOf(textDocument.uri), position);
      return client.locationLinks ? links : withoutLinks(links);
    }),
  );
  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    answer(token, (breath) =>
      provideReferences(sources, { id: idOf(textDocument.uri), position, includeDeclaration }, breath),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer(token, () => provideDocumentHighlights(sources, idOf(textDocument.uri), position)),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer(token, () => {
      const symbols = provideDocumentSymbols(sources, idOf(uri));
      return client.symbolTree ? symbols : withoutTree(uri, symbols);
    }),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, (breath) => provideWorkspaceSymbols(sources, query, breath)),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer(token, () => orRefuse(prepareRename(sources, idOf(textDocument.uri), position))),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer(token, async (breath) => {
      const question = { id: idOf(textDocument.uri), position, newName };
      const versionOf = (id: string): number | null => workspace.versionOf(id);
      const style = client.versionedEdits ? ({ kind: 'versioned', versionOf } as const) : ({ kind: 'plain' } as const);
      return orRefuse(await provideRename(sources, question, style, breath));
    }),
  );
  connection.onCodeAction(({ textDocument, range, context: { only } }, token) =>
    answer(token, () => (client.appliesEdits ? provideCodeActions(sources, idOf(textDocument.uri), range, only) : [])),
  );
  connection.onExecuteCommand(({ command, arguments: [argument] = [] }) =>
    command === decideCommand ? decide(argument) : null,
  );
  connection.languages.semanticTokens.on(({ textDocument }, token) =>
    answer(token, (breath) => provideSemanticTokens(sources, idOf(textDocument.uri), null, breath)),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    answer(token, (breath) => provideSemanticTokens(sources, idOf(textDocument.uri), range, breath)),
  );

  connection.onRequest(readyMethod, async () => {
    await settingsRead;
    return announcer.settled();
  });

  function logFault(error: unknown): void {
    onFault(error instanceof Error ? error.message : String(error));
  }
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'withdrawn');
}

/** An answer for the user to read where there is none for the editor. */
function orRefuse<T extends object>(answered: T): Exclude<T, { readonly refused: string }> {
  if ('refused' in answered) throw new ResponseError(LSPErrorCodes.RequestFailed, String(answered.refused));
  return answered as Exclude<T, { readonly refused: string }>;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: rootUri.split('/').filter(Boolean).pop() ?? '' }] : [];
}

/** What a document is called in the index: its URI in one spelling, however the client writes it. */
function idOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The other side of a comparison with git, an output channel and the like are no documents of anybody's. */
function isServed(uri: string): boolean {
  return /^(file|untitled):/.test(uri);
}
