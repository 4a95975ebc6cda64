/** Makes what a document has in common with others, those of them that `isOpen`. */
export type Make = (document: string, isOpen: (other: string) => boolean) => void;

/**
 * Documents whose pairs with others are to be made anew. A pair is made by that of its two documents whose turn comes last, so that none is
 * made twice and the order of turns does not matter.
 */
export class Backlog {
  private readonly waiting = new Set<string>();
  /** Those that had their turn with all others since something was added. */
  private readonly ahead = new Set<string>();

  constructor(private readonly make: Make) {}

  add(document: string): void {
    this.waiting.add(document);
    this.ahead.clear();
  }

  delete(document: string): void {
    this.waiting.delete(document);
  }

  has(document: string): boolean {
    return this.waiting.has(document);
  }

  get size(): number {
    return this.waiting.size;
  }

  /** Gives so many documents their turn at most; true when none is left. */
  work(documents: number): boolean {
    let left = documents;
    for (const document of this.waiting) {
      if (left-- <= 0) return false;
      this.waiting.delete(document);
      this.make(document, (other) => !this.waiting.has(other));
    }
    return true;
  }

  /**
   * Gives one document its turn with all others, whatever they wait for: also where it had one before, for its pairs with those that wait are not
   * made yet.
   */
  workFirst(document: string): void {
    if (this.waiting.size === 0 || this.ahead.has(document)) return;
    this.ahead.add(document);
    this.waiting.delete(document);
    this.make(document, () => true);
  }
}
