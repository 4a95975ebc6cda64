import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Statement } from '../facts/model';
import { spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { formRenamer } from './nameForms';
import { offsetIn, rangeOf } from './places';

/** Why nothing can be renamed, for the user to read. */
export interface Refusal {
  readonly refused: string;
}

export interface RenameQuestion {
  readonly id: string;
  readonly position: Position;
  readonly newName: string;
}

/** How the client takes edits: each file with the version that they are for, or files by their URI alone. */
export type EditStyle =
  { readonly kind: 'versioned'; readonly versionOf: (id: string) => number | null } | { readonly kind: 'plain' };

const noName: Refusal = { refused: 'There is no name here: only people, organizations and places can be renamed.' };

/** The name at a position without its titles, and its words for the user to change. */
export function prepareRename(
  sources: Sources,
  id: string,
  position: Position,
): { range: Range; placeholder: string } | Refusal {
  const name = nameAt(sources, id, position);
  const lines = sources.lines(id);
  return name && lines ? { range: rangeOf(lines, name.span), placeholder: name.words } : noName;
}

/**
 * Writes a name anew wherever it is mentioned, in every document and each form in its own way (see `formRenamer`). Titles and
 * possessive endings are outside a mention and stay; what merely has the same letters is not touched.
 */
export async function provideRename(
  sources: Sources,
  { id, position, newName }: RenameQuestion,
  style: EditStyle,
  breath: Breath,
): Promise<WorkspaceEdit | Refusal> {
  const name = nameAt(sources, id, position);
  if (!name) return noName;
  const wanted = newName.trim();
  if (wanted === '') return { refused: 'The new name is empty.' };
  if (/[\n\r\u2028\u2029]/.test(wanted)) return { refused: 'A name stands on one line.' };
  const renamed = formRenamer(name.words, wanted.replace(/\s+/g, ' '), name.type);
  const edits = new Map<string, TextEdit[]>();
  for (const [i, statement] of name.mentions.entries()) {
    if (i % stride === stride - 1) await breath();
    const tagged = sources.index.document(statement.document)?.tagged;
    const lines = sources.lines(statement.document);
    if (!tagged || !lines) continue;
    const written = spanText(tagged.scanned.text, statement);
    const newText = renamed(written);
    if (newText === written) continue;
    const edit = { range: rangeOf(lines, statement), newText };
    const known = edits.get(statement.document);
    if (known) known.push(edit);
    else edits.set(statement.document, [edit]);
  }
  if (style.kind === 'plain') return { changes: Object.fromEntries(edits) };
  const { versionOf } = style;
  return {
    documentChanges: [...edits].map(([uri, changes]) => ({
      textDocument: { uri, version: versionOf(uri) },
      edits: changes,
    })),
  };
}

function nameAt(
  sources: Sources,
  id: string,
  position: Position,
): { span: Statement; words: string; type: string; mentions: readonly Statement[] } | null {
  const offset = offsetIn(sources, id, position);
  const fact = offset === null ? null : sources.index.factAt(id, offset);
  const tagged = sources.index.document(id)?.tagged;
  if (!tagged || fact?.kind !== 'entity') return null;
  const words = spanText(tagged.scanned.text, fact.span).replace(/\s+/g, ' ');
  const type = tagged.names[fact.mention]?.type ?? 'other';
  const here = { document: id, start: fact.span.start, end: fact.span.end };
  return { span: here, words, type, mentions: fact.statements.length > 0 ? fact.statements : [here] };
}
