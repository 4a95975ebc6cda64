/**
 * Words of a source on one line, safe to show: white space is one space, and neither control characters nor those that
 * turn the direction of what follows are left in. Source texts are untrusted.
 */
export function oneLine(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
