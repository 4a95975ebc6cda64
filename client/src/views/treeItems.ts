import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { type PlaceRange } from '../../../server/src/protocol';
import { t } from '../l10n';
import { type TreeNode } from './treeNode';

/** A line of a view as VS Code shows it; the last one of a list cut short calls a command of the view. */
export function treeItemOf(node: TreeNode, view: string): TreeItem {
  const { id, label, description, tooltip, spoken, icon, color, context, open, place, children } = node;
  const item = new TreeItem(label, stateOf(Boolean(children), open));
  item.id = id;
  item.description = description;
  item.tooltip = new MarkdownString(tooltip); // neither trusted nor with HTML
  item.accessibilityInformation = { label: spoken };
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = `crosscheck.${context}`;
  if (context === 'more') item.command = { command: `${view}.showMore`, title: t('Show more') };
  else if (context === 'narrow') item.command = { command: `${view}.filter`, title: t('Filter') };
  else if (place && !children) {
    const options = { selection: rangeOf(place.range), preview: true };
    item.command = { command: 'vscode.open', title: t('Open'), arguments: [Uri.parse(place.uri), options] };
  }
  return item;
}

export function rangeOf({ start, end }: PlaceRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function stateOf(hasChildren: boolean, open: boolean): TreeItemCollapsibleState {
  if (!hasChildren) return TreeItemCollapsibleState.None;
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
