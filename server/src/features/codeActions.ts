import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver';
import type { Decision } from '../workspace/decisions';
import type { Sources } from '../workspace/sources';
import { findingActions } from './findingActions';
import { nameActions } from './nameActions';
import { offsetIn } from './places';
import { takeBackActions } from './takeBackActions';
import { fixAllKind } from './serverCapabilities';
import { fixAllActions, severityAction, sourceFixAll, textFixActions } from './textFixActions';

export interface ActionsQuestion {
  readonly id: string;
  readonly range: Range;
  readonly context: CodeActionContext;
  /** The command behind “Mark as checked”. */
  readonly checkCommand: string;
  /** What of the actions the client can do. */
  readonly client: { readonly resolvesEdits: boolean; readonly setsSeverities: boolean };
}

/**
 * What can be decided at a place. Of findings unasked, so that the light bulb shows that something can be done; of names and of what was
 * decided before only when the user asks for actions: else every name in a text would light it.
 */
export function provideCodeActions(
  sources: Sources,
  decisions: readonly Decision[],
  { id, range, context, checkCommand, client }: ActionsQuestion,
): CodeAction[] {
  const { only, triggerKind, diagnostics } = context;
  if (only?.some((kind) => kind !== '' && isWithin(fixAllKind, kind))) {
    return client.resolvesEdits ? sourceFixAll(sources, id) : [];
  }
  if (only && !only.some((kind) => isWithin(CodeActionKind.QuickFix, kind))) return [];
  const start = offsetIn(sources, id, range.start);
  const end = offsetIn(sources, id, range.end);
  if (start === null || end === null) return [];
  const found = sources.findingsOf(id).filter((finding) => finding.start <= end && start <= finding.end);
  const actions = found.flatMap((finding) => {
    const told = diagnostics.filter(({ data }) => data === finding.id);
    return [
      ...(client.resolvesEdits ? textFixActions(sources, finding) : []),
      ...findingActions(sources, finding, checkCommand),
      ...(client.setsSeverities ? [severityAction(finding)] : []),
    ].map((action) => (told.length > 0 ? { ...action, diagnostics: told } : action));
  });
  if (client.resolvesEdits) actions.push(...fixAllActions(sources, id, [...new Set(found.map(({ code }) => code))]));
  if (triggerKind === CodeActionTriggerKind.Automatic) return actions;
  return [...actions, ...takeBackActions(sources, decisions, id, start), ...nameActions(sources, id, start)];
}

/** Kinds are paths: who asks for `source.fixAll` asks for `source.fixAll.crosscheck` too, and for the empty kind all of them. */
function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
