import { lettersKey, lettersWithoutOne, MANY } from './oddSpelling';

/**
 * The names of a folder by their letters: finds those that are written with the same letters as a name, with one more or with one less.
 * A name is one posting; only what many bear is posted under every letter that a slip may leave out of it.
 */
export class SpelledNames {
  /** Name -> who bears it so. */
  private readonly bearers = new Map<string, Set<string>>();
  private readonly byLetters = new Map<string, Set<string>>();
  private readonly byOneLetterLess = new Map<string, Set<string>>();
  /** The letters of all names that there ever were. */
  private readonly alphabet = new Set<string>();

  add(name: string, bearer: string): void {
    const held = this.bearers.get(name);
    if (!held) {
      this.bearers.set(name, new Set([bearer]));
      const key = lettersKey(name);
      post(this.byLetters, key, name);
      for (const letter of key) this.alphabet.add(letter);
    } else if (!held.has(bearer)) {
      held.add(bearer);
      if (held.size === MANY)
        for (const key of lettersWithoutOne(lettersKey(name))) post(this.byOneLetterLess, key, name);
    }
  }

  remove(name: string, bearer: string): void {
    const held = this.bearers.get(name);
    if (!held?.delete(bearer)) return;
    if (held.size === MANY - 1) {
      for (const key of lettersWithoutOne(lettersKey(name))) unpost(this.byOneLetterLess, key, name);
    }
    if (held.size > 0) return;
    this.bearers.delete(name);
    unpost(this.byLetters, lettersKey(name), name);
  }

  bearersOf(name: string): ReadonlySet<string> {
    return this.bearers.get(name) ?? none;
  }

  /** Every other name whose `usualAlike` may hold this one, or whom this one's may hold: those of a letter more or less. */
  alike(name: string): Set<string> {
    const letters = lettersKey(name);
    const keys = [letters, ...lettersWithoutOne(letters)];
    // Only what many bear, or are about to, is anybody's usual spelling.
    if (this.bearersOf(name).size >= MANY - 1) keys.push(...this.lettersWithOne(letters));
    const found = new Set(keys.flatMap((key) => [...(this.byLetters.get(key) ?? none)]));
    for (const other of this.byOneLetterLess.get(letters) ?? none) found.add(other);
    found.delete(name);
    return found;
  }

  private lettersWithOne(key: string): string[] {
    const [first = '', ...rest] = key;
    return Array.from(this.alphabet, (letter) => first + [...rest, letter].sort().join(''));
  }

  /** Other names of at most one letter more or less that many bear; ascending. */
  usualAlike(name: string): string[] {
    const letters = lettersKey(name);
    const found = new Set<string>();
    const gather = (names: ReadonlySet<string> | undefined): void => {
      for (const other of names ?? none) if (other !== name && this.bearersOf(other).size >= MANY) found.add(other);
    };
    gather(this.byLetters.get(letters));
    gather(this.byOneLetterLess.get(letters));
    for (const key of lettersWithoutOne(letters)) gather(this.byLetters.get(key));
    return [...found].sort();
  }
}

const none: ReadonlySet<string> = new Set();

function post(postings: Map<string, Set<string>>, key: string, name: string): void {
  const held = postings.get(key);
  if (held) held.add(name);
  else postings.set(key, new Set([name]));
}

function unpost(postings: Map<string, Set<string>>, key: string, name: string): void {
  const held = postings.get(key);
  held?.delete(name);
  if (held?.size === 0) postings.delete(key);
}
