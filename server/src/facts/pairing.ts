import type { Claim } from './claims';
import { eventFacts } from './eventFacts';
import { areOfOneEvent } from './eventTraces';
import type { LastingMeasures } from './lastingMeasures';
import { isEventMeasure, isLasting } from './measures';
import type { SourceDocument } from './model';
import { agrees, groundOf, isIdentifying, type Ground } from './sameFact';
import { isSection } from './sectionIds';
import { sharedWords, similarity, type Scale, type Similarity } from './similarity';
import { tellOfTwoEvents } from './twoEvents';
import type { StatedFigures } from './statedFigures';
import { judge, type FigureJudgement, type Stated } from './verdict';

export { AGREEMENT, reaches } from './sameFact';

/** A document in the index, with its claims. */
export interface ClaimedDocument extends StatedFigures {
  readonly document: SourceDocument;
  readonly lasting: LastingMeasures;
}

/** Two claims of one fact: indices into the claims of the two documents. A folder has hundreds for each document. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly judgement: FigureJudgement;
  /** See `Similarity`. */
  readonly score: number;
  readonly evidence: number;
  /** The words of the first document by which a reader sees that the two are one fact, with single spaces; see `sharedWords`. */
  readonly shared: string;
}

/** Two claims that may become a link. */
interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly judgement: FigureJudgement;
  readonly similarity: Similarity;
  /** Why the two are held to be one fact. */
  readonly ground: Ground;
}

/** A difference that may be rounding is reported from this score on. */
const ROUNDING_SCORE = 0.42;

/** Two documents that differ in more figures than this, and in more than they agree on, are about two things of one kind. */
const MOST_DIFFERENCES = 2;

/** So many telling figures in common: the documents are about one thing, not about two of one name. */
const FEWEST_SHARED_FACTS = 2;
const SURE = 0.75;
const UNSURE = 0.45;

/** Two claims, by index. */
export type CandidatePair = readonly [a: number, b: number];

/**
 * The links between two documents among the candidate pairs: each claim keeps the one partner that is its best and whose best it is.
 * Depends on the two documents, the pairs and how rare their words are, so that replacing a third one seldom changes anything.
 * `isOpen` says which claims may be linked at all, where accounts of one event are compared beyond the candidate pairs.
 */
export function linkClaims(
  x: ClaimedDocument,
  y: ClaimedDocument,
  pairs: Iterable<CandidatePair>,
  scale: Scale,
  isOpen: (a: number, b: number) => boolean = () => true,
): Link[] {
  const candidates: Candidate[] = [];
  for (const [a, b] of pairs) {
    const candidate = weigh(x, y, a, b, scale);
    if (candidate) candidates.push(candidate);
  }
  // What a section of a long text leaves out, another one may have.
  const whole = !isSection(x.document.id) && !isSection(y.document.id);
  const oneEvent = whole && areOfOneEvent(x.traces, y.traces, scale.rarity);
  if (candidates.length === 0 && !oneEvent) return [];
  // What agrees is paired off first: a list of figures then differs only in what is left over.
  const agreed = mutualBest(agreeing(candidates, x));
  const taken = takenBy(agreed, x, y);
  const open = candidates.filter((c) => differs(c) && !taken.a.has(c.a) && !taken.b.has(c.b));
  const differing = mutualBest(open).filter(
    ({ a, b, ground }) => !answers(x, y, a, b, taken.b, ground) && !answers(y, x, b, a, taken.a, ground),
  );
  const links = [...agreed, ...ofOneThing(x, y, agreed, differing)];
  const further = oneEvent ? ofOneEvent(x, y, links, scale, isOpen) : [];
  const kept = onePartnerEach([...further, ...links.reverse()]);
  return kept.map((link) => worded(link, x, y, scale)).sort((p, q) => p.a - q.a);
}

/**
 * The claims that have found their partner. That something was done on the day of the other story says little: it may be done on another in
 * its text.
 */
function takenBy(
  links: readonly Candidate[],
  x: ClaimedDocument,
  y: ClaimedDocument,
): { a: Set<number>; b: Set<number> } {
  const firm = links.filter(({ a, b }) => !x.traces.datelines.includes(a) && !y.traces.datelines.includes(b));
  return { a: new Set(firm.map(({ a }) => a)), b: new Set(firm.map(({ b }) => b)) };
}

/** The first link of each claim: what differs comes before what agrees. */
function onePartnerEach(links: readonly Candidate[]): Candidate[] {
  const [ours, theirs] = [new Set<number>(), new Set<number>()];
  return links.filter(({ a, b }) => {
    if (ours.has(a) || theirs.has(b)) return false;
    ours.add(a);
    theirs.add(b);
    return true;
  });
}

/** What two accounts of one event leave over: where they differ, a reader should know of it, and is not warned. */
function ofOneEvent(
  x: ClaimedDocument,
  y: ClaimedDocument,
  links: readonly Candidate[],
  scale: Scale,
  isOpen: (a: number, b: number) => boolean,
): Candidate[] {
  const facts = eventFacts(x, y, takenBy(links, x, y), scale);
  const found = facts.filter(({ a, b }) => isOpen(a, b)).map((fact): Candidate => ({ ...fact, ground: 'event' }));
  return [
    ...mutualBest(found.filter(differs)).map((link) => unsure(asTold(link))),
    ...mutualBest(found.filter((link) => !differs(link))).map(vouched),
  ];
}

function asTold(link: Candidate): Candidate {
  const reason = `two accounts of one event: ${link.judgement.reason}`;
  return { ...link, judgement: { ...link.judgement, reason } };
}

/** The event vouches for it, not the sentences. */
function vouched(link: Candidate): Candidate {
  const { score, evidence } = link.similarity;
  const least = { score: Math.max(score, UNSURE), evidence: Math.max(evidence, LEAST_VOUCHED) };
  return { ...link, similarity: { ...link.similarity, ...least } };
}

const LEAST_VOUCHED = 2;

/** The candidates that agree, but for the years that fit two days which one passage gives differently: “1885” is no answer to either. */
function agreeing(candidates: readonly Candidate[], x: ClaimedDocument): Candidate[] {
  const copied = candidates.filter((c) => differs(c) && c.ground === 'passage');
  const [ours, theirs] = [new Set(copied.map((c) => c.a)), new Set(copied.map((c) => c.b))];
  const isExcuse = ({ a, b, judgement }: Candidate): boolean =>
    judgement.verdict === 'compatible' && x.claims[a]!.dimension === 'date' && (ours.has(a) || theirs.has(b));
  return candidates.filter((c) => !differs(c) && !isExcuse(c));
}

/** The differences, without those that show that the documents are about two things of one kind, or of one name. */
function ofOneThing(
  x: ClaimedDocument,
  y: ClaimedDocument,
  agreed: readonly Candidate[],
  differing: readonly Candidate[],
): readonly Candidate[] {
  const copied = differing.filter(({ ground }) => ground === 'passage');
  const unlike = differing.length > MOST_DIFFERENCES && differing.length > agreed.length + copied.length;
  if (unlike) return copied;
  const telling = agreed.filter(({ a }) => isIdentifying(x.claims[a]!)).length + copied.length;
  const measured = differing.filter(({ a, ground }) => ground !== 'passage' && isLasting(x.claims[a]!.measure));
  // Two people of one name differ in the day they were born and in the day they died.
  const close = measured.filter((link) => isClose(link, x, y)).length;
  const measures = new Set(measured.map(({ a }) => x.claims[a]!.measure)).size;
  const two = measures > 1 && telling + close < measured.length;
  // Of two accounts that agree in no figure at all, nobody knows whether they are of one event.
  const events = differing.filter(({ a, ground }) => ground === 'words' && isEventMeasure(x.claims[a]!.measure));
  const apart = events.length > 0 && tellOfTwoEvents(x.claims, y.claims);
  return differing
    .filter((link) => !(two && measured.includes(link)) && !(apart && events.includes(link)))
    .map((link) =>
      events.includes(link) && agreed.length === 0 ? unsure(link) : weighed(link, x.claims[link.a]!.measure, telling),
    );
}

/** Two dates a month apart at most, or the same day of another year: those of one person, not of two. */
function isClose({ a, b, judgement }: Candidate, x: ClaimedDocument, y: ClaimedDocument): boolean {
  const [p, q] = [x.claims[a]!, y.claims[b]!];
  const apart = Math.abs(p.figure.low! - q.figure.low!);
  return judgement.difference === 'slip' || (p.dimension === 'date' && apart <= 31);
}

/** So alike that a reader should know of it, not so that he should be warned. */
function unsure(link: Candidate): Candidate {
  return { ...link, similarity: { ...link.similarity, score: Math.min(link.similarity.score, UNSURE) } };
}

/**
 * How sure the ground makes: a copied passage is one text. A short sentence (“The population was 142”) and a measure that many of one name
 * have are sure only where the documents share more than the name.
 */
function weighed(link: Candidate, measure: string, telling: number): Candidate {
  const { ground, similarity: alike, judgement } = link;
  if (ground === 'words' && !isLasting(measure)) return link;
  if (ground === 'passage' || judgement.difference === 'slip' || telling >= FEWEST_SHARED_FACTS) {
    const score = ground === 'words' || ground === 'sentence' ? alike.score : Math.max(alike.score, SURE);
    return { ...link, similarity: { ...alike, score } };
  }
  return unsure(link);
}

/** The link with the words that both sentences have; where they have none, with what is measured. */
export function worded(link: Omit<Candidate, 'ground'>, x: ClaimedDocument, y: ClaimedDocument, scale: Scale): Link {
  const { a, b, judgement, similarity: alike } = link;
  const shared = sharedWords(x.claims[a]!, y.claims[b]!, scale);
  return {
    a,
    b,
    judgement: sharedJudgement(judgement),
    score: alike.score,
    evidence: alike.evidence,
    shared: shared.join(' ') || x.claims[a]!.measure,
  };
}

/** Most links agree, and all of these in the same words: they share what is said of them. */
export function sharedJudgement(judgement: FigureJudgement): FigureJudgement {
  const { verdict, reason } = judgement;
  return PLAIN.find((one) => one.verdict === verdict && one.reason === reason) ?? judgement;
}

const PLAIN: readonly FigureJudgement[] = [
  { verdict: 'agree', reason: 'the same figure', difference: 'none' },
  { verdict: 'agree', reason: 'the same date', difference: 'none' },
  { verdict: 'agree', reason: 'the same figure, rounded', difference: 'none' },
  { verdict: 'compatible', reason: 'one date lies in the other', difference: 'none' },
];

/** The candidates that are the best of both their claims; of equals the earlier ones. */
function mutualBest(candidates: readonly Candidate[]): Candidate[] {
  const bestOfA = new Map<number, Candidate>();
  const bestOfB = new Map<number, Candidate>();
  for (const link of [...candidates].sort(
    (p, q) => q.similarity.score - p.similarity.score || p.a - q.a || p.b - q.b,
  )) {
    if (!bestOfA.has(link.a)) bestOfA.set(link.a, link);
    if (!bestOfB.has(link.b)) bestOfB.set(link.b, link);
  }
  return [...bestOfA.values()].filter((link) => bestOfB.get(link.b) === link);
}

function differs({ judgement }: Candidate): boolean {
  return !fitsTogether(judgement);
}

/** The two state the same as far as they say; a count that was updated since is another. */
export function fitsTogether({ verdict, difference }: FigureJudgement): boolean {
  return difference === 'none' && verdict !== 'updated';
}

/** The pair as a candidate; null where the two claims do not state one fact, whatever else the documents state. */
export function weigh(x: ClaimedDocument, y: ClaimedDocument, a: number, b: number, scale: Scale): Candidate | null {
  const claimA = x.claims[a]!;
  const claimB = y.claims[b]!;
  const judgement = judge(stated(x, claimA), stated(y, claimB));
  if (!judgement) return null;
  const fits = fitsTogether(judgement);
  const alike = similarity(claimA, claimB, scale);
  if (alike.opposed) return null;
  if (fits) return agrees(claimA, claimB, alike) ? { a, b, judgement, similarity: alike, ground: 'words' } : null;
  const ground = groundOf(x, claimA, y, claimB, alike);
  if (ground === null) return null;
  return { a, b, judgement: asReported(judgement, alike), similarity: alike, ground };
}

/**
 * A flat $60 billion beside $61 billion is one and the same to most eyes. In sentences as alike as this, about one named thing, a desk
 * wants to know.
 */
function asReported(judgement: FigureJudgement, alike: Similarity): FigureJudgement {
  const worthIt = judgement.difference === 'rounding' && alike.score >= ROUNDING_SCORE;
  return worthIt ? { ...judgement, verdict: 'conflict' } : judgement;
}

export function stated(of: ClaimedDocument, claim: Claim): Stated {
  return { claim, storyDay: of.storyDay };
}

/**
 * The other sentence states the figure as well, beside the one that differs: then the texts agree, and the pair is a coincidence of the
 * wording. Claims that have an agreeing partner of their own (`taken`) answer nothing else.
 */
function answers(
  x: ClaimedDocument,
  y: ClaimedDocument,
  a: number,
  b: number,
  taken: ReadonlySet<number>,
  ground: Ground,
): boolean {
  const asked = x.claims[a]!;
  const other = y.claims[b]!;
  for (const step of [-1, 1]) {
    for (let i = b + step; i >= 0 && i < y.claims.length; i += step) {
      const beside = y.claims[i]!;
      if (beside.sentence.start !== other.sentence.start) break;
      if (taken.has(i)) continue;
      const judgement = judge(stated(x, asked), stated(y, beside));
      if (!judgement || !fitsTogether(judgement)) continue;
      if (ground !== 'passage' || judgement.verdict === 'agree') return true;
    }
  }
  return false;
}
