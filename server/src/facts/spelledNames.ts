import { Multimap } from './multimap';
import { lettersKey, lettersWithoutOne, MANY } from './oddSpelling';

/**
 * The names of a folder by their letters: finds those that are written with the same letters as a name, with one more or with one less.
 * A name is one posting; only what many bear is posted under every letter that a slip may leave out of it.
 */
export class SpelledNames {
  /** Name -> how many bear it so. */
  private readonly bearers = new Map<string, number>();
  private readonly byLetters = new Multimap<string, string>();
  private readonly byOneLetterLess = new Multimap<string, string>();
  /** The letters of all names that there ever were. */
  private readonly alphabet = new Set<string>();

  /** One more bears this name. */
  add(name: string): void {
    const bearers = this.count(name) + 1;
    this.bearers.set(name, bearers);
    if (bearers === 1) {
      const key = lettersKey(name);
      this.byLetters.add(key, name);
      for (const letter of key) this.alphabet.add(letter);
    } else if (bearers === MANY) {
      for (const key of lettersWithoutOne(lettersKey(name))) this.byOneLetterLess.add(key, name);
    }
  }

  /** One less bears it. */
  remove(name: string): void {
    const bearers = this.count(name) - 1;
    if (bearers < 0) return;
    if (bearers === MANY - 1) {
      for (const key of lettersWithoutOne(lettersKey(name))) this.byOneLetterLess.remove(key, name);
    }
    if (bearers > 0) {
      this.bearers.set(name, bearers);
      return;
    }
    this.bearers.delete(name);
    this.byLetters.remove(lettersKey(name), name);
  }

  /** How many bear this name. */
  count(name: string): number {
    return this.bearers.get(name) ?? 0;
  }

  /** Every other name whose `usualAlike` may hold this one, or whom this one's may hold: those of a letter more or less. */
  alike(name: string): Set<string> {
    const letters = lettersKey(name);
    const keys = [letters, ...lettersWithoutOne(letters)];
    // Only what many bear, or are about to, is anybody's usual spelling.
    if (this.count(name) >= MANY - 1) keys.push(...this.lettersWithOne(letters));
    const found = new Set(keys.flatMap((key) => this.byLetters.get(key)));
    for (const other of this.byOneLetterLess.get(letters)) found.add(other);
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
    const gather = (names: readonly string[]): void => {
      for (const other of names) if (other !== name && this.count(other) >= MANY) found.add(other);
    };
    gather(this.byLetters.get(letters));
    gather(this.byOneLetterLess.get(letters));
    for (const key of lettersWithoutOne(letters)) gather(this.byLetters.get(key));
    return [...found].sort();
  }
}
