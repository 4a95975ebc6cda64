import { commands, Disposable, type LogOutputChannel, type Memento, window } from 'vscode';
import { factCount, findingCount } from '../counts';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { type Questions } from '../questions';
import { decideInView } from './decideInView';
import { factsTree, type Grouping, groupings } from './factsTree';
import { createFollowingView, filterCommands, type FollowingView, showView } from './followingView';

const id = 'crosscheck.facts';
const groupingKey = 'crosscheck.facts.grouping';

/** The facts of the folder, the gravest first. */
export function createFactsView(
  questions: Questions,
  index: IndexStatus,
  memory: Memento,
  output: LogOutputChannel,
): FollowingView {
  let grouping = groupings.find((each) => each === memory.get(groupingKey)) ?? 'verdict';
  const following = createFollowingView(
    {
      id,
      ask: (words, limit) => questions.facts({ words, limit }),
      extent: ({ facts, total }) => ({ shown: facts.length, total }),
      nodes: (table, cut) => factsTree(table, grouping, cut),
      counted: factCount,
    },
    index,
    output,
  );

  async function group(given?: unknown): Promise<void> {
    const chosen = groupings.find((each) => each === given) ?? (await pickGrouping(grouping));
    if (!chosen) return;
    grouping = chosen;
    await memory.update(groupingKey, chosen);
    following.redraw();
    await showView(id, following);
  }

  function tellFindings(): void {
    const findings = index.status()?.findings ?? 0;
    following.view.badge = findings > 0 ? { value: findings, tooltip: findingCount(findings) } : undefined;
  }
  tellFindings();

  const parts = Disposable.from(
    index.onDidChangeStatus(tellFindings),
    commands.registerCommand(`${id}.groupBy`, group),
    commands.registerCommand(`${id}.decide`, decideInView),
    ...filterCommands(
      id,
      { title: t('Crosscheck: Filter Facts'), placeHolder: t('Words of a fact, a speaker or a wording') },
      following,
    ),
    following,
  );
  return { ...following, dispose: () => parts.dispose() };
}

async function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({
    grouping,
    label: groupingWords(grouping),
    description: grouping === current ? t('now') : '',
  }));
  const title = t('Crosscheck: Group Facts By');
  return (await window.showQuickPick(items, { title, placeHolder: t('What the groups of facts go by') }))?.grouping;
}

function groupingWords(grouping: Grouping): string {
  switch (grouping) {
    case 'verdict':
      return t('Verdict');
    case 'document':
      return t('Document');
    case 'kind':
      return t('Kind: Figures, Dates, Quotations');
  }
}
