import type { Claim } from './claims';
import { sameIdentity, type SourceDocument, textOf } from './model';
import type { StatedFigures } from './statedFigures';

/** What a document states, and the document. */
export interface Version extends StatedFigures {
  readonly document: SourceDocument;
}

/**
 * Do two versions of a document state the same with their figures, in the same sentences, wherever these stand by now? Then their links with
 * other documents are the same, and read the same, but for what only their quotations decide: see `EventTraces.utterances`.
 */
export function stateTheSame(before: Version, now: Version): boolean {
  return (
    before.claims.length === now.claims.length &&
    before.storyDay === now.storyDay &&
    sameIdentity(before.document, now.document) &&
    areEqual(before.names, now.names) &&
    areEqual({ ...before.traces, utterances: null }, { ...now.traces, utterances: null }) &&
    before.claims.every(
      (claim, i) => isMoved(claim, now.claims[i]!) && isFurther(before.claims, i) === isFurther(now.claims, i),
    ) &&
    haveSameSentences(before, now)
  );
}

/** Do two versions quote the same words, as far as it tells of which event they are? */
export function quoteTheSame({ traces: before }: Version, { traces: now }: Version): boolean {
  return areEqual(before.utterances, now.utterances);
}

/** Is it the same claim, its figure at the same place of its sentence? */
function isMoved(before: Claim, now: Claim): boolean {
  const by = now.start - before.start;
  if (now.end - before.end !== by || now.sentence.start - before.sentence.start !== by) return false;
  if (now.sentence.end - before.sentence.end !== by || now.figure.start - before.figure.start !== by) return false;
  return areEqual(stated(before), stated(now));
}

/** Without where it stands. */
function stated(claim: Claim): object {
  return { ...claim, start: 0, end: 0, sentence: null, figure: { ...claim.figure, start: 0, end: 0 } };
}

/** Is a claim in one sentence with that before it? */
function isFurther(claims: readonly Claim[], i: number): boolean {
  return i > 0 && claims[i]!.sentence.start === claims[i - 1]!.sentence.start;
}

/** Each sentence is looked at once: one may be a megabyte, with hundreds of claims. */
function haveSameSentences(before: Version, now: Version): boolean {
  const [then, text] = [textOf(before.document), textOf(now.document)];
  return before.claims.every(({ sentence: { start, end } }, i) => {
    if (isFurther(before.claims, i)) return true;
    const { sentence } = now.claims[i]!;
    return then.slice(start, end) === text.slice(sentence.start, sentence.end);
  });
}

/** Of plain data. */
function areEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && areListsEqual(a, b);
  const [mine, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(mine);
  return keys.length === Object.keys(theirs).length && keys.every((key) => areEqual(mine[key], theirs[key]));
}

function areListsEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => areEqual(each, b[i]));
}
