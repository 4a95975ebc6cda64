/** What stands in a slot that has no key, never had one or has it no more. */
const EMPTY = -1;
const GONE = -2;
/** A table is made anew where more of its slots than this are used. */
const FULLEST = 0.75;

/** Cells that are asked of the system at once, each time twice as many, up to the most. A longer list has as many as it takes. */
const FIRST_CHUNK = 256;
const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

/**
 * Lists of numbers by key, in no order, in typed arrays: millions of numbers in a third of the room that a map of lists takes, and none of it for the
 * collector of garbage to look at. Keys and values are whole numbers of 30 bits.
 */
export class NumberLists {
  /** By slot, a key and what it has: a value, or the address of several with all bits turned. */
  private slots = emptySlots(256);
  /** Slots with a key now; those that had one besides. */
  private held = 0;
  private gone = 0;
  /** An address is the number of a chunk, then the place in it. A list there: how many values, then these, then free cells up to its size. */
  private readonly chunks: Int32Array[] = [];
  /** The chunk that has room, and its next free cell. */
  private last = -1;
  private next = 0;
  /** By size, the addresses of lists that were given up. */
  private readonly free = new Map<number, number[]>();

  /** How many values a key has. */
  count(key: number): number {
    const has = this.valueOf(key);
    return has === null ? 0 : has >= 0 ? 1 : this.cellsOf(~has)[placeOf(~has)]!;
  }

  /** A list of its own. */
  get(key: number): number[] {
    const out: number[] = [];
    this.each(key, (value) => out.push(value));
    return out;
  }

  /** Nothing may be added or removed meanwhile. */
  each(key: number, take: (value: number) => void): void {
    const has = this.valueOf(key);
    if (has === null) return;
    if (has >= 0) return take(has);
    const cells = this.cellsOf(~has);
    const from = placeOf(~has) + 1;
    const to = from + cells[from - 1]!;
    for (let i = from; i < to; i++) take(cells[i]!);
  }

  /** @returns how many values the key has now */
  add(key: number, value: number): number {
    const slot = this.slotFor(key);
    const has = this.slots[slot + 1]!;
    if (this.slots[slot] !== key) {
      if (this.slots[slot] === GONE) this.gone--;
      this.slots[slot] = key;
      this.slots[slot + 1] = value;
      this.held++;
      if (this.held + this.gone > FULLEST * (this.slots.length / 2)) this.rehash();
      return 1;
    }
    if (has >= 0) {
      this.slots[slot + 1] = ~this.listOf([has, value]);
      return 2;
    }
    const cells = this.cellsOf(~has);
    const at = placeOf(~has);
    const count = cells[at]!;
    if (sizeFor(count + 1) === sizeFor(count)) {
      cells[at] = count + 1;
      cells[at + count + 1] = value;
    } else this.slots[slot + 1] = ~this.moved(~has, [value]);
    return count + 1;
  }

  /** Takes a value from a key, one if it is there several times. */
  remove(key: number, value: number): void {
    const slot = this.slotFor(key);
    if (this.slots[slot] !== key) return;
    const has = this.slots[slot + 1]!;
    if (has >= 0) {
      if (has !== value) return;
      this.slots[slot] = GONE;
      this.held--;
      this.gone++;
      return;
    }
    const cells = this.cellsOf(~has);
    const at = placeOf(~has);
    const count = cells[at]!;
    const found = cells.lastIndexOf(value, at + count);
    if (found <= at) return;
    cells[found] = cells[at + count]!;
    cells[at] = count - 1;
    if (count === 2) {
      this.slots[slot + 1] = cells[at + 1]!;
      this.giveUp(~has, sizeFor(2));
    } else if (sizeFor(count) !== sizeFor(count - 1)) this.slots[slot + 1] = ~this.moved(~has, [], sizeFor(count));
  }

  *keys(): Generator<number> {
    for (let slot = 0; slot < this.slots.length; slot += 2) if (this.slots[slot]! >= 0) yield this.slots[slot]!;
  }

  private valueOf(key: number): number | null {
    const slot = this.slotFor(key);
    return this.slots[slot] === key ? this.slots[slot + 1]! : null;
  }

  /** The slot of a key; the first that it can have where it has none. */
  private slotFor(key: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let gone = -1;
    for (let slot = (key << 1) & mask; ; slot = (slot + 2) & mask) {
      const there = slots[slot]!;
      if (there === key) return slot;
      if (there === EMPTY) return gone < 0 ? slot : gone;
      if (there === GONE && gone < 0) gone = slot;
    }
  }

  private rehash(): void {
    const before = this.slots;
    const isLarge = this.held > (FULLEST / 2) * (before.length / 2);
    this.slots = emptySlots(isLarge ? 2 * before.length : before.length);
    this.gone = 0;
    for (let slot = 0; slot < before.length; slot += 2) {
      if (before[slot]! < 0) continue;
      const to = this.slotFor(before[slot]!);
      this.slots[to] = before[slot]!;
      this.slots[to + 1] = before[slot + 1]!;
    }
  }

  private cellsOf(address: number): Int32Array {
    return this.chunks[address >>> CHUNK_BITS]!;
  }

  /** A list with values of its own; its address. */
  private listOf(values: ArrayLike<number>): number {
    const address = this.room(sizeFor(values.length));
    const at = placeOf(address);
    const cells = this.cellsOf(address);
    cells[at] = values.length;
    cells.set(values, at + 1);
    return address;
  }

  /** A list in another size, with more values; its new address. */
  private moved(from: number, more: readonly number[], size?: number): number {
    const cells = this.cellsOf(from);
    const at = placeOf(from);
    const count = cells[at]!;
    const values = new Int32Array(count + more.length);
    values.set(cells.subarray(at + 1, at + 1 + count));
    values.set(more, count);
    this.giveUp(from, size ?? sizeFor(count));
    return this.listOf(values);
  }

  private giveUp(address: number, size: number): void {
    const known = this.free.get(size);
    if (known) known.push(address);
    else this.free.set(size, [address]);
  }

  private room(size: number): number {
    const used = this.free.get(size)?.pop();
    if (used !== undefined) return used;
    if (size >= CHUNK) return (this.chunks.push(new Int32Array(size)) - 1) << CHUNK_BITS;
    if (this.last < 0 || this.next + size > this.chunks[this.last]!.length) {
      const cells = Math.max(size, Math.min(CHUNK, FIRST_CHUNK << Math.min(this.chunks.length, CHUNK_BITS)));
      this.last = this.chunks.push(new Int32Array(cells)) - 1;
      this.next = 0;
    }
    const address = (this.last << CHUNK_BITS) | this.next;
    this.next += size;
    return address;
  }
}

function emptySlots(count: number): Int32Array {
  return new Int32Array(2 * count).fill(EMPTY);
}

function placeOf(address: number): number {
  return address & (CHUNK - 1);
}

/** The cells of a list of so many values: a power of two, or one and a half of it. */
function sizeFor(count: number): number {
  const power = 2 ** (31 - Math.clz32(count));
  return count + 1 <= power ? power : count + 1 <= 1.5 * power ? 1.5 * power : 2 * power;
}
