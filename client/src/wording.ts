/** A mention between the words around it; punctuation clings to it. */
export function inSentence(before: string, mention: string, after: string): string {
  const gapBefore = before === '' || /[\s(\[“‘"'«-]$/.test(before) ? '' : ' ';
  const gapAfter = after === '' || /^[\s,.;:!?)\]”’"'»%-]/.test(after) ? '' : ' ';
  return `${before}${gapBefore}${mention}${gapAfter}${after}`;
}
