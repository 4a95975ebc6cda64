/** What the first letters of a name, given in folded words, would be abbreviated to: its small words are left out. */
export function initialsOf(words: readonly string[]): string {
  let out = '';
  for (const word of words) if (!SKIPPED_IN_INITIALS.has(word)) out += word.charAt(0);
  return out;
}

const SKIPPED_IN_INITIALS = new Set(['of', 'for', 'and', 'the', '&', '-', ',', "'s", 'de', 'la', 'in', 'on']);
