import { type CodeAction, CodeActionKind, commands, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { t } from '../l10n';
import { lineInWords } from '../lineInWords';
import { rangeOf } from './treeItems';
import { type PlaceInFile, type TreeNode } from './treeNode';

/** Statements of a fact that are asked for their decisions. */
const mostPlaces = 30;

/** What a quick fix at a place offers to decide. */
type Decision = QuickPickItem & Required<Pick<CodeAction, 'command'>>;

/** Offers the decisions on a fact, or on one statement of it: the same that the quick fixes at its places offer. */
export async function decideInView(node?: TreeNode): Promise<void> {
  if (!node) return;
  const places = (node.children?.() ?? [node]).flatMap(({ place }) => place ?? []);
  const found = (await Promise.all(places.slice(0, mostPlaces).map(decisionsAt))).flat();
  // Two figures of one sentence offer the same of their document.
  const decisions = new Map(found.map((decision) => [JSON.stringify(decision.command.arguments), decision]));
  if (decisions.size === 0) {
    await window.showInformationMessage(t('There is nothing to decide here: only findings are decided.'));
    return;
  }
  const chosen = await window.showQuickPick([...decisions.values()], {
    title: t('Crosscheck: {0}', node.label),
    placeHolder: t('What do you decide?'),
    matchOnDescription: true,
  });
  if (chosen) await commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []));
}

async function decisionsAt({ uri, range }: PlaceInFile): Promise<Decision[]> {
  const document = await workspace.openTextDocument(Uri.parse(uri)); // there are none for what is not open
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(range),
    CodeActionKind.QuickFix.value,
  );
  const description = lineInWords(workspace.asRelativePath(document.uri), range.start.line);
  return actions.flatMap(({ title, command }) =>
    command?.command.startsWith('crosscheck.decide') ? [{ label: title, description, command }] : [],
  );
}
