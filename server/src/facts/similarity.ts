import { hasName, nameSet } from './claimNames';
import type { Claim } from './claims';
import type { Evidence } from './claimWords';
import { sharedRun } from './passage';
import { predicateGroup } from './stems';

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

/** How much a stem tells in this folder, 0 to 1: a word that stands in every document is no evidence. */
export type Rarity = (stem: string) => number;

/** How words weigh in a folder. */
export interface Scale {
  readonly rarity: Rarity;
  /** What all words of a claim weigh together. */
  total(claim: Claim): number;
}

export function weighAll(claim: Claim, rarity: Rarity): number {
  let total = 0;
  for (const [stem, word] of claim.words) total += word.weight * rarity(stem);
  return total;
}

/** A reason names this many shared words: enough to see what it is about at a glance. */
const MOST_SHARED = 4;
/** A sentence of fewer words than this is not covered by them alone. */
const LEAST_WEIGHT = 3;

/** Compares the sentences of two claims of one dimension. Symmetric. Linear in the words of the first. */
export function similarity(a: Claim, b: Claim, scale: Scale): Similarity {
  let evidence = 0;
  for (const [stem, word] of a.words) {
    const other = b.words.get(stem);
    if (other) evidence += Math.min(word.weight, other.weight) * scale.rarity(stem);
  }
  const weightA = scale.total(a);
  const weightB = scale.total(b);
  let near = 0;
  for (const stem of a.near) if (b.near.has(stem)) near++;
  const cover = Math.min(1, evidence / Math.max(LEAST_WEIGHT, Math.min(weightA, weightB)));
  const union = evidence / Math.max(LEAST_WEIGHT, weightA + weightB - evidence);
  const subject = subjectOf(a, b);
  const score =
    0.4 * cover +
    0.25 * union +
    0.2 * Math.min(1, near / 2) +
    (subject === 'same' ? 0.15 : subject === 'unknown' ? 0.06 : 0);
  return {
    score,
    evidence,
    cover,
    union,
    sameWords: evidence / Math.max(1e-9, weightA + weightB - evidence),
    near,
    subject,
    run: sharedRun(a.passage, b.passage),
    opposed: opposed(a, b),
  };
}

/** The words that tell most of those in both sentences, those beside both figures first: as the first claim has them, and in its order. */
export function sharedWords(a: Claim, b: Claim, { rarity }: Scale): string[] {
  const shared: { word: Evidence; weight: number }[] = [];
  for (const [stem, word] of a.words) {
    const other = b.words.get(stem);
    if (!other) continue;
    const weight = Math.min(word.weight, other.weight) * rarity(stem);
    shared.push({ word, weight: a.near.has(stem) && b.near.has(stem) ? 2 * weight : weight });
  }
  shared.sort((x, y) => y.weight - x.weight || x.word.at - y.word.at);
  const telling = shared.slice(0, MOST_SHARED).sort((x, y) => x.word.at - y.word.at);
  return telling.map(({ word }) => word.surface);
}

/** The names nearest to a figure are its likeliest subjects. */
const NEAREST = 2;

function subjectOf(a: Claim, b: Claim): Similarity['subject'] {
  if (a.subjects.length === 0 || b.subjects.length === 0) return 'unknown';
  // An age is that of the person beside it.
  if (a.dimension === 'age') return hasName(nameSet([a.subjects[0]!]), b.subjects[0]!) ? 'same' : 'other';
  const named = (x: Claim, y: Claim): boolean => x.subjects.slice(0, NEAREST).some((name) => hasName(y.names, name));
  return named(a, b) || named(b, a) ? 'same' : 'other';
}

function opposed(a: Claim, b: Claim): boolean {
  const x = predicateGroups(a);
  if (x.size === 0) return false;
  const y = predicateGroups(b);
  if (y.size === 0) return false;
  for (const group of x) if (y.has(group)) return false;
  return true;
}

function predicateGroups(claim: Claim): Set<number> {
  const out = new Set<number>();
  for (const stem of claim.near) {
    const group = predicateGroup(stem);
    if (group >= 0) out.add(group);
  }
  return out;
}
