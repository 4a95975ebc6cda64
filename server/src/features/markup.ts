import { oneLine } from '../text/oneLine';

/** How an answer is written for the client: all words pass through here, so that none of a source's is read as markup. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  text(words: string): string;
  bold(words: string): string;
  link(words: string, target: string): string;
  /** One entry of a list, its further lines indented below it. */
  item(lines: readonly string[]): string;
}

export const markdown: Markup = {
  kind: 'markdown',
  text: escapeMarkdown,
  bold: (words) => `**${escapeMarkdown(words)}**`,
  link: (words, target) => `[${escapeMarkdown(words)}](${linkTarget(target)})`,
  item: (lines) => `- ${lines.join('  \n  ')}`,
};

export const plaintext: Markup = {
  kind: 'plaintext',
  text: oneLine,
  bold: oneLine,
  link: oneLine,
  item: (lines) => `  ${lines.join('\n    ')}`,
};

/** A URI whose characters can neither end the link nor begin another: `encodeURIComponent` leaves brackets as they are. */
function linkTarget(uri: string): string {
  return uri
    .replace(/[\s<>"\\]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}

/**
 * Words of a source for Markdown, on one line: neither emphasis nor links, images, HTML, entities, theme icons, tables nor
 * addresses that a viewer turns into links by itself.
 */
export function escapeMarkdown(words: string): string {
  return oneLine(words)
    .replace(/[\\`*{}[\]<>#|~&!@^]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_') // inside of a word it is no emphasis
    .replace(/\$(?=\()/g, '\\$')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www|mailto|xmpp)([.:])/gi, '$1\\$2')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[-+](?=\s|$)|-(?=-+$)|=(?==*$))/, '\\$&');
}
