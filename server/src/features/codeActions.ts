import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { EntityType } from '../tag/model';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { NameDecision } from '../workspace/decisions';
import type { Sources } from '../workspace/sources';
import { offsetIn } from './places';

/** Writes a decision into the file of the document's folder. Its argument is a `Deciding`. */
export const decideCommand = 'crosscheck.decide';

export interface Deciding {
  readonly document: string;
  readonly decision: NameDecision;
}

const mostCandidates = 3;
const readAs: readonly (readonly [Exclude<EntityType, 'other'>, string])[] = [
  ['person', 'a person'],
  ['place', 'a place'],
  ['organization', 'an organization'],
];

/**
 * What can be said of the name at the head of a range: what it is, that it is none, whose it is too. Asked for on every move of the
 * cursor, so nothing is computed here: the command does the work.
 */
export function provideCodeActions(
  sources: Sources,
  id: string,
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const offset = offsetIn(sources, id, range.start);
  const tagged = sources.index.document(id)?.tagged;
  const name = tagged && offset !== null ? tagged.names[sources.index.nameAtOffset(id, offset)] : undefined;
  const entity = name && tagged?.entities[name.entity];
  if (!tagged || !name || !entity) return [];
  const form = oneLine(spanText(tagged.scanned.text, name));
  const { name: whole, likely } = sources.index.identityOf(id, name.entity);
  const action = (title: string, decision: NameDecision): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: decideCommand, arguments: [{ document: id, decision } satisfies Deciding] },
  });
  const others = [...new Set(likely)].filter((other) => other !== whole && other !== entity.name);
  return [
    ...others
      .slice(0, mostCandidates)
      .map((other) =>
        action(`“${entity.name}” is the same as “${other}”`, { kind: 'same-name', forms: [other, entity.name] }),
      ),
    ...readAs
      .filter(([type]) => type !== name.type)
      .map(([type, words]) => action(`“${form}” is ${words}`, { kind: 'name-type', forms: [form], type })),
    action(`“${form}” is not a name`, { kind: 'not-a-name', forms: [form] }),
  ];
}

/** The argument of the command, or null: it comes from outside. */
export function decidingOf(
  argument: unknown,
  readDecision: (entry: unknown) => NameDecision | string,
): Deciding | null {
  const { document, decision } = (argument ?? {}) as Record<string, unknown>;
  const read = readDecision(decision);
  return typeof document === 'string' && typeof read !== 'string' ? { document, decision: read } : null;
}
