import type { Claim } from './claims';
import { CHANCE, claimsOfDimension, holdsValue, type EventTraces } from './eventTraces';
import { isEventMeasure } from './measures';
import {
  areFarApart,
  isGeneric,
  isIdentifying,
  ofTwoThings,
  OUT_OF_SIGHT,
  reaches,
  speaksOf,
  weekdayIn,
} from './sameFact';
import { similarity, type Scale, type Similarity } from './similarity';
import { isRecounted, isSampled, meaningStem, weightOf } from './stems';
import { fitInOneKind, judge, type FigureJudgement, type Stated } from './verdict';

/** A document of an event. */
export interface Account {
  readonly claims: readonly Claim[];
  readonly traces: EventTraces;
  readonly storyDay: number | null;
}

/** Two claims, by index, that measure one thing of an event and differ. */
export interface EventFact {
  readonly a: number;
  readonly b: number;
  readonly judgement: FigureJudgement;
  readonly similarity: Similarity;
}

/** A document with so many is a table, whose cells its sentences do not tell apart. */
const MOST_KNOWN = 64;

/** Claims of the two, by index, that have found their partner. */
interface Taken {
  readonly a: ReadonlySet<number>;
  readonly b: ReadonlySet<number>;
}

/** A document that gives more figures of a kind is about that kind: which of them is meant, its sentences say and nothing else. */
const MOST_CLAIMS = 8;

/**
 * What two accounts of one event state alike, in sentences however different, and what they state differently: figures of one kind that the
 * other document has nowhere, of which each has one, or that stand beside the same words. `taken` are left out.
 */
export function eventFacts(x: Account, y: Account, taken: Taken, scale: Scale): EventFact[] {
  const out: EventFact[] = [];
  for (const [dimension, ours] of x.traces.byDimension) {
    const theirs = claimsOfDimension(y.traces, dimension);
    if (theirs.length === 0) continue;
    out.push(...agreements(x, ours, y, theirs, taken, scale));
    if (ours.length > MOST_KNOWN || theirs.length > MOST_KNOWN) continue;
    const left = own(ours, taken.a, x, y);
    if (left.length === 0 || left.length > MOST_CLAIMS) continue;
    const right = own(theirs, taken.b, y, x);
    if (right.length === 0 || right.length > MOST_CLAIMS) continue;
    const only = left.length === 1 && right.length === 1;
    for (const a of left) {
      for (const b of right) {
        const fact = factOf(x, a, y, b, only, scale);
        if (fact) out.push(fact);
      }
    }
  }
  return out;
}

/** The same figure of one kind, where hardly two things of an event have it. */
function agreements(
  x: Account,
  ours: readonly number[],
  y: Account,
  theirs: readonly number[],
  taken: Taken,
  scale: Scale,
): EventFact[] {
  const out: EventFact[] = [];
  for (const a of ours.slice(0, MOST_CLAIMS)) {
    const p = x.claims[a]!;
    if (taken.a.has(a) || !isTellingOfEvent(p)) continue;
    for (const b of theirs.slice(0, MOST_CLAIMS)) {
      const q = y.claims[b]!;
      if (taken.b.has(b) || p.figure.low !== q.figure.low || p.figure.high !== q.figure.high) continue;
      if (p.measure !== q.measure || p.figure.op !== q.figure.op) continue;
      const judgement = judge({ claim: p, storyDay: x.storyDay }, { claim: q, storyDay: y.storyDay });
      const alike = similarity(p, q, scale);
      if (judgement?.verdict === 'agree' && !alike.opposed) out.push({ a, b, judgement, similarity: alike });
    }
  }
  return out;
}

const UNTOLD = new Set(['date', 'ordinal', 'age', 'duration', 'time']);

function isTellingOfEvent(claim: Claim): boolean {
  const { type, low } = claim.figure;
  if (UNTOLD.has(type) || claim.partial) return false;
  return (
    isIdentifying(claim) ||
    (type === 'money' && low! >= 1000) ||
    (claim.dimension.startsWith('count:') && low! >= CHANCE)
  );
}

/** The claims that the other document does not state at all. */
function own(claims: readonly number[], taken: ReadonlySet<number>, x: Account, other: Account): number[] {
  return claims.filter((index) => !taken.has(index) && !isStated(x.claims[index]!, other));
}

/** The same value of anything, if it is no small number, or what covers it of the same kind. */
function isStated(claim: Claim, other: Account): boolean {
  if (holdsValue(other.traces, claim.figure)) return true;
  return isAmongKind(claim, claim.dimension, other) || isAmongKind(claim, 'number', other);
}

function isAmongKind(claim: Claim, dimension: string, { claims, traces }: Account): boolean {
  const ofKind = claimsOfDimension(traces, dimension);
  for (let i = 0; i < ofKind.length && i < MOST_KNOWN; i++) {
    const other = claims[ofKind[i]!]!;
    if (other.figure.type !== claim.figure.type || traces.datelines.includes(ofKind[i]!)) continue;
    if (fitInOneKind(claim, other)) return true;
  }
  return false;
}

function factOf(x: Account, a: number, y: Account, b: number, only: boolean, scale: Scale): EventFact | null {
  const [p, q] = [x.claims[a]!, y.claims[b]!];
  if (p.measure !== q.measure || p.written === q.written || !mayMeasureOneThing(p, q, only)) return null;
  if (!isComparable(p) || !isComparable(q)) return null;
  const judgement = judge(asDone(x, p), asDone(y, q));
  if (judgement?.verdict !== 'conflict' && judgement?.verdict !== 'disputed') return null;
  if (judgement.difference === 'rounding') return null;
  if (p.dimension !== 'date' && areFarApart(p, q, OUT_OF_SIGHT)) return null;
  const alike = similarity(p, q, scale);
  if (alike.opposed || ofTwoThings(p, q) || areOfTwoPlaces(p, q, x, y)) return null;
  if (isRecount(x, p, y, q)) return null;
  const one = p.dimension === 'age' ? areOfOnePerson(x, p, y, q, alike) : measuresOneThing(p, q, alike, only, scale);
  return one ? { a, b, judgement, similarity: alike } : null;
}

/** What stands beside each figure is somebody or somewhere of whom the other document never speaks. */
function areOfTwoPlaces(p: Claim, q: Claim, x: Account, y: Account): boolean {
  const [mine] = p.subjects;
  const [theirs] = q.subjects;
  if (mine === undefined || theirs === undefined || mine === theirs) return false;
  return !y.claims.some((claim) => speaksOf(claim, mine)) && !x.claims.some((claim) => speaksOf(claim, theirs));
}

/** Of one event, the plan and what is said of it are one thing: “wants a tax of $4”, “the tax of $4”. */
function asDone({ storyDay }: Account, claim: Claim): Stated {
  return { claim, storyDay, planned: 'or done' };
}

function isComparable(claim: Claim): boolean {
  const { type } = claim.figure;
  return (
    !claim.partial && !claim.negated && !claim.scope && !isGeneric(claim) && !(claim.sampled && type === 'percent')
  );
}

/** A toll grows from story to story: of two stories whose days nobody knows, the difference says nothing. */
function isRecount(x: Account, a: Claim, y: Account, b: Claim): boolean {
  return (a.volatile || b.volatile || isEventMeasure(a.measure)) && (x.storyDay === null || y.storyDay === null);
}

/** “Ana Vale, 58,”: hers, and nobody's else. Between stories of other days may lie a birthday, or two years. */
function areOfOnePerson(x: Account, a: Claim, y: Account, b: Claim, { subject }: Similarity): boolean {
  if (subject !== 'same' || !a.apposed || !b.apposed) return false;
  if (x.storyDay === null || y.storyDay === null) return false;
  const days = Math.abs(x.storyDay - y.storyDay);
  return days <= MOST_DAYS || (days <= YEAR && Math.abs(a.figure.low! - b.figure.low!) > 2);
}

const MOST_DAYS = 14;
const YEAR = 366;

/** Not in every fourth document. */
const TELLING = 50;
/** With nothing but its kind to tell that it is one thing, a figure is not three times another, but for a slip of scale. */
const FAR_APART = 3;
const TELLING_WEIGHT = 1;
/** One word that tells, in both sentences. */
const LEAST_EVIDENCE = 0.9;
/** A word that tells, and another. */
const ONE_AND_MORE = 1.5;
/** Sentences that are alike where accounts of two events would not be. */
const ALIKE = { score: 0.55, evidence: 1.3 };

/** False where no word is beside both, and `measuresOneThing` wants one: nearly always. */
function mayMeasureOneThing({ dimension, figure, near }: Claim, other: Claim, only: boolean): boolean {
  if (dimension === 'age') return true;
  const needsNoWord = only && figure.type !== 'date' && figure.type !== 'duration';
  return needsNoWord || near.some((stem) => other.near.includes(stem));
}

function measuresOneThing(a: Claim, b: Claim, alike: Similarity, only: boolean, scale: Scale): boolean {
  const { type, head, unit } = a.figure;
  if (type === 'ordinal' || a.dimension === 'number' || unit === 'yard') return false;
  const counted = a.dimension.startsWith('count:') ? meaningStem(head || a.dimension.slice('count:'.length)) : '';
  if (isSampled(counted) || isRecounted(counted)) return false;
  const isAlike = alike.subject === 'same' && alike.near > 0 && reaches(alike, ALIKE);
  if (isAlike && type !== 'date') return true;
  const beside = a.telling.filter((stem) => b.telling.includes(stem) && scale.rarity(stem) >= TELLING);
  if (type === 'date')
    return dateOneThing(a, b, beside, isAlike && (alike.near > 1 || isOneSentence(alike)), alike.subject);
  if (type === 'duration') {
    return alike.subject !== 'other' && (beside.length > 1 || (beside.length > 0 && alike.evidence >= ONE_AND_MORE));
  }
  const isAnything = counted !== '' && weightOf(counted) < TELLING_WEIGHT;
  if (beside.length > 0) return !isAnything || alike.evidence >= ONE_AND_MORE;
  if (!only || areFarApart(a, b, FAR_APART)) return false;
  if (counted !== '') return weightOf(counted) >= TELLING_WEIGHT;
  // How tall, how far: of anything and anybody.
  return alike.evidence >= LEAST_EVIDENCE && a.dimension !== 'quantity:length' && !isOfAnother(a, alike);
}

/** A sentence that long, and so much of it in both. */
function isOneSentence({ evidence, cover }: Similarity): boolean {
  return evidence >= 6 && cover >= 0.7;
}

function isOfAnother({ figure }: Claim, { subject }: Similarity): boolean {
  return figure.type === 'quantity' && subject === 'other';
}

/** Two days or two years of what is said to have been done: “was convicted on 29 October”, “the conviction of 22 October”. */
function dateOneThing(
  a: Claim,
  b: Claim,
  beside: readonly number[],
  isAlike: boolean,
  subject: Similarity['subject'],
): boolean {
  const length = (claim: Claim): number => claim.figure.high! - claim.figure.low!;
  if (length(a) > A_YEAR || length(b) > A_YEAR || Math.abs(length(a) - length(b)) > 1) return false;
  // The weekday of a story and a date are of one week, if they are of one thing.
  if (!(a.explicit && b.explicit)) {
    const [x, y] = [weekdayIn(a), weekdayIn(b)];
    if (x === y || (x === '' && !a.explicit) || (y === '' && !b.explicit)) return false;
    if (Math.abs(a.figure.low! - b.figure.low!) > WEEK) return false;
  }
  // In a year much is done.
  if (length(a) > A_MONTH && subject === 'other' && a.measure === '') return false;
  return isAlike || beside.some((stem) => a.done.includes(stem) && b.done.includes(stem));
}

const A_MONTH = 31;
const A_YEAR = 366;
const WEEK = 7;
