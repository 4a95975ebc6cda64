import { classesAt, WordClass } from './classes';
import { singular, STOP } from './nouns';
import { CARDINALS } from './numberWords';
import type { Reading } from './reading';
import { at, isCapital, isGlued, isHyphen, isNumber, isWord, type Reader } from './reader';

/** The noun phrase behind a number, in tokens `from..to` (exclusive), and its head in the singular. */
export interface Counted {
  readonly from: number;
  readonly to: number;
  readonly head: string;
}

const LONGEST = 6;

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
    if (!isWord(r, j)) break;
    const classes = classesAt(r, j);
    if (classes & WordClass.Participle || (classes & WordClass.Stop && !MORE.has(at(r, j)))) break;
    if (classes & WordClass.Plural) head = j;
    else if (head >= 0) break;
    j++;
  }
  if (head >= 0) return { from: i, to: head + 1, head: singular(at(r, head)) };
  if (classesAt(r, i) & WordClass.Participle) {
    const next = countedPlural2(r, i + 1);
    return next ? { from: i, to: next.to, head: next.head } : { from: i, to: i + 1, head: at(r, i) };
  }
  return null;
}

/** They compare what is counted, and end no phrase. */
const MORE = new Set(['more', 'other', 'most']);

/** The plural noun right behind a participle: “wounded soldiers”. */
function countedPlural2(r: Reader, i: number): Counted | null {
  for (let j = i; j < i + 3 && isWord(r, j) && !STOP.has(at(r, j)); j++) {
    if (classesAt(r, j) & WordClass.Plural) return { from: i, to: j + 1, head: singular(at(r, j)) };
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
    const classes = classesAt(r, j);
    if (!isWord(r, j) || classes & WordClass.Stop) break;
    if (classes & WordClass.VerbForm && head >= 0 && !isHyphen(r, j - 1) && !isCapital(r, j)) break;
    head = j;
    j++;
    // “the first cases in”, but “arms package”: a plural may stand before the head.
    if (classes & WordClass.Plural && (isCapital(r, j) || classesAt(r, j) & WordClass.VerbForm)) break;
  }
  return head >= 0 ? { from: i, to: head + 1, head: singular(at(r, head)) } : null;
}

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
