/** What was made of texts, as long as it was among what was asked for last. */
export class Latest<T> {
  /** The latest last. */
  private readonly made = new Map<object, { readonly value: T; readonly characters: number }>();
  private characters = 0;

  /** `most`: characters of the texts of which something is kept. The one asked for last stays, however long. */
  constructor(private readonly most: number) {}

  /** What is kept for a key; else what `make` makes, of a text of so many characters. */
  of(key: object, make: () => { readonly value: T; readonly characters: number }): T {
    const known = this.made.get(key);
    if (known) this.made.delete(key);
    const item = known ?? make();
    this.made.set(key, item);
    if (!known) this.characters += item.characters;
    if (this.characters > this.most) this.forget();
    return item.value;
  }

  private forget(): void {
    for (const [oldest, { characters }] of this.made) {
      if (this.characters <= this.most || this.made.size === 1) return;
      this.made.delete(oldest);
      this.characters -= characters;
    }
  }
}
