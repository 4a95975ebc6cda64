import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeParams,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { decideCommand } from './codeActions';
import { markdown, plaintext } from './markup';
import type { HoverStyle } from './hover';
import { legend } from './semanticTokens';

/** What the client can take, as far as it changes an answer. */
export interface Client {
  readonly hover: HoverStyle;
  readonly locationLinks: boolean;
  readonly symbolTree: boolean;
  readonly configuration: boolean;
  readonly tellsFolders: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly refreshesTokens: boolean;
  /** Edits that name the version of a document that they are for. */
  readonly versionedEdits: boolean;
  /** Edits that the server asks for, new files among them. */
  readonly appliesEdits: boolean;
  /** The folder with a page for each code of a finding, or '' where the client has none or cannot show it. */
  readonly findingPages: string;
}

/**
 * `initializationOptions.commandLinks: false` is for clients that show `command:` links without running them;
 * `initializationOptions.findingPages` is the URI of the folder with a page CODE.md for each code.
 */
export function clientOf({ capabilities, initializationOptions: options }: InitializeParams): Client {
  const { textDocument, workspace }: ClientCapabilities = capabilities;
  const readsMarkdown = textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
  const { commandLinks, findingPages } = (options ?? {}) as { commandLinks?: unknown; findingPages?: unknown };
  const showsPages = textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
  return {
    hover: { markup: readsMarkdown ? markdown : plaintext, commands: commandLinks !== false },
    locationLinks: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits:
      workspace?.applyEdit === true &&
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    findingPages: showsPages && typeof findingPages === 'string' ? findingPages : '',
  };
}

/** Problems are pushed, not pulled: they change in files that nobody has open. */
export const serverCapabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  executeCommandProvider: { commands: [decideCommand] },
  semanticTokensProvider: { legend, full: true, range: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      didCreate: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
      didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
      didDelete: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
    },
  },
};
