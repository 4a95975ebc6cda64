/**
 * What tagging found in files, from one start of the server to the next. A key is made of all that the tagging depends on: the text, its
 * format, what people said of its names, and the version of the taggers. Whatever cannot be read or written counts as not there.
 */
export interface TagCache {
  keyOf(content: string): string;
  /** What was kept under a key, or null. */
  get(key: string): Promise<string | null>;
  put(key: string, packed: string): void;
  /** All that was read: what is new may be written, what is held for reading may go. Resolves when it is on the disk. */
  flush(): Promise<void>;
  /** Nothing is to be kept any more, and what was is deleted. */
  clear(): Promise<void>;
}
