import {
  type CancellationToken,
  CodeLensRefreshRequest,
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
import { clientOf } from './features/capabilities';
import { bufferEdits } from './features/bufferEdits';
import { provideCodeActions } from './features/codeActions';
import { decideWithReasonCommand, type Deciding, decidingOf } from './features/deciding';
import { decideCommand } from './features/serverCapabilities';
import { provideAttribution } from './features/attribution';
import { provideCodeLenses, resolveCodeLens } from './features/codeLens';
import { provideCompletions } from './features/completion';
import { provideDefinition, withoutLinks } from './features/definition';
import { provideDocumentHighlights } from './features/documentHighlight';
import { provideDocumentLinks } from './features/documentLink';
import { provideDocumentSymbols, withoutTree } from './features/documentSymbols';
import { defaultEditorSettings, type EditorSettings, readEditorSettings } from './features/editorSettings';
import { provideFactSheet } from './features/factSheet';
import { provideFactTable } from './features/factTable';
import { provideFoldingRanges } from './features/foldingRange';
import { provideHover } from './features/hover';
import { provideConflicting } from './features/implementation';
import { provideInlayHints } from './features/inlayHint';
import { provideLinkable } from './features/linkable';
import { providePassages } from './features/passages';
import { providePeople } from './features/people';
import { provideReferences } from './features/references';
import { type EditStyle, prepareRename, provideRename } from './features/rename';
import { provideSemanticTokens } from './features/semanticTokens';
import { resolveTextFix } from './features/textFixActions';
import { provideWorkspaceSymbols } from './features/workspaceSymbols';
import {
  attributionMethod,
  type AttributionQuestion,
  factSheetMethod,
  type FactSheetQuestion,
  factsMethod,
  linkableMethod,
  type FactsQuestion,
  passagesMethod,
  peopleMethod,
  type PeopleQuestion,
  readyMethod,
  resumeMethod,
} from './protocol';
import type { Kept } from './workspace/decisionFiles';
import { readEntry } from './workspace/decisions';
import type { FileSystem } from './workspace/fileSystem';
import { keepsTags, readSettings, type Settings } from './workspace/settings';
import type { TagCache } from './workspace/tagCache';
import type { Spill } from './workspace/spill';
import type { Squeeze } from './workspace/squeeze';
import type { Taggers } from './workspace/taggers';
import type { FileEvent } from './workspace/fileEvents';
import { Workspace } from './workspace/workspace';

export interface Door {
  readonly fs: FileSystem;
  /** Lets what waits in the event loop run. */
  readonly pause: () => Promise<void>;
  /** Threads that tag, where there are any. */
  readonly taggers?: Taggers;
  readonly squeeze?: Squeeze;
  /** The cache in a folder that the client names by a URI, or null where nothing can be kept there. */
  readonly cacheIn?: (storage: string) => TagCache | null;
  /** The same of what need not be held in memory. */
  readonly spillIn?: (storage: string) => Spill | null;
}

const editDelay = 200;

/** How often a decision is offered to an editor whose buffer of the file changes meanwhile. */
const attempts = 3;

const fileEvents: Record<FileChangeType, FileEvent['kind']> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/**
 * Wires a connection to the workspace and the features. That it listens, and answers `initialize` with the `serverCapabilities`, is the
 * door's; what the client said with it is `params`.
 */
export function serve(
  connection: Connection,
  params: InitializeParams,
  { fs, pause, taggers, squeeze, cacheIn, spillIn }: Door,
): void {
  const client = clientOf(params);
  let folders = foldersOf(params);
  let settingsRead = Promise.resolve();
  let shown = defaultEditorSettings;
  const onFault = (message: string): void => connection.console.error(message);
  const workspace = new Workspace({
    fs,
    pause,
    editDelay,
    ...(taggers && { taggers }),
    ...(squeeze && { squeeze }),
    onChange: () => announcer.soon(),
    onFault,
  });
  const cache = (client.storage && cacheIn?.(client.storage)) || null;
  const spill = (client.storage && spillIn?.(client.storage)) || null;
  const pages = (): string => client.findingPages;
  const announcer: Announcer = announce(connection, workspace, pause, pages, () => {
    // The colours and the lenses show what is in conflict, in other documents too.
    if (client.refreshesTokens) void connection.languages.semanticTokens.refresh();
    if (client.refreshesCodeLenses && shown.codeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
  });
  const { sources } = workspace;

  /** Answers from the text that the user sees, unless the question has been withdrawn. */
  async function answer<T>(token: CancellationToken, ask: (breath: Breath) => T | Promise<T>): Promise<T> {
    throwIfCancelled(token);
    workspace.noteQuestion();
    workspace.flush();
    return ask(async () => {
      await pause();
      throwIfCancelled(token);
    });
  }

  function editStyle(): EditStyle {
    return client.versionedEdits
      ? { kind: 'versioned', versionOf: (id) => workspace.versionOf(id) }
      : { kind: 'plain' };
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
    keepTags(keepsTags(sections[0]));
    show(readEditorSettings(sections[0]));
  }

  /** Where the user turned it off, what was kept before is deleted. */
  function keepTags(wanted: boolean): void {
    workspace.setCache(wanted ? cache : null);
    workspace.setSpill(wanted ? spill : null);
    if (!wanted) void cache?.clear();
  }

  function show(settings: EditorSettings): void {
    const { inlayHints, codeLens } = shown;
    shown = settings;
    if (inlayHints !== shown.inlayHints && client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
    if (codeLens !== shown.codeLens && client.refreshesCodeLenses)
      void connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** Keeps a decision, or takes one back; it counts from then on. */
  async function decide(argument: unknown): Promise<null> {
    const deciding = decidingOf(argument, readEntry);
    if (!deciding) throw new ResponseError(ErrorCodes.InvalidParams, `${decideCommand}: no decision`);
    // The user may be writing in the file at this moment: the next attempt is made on what he has written.
    for (let attempt = 1; ; attempt++) {
      const { edits } = orRefuse(await write(deciding));
      if (edits.length === 0) return null;
      if (!client.appliesEdits) throw refusal('The decisions file is open in an editor: close it first.');
      const { applied, failureReason } = await connection.workspace.applyEdit({
        label: 'Crosscheck: decide',
        edit: bufferEdits(edits),
        metadata: { isRefactoring: true },
      });
      if (applied) return null;
      if (attempt === attempts) throw refusal(failureReason ?? 'The decision was not kept.');
    }
  }

  function write(deciding: Deciding): Promise<Kept> {
    if ('takeBack' in deciding) return workspace.takeBack(deciding.takeBack);
    return workspace.keep(idOf(deciding.document), deciding.decisions);
  }

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
  connection.onShutdown(async () => {
    await workspace.keepLinksNow();
    workspace.dispose();
    announcer.dispose();
    await cache?.flush();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (client.schemes.has(URI.parse(uri).scheme)) workspace.open(idOf(uri), languageId, version, text, addressOf(uri));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    workspace.edit(idOf(uri), version, contentChanges, addressOf(uri));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(idOf(uri), addressOf(uri));
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
    answer(token, () => provideHover(sources, idOf(textDocument.uri), position, client.hover, workspace.progress())),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    answer(token, () => {
      const links = provideDefinition(sources, idOf(textDocument.uri), position);
      return client.locationLinks ? links : withoutLinks(links);
    }),
  );
  connection.onImplementation(({ textDocument, position }, token) =>
    answer(token, () => provideConflicting(sources, idOf(textDocument.uri), position)),
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
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer(token, () => provideFoldingRanges(sources, idOf(uri))),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer(token, () => provideDocumentLinks(sources, idOf(uri))),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer(token, () => (shown.codeLens ? provideCodeLenses(sources, idOf(uri)) : [])),
  );
  connection.onCodeLensResolve((lens, token) => answer(token, () => resolveCodeLens(sources, lens)));
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer(token, () => provideInlayHints(sources, idOf(uri), range, shown.inlayHints)),
  );
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer(token, () => provideCompletions(sources, idOf(uri), position)),
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
      return orRefuse(await provideRename(sources, question, editStyle(), breath));
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(token, () => {
      const checkCommand = client.asksReasons ? decideWithReasonCommand : decideCommand;
      const question = { id: idOf(textDocument.uri), range, context, checkCommand, client };
      return provideCodeActions(sources, workspace.decided.decisions, question);
    }),
  );
  connection.onCodeActionResolve((action, token) => answer(token, () => resolveTextFix(sources, action, editStyle())));
  connection.onExecuteCommand(({ command, arguments: [argument] = [] }) =>
    command === decideCommand ? decide(argument) : null,
  );
  connection.languages.semanticTokens.on(({ textDocument }, token) =>
    answer(token, (breath) => provideSemanticTokens(sources, idOf(textDocument.uri), null, breath)),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    answer(token, (breath) => provideSemanticTokens(sources, idOf(textDocument.uri), range, breath)),
  );

  connection.onNotification(resumeMethod, () => workspace.resumeReading());
  connection.onRequest(factsMethod, (question: FactsQuestion, token) =>
    answer(token, (breath) => provideFactTable(sources, question, breath)),
  );
  connection.onRequest(peopleMethod, (question: PeopleQuestion, token) =>
    answer(token, (breath) => providePeople(sources, question, breath)),
  );
  connection.onRequest(factSheetMethod, ({ uri, position }: FactSheetQuestion, token) =>
    answer(token, () => provideFactSheet(sources, idOf(uri), position)),
  );
  connection.onRequest(attributionMethod, ({ source, target, text }: AttributionQuestion, token) =>
    answer(token, () =>
      provideAttribution(sources, { source: { ...source, uri: idOf(source.uri) }, target: idOf(target), text }),
    ),
  );
  connection.onRequest(passagesMethod, ({ uri, position }: FactSheetQuestion, token) =>
    answer(token, () => providePassages(sources, idOf(uri), position)),
  );

  connection.onRequest(linkableMethod, ({ uri, position }: FactSheetQuestion, token) =>
    answer(token, (breath) => provideLinkable(sources, idOf(uri), position, breath)),
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

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
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

/** What a document is called in the index: its address without a place in it. */
function idOf(uri: string): string {
  return addressOf(uri).replace(/#.*$/s, '');
}

/** What the client calls a document, in one spelling, however it writes it. */
function addressOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
