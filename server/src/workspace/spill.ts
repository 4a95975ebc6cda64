/** Bytes that were put away together, and can be had part by part as long as somebody has this. */
export interface Spilled {
  /** A part, as it was put; null where it cannot be read any more. */
  take(part: number): Uint8Array | null;
}

/**
 * Where bytes go that nobody looks at, so that the process need not hold them. A door has it, or not. Whoever puts something there can make it
 * anew. To put and to take are some hundredths of a millisecond.
 */
export interface Spill {
  /** Null where there is no room. */
  put(parts: readonly Uint8Array[]): Spilled | null;
}

/** What there is no room for elsewhere. */
export function inMemory(parts: readonly Uint8Array[]): Spilled {
  return { take: (part) => parts[part] ?? null };
}
