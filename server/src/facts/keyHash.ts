/** Bits of a key: an integer that the engine keeps without a box. */
const MASK = 0x3fffffff;

/**
 * A blocking key for a text: FNV-1a over its UTF-16 units, cut to 30 bits; `seed` is the key of what stands before it. Two texts that meet by
 * accident cost one comparison that comes to nothing.
 */
export function keyHash(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & MASK;
}
