/**
 * An inverted index from blocking keys to the claims that carry them. A key that more claims share than `cap` says nothing and is not
 * live: it proposes no candidates. Which keys crossed that line since the last look is remembered, for the index to mend just those.
 */
export class Postings {
  private readonly lists = new Map<string, Map<string, number[]>>();
  private readonly sizes = new Map<string, number>();
  /** Keys touched since the last call of `crossed`, with whether they were live then. */
  private readonly touched = new Map<string, boolean>();

  constructor(private readonly cap: number) {}

  add(document: string, claim: number, keys: readonly string[]): void {
    for (const key of keys) {
      this.touch(key);
      let list = this.lists.get(key);
      if (!list) this.lists.set(key, (list = new Map()));
      const claims = list.get(document);
      if (claims) claims.push(claim);
      else list.set(document, [claim]);
      this.sizes.set(key, (this.sizes.get(key) ?? 0) + 1);
    }
  }

  remove(document: string, keys: readonly string[]): void {
    for (const key of keys) {
      const list = this.lists.get(key);
      const claims = list?.get(document);
      if (!list || !claims) continue;
      this.touch(key);
      list.delete(document);
      const size = this.sizes.get(key)! - claims.length;
      if (size > 0) {
        this.sizes.set(key, size);
      } else {
        this.sizes.delete(key);
        this.lists.delete(key);
      }
    }
  }

  /** The claims that carry a key, by document; nothing where the key is not live. */
  get(key: string): ReadonlyMap<string, readonly number[]> {
    return this.isLive(key) ? (this.lists.get(key) ?? NOTHING) : NOTHING;
  }

  /** The documents with a key that became live, or ceased to be, since the last call. */
  crossed(): Set<string> {
    const out = new Set<string>();
    for (const [key, wasLive] of this.touched) {
      if (wasLive === this.isLive(key)) continue;
      for (const document of this.lists.get(key)?.keys() ?? []) out.add(document);
    }
    this.touched.clear();
    return out;
  }

  private touch(key: string): void {
    if (!this.touched.has(key)) this.touched.set(key, this.isLive(key));
  }

  private isLive(key: string): boolean {
    return (this.sizes.get(key) ?? 0) <= this.cap;
  }
}

const NOTHING: ReadonlyMap<string, readonly number[]> = new Map();
