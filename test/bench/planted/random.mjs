/** Numbers that are the same for the same words: a change of one report changes no choice in another. */
export function randomOf(...words) {
  let state = 2166136261;
  for (const unit of words.join('\n')) state = Math.imul(state ^ unit.codePointAt(0), 16777619) >>> 0; // FNV-1a
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes
    return Math.floor((state / 2 ** 32) * n);
  };
}

export function shuffled(list, random) {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
