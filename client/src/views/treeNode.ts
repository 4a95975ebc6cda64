import { type PlaceRange } from '../../../server/src/protocol';
import { t } from '../l10n';

/** A place in a document, as the server tells it. */
export interface PlaceInFile {
  readonly uri: string;
  readonly range: PlaceRange;
}

/** One line of a view, without anything of VS Code's in it. */
export interface TreeNode {
  /** Of its own in the whole tree, and the same after a refresh, so that what was open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown, in which the words of the sources are escaped. */
  readonly tooltip: string;
  /** What a screen reader says of it. */
  readonly spoken: string;
  /** The name of a codicon, and of the theme's colour for it. */
  readonly icon: string;
  readonly color?: string;
  /** What it is, for the menus. */
  readonly context: 'group' | 'fact' | 'statement' | 'person' | 'document' | 'quote' | 'more' | 'narrow';
  readonly open: boolean;
  /** What it stands for in the sources; a node without children leads there. */
  readonly place?: PlaceInFile;
  /** Made when they are asked for. */
  readonly children?: () => readonly TreeNode[];
}

/** How a list is cut short: by how many, and how many of them choosing its last node shows; with 0 it asks for a narrower filter. */
export interface CutShort {
  readonly more: number;
  readonly next: number;
}

/** The node that ends such a list. */
export function moreNode({ more, next }: CutShort): TreeNode[] {
  if (more <= 0) return [];
  const label = next > 0 ? t('Show {0} more', Math.min(next, more)) : t('… {0} more: narrow the filter', more);
  const description = next > 0 ? t('{0} not shown', more) : '';
  const spoken = [label, description].filter((words) => words !== '').join(', ');
  const context = next > 0 ? 'more' : 'narrow';
  return [{ id: 'more', label, description, tooltip: '', spoken, icon: 'ellipsis', context, open: false }];
}
