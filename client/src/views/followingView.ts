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
import { type TreeNode } from './treeNode';

/** Milliseconds without a change before a view asks again: somebody who types is not done. */
const calm = 300;

/** What a view shows, and how it asks for it. */
export interface Subject<Answer> {
  /** Of the view, in the manifest. */
  readonly id: string;
  /** Only with these words; '' for all. */
  ask(words: string): Promise<Answer>;
  nodes(answer: Answer): readonly TreeNode[];
  /** How many there are in all, in words. */
  counted(answer: Answer): string;
}

/** A tree that follows the index of the server while somebody can see it. */
export interface FollowingView extends Disposable {
  readonly view: TreeView<TreeNode>;
  children(node?: TreeNode): readonly TreeNode[];
  item(node: TreeNode): TreeItem;
  /** The words that the view is narrowed to; '' where it is not. */
  words(): string;
  narrow(words: string): Promise<void>;
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
  let answer: Answer | undefined;
  let roots: readonly TreeNode[] = [];
  /** What `answer` answers: words and generation. */
  let answered = '';
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const children = (node?: TreeNode): readonly TreeNode[] => (node ? (node.children?.() ?? []) : roots);
  const item = (node: TreeNode): TreeItem => treeItemOf(node, `${subject.id}.filter`);
  const view = window.createTreeView<TreeNode>(subject.id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: item,
      getChildren: (node) => [...children(node)],
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
    const question = `${status.generation} ${words}`;
    if (question === answered) return;
    const turn = ++latest;
    try {
      const told = await subject.ask(words);
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
    roots = answer === undefined ? [] : subject.nodes(answer);
    view.message =
      answer === undefined || words === '' ? undefined : t('{0} with “{1}”', subject.counted(answer), words);
    changed.fire();
  }

  async function narrow(wanted: string): Promise<void> {
    words = wanted.trim();
    await commands.executeCommand('setContext', `${subject.id}.filtered`, words !== '');
    await refresh();
  }

  const followed = [
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
    redraw,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      for (const each of [...followed, view, changed]) each.dispose();
    },
  };
}

/** The commands that narrow a view to words and widen it again. */
export function filterCommands(
  id: string,
  box: { readonly title: string; readonly placeHolder: string },
  view: FollowingView,
): Disposable[] {
  async function filter(given?: unknown): Promise<void> {
    const words = typeof given === 'string' ? given : await window.showInputBox({ ...box, value: view.words() });
    if (words !== undefined) await view.narrow(words);
  }
  return [
    commands.registerCommand(`${id}.filter`, filter),
    commands.registerCommand(`${id}.clearFilter`, () => view.narrow('')),
  ];
}
