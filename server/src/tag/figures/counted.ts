import data from '../data/counting.json';
import { CARDINALS } from './numberWords';
import type { Reading } from './reading';
import { at, isCapital, isGlued, isHyphen, isNumber, isWord, pairs, written, type Reader } from './reader';

/** The noun phrase behind a number, in tokens `from..to` (exclusive), and its head in the singular. */
export interface Counted {
  readonly from: number;
  readonly to: number;
  readonly head: string;
}

export const STOP = new Set(data.stop.split(' '));
const IRREGULAR = pairs(data.irregular);
const BARE = new Set(data.bare.split(' '));
const PARTICIPLES = new Set(data.participles.split(' '));
const LONGEST = 6;

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

/**
 * What a number other than one counts: the words up to the first plural noun, and plural nouns right behind that (“arms deals”).
 * Null where no plural stands within the next words of the phrase: then it is not known what is counted.
 */
export function countedPlural(r: Reader, i: number): Counted | null {
  let head = -1;
  let j = i;
  for (let n = 0; n < LONGEST; n++) {
    if (isHyphen(r, j) && isGlued(r, j) && isGlued(r, j + 1)) {
      j++;
      n--;
      if (j - i > 2 * LONGEST) break;
    }
    const w = at(r, j);
    if (!isWord(r, j) || (isStop(r, j) && w !== 'more' && w !== 'other' && w !== 'most') || PARTICIPLES.has(w)) break;
    if (isPlural(w)) head = j;
    else if (head >= 0) break;
    j++;
  }
  if (head >= 0) return { from: i, to: head + 1, head: singular(at(r, head)) };
  if (PARTICIPLES.has(at(r, i))) {
    const next = countedPlural2(r, i + 1);
    return next ? { from: i, to: next.to, head: next.head } : { from: i, to: i + 1, head: at(r, i) };
  }
  return null;
}

/** Function words and verbs end the phrase; “US” is no pronoun. */
function isStop(r: Reader, i: number): boolean {
  return STOP.has(at(r, i)) && written(r, i) !== 'US';
}

/** The plural noun right behind a participle: “wounded soldiers”. */
function countedPlural2(r: Reader, i: number): Counted | null {
  for (let j = i; j < i + 3 && isWord(r, j) && !STOP.has(at(r, j)); j++) {
    if (isPlural(at(r, j))) return { from: i, to: j + 1, head: singular(at(r, j)) };
  }
  return null;
}

/** What an ordinal or a one orders or counts: the run of words up to a function word, a verb form or the end of the phrase. */
export function countedSingular(r: Reader, i: number): Counted | null {
  let head = -1;
  let j = i;
  if (at(r, j) === 'such') j++;
  for (let n = 0; n < 4; n++) {
    if (isHyphen(r, j) && isGlued(r, j) && isGlued(r, j + 1)) j++;
    const w = at(r, j);
    if (!isWord(r, j) || isStop(r, j)) break;
    if (head >= 0 && !isHyphen(r, j - 1) && isVerbForm(w) && !isCapital(r, j)) break;
    head = j;
    j++;
    // “the first cases in”, but “arms package”: a plural may stand before the head.
    if (isPlural(w) && (isCapital(r, j) || isVerbForm(at(r, j)))) break;
  }
  return head >= 0 ? { from: i, to: head + 1, head: singular(at(r, head)) } : null;
}

function isVerbForm(w: string): boolean {
  return (w.length > 3 && /(?:[^e]ed|ing|ly)$/.test(w) && !NOUNS_IN_ING.has(w)) || PARTICIPLES.has(w);
}

const NOUNS_IN_ING = new Set(
  'ring wing thing being meeting building hearing killing shooting bombing warning opening feeling wedding offering ruling reading training spending ceiling king spring string family ally assembly anomaly rally reply supply seed'.split(
    ' ',
  ),
);

/** “of the voters”: the phrase behind a share or a vague count. */
export function countedOf(r: Reader, i: number): Counted | null {
  if (at(r, i) !== 'of') return null;
  let j = i + 1;
  while (j < i + 4 && DETERMINERS.has(at(r, j))) j++;
  // “four of the six”
  if (isNumber(r, j) || CARDINALS.has(at(r, j))) return null;
  const counted = countedPlural(r, j) ?? countedSingular(r, j);
  return counted && { ...counted, from: i + 1 };
}

const DETERMINERS = new Set("the all its their his her our my your these those this that such 's".split(' '));

const DEFINITE = new Set(['the', 'these', 'those', 'both', 'all']);

/** Is a plain count one of “the two leaders”, “these three”, “the more than 50”? “The 12-point plan” is not: there the article is the plan's. */
export function isDefinite(r: Reader, { type, unit, from, to, hedge }: Reading): boolean {
  if (type !== 'quantity' || unit !== '' || isHyphen(r, to)) return false;
  return DEFINITE.has(at(r, (hedge && hedge.from < from ? hedge.from : from) - 1));
}
