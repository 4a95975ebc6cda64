const SHORTEST_SLIP = 6;
const SHORTEST_ANAGRAM = 9;

/** Words with equal keys have the same letters, the first one in its place. */
export function slipKey(word: string): string {
  return word.charAt(0) + [...word.slice(1)].sort().join('');
}

/**
 * Are two folded words one with letters out of order: two neighbours exchanged (“Klitschko”, “Klistchko”), in a long word twice? Names that
 * differ by a letter (Andersen, Anderson) are often two; names that have the same letters hardly ever.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || a.length !== b.length || a.length < SHORTEST_SLIP || slipKey(a) !== slipKey(b)) return false;
  const most = a.length >= SHORTEST_ANAGRAM ? 2 : 1;
  // Centre and Center, Theatre and Theater are two countries' ways.
  if (/(?:er|re)$/.test(a) && a.slice(0, -2) === b.slice(0, -2)) return false;
  let exchanges = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (a[i] !== b[i + 1] || a[i + 1] !== b[i]) return false;
    exchanges++;
    i++;
  }
  return exchanges <= most;
}
