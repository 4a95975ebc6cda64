/** What is kept under a key: a string, which is compressed, and bytes, which are not. */
export interface CacheEntry {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * What was found in texts, from one start of the server to the next. A key is made of all that the entry depends on: the text, its
 * format, what people said of its names, and the version of the program. It opens the entry, too: without the text nobody can read what was found in it.
 * Whatever cannot be read or written counts as not there.
 */
export interface TagCache {
  keyOf(content: string): string;
  /** What was kept under a key, or null. */
  get(key: string): Promise<CacheEntry | null>;
  put(key: string, entry: CacheEntry): void;
  /** All that was read: what is new may be written, what is held for reading may go. Resolves when it is on the disk. */
  flush(): Promise<void>;
  /** Nothing is to be kept any more, and what was is deleted. */
  clear(): Promise<void>;
}
