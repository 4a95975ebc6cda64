import { commands, type QuickPickItem, window } from 'vscode';
import { type Linkable } from '../../server/src/protocol';
import { t } from './l10n';
import { lineInWords } from './lineInWords';
import { openDocumentAt, placeOfCommand } from './place';
import { type Questions } from './questions';

/** The server's: keeps a decision, or takes one back. */
const decide = 'crosscheck.decide';

/**
 * Asks why, and has the server keep the decisions with the answer; nothing is kept where the user thinks better of it. `deciding` is the
 * argument of `crosscheck.decide`; a `reason` that is given is not asked for.
 */
export async function decideWithReason(deciding?: unknown, reason?: unknown): Promise<void> {
  const { decisions } = (deciding ?? {}) as { decisions?: readonly object[] };
  if (!Array.isArray(decisions)) return;
  const why = typeof reason === 'string' ? reason : await askForReason();
  if (why === undefined) return;
  await commands.executeCommand(decide, {
    ...(deciding as object),
    decisions: decisions.map((decision: object) => ({ ...decision, reason: why.trim() })),
  });
}

/** Lists what might state the same fact as what stands at a place, and links what is chosen. */
export async function linkAsSame(questions: Questions, ...args: unknown[]): Promise<void> {
  const place = placeOfCommand(...args);
  if (!place) return;
  await openDocumentAt(place);
  const { line, character } = place.position;
  const found = await questions.linkable({ uri: place.uri.toString(), position: { line, character } });
  if (found.length === 0) {
    await window.showInformationMessage(
      t('Put the cursor on a figure or quotation of which another file has one of its kind.'),
    );
    return;
  }
  const chosen = await window.showQuickPick(found.map(itemOf), {
    title: t('Crosscheck: Link as the Same Fact'),
    placeHolder: t('Which of these states the same fact?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await commands.executeCommand(decide, chosen.deciding);
}

function askForReason(): Thenable<string | undefined> {
  return window.showInputBox({
    title: t('Crosscheck: Mark as Checked'),
    prompt: t('Why is this all right? Enter keeps the decision, with the reason or without one.'),
    placeHolder: t('Asked the ministry on the phone: 61 is right'),
  });
}

function itemOf({ words, path, line, context, deciding }: Linkable): QuickPickItem & { deciding: unknown } {
  return { label: words, description: lineInWords(path, line), detail: context, deciding };
}
