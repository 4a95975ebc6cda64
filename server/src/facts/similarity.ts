import { hasName, mayBeOne } from './claimNames';
import type { Claim } from './claims';
import { FULL_WEIGHT, placeOfKey, type Words } from './claimWords';
import { sharedRun } from './passage';
import { FULL_WORTH } from './rarities';

/** How far two claims are about the same thing, and by which words. */
export interface Similarity {
  /** 0 to 1. */
  readonly score: number;
  /** Sum of the weights of the words that both sentences have: how much there is to go by. */
  readonly evidence: number;
  /** Share of the poorer sentence that the other has too, 0 to 1. */
  readonly cover: number;
  /** Share of all words of both that both have, 0 to 1; `sameWords` the same, however few they are. */
  readonly union: number;
  readonly sameWords: number;
  /** Content words, names left out, that stand beside both figures. */
  readonly near: number;
  /** `other`: each has a nearest name, and none of them stands in the other's sentence. */
  readonly subject: 'same' | 'unknown' | 'other';
  /** How many words in a row, outward from both figures, the two texts share: a copied passage has many. */
  readonly run: number;
  /** Predicates that exclude each other: killed, injured. */
  readonly opposed: boolean;
}

/** How much a stem tells in this folder, by its key, 0 to `FULL_WORTH`: a word that stands in every document is no evidence. */
export type Rarity = (stem: number) => number;

/** How words weigh in a folder. */
export interface Scale {
  readonly rarity: Rarity;
  /** What all words of a claim weigh together: see `weighAll`. */
  total(claim: Claim): number;
}

/** A word that tells as much as a word can weighs so much: whole numbers, whose sum is the same in any order. */
export const UNIT = FULL_WEIGHT * FULL_WORTH;

/** What all words of a claim weigh together, in units of a word that tells as much as a word can. */
export function weighAll({ words: { keys, weights } }: Claim, rarity: Rarity): number {
  let total = 0;
  for (let i = 0; i < keys.length; i++) total += weights[i]! * rarity(keys[i]!);
  return total / UNIT;
}

/** A reason names this many shared words: enough to see what it is about at a glance. */
const MOST_SHARED = 4;
/** A sentence of fewer words than this is not covered by them alone. */
const LEAST_WEIGHT = 3;

/** Compares the sentences of two claims of one dimension. Symmetric. Linear in the words of both. */
export function similarity(a: Claim, b: Claim, scale: Scale): Similarity {
  const evidence = sharedWeight(a.words, b.words, scale.rarity);
  const weightA = scale.total(a);
  const weightB = scale.total(b);
  const near = countShared(a.near, b.near);
  const subject = subjectOf(a, b);
  const { score, cover, union, sameWords } = likeness(evidence, weightA, weightB, near, subject);
  // Written out, for the engine takes long over an object that is spread.
  return {
    score,
    evidence,
    cover,
    union,
    sameWords,
    near,
    subject,
    run: sharedRun(a.passage, b.passage),
    opposed: opposed(a, b),
  };
}

/** The scores of two sentences by what they share and what each weighs. None of them falls as `evidence` or `near` rises, or from `other` to `unknown` to `same`. */
export function likeness(
  evidence: number,
  weightA: number,
  weightB: number,
  near: number,
  subject: Similarity['subject'],
): Pick<Similarity, 'score' | 'cover' | 'union' | 'sameWords'> {
  const cover = Math.min(1, evidence / Math.max(LEAST_WEIGHT, Math.min(weightA, weightB)));
  const union = evidence / Math.max(LEAST_WEIGHT, weightA + weightB - evidence);
  const score =
    0.4 * cover +
    0.25 * union +
    0.2 * Math.min(1, near / 2) +
    (subject === 'same' ? 0.15 : subject === 'unknown' ? 0.06 : 0);
  return { score, cover, union, sameWords: evidence / Math.max(1e-9, weightA + weightB - evidence) };
}

function sharedWeight(a: Words, b: Words, rarity: Rarity): number {
  const [x, y] = [a.keys, b.keys];
  let sum = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (x[i]! < y[j]!) i++;
    else if (x[i]! > y[j]!) j++;
    else sum += Math.min(a.weights[i++]!, b.weights[j]!) * rarity(y[j++]!);
  }
  return sum / UNIT;
}

function countShared(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0; i < a.length; i++) if (b.includes(a[i]!)) shared++;
  return shared;
}

/** The words that tell most of those in both sentences, those beside both figures first: as the first claim has them, and in its order. */
export function sharedWords(a: Claim, b: Claim, { rarity }: Scale): string[] {
  const { keys, weights, places, surfaces } = a.words;
  const telling: { place: number; weight: number }[] = [];
  for (let i = 0; i < keys.length; i++) {
    const j = placeOfKey(b.words.keys, keys[i]!);
    if (j < 0) continue;
    const alone = Math.min(weights[i]!, b.words.weights[j]!) * rarity(keys[i]!);
    const beside = a.near.includes(keys[i]!) && b.near.includes(keys[i]!);
    const [place, weight] = [places[i]!, beside ? 2 * alone : alone];
    const tells = (other: { place: number; weight: number }): boolean =>
      weight > other.weight || (weight === other.weight && place < other.place);
    let at = telling.length;
    while (at > 0 && tells(telling[at - 1]!)) at--;
    if (at >= MOST_SHARED) continue;
    telling.splice(at, 0, { place, weight });
    if (telling.length > MOST_SHARED) telling.pop();
  }
  if (telling.length === 0) return [];
  const written = surfaces.split(' ');
  return telling.sort((x, y) => x.place - y.place).map(({ place }) => written[place]!);
}

/** The names nearest to a figure are its likeliest subjects. */
export const NEAREST = 2;

function subjectOf(a: Claim, b: Claim): Similarity['subject'] {
  if (a.subjects.length === 0 || b.subjects.length === 0) return 'unknown';
  // An age is that of the person beside it.
  if (a.dimension === 'age') return mayBeOne(a.subjects[0]!, b.subjects[0]!) ? 'same' : 'other';
  return isNamedIn(a, b) || isNamedIn(b, a) ? 'same' : 'other';
}

function isNamedIn({ subjects }: Claim, { names }: Claim): boolean {
  for (let i = 0; i < subjects.length && i < NEAREST; i++) if (hasName(names, subjects[i]!)) return true;
  return false;
}

function opposed(a: Claim, b: Claim): boolean {
  if (a.predicates.length === 0 || b.predicates.length === 0) return false;
  return countShared(a.predicates, b.predicates) === 0;
}
