import { hasName, type NameKey, plainKey } from './claimNames';
import { hasKey } from './claimWords';
import type { Claim } from './claims';
import { giveOneMeasure } from './lastingMeasures';
import { isEventMeasure, isToll } from './measures';
import type { ClaimedDocument } from './pairing';
import type { Similarity } from './similarity';

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

/** So many words in a row around both figures: the passage was copied, and the figure in it changed. */
const COPIED_RUN = 12;
/** What is said of another name in the same words (“The population was … at the census”) is no copy until it goes on and on. */
const LONG_RUN = 20;

/**
 * Why two claims that differ are held to be of one fact: a passage copied, one measure of one name, one short sentence, alike sentences, or one
 * thing measured in two accounts of one event.
 */
export type Ground = 'passage' | 'measure' | 'sentence' | 'words' | 'event';

/** How far two claims can be about one thing at most, as far as is known before they are compared: see `mayBeOneFact`. */
export interface Prospect extends Pick<Similarity, 'score' | 'evidence' | 'cover' | 'sameWords' | 'near' | 'run'> {
  /** Each has a nearest name, and none of them stands in the other's sentence. */
  readonly isOther: boolean;
  /** The one value may fit the other. */
  readonly mayFit: boolean;
  /** As `isTelling` says of the two. */
  readonly bothTell: boolean;
  /** As `ofTwoThings` says. */
  readonly ofTwoThings: boolean;
  /** They may give one lasting measure of one name. */
  readonly shareMeasure: boolean;
}

/** False only where neither `agrees` nor `groundOf` would find that two claims state one fact. */
export function mayBeOneFact(most: Prospect): boolean {
  if (most.mayFit && reaches(most, barOfAgreement(most.bothTell))) return true;
  if (most.ofTwoThings) return false;
  if (most.run >= (most.isOther ? LONG_RUN : COPIED_RUN) || most.shareMeasure) return true;
  if (most.isOther) return false;
  if (most.sameWords >= SAME_SENTENCE && most.near >= 2 && most.evidence >= LEAST_OF_SENTENCE) return true;
  if (most.near === 0 && most.cover < SAME_SENTENCE) return false;
  return reaches(most, DIFFERENCE) || reaches(most, STRONG_DIFFERENCE);
}

/** Was one of the passages copied from the other, or both from a third? Then the two are one witness. */
function isCopied({ run, subject }: Similarity): boolean {
  return run >= (subject === 'other' ? LONG_RUN : COPIED_RUN);
}

/** On what ground two claims that differ are of one fact; null where they are not, or nobody can tell. */
export function groundOf(x: ClaimedDocument, a: Claim, y: ClaimedDocument, b: Claim, alike: Similarity): Ground | null {
  // “.358” and “358”: a point was lost, or was never there.
  if (a.written === b.written) return null;
  if (a.dimension === 'date' && (a.scope || b.scope)) return null;
  const resolved = a.dimension !== 'date' || (a.explicit && b.explicit);
  if (ofTwoThings(a, b)) return null;
  if (isCopied(alike)) return resolved || areOtherWeekdays(a, b) ? 'passage' : null;
  if (!resolved || a.partial || b.partial || isGeneric(a) || isGeneric(b)) return null;
  // Built, and opened: two dates of one house.
  if (a.measure !== b.measure && (a.dimension === 'date' || (a.measure !== '' && b.measure !== ''))) return null;
  if (giveOneMeasure(x, a, y, b)) return 'measure';
  if (!differsPlainly(a, b, alike) || ofTwoEvents(x, a, y, b, alike)) return null;
  return isSameSentence(alike) && !reaches(alike, DIFFERENCE) ? 'sentence' : 'words';
}

type Likeness = Pick<Similarity, 'score' | 'evidence'>;

export function agrees(a: Claim, b: Claim, alike: Similarity): boolean {
  return reaches(alike, barOfAgreement(isTelling(a) && isTelling(b)));
}

function barOfAgreement(bothTell: boolean): Likeness {
  return bothTell ? AGREEMENT : PLAIN_AGREEMENT;
}

function differsPlainly(a: Claim, b: Claim, alike: Similarity): boolean {
  if (alike.subject === 'other') return false;
  // A quake last September, and the one that the story is about.
  if (isEventMeasure(a.measure) && (a.remote !== b.remote || areFarApart(a, b, FAR_APART))) return false;
  if (isSameSentence(alike)) return true;
  const sameSentence = alike.cover >= SAME_SENTENCE;
  if (!sameSentence && a.dimension !== 'date' && areFarApart(a, b, OUT_OF_SIGHT)) return false;
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

export function reaches(alike: Likeness, bar: Likeness): boolean {
  return alike.score >= bar.score && alike.evidence >= bar.evidence;
}

/** “The population was 4,411 at the 2010 census”: few words, but the same, and the same subject in the sentences before. */
function isSameSentence({ sameWords, near, subject, evidence }: Similarity): boolean {
  return sameWords >= SAME_SENTENCE && near >= 2 && subject === 'same' && evidence >= LEAST_OF_SENTENCE;
}

const LEAST_OF_SENTENCE = 1.5;

/** A name in the sentence, or a word made of it: Ukraine, Ukrainian. */
export function speaksOf({ names, words }: Claim, name: NameKey): boolean {
  const word = plainKey(name);
  return hasName(names, name) || (word !== null && hasKey(words.keys, word));
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

/** “The bridge cost …”, “The school cost …”: each sentence is about a thing of which the other does not speak. */
export function ofTwoThings(a: Claim, b: Claim): boolean {
  if (a.thing === 0 || b.thing === 0 || a.thing === b.thing) return false;
  return !hasKey(b.words.keys, a.thing) && !hasKey(a.words.keys, b.thing);
}

/** “One account was closed”: a manner of speaking of any. “The two leaders”: who they are was said before, and their number is no news. */
export function isGeneric({ figure, measure }: Claim): boolean {
  if (isToll(measure)) return false;
  if (figure.definite) return figure.low! < NEWS;
  return figure.type === 'quantity' && figure.low === 1 && figure.high === 1;
}

/** “The 46 apprentices”: more than a reader could name. */
const NEWS = 13;

/** “On Tuesday”, “on Wednesday”; a reprint of another week keeps the word. A weekday against a date is told by the day that it is. */
function areOtherWeekdays(a: Claim, b: Claim): boolean {
  const [x, y] = [weekdayIn(a), weekdayIn(b)];
  return x && y ? x !== y : (x !== '' && b.explicit) || (y !== '' && a.explicit);
}

/** The weekday by which alone a date is written, in its first three letters; else ''. */
export function weekdayIn({ written, explicit }: Claim): string {
  const found = explicit || written.length > LONGEST_WEEKDAY ? null : WEEKDAY.exec(written);
  return found ? found[1]!.toLowerCase() : '';
}

const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:morning|afternoon|evening|night))?$/i;
const LONGEST_WEEKDAY = 20;

/** So many times as much, and no exact tenfold, which is a slip. */
export function areFarApart({ figure: { low: x } }: Claim, { figure: { low: y } }: Claim, times: number): boolean {
  const ratio = Math.max(x!, y!) / Math.min(x!, y!);
  return ratio >= times && !/^10+$/.test(String(Math.round(ratio * 1e6) / 1e6));
}

/** Four times as many dead are another event's, or counted much later. */
const FAR_APART = 4;
/** Of one thing nobody is so far out, but for a slip or a copyist. */
export const OUT_OF_SIGHT = 12;

/** A value that two texts hardly share by chance: many digits, a large sum. “Two” and “first” are no evidence of anything. */
export function isTelling(claim: Claim): boolean {
  const { figure } = claim;
  if (figure.type === 'date') return figure.high! - figure.low! <= 1;
  if (figure.type === 'money') return figure.low! >= 1000;
  return !figure.definite && figure.type !== 'ordinal' && figure.type !== 'age' && figure.low! >= 20;
}

/** A value that hardly two things have in common: a day, a number of three digits that are no noughts. “Under the age of 18” is in every report. */
export function isIdentifying({ figure, explicit }: Claim): boolean {
  if (figure.type === 'date') return explicit && figure.low === figure.high;
  return String(figure.low).replace(/\D/g, '').replace(/0+$/, '').length >= 3;
}
