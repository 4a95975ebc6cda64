import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { markdown, plaintext } from './markup';
import type { HoverStyle } from './hover';

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
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Edits that name the version of a document that they are for. */
  readonly versionedEdits: boolean;
  /** Edits that the server asks for. */
  readonly appliesEdits: boolean;
  /** The client has `crosscheck.decideWithReason`, which asks the user for a reason first. */
  readonly asksReasons: boolean;
  /** Edits that are asked for when an action is chosen. */
  readonly resolvesEdits: boolean;
  /** It has the command `crosscheck.setSeverity`. */
  readonly setsSeverities: boolean;
  /** The folder with a page for each code of a finding, or '' where the client has none or cannot show it. */
  readonly findingPages: string;
  /** The folder where what was tagged may be kept, or '' where the client has none. */
  readonly storage: string;
  /** Of the documents that are ours, by their URIs: the other side of a comparison with git, an output channel and the like are nobody's. */
  readonly schemes: ReadonlySet<string>;
  /** It answers `fileMethod`. */
  readonly servesFiles: boolean;
}

/**
 * `initializationOptions.commandLinks: false` is for clients that show `command:` links without running them;
 * `initializationOptions.findingPages` is the URI of the folder with a page CODE.md for each code;
 * `initializationOptions.storage` is the URI of a folder of this extension, outside the sources;
 * `initializationOptions.schemes` are those of the URIs whose documents are to be read, `file` and `untitled` where it does not say;
 * `initializationOptions.servesFiles: true` says that the client answers `fileMethod`;
 * `initializationOptions.asksReasons: true` says that the client has a command `crosscheck.decideWithReason`, `setsSeverities: true` that it has
 * `crosscheck.setSeverity`.
 */
export function clientOf({ capabilities, initializationOptions: options }: InitializeParams): Client {
  const { textDocument, workspace }: ClientCapabilities = capabilities;
  const readsMarkdown = textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
  const { commandLinks, findingPages, asksReasons, setsSeverities, storage, schemes, servesFiles } = (options ??
    {}) as Record<string, unknown>;
  const showsPages = textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
  return {
    hover: {
      markup: readsMarkdown ? markdown : plaintext,
      commands: commandLinks !== false,
      asksReasons: asksReasons === true,
    },
    locationLinks: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true && workspace.workspaceEdit?.documentChanges === true,
    asksReasons: asksReasons === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    setsSeverities: setsSeverities === true,
    findingPages: showsPages && typeof findingPages === 'string' ? findingPages : '',
    storage: typeof storage === 'string' ? storage : '',
    schemes: new Set(Array.isArray(schemes) ? schemes.map(String) : ['file', 'untitled']),
    servesFiles: servesFiles === true,
  };
}
