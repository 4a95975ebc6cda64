/** What was made of texts, as long as it was among what was asked for last. */
export class Latest<T> {
  /** The latest last. */
  private readonly made = new Map<object, Measured<T>>();
  private size = 0;
  private last: { readonly key: object; readonly value: T } | null = null;

  /** `most`: sizes of all together that is kept. The one asked for last stays, however large. */
  constructor(private readonly most: number) {}

  /** What is kept for a key; else what `make` makes, and how large that is. */
  of(key: object, make: () => Measured<T>): T {
    if (this.last?.key === key) return this.last.value;
    const known = this.made.get(key);
    if (known) this.made.delete(key);
    const item = known ?? make();
    const { value } = item;
    this.made.set(key, item);
    this.last = { key, value };
    if (!known) this.size += item.size;
    if (this.size > this.most) this.forget();
    return value;
  }

  private forget(): void {
    for (const [oldest, { size }] of this.made) {
      if (this.size <= this.most || this.made.size === 1) return;
      this.made.delete(oldest);
      this.size -= size;
    }
  }
}

export interface Measured<T> {
  readonly value: T;
  /** In whatever unit: characters of the text, its lines. */
  readonly size: number;
}
