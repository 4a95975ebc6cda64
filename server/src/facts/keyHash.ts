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

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/** The same for a number, by its bits: 0 and -0 are one. */
export function numberHash(value: number, seed = 0x811c9dc5): number {
  number[0] = value + 0;
  const hash = Math.imul(Math.imul(seed ^ halves[0]!, 0x01000193) ^ halves[1]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & MASK;
}
