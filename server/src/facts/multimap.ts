type Value = number | string | { readonly name: string };

/** Below this many values a list is copied as it grows: the engine leaves room for sixteen more, and half as many again, in one that is pushed to. */
const SHORT = 40;

/** A map from a key to several values, in the order in which they came. Made for millions of keys of which most have one value: that one is kept without a list. */
export class Multimap<K, V extends Value> {
  private readonly held = new Map<K, V | V[]>();

  /** How many values a key has. */
  count(key: K): number {
    const held = this.held.get(key);
    return held === undefined ? 0 : Array.isArray(held) ? held.length : 1;
  }

  get(key: K): readonly V[] {
    const held = this.held.get(key);
    return held === undefined ? NOTHING : Array.isArray(held) ? held : [held];
  }

  /** @returns how many values the key has now */
  add(key: K, value: V): number {
    const held = this.held.get(key);
    if (held === undefined) {
      this.held.set(key, value);
      return 1;
    }
    if (!Array.isArray(held)) {
      this.held.set(key, [held, value]);
      return 2;
    }
    if (held.length >= SHORT) return held.push(value);
    this.held.set(key, held.concat(value));
    return held.length + 1;
  }

  /** Takes a value from a key, one if it is there several times. What came last is found first. */
  remove(key: K, value: V): void {
    const held = this.held.get(key);
    if (!Array.isArray(held)) {
      if (held === value) this.held.delete(key);
      return;
    }
    const at = held.lastIndexOf(value);
    if (at < 0) return;
    if (held.length === 2) this.held.set(key, held[1 - at]!);
    else held.splice(at, 1);
  }

  keys(): Iterable<K> {
    return this.held.keys();
  }
}

const NOTHING: readonly never[] = [];
