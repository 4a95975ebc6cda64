/** Of a stem in at least half of the documents, a quarter, an eighth, a sixteenth. */
const WORTH = [15, 30, 50, 75];
/** Of any other. */
export const FULL_WORTH = 100;

/**
 * What a stem that stands in so large a part of the folder is worth as evidence, in hundredths: inverse document frequency in steps of two, so that a
 * document more or less seldom changes anything, and what it changes is known.
 */
function worth(documents: number, frequency: number, smallestFolder: number): number {
  if (documents < smallestFolder || frequency === 0) return FULL_WORTH;
  const gap = Math.clz32(frequency) - Math.clz32(documents); // of the whole parts of their binary logarithms
  return WORTH[gap] ?? FULL_WORTH;
}

/** In how many documents each stem stands, by its key, and what that makes it worth. */
export class Rarities {
  private readonly frequencies = new Map<number, number>();
  private documents = 0;
  /** Frequency at the last look, of the stems touched since. */
  private readonly touched = new Map<number, number>();
  private documentsThen = 0;

  /**
   * @param smallestFolder below this many documents a folder says nothing about which words are rare: five reports of one event share
   *   most of them
   */
  constructor(private readonly smallestFolder: number) {}

  add(stems: Iterable<number>): void {
    for (const stem of stems) this.count(stem, 1);
    this.documents++;
  }

  remove(stems: Iterable<number>): void {
    for (const stem of stems) this.count(stem, -1);
    this.documents--;
  }

  /** A document that had the one has the other: most of both are the same. */
  replace(before: ReadonlySet<number>, now: ReadonlySet<number>): void {
    for (const stem of before) if (!now.has(stem)) this.count(stem, -1);
    for (const stem of now) if (!before.has(stem)) this.count(stem, 1);
  }

  of = (stem: number): number => this.worth(this.documents, this.frequencies.get(stem) ?? 0);

  /** Tells for a stem whether its worth changed since the last call; null where no stem's did. */
  changed(): ((stem: number) => boolean) | null {
    const then = this.documentsThen;
    const now = this.documents;
    const touched = new Map(this.touched);
    this.touched.clear();
    this.documentsThen = now;
    const level = (n: number): number => (n < this.smallestFolder ? 0 : Math.floor(Math.log2(n)));
    if (level(then) === level(now)) {
      for (const [stem, before] of touched) if (this.worth(then, before) === this.of(stem)) touched.delete(stem);
      return touched.size === 0 ? null : (stem) => touched.has(stem);
    }
    return (stem) => {
      const frequency = this.frequencies.get(stem) ?? 0;
      return this.worth(then, touched.get(stem) ?? frequency) !== this.worth(now, frequency);
    };
  }

  /** The stems that are worth less than others, with what they are worth. */
  lesser(): [stem: number, worth: number][] {
    const all = Array.from(this.frequencies.keys(), (stem): [number, number] => [stem, this.of(stem)]);
    return all.filter(([, each]) => each !== FULL_WORTH);
  }

  /** The same as `changed`, since the stems that were worth less were these. */
  changedSince(lesser: readonly (readonly [stem: number, worth: number])[]): ((stem: number) => boolean) | null {
    this.touched.clear();
    this.documentsThen = this.documents;
    const then = new Map(lesser);
    const now = new Map(this.lesser());
    const other = new Set([...then.keys(), ...now.keys()].filter((stem) => then.get(stem) !== now.get(stem)));
    return other.size === 0 ? null : (stem) => other.has(stem);
  }

  private worth(documents: number, frequency: number): number {
    return worth(documents, frequency, this.smallestFolder);
  }

  private count(stem: number, by: 1 | -1): void {
    const frequency = this.frequencies.get(stem) ?? 0;
    // As long as all words were worth the same at the last look, it does not matter how frequent they were.
    if (this.documentsThen >= this.smallestFolder && !this.touched.has(stem)) this.touched.set(stem, frequency);
    if (frequency + by === 0) this.frequencies.delete(stem);
    else this.frequencies.set(stem, frequency + by);
  }
}
