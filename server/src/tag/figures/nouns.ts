import data from '../data/counting.json';
import { pairs } from './reader';

/** Function words and verbs: they end the phrase that a number counts. */
export const STOP = new Set(data.stop.split(' '));
const IRREGULAR = pairs(data.irregular);
const BARE = new Set(data.bare.split(' '));
export const PARTICIPLES = new Set(data.participles.split(' '));

/** The singular of a plural noun in lower case; other words come back as they are. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (!isPlural(word) || BARE.has(word)) return word === 'troops' ? 'troop' : word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Does the lower-case word look like a plural noun? */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word) || BARE.has(word)) return true;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|as)$/.test(word) && !STOP.has(word);
}

/** Does the lower-case word look like a form of a verb, or an adverb? */
export function isVerbForm(w: string): boolean {
  return (w.length > 3 && /(?:[^e]ed|ing|ly)$/.test(w) && !NOUNS_IN_ING.has(w)) || PARTICIPLES.has(w);
}

const NOUNS_IN_ING = new Set(
  'ring wing thing being meeting building hearing killing shooting bombing warning opening feeling wedding offering ruling reading training spending ceiling king spring string family ally assembly anomaly rally reply supply seed'.split(
    ' ',
  ),
);
