import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { treeItemOf } from './treeItems';
import { type CutShort, type TreeNode } from './treeNode';

/** Milliseconds without a change before a view asks again: somebody who types is not done. */
const calm = 300;
/** Facts or people that are shown at first, and at each wish for more: a tree has to be drawn. */
const page = 500;

/** What a view shows, and how it asks for it. */
export interface Subject<Answer> {
  /** Of the view, in the manifest. */
  readonly id: string;
  /** Only with these words; '' for all. */
  ask(words: string, limit: number): Promise<Answer>;
  /** How many the answer has, and how many there are in all. */
  extent(answer: Answer): { readonly shown: number; readonly total: number };
  nodes(answer: Answer, cut: CutShort): readonly TreeNode[];
  /** So many, in words. */
  counted(total: number): string;
}

/** A tree that follows the index of the server while somebody can see it. */
export interface FollowingView extends Disposable {
  readonly view: TreeView<TreeNode>;
  children(node?: TreeNode): readonly TreeNode[];
  item(node: TreeNode): TreeItem;
  /** The words that the view is narrowed to; '' where it is not. */
  words(): string;
  narrow(words: string): Promise<void>;
  /** Shows the next ones of a list cut short. */
  showMore(): Promise<void>;
  /** Makes the nodes again from what is known. */
  redraw(): void;
  /** The tree has changed. */
  readonly onDidChange: Event<void>;
}

export function createFollowingView<Answer>(
  subject: Subject<Answer>,
  index: IndexStatus,
  output: LogOutputChannel,
): FollowingView {
  const changed = new EventEmitter<void>();
  let words = '';
  let limit = page;
  let answer: Answer | undefined;
  let roots: readonly TreeNode[] = [];
  /** What `answer` answers: generation, limit and words. */
  let answered = '';
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const children = (node?: TreeNode): readonly TreeNode[] => (node ? (node.children?.() ?? []) : roots);
  const item = (node: TreeNode): TreeItem => treeItemOf(node, subject.id);
  const view = window.createTreeView<TreeNode>(subject.id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: item,
      getChildren: (node) => [...children(node)],
      getParent: () => undefined, // only roots are revealed
    },
  });

  function soon(): void {
    if ((index.status()?.generation ?? 0) < generation) answered = ''; // another server, which counts anew
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), calm);
  }

  /** Asks, unless nobody looks, the server still reads, or nothing has changed. */
  async function refresh(): Promise<void> {
    const status = index.status();
    if (!view.visible || status?.phase !== 'ready') return;
    const question = `${status.generation} ${limit} ${words}`;
    if (question === answered) return;
    const turn = ++latest;
    try {
      const told = await subject.ask(words, limit);
      if (turn !== latest) return; // a later question is on its way
      answer = told;
      answered = question;
      generation = status.generation;
      redraw();
    } catch (error) {
      output.warn(`${subject.id}: no answer.`, error);
    }
  }

  function redraw(): void {
    if (answer === undefined) return;
    const { shown, total } = subject.extent(answer);
    // A server that gives less than it was asked for gives no more.
    roots = subject.nodes(answer, { more: total - shown, next: shown < limit ? 0 : page });
    view.message = words === '' ? undefined : t('{0} with “{1}”', subject.counted(total), words);
    // Only an answer says that there is nothing: until it comes, a large folder would seem to have none.
    void commands.executeCommand('setContext', `${subject.id}.empty`, total === 0 && words === '');
    changed.fire();
  }

  async function narrow(wanted: string): Promise<void> {
    words = wanted.trim();
    limit = page;
    await commands.executeCommand('setContext', `${subject.id}.filtered`, words !== '');
    await refresh();
  }

  async function showMore(): Promise<void> {
    const last = roots.length - 1;
    limit += page;
    await refresh();
    const next = roots[last]; // where the node that was chosen stood
    if (next) await view.reveal(next, { focus: true });
  }

  const followed = [
    commands.registerCommand(`${subject.id}.showMore`, showMore),
    index.onDidChangeStatus(soon),
    view.onDidChangeVisibility(({ visible }) => visible && void refresh()),
  ];
  soon();
  return {
    view,
    children,
    item,
    words: () => words,
    narrow,
    showMore,
    redraw,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      for (const each of [...followed, view, changed]) each.dispose();
    },
  };
}

/** Brings a view to the front for a command that came from elsewhere, or what it did is seen by nobody. */
export async function showView(id: string, { view }: FollowingView): Promise<void> {
  if (!view.visible) await commands.executeCommand(`${id}.focus`);
}

/** The commands that narrow a view to words and widen it again. */
export function filterCommands(
  id: string,
  box: { readonly title: string; readonly placeHolder: string },
  view: FollowingView,
): Disposable[] {
  async function filter(given?: unknown): Promise<void> {
    const words = typeof given === 'string' ? given : await window.showInputBox({ ...box, value: view.words() });
    if (words === undefined) return;
    await view.narrow(words);
    await showView(id, view);
  }
  return [
    commands.registerCommand(`${id}.filter`, filter),
    commands.registerCommand(`${id}.clearFilter`, () => view.narrow('')),
  ];
}
