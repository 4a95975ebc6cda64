import { hasName } from './claimNames';
import type { Claim } from './claims';
import type { SourceDocument } from './model';
import { similarity, type Scale, type Similarity } from './similarity';
import { judge, type FigureJudgement, type Stated } from './verdict';

/** A document in the index, with its claims. */
export interface ClaimedDocument {
  readonly document: SourceDocument;
  readonly claims: readonly Claim[];
  /** Keys of all the names of the document. */
  readonly names: ReadonlySet<string>;
}

/** Two claims of one fact: indices into the claims of the two documents. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly judgement: FigureJudgement;
  readonly similarity: Similarity;
}

/**
 * How alike two claims must be to be one fact, tuned on the development sets of the evaluation (events, planted, unrelated).
 * A difference needs more than an agreement: equal values are themselves evidence, and a false alarm costs more than a miss.
 */
export const AGREEMENT = { score: 0.28, evidence: 1.3 };
const PLAIN_AGREEMENT = { score: 0.5, evidence: 2.5 };
const DIFFERENCE = { score: 0.5, evidence: 2.6 };
/** Long sentences are less alike and have more in common. */
const STRONG_DIFFERENCE = { score: 0.42, evidence: 4.5 };
/** Two dates, two ranks or two spells in alike sentences are mostly of two events: only all but the same sentence will do. */
const STRICT_DIFFERENCE = { score: 0.72, evidence: 3 };
/** A sentence that the other covers this far is the same sentence: then no word beside the figure need be shared. */
const SAME_SENTENCE = 0.85;

const FEWEST_SHARED_KEYS = 2;

/** A difference that may be rounding is reported from this score on. */
const ROUNDING_SCORE = 0.42;

/** Two documents that differ in more figures than this, and in more than they agree on, are about two things of one kind. */
const MOST_DIFFERENCES = 2;

/** Two claims, by index, and how many blocking keys they share. */
export type CandidatePair = readonly [a: number, b: number, sharedKeys: number];

/**
 * The links between two documents among the candidate pairs: each claim keeps the one partner that is its best and whose best it is.
 * Depends on the two documents and the pairs alone, so that replacing any third one changes nothing.
 */
export function linkClaims(
  x: ClaimedDocument,
  y: ClaimedDocument,
  pairs: Iterable<CandidatePair>,
  scale: Scale,
): Link[] {
  const candidates: Link[] = [];
  for (const [a, b, shared] of pairs) {
    const candidate = weigh(x, y, a, b, shared, scale);
    if (candidate) candidates.push(candidate);
  }
  // What agrees is paired off first: a list of figures then differs only in what is left over.
  const agreed = mutualBest(candidates.filter((c) => !differs(c)));
  const taken = { a: new Set(agreed.map((c) => c.a)), b: new Set(agreed.map((c) => c.b)) };
  const open = candidates.filter((c) => differs(c) && !taken.a.has(c.a) && !taken.b.has(c.b));
  const differing = mutualBest(open).filter(
    ({ a, b }) => !answers(x, y, a, b, taken.b) && !answers(y, x, b, a, taken.a),
  );
  const unlike = differing.length > MOST_DIFFERENCES && differing.length > agreed.length;
  return [...agreed, ...(unlike ? [] : differing)].sort((p, q) => p.a - q.a);
}

/** The candidates that are the best of both their claims; of equals the earlier ones. */
function mutualBest(candidates: readonly Link[]): Link[] {
  const bestOfA = new Map<number, Link>();
  const bestOfB = new Map<number, Link>();
  for (const link of [...candidates].sort(
    (p, q) => q.similarity.score - p.similarity.score || p.a - q.a || p.b - q.b,
  )) {
    if (!bestOfA.has(link.a)) bestOfA.set(link.a, link);
    if (!bestOfB.has(link.b)) bestOfB.set(link.b, link);
  }
  return [...bestOfA.values()].filter((link) => bestOfB.get(link.b) === link);
}

function differs({ judgement }: Link): boolean {
  return !fitsTogether(judgement);
}

/** The two state the same as far as they say; a count that was updated since is another. */
export function fitsTogether({ verdict, difference }: FigureJudgement): boolean {
  return difference === 'none' && verdict !== 'updated';
}

function weigh(
  x: ClaimedDocument,
  y: ClaimedDocument,
  a: number,
  b: number,
  sharedKeys: number,
  scale: Scale,
): Link | null {
  const claimA = x.claims[a]!;
  const claimB = y.claims[b]!;
  const judgement = judge(stated(x, claimA), stated(y, claimB));
  if (!judgement) return null;
  const fits = fitsTogether(judgement);
  // The sentences of a difference share several words: what meets in one key alone is not worth comparing.
  if (!fits && sharedKeys < FEWEST_SHARED_KEYS) return null;
  const alike = similarity(claimA, claimB, scale);
  if (alike.opposed) return null;
  const one = fits
    ? agrees(claimA, claimB, alike)
    : differsPlainly(claimA, claimB, alike) && !ofTwoEvents(x, claimA, y, claimB, alike);
  if (!one) return null;
  return { a, b, judgement: asReported(judgement, alike), similarity: alike };
}

/**
 * A flat $60 billion beside $61 billion is one and the same to most eyes. In sentences as alike as this, about one named thing, a desk
 * wants to know.
 */
function asReported(judgement: FigureJudgement, alike: Similarity): FigureJudgement {
  const worthIt = judgement.difference === 'rounding' && alike.score >= ROUNDING_SCORE;
  return worthIt ? { ...judgement, verdict: 'conflict' } : judgement;
}

function agrees(a: Claim, b: Claim, alike: Similarity): boolean {
  const bar = isTelling(a) && isTelling(b) ? AGREEMENT : PLAIN_AGREEMENT;
  return reaches(alike, bar);
}

function differsPlainly(a: Claim, b: Claim, alike: Similarity): boolean {
  if (alike.subject === 'other' || a.partial || b.partial || isGeneric(a) || isGeneric(b)) return false;
  if (a.dimension === 'date' && !(a.explicit && b.explicit)) return false;
  if (isSameSentence(alike)) return true;
  const sameSentence = alike.cover >= SAME_SENTENCE;
  if (!sameSentence && alike.near === 0) return false;
  if ((a.sampled || b.sampled) && alike.union < SAME_SENTENCE) return false;
  const { type } = a.figure;
  const strict =
    type === 'date' ||
    type === 'ordinal' ||
    type === 'duration' ||
    a.company > 1 ||
    b.company > 1 ||
    alike.subject === 'unknown';
  if (strict) return reaches(alike, STRICT_DIFFERENCE);
  return reaches(alike, DIFFERENCE) || reaches(alike, STRONG_DIFFERENCE);
}

export function reaches(alike: Similarity, bar: { readonly score: number; readonly evidence: number }): boolean {
  return alike.score >= bar.score && alike.evidence >= bar.evidence;
}

/** “The population was 4,411 at the 2010 census”: few words, but the same, and the same subject in the sentences before. */
function isSameSentence({ sameWords, near, subject, evidence }: Similarity): boolean {
  return sameWords >= SAME_SENTENCE && near >= 2 && subject === 'same' && evidence >= 1.5;
}

/** A name in the sentence, or a word made of it: Ukraine, Ukrainian. */
function speaksOf(claim: Claim, name: string): boolean {
  return hasName(claim.names, name) || claim.words.has(name);
}

/**
 * Each sentence names beside its figure someone or something that the other sentence does not, or each document someone of whom the
 * other never speaks. All but the same sentence, the two are then about two events.
 */
function ofTwoEvents(x: ClaimedDocument, a: Claim, y: ClaimedDocument, b: Claim, alike: Similarity): boolean {
  if (alike.cover >= SAME_SENTENCE) return false;
  if (a.subjects.some((name) => !speaksOf(b, name)) && b.subjects.some((name) => !speaksOf(a, name))) return true;
  return a.subjects.some((name) => !hasName(y.names, name)) && b.subjects.some((name) => !hasName(x.names, name));
}

/** “One account was closed”: a manner of speaking of any. “The two leaders”: who they are was said before, and their number is no news. */
function isGeneric({ figure }: Claim): boolean {
  if (figure.definite) return true;
  return figure.type === 'quantity' && figure.low === 1 && figure.high === 1;
}

export function stated(of: ClaimedDocument, claim: Claim): Stated {
  return { claim, storyDay: of.document.tagged.storyDate?.day ?? null };
}

/** A value that two texts hardly share by chance: many digits, a large sum. “Two” and “first” are no evidence of anything. */
function isTelling(claim: Claim): boolean {
  const { figure } = claim;
  if (figure.type === 'date') return figure.high! - figure.low! <= 1;
  if (figure.type === 'money') return figure.low! >= 1000;
  return !figure.definite && figure.type !== 'ordinal' && figure.type !== 'age' && figure.low! >= 20;
}

/**
 * The other sentence states the figure as well, beside the one that differs: then the texts agree, and the pair is a coincidence of the
 * wording. Claims that have an agreeing partner of their own (`taken`) answer nothing else.
 */
function answers(x: ClaimedDocument, y: ClaimedDocument, a: number, b: number, taken: ReadonlySet<number>): boolean {
  const asked = x.claims[a]!;
  const other = y.claims[b]!;
  for (const step of [-1, 1]) {
    for (let i = b + step; i >= 0 && i < y.claims.length; i += step) {
      const beside = y.claims[i]!;
      if (beside.sentence.start !== other.sentence.start) break;
      if (beside.dimension !== asked.dimension || taken.has(i)) continue;
      const judgement = judge(stated(x, asked), stated(y, beside));
      if (judgement && fitsTogether(judgement)) return true;
    }
  }
  return false;
}
