import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const decoder = fileURLToPath(new URL('slim/unfolded.cjs', import.meta.url));

/** Lists shorter than this, or that get less than a tenth shorter, are not worth the time: all that are take 4 ms of the processor at a start. */
const shortest = 400;

/** Stand for the letters shared, from 0, and part the words: characters of no word, not even “M23”. */
const counts = ':;<=>?@';

/**
 * Stores the word lists (`data/*.json`) front-coded, and without their `origin`, which is for whoever reads the sources. A list is a string of words with
 * a separator between them; front-coded, each word is the number of letters that it shares with the one before, and the rest. What is
 * loaded is the string as it stands in the source.
 * @returns {import('esbuild').Plugin}
 */
export function wordLists() {
  return {
    name: 'word-lists',
    setup(build) {
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*[\\/]data[\\/]\w+\.json$/ }, async ({ path }) => {
        const lists = Object.entries(JSON.parse(await readFile(path, 'utf8'))).filter(([name]) => name !== 'origin');
        const entries = lists.map(([name, list]) => `${JSON.stringify(name)}: ${stored(list)}`);
        return { contents: `import { unfolded } from ${JSON.stringify(decoder)};\nexport default { ${entries} };` };
      });
    },
  };
}

/** @returns {string} an expression for the value */
function stored(value) {
  const whole = JSON.stringify(value);
  if (typeof value !== 'string' || value.length < shortest || /[:-@]/.test(value)) return whole;
  const separator = value.includes(',') ? ',' : ' ';
  const coded = JSON.stringify(folded(value, separator));
  return coded.length < 0.9 * whole.length ? `unfolded(${coded}, ${JSON.stringify(separator)})` : whole;
}

/**
 * @param {string} list without a character of `counts`
 * @param {string} separator
 * @returns {string} what `unfolded` reads
 */
export function folded(list, separator) {
  let last = '';
  const words = list.split(separator).map((word) => {
    let shared = 0;
    while (shared < counts.length - 1 && shared < word.length && word[shared] === last[shared]) shared++;
    last = word;
    return counts[shared] + word.slice(shared);
  });
  return words.join('');
}
