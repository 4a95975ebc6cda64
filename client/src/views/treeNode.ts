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
  readonly context: 'group' | 'fact' | 'statement' | 'person' | 'document' | 'quote' | 'more';
  readonly open: boolean;
  /** What it stands for in the sources; a node without children leads there. */
  readonly place?: PlaceInFile;
  /** Made when they are asked for. */
  readonly children?: () => readonly TreeNode[];
}

/** The node that ends a list which is cut short, by how many if that is known; choosing it asks for a narrower filter. */
export function moreNode(more: number): TreeNode[] {
  if (more <= 0) return [];
  const label = Number.isFinite(more) ? t('… {0} more: narrow the filter', more) : t('… more: narrow the filter');
  return [
    { id: 'more', label, description: '', tooltip: '', spoken: label, icon: 'ellipsis', context: 'more', open: false },
  ];
}
