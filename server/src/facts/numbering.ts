/** Numbers of a document come in blocks of this many, so that a block has one owner. */
const BLOCK_BITS = 3;
const BLOCK = 1 << BLOCK_BITS;

/** The block that a number is in: for what is kept by document and asked for by thousands of items. */
export function blockOf(number: number): number {
  return number >> BLOCK_BITS;
}

/** The numbers of a document's items. */
export interface Range {
  readonly document: string;
  /** The first of them. */
  readonly base: number;
  readonly blocks: number;
}

/**
 * Consecutive integers for the items of documents: small enough for arrays to be indexed by them, and given out again once a document has
 * gone. Which item has which number depends on the order in which documents came; nothing that a user sees may depend on it.
 */
export class Numbering {
  private readonly ranges = new Map<string, Range>();
  private readonly owners: Range[] = [];
  /** Ranges given back, by their length in blocks. */
  private readonly free = new Map<number, number[]>();

  /** One more than the greatest number given out so far. */
  get size(): number {
    return this.owners.length << BLOCK_BITS;
  }

  /** The first of `count` consecutive numbers for the items of a document that has none. */
  allot(document: string, count: number): number {
    const blocks = Math.max(1, Math.ceil(count / BLOCK));
    const base = this.free.get(blocks)?.pop() ?? this.size;
    const range = { document, base, blocks };
    for (let block = 0; block < blocks; block++) this.owners[(base >> BLOCK_BITS) + block] = range;
    this.ranges.set(document, range);
    return base;
  }

  release(document: string): void {
    const range = this.ranges.get(document);
    if (!range) return;
    this.ranges.delete(document);
    const known = this.free.get(range.blocks);
    if (known) known.push(range.base);
    else this.free.set(range.blocks, [range.base]);
  }

  /** The number of a document's first item, or -1. */
  base(document: string): number {
    return this.ranges.get(document)?.base ?? -1;
  }

  owner(number: number): string {
    return this.rangeOf(number).document;
  }

  /** The range that a number is in. */
  rangeOf(number: number): Range {
    return this.owners[number >> BLOCK_BITS]!;
  }
}
