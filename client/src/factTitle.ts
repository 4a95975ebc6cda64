import { type FactRow } from '../../server/src/protocol';

const longest = 60;

/** What a fact goes by: its label and, of a quotation, whose label is its speaker, the first words. */
export function factTitle({ kind, label, statements }: FactRow): string {
  const words = kind === 'quote' ? (statements[0]?.text ?? '') : '';
  if (words === '' || label.includes(words)) return label;
  return [label, clipped(words)].filter((part) => part !== '').join(': ');
}

/** Cut at the end of a word, without half a character. */
function clipped(words: string): string {
  if (words.length <= longest) return words;
  return `${words.slice(0, longest).replace(/\s+\S*$|[\ud800-\udbff]$/, '')} …`;
}
