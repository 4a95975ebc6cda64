import {
  CodeActionKind,
  type SemanticTokensLegend,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

// This is all that the answer to `initialize` needs, and so imports nothing of ours: the rest is loaded when the client has the answer.

/** As in the extension's manifest (`semanticTokenTypes`, `semanticTokenModifiers`), which a test compares. */
export const legend: SemanticTokensLegend = {
  tokenTypes: ['person', 'organization', 'place', 'quote', 'money', 'figure', 'date'],
  tokenModifiers: ['conflicting', 'draft'],
};

/** Keeps decisions, or takes one back. Its argument is what `argumentOf` makes of a `Deciding`. */
export const decideCommand = 'crosscheck.decide';

/** Everything in a draft that can be fixed without asking; what “fix all” on saving runs. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.crosscheck`;

/**
 * The characters after which a client asks without being told to: what figures and quotations begin with. Digits too, for no editor takes
 * them for the beginning of a word; names it asks for, or not, as for any word.
 */
export const completionTriggers = ['$', '€', '£', '"', '“', ...'123456789'];

/** Of whatever scheme: a folder may be a virtual one. */
const everyFile = [{ pattern: { glob: '**/*' } }];

/** Problems are pushed, not pulled: they change in files that nobody has open. */
export const serverCapabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  completionProvider: { triggerCharacters: completionTriggers, completionItem: { labelDetailsSupport: true } },
  workspaceSymbolProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
  executeCommandProvider: { commands: [decideCommand] },
  semanticTokensProvider: { legend, full: true, range: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      didCreate: { filters: everyFile },
      didRename: { filters: everyFile },
      didDelete: { filters: everyFile },
    },
  },
};
