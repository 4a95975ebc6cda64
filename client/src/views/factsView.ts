import { commands, Disposable, type LogOutputChannel, type Memento, window } from 'vscode';
import { type IndexStatus } from '../indexStatus';
import { type Questions } from '../questions';
import { counted } from '../verdictWords';
import { decideInView } from './decideInView';
import { factsTree, type Grouping, groupings } from './factsTree';
import { createFollowingView, filterCommands, type FollowingView } from './followingView';

const id = 'crosscheck.facts';
/** Facts at most: more nobody reads, and a tree has to be drawn. */
const limit = 500;
const groupingKey = 'crosscheck.facts.grouping';

const groupingWords: Readonly<Record<Grouping, string>> = {
  verdict: 'Verdict',
  document: 'Document',
  kind: 'Kind: Figures, Dates, Quotations',
};

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
      ask: (words) => questions.facts({ words, limit }),
      nodes: (table) => factsTree(table, grouping),
      counted: ({ total }) => counted(total, 'fact'),
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
  }

  function tellFindings(): void {
    const findings = index.status()?.findings ?? 0;
    following.view.badge = findings > 0 ? { value: findings, tooltip: counted(findings, 'finding') } : undefined;
  }
  tellFindings();

  const parts = Disposable.from(
    index.onDidChangeStatus(tellFindings),
    commands.registerCommand(`${id}.groupBy`, group),
    commands.registerCommand(`${id}.decide`, decideInView),
    ...filterCommands(id, 'Words of a fact, a speaker or a wording', following),
    following,
  );
  return { ...following, dispose: () => parts.dispose() };
}

async function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({
    grouping,
    label: groupingWords[grouping],
    description: grouping === current ? 'now' : '',
  }));
  return (await window.showQuickPick(items, { title: 'Crosscheck: Group Facts By' }))?.grouping;
}
