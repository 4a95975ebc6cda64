import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver';
import { type Decision, entryOf } from '../workspace/decisions';
import { decideCommand } from './serverCapabilities';

/** The client's: asks the user for a reason, and calls `decideCommand` with the decisions and the reason. */
export const decideWithReasonCommand = 'crosscheck.decideWithReason';

/** `document` is the URI of a document that the decisions are about: they are kept in that one's folder. */
export type Deciding =
  { readonly document: string; readonly decisions: readonly Decision[] } | { readonly takeBack: Decision };

/** A quick fix that keeps decisions, or takes one back. */
export function quickFix(title: string, deciding: Deciding, command = decideCommand): CodeAction {
  const call: Command = { title, command, arguments: [argumentOf(deciding)] };
  return { title, kind: CodeActionKind.QuickFix, command: call };
}

/** What the command is called with: decisions are written as in their file. */
export function argumentOf(deciding: Deciding): object {
  return 'takeBack' in deciding
    ? { takeBack: entryOf(deciding.takeBack) }
    : { document: deciding.document, decisions: deciding.decisions.map(entryOf) };
}

/** The argument of the command, or null: it comes from outside. */
export function decidingOf(argument: unknown, readDecision: (entry: unknown) => Decision | string): Deciding | null {
  const { document, decisions, takeBack } = (argument ?? {}) as Record<string, unknown>;
  const list: readonly unknown[] = takeBack === undefined && Array.isArray(decisions) ? decisions : [takeBack];
  const read = list.map(readDecision).filter((each) => typeof each !== 'string');
  if (read.length === 0 || read.length !== list.length) return null;
  if (takeBack !== undefined) return { takeBack: read[0]! };
  return typeof document === 'string' ? { document, decisions: read } : null;
}
