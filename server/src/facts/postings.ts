import { NumberLists } from './numberLists';

/**
 * An inverted index from blocking keys to the numbers of the items that carry them. A key that more items share than `cap` says nothing
 * and is not live: it proposes no candidates. Which keys crossed that line since the last look is remembered, for the index to mend just
 * those.
 */
export class Postings {
  private readonly lists = new NumberLists();
  /** Keys that crossed the line since the last call of `crossed`, with whether they were live then. */
  private readonly touched = new Map<number, boolean>();

  constructor(private readonly cap: number) {}

  add(item: number, keys: readonly number[]): void {
    for (const key of keys) {
      if (this.lists.add(key, item) === this.cap + 1) this.touch(key, true);
    }
  }

  /** `keys`: those it was added with. */
  remove(item: number, keys: readonly number[]): void {
    for (const key of keys) {
      if (this.lists.count(key) === this.cap + 1) this.touch(key, false);
      this.lists.remove(key, item);
    }
  }

  /** The items that carry a key, in no order; nothing where the key is not live. */
  get(key: number): readonly number[] {
    return this.lists.count(key) <= this.cap ? this.lists.get(key) : NOTHING;
  }

  /** The same one by one. */
  each(key: number, take: (item: number) => void): void {
    if (this.lists.count(key) <= this.cap) this.lists.each(key, take);
  }

  /** The items with a key that became live, or ceased to be, since the last call; some more than once. */
  crossed(): number[] {
    const out: number[] = [];
    for (const [key, wasLive] of this.touched) {
      if (wasLive !== this.lists.count(key) <= this.cap) this.lists.each(key, (item) => out.push(item));
    }
    this.touched.clear();
    return out;
  }

  /** The keys that are not live, in no order. */
  dead(): number[] {
    return [...this.lists.keys()].filter((key) => this.lists.count(key) > this.cap);
  }

  /** The same as `crossed`, since the keys that were not live then were these. */
  crossedSince(dead: readonly number[]): number[] {
    this.touched.clear();
    const [then, now] = [new Set(dead), new Set(this.dead())];
    const other = [...dead.filter((key) => !now.has(key)), ...[...now].filter((key) => !then.has(key))];
    return other.flatMap((key) => this.lists.get(key));
  }

  private touch(key: number, wasLive: boolean): void {
    if (!this.touched.has(key)) this.touched.set(key, wasLive);
  }
}

const NOTHING: readonly number[] = [];
