import { shuffled } from './random.mjs';

const small = new Set(
  `about above after again against always another anybody because before begun below could ever every everybody first from have having
  itself might never nobody nothing only other ought over shall should since somebody something than that their them then there these
  they this those though through today tomorrow under until upon very were what when where which while will with would your yours`.split(
    /\s+/,
  ),
);

/** The words of a quotation that carry its content, as spans in it. */
export function contentWords(quotation) {
  return [...quotation.matchAll(/\p{L}[\p{L}’']*/gu)]
    .filter(([word]) => word.length >= 4 && word === word.toLowerCase() && !small.has(word))
    .map((match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }));
}

/** Words of the pool that could stand in a word's place by their look: the same ending, and not of the same stem. */
export function wordsLike(word, pool, random) {
  const alike = pool.filter((other) => ending(other) === ending(word) && other.slice(0, 4) !== word.slice(0, 4));
  return shuffled([...new Set(alike)].sort(), random);
}

function ending(word) {
  return /(?:ing|ed|ly|est|er|s)$/.exec(word)?.[0] ?? '';
}
