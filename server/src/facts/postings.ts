/**
 * An inverted index from blocking keys to the numbers of the items that carry them. A key that more items share than `cap` says nothing
 * and is not live: it proposes no candidates. Which keys crossed that line since the last look is remembered, for the index to mend just
 * those.
 */
export class Postings {
  private readonly lists = new Map<number, number[]>();
  /** Keys touched since the last call of `crossed`, with whether they were live then. */
  private readonly touched = new Map<number, boolean>();

  constructor(private readonly cap: number) {}

  add(item: number, keys: readonly number[]): void {
    for (const key of keys) {
      this.touch(key);
      const list = this.lists.get(key);
      if (list) list.push(item);
      else this.lists.set(key, [item]);
    }
  }

  /** `keys`: those it was added with. */
  remove(item: number, keys: readonly number[]): void {
    for (const key of keys) {
      const list = this.lists.get(key);
      const at = list?.lastIndexOf(item) ?? -1;
      if (!list || at < 0) continue;
      this.touch(key);
      const last = list.pop()!;
      if (at < list.length) list[at] = last;
      if (list.length === 0) this.lists.delete(key);
    }
  }

  /** The items that carry a key, in no order; nothing where the key is not live. */
  get(key: number): readonly number[] {
    const list = this.lists.get(key);
    return list && list.length <= this.cap ? list : NOTHING;
  }

  /** The items with a key that became live, or ceased to be, since the last call; some more than once. */
  crossed(): number[] {
    const out: number[] = [];
    for (const [key, wasLive] of this.touched) {
      const list = this.lists.get(key);
      if (list && wasLive !== list.length <= this.cap) for (const item of list) out.push(item);
    }
    this.touched.clear();
    return out;
  }

  private touch(key: number): void {
    if (!this.touched.has(key)) this.touched.set(key, (this.lists.get(key)?.length ?? 0) <= this.cap);
  }
}

const NOTHING: readonly number[] = [];
