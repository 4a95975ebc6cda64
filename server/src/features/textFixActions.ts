import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../facts/model';
import type { Sources } from '../workspace/sources';
import { rangeOf } from './places';
import { fixAllKind } from './serverCapabilities';
import type { EditStyle } from './rename';
import type { Replacement } from './rewording';
import { type TextFix, textFixesOf } from './textFixes';

/** The client's: sets the severity of a code for a folder. Its arguments are the code, the level and the URI of a document. */
const setSeverityCommand = 'crosscheck.setSeverity';

/** What an action keeps until it is chosen: its edit is worked out then, from the text as it is then. */
type Unresolved =
  | { readonly document: string; readonly finding: string; readonly title: string }
  /** Every preferred fix of the document, of one code or of all. */
  | { readonly document: string; readonly all: string };

/** What could be written instead, for one finding. */
export function textFixActions(sources: Sources, finding: Finding): CodeAction[] {
  return textFixesOf(sources, finding).map(({ title, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...(preferred ? { isPreferred: true } : {}),
    data: { document: finding.document, finding: finding.id, title } satisfies Unresolved,
  }));
}

/** Beside a fix that is safe, the same for all findings of its code in the document, where there are several. */
export function fixAllActions(sources: Sources, id: string, codes: readonly string[]): CodeAction[] {
  return codes.flatMap((code) => {
    const number = preferredFixes(sources, id, code).length;
    if (number < 2) return [];
    const title = `Fix all ${number} of this kind (${code}) in the draft`;
    return [{ title, kind: CodeActionKind.QuickFix, data: { document: id, all: code } satisfies Unresolved }];
  });
}

/** The action of kind `source.fixAll.crosscheck`, where there is anything to fix. */
export function sourceFixAll(sources: Sources, id: string): CodeAction[] {
  if (preferredFixes(sources, id, '').length === 0) return [];
  const title = 'Take the sources’ figures, wordings and spellings in this draft';
  return [{ title, kind: fixAllKind, data: { document: id, all: '' } satisfies Unresolved }];
}

/** Hides a code in the folder of the document; the client does it, for the settings are its own. */
export function severityAction({ code, document }: Finding): CodeAction {
  const title = `Do not report ${code} in this folder`;
  const command = { title, command: setSeverityCommand, arguments: [code, 'off', document] };
  return { title, kind: CodeActionKind.QuickFix, command };
}

/** The action with its edit; without one where the finding is gone meanwhile. */
export function resolveTextFix(sources: Sources, action: CodeAction, style: EditStyle): CodeAction {
  const kept = (action.data ?? {}) as Partial<Unresolved> & { document?: string };
  const { document } = kept;
  if (typeof document !== 'string') return action;
  const fixes =
    'all' in kept ? preferredFixes(sources, document, String(kept.all)) : chosen(sources, kept as Unresolved);
  const edit = editOf(sources, document, disjoint(fixes.flatMap(({ replacements }) => replacements)), style);
  return edit ? { ...action, edit } : action;
}

function chosen(sources: Sources, kept: Unresolved): readonly TextFix[] {
  if (!('finding' in kept)) return [];
  const finding = sources.findingsOf(kept.document).find(({ id }) => id === kept.finding);
  const fix = finding && textFixesOf(sources, finding).find(({ title }) => title === kept.title);
  return fix ? [fix] : [];
}

/** `code` '' is any. One fix a finding. */
function preferredFixes(sources: Sources, id: string, code: string): readonly TextFix[] {
  if (!sources.index.document(id)?.draft) return [];
  return sources
    .findingsOf(id)
    .filter((finding) => code === '' || finding.code === code)
    .flatMap((finding) => textFixesOf(sources, finding).find(({ preferred }) => preferred) ?? []);
}

/** Of replacements that overlap, the first: a figure may stand in a quotation that is fixed too. */
function disjoint(replacements: readonly Replacement[]): Replacement[] {
  const kept: Replacement[] = [];
  for (const next of [...replacements].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1];
    if (!last || next.start >= last.end) kept.push(next);
  }
  return kept;
}

function editOf(
  sources: Sources,
  uri: string,
  replacements: readonly Replacement[],
  style: EditStyle,
): WorkspaceEdit | null {
  const lines = sources.lines(uri);
  if (!lines || replacements.length === 0) return null;
  const edits = replacements.map(({ start, end, newText }) => ({ range: rangeOf(lines, { start, end }), newText }));
  if (style.kind === 'plain') return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version: style.versionOf(uri) }, edits }] };
}
