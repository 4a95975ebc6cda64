import { shuffled } from './random.mjs';

/** Words of names that are words of the language: to misspell them is no slip in a name. */
const ordinary = new Set(
  'Agency Alliance Authority Coastal Commission Economics Electoral Farmers Glass Harbour League Pacific School Space University'.split(
    ' ',
  ),
);

/** The word of a name by which it is known, the surname of a person: the last that is a name and nothing else; null where none is. */
export function tellingWord(name) {
  const own = name.match(/\p{L}[\p{L}-]*/gu)?.filter((word) => /^\p{Lu}/u.test(word) && !ordinary.has(word)) ?? [];
  return own.at(-1) ?? null;
}

/** How a hand that slips spells a name: a letter doubled, dropped or swapped with its neighbour, the first one kept. */
export function misspellings(word, random) {
  const letters = [...word];
  if (letters.length < 4) return [];
  const out = [];
  const like = (slip) => (word === word.toUpperCase() ? slip.toUpperCase() : slip);
  for (let i = 1; i < letters.length; i++) {
    const before = letters.slice(0, i).join('');
    const after = letters.slice(i + 1).join('');
    if (!/\p{L}/u.test(letters[i])) continue;
    out.push(before + letters[i] + letters[i] + after);
    if (letters.length > 4) out.push(before + after);
    const next = letters[i + 1];
    if (next && /\p{L}/u.test(next) && next !== letters[i])
      out.push(before + next + letters[i] + after.slice(next.length));
  }
  return shuffled(
    [...new Set(out.map(like))].filter((slip) => slip !== word),
    random,
  );
}
