import type { Claim } from './claims';
import { type CandidatePair, type ClaimedDocument, type Link, linkClaims, stated, worded } from './pairing';
import { covers, type PairRuling } from './rulings';
import { type Scale, similarity } from './similarity';
import type { Span } from '../text/span';
import { type FigureJudgement, judge } from './verdict';

/**
 * The links between two documents, with what people said of pairs of their claims: those of two facts are no candidates, and those of
 * one are linked whatever else they might be paired with. `said` is oriented from `x` to `y`.
 */
export function linkAsSaid(
  x: ClaimedDocument,
  y: ClaimedDocument,
  pairs: readonly CandidatePair[],
  scale: Scale,
  said: readonly PairRuling[],
): Link[] {
  if (said.length === 0) return linkClaims(x, y, pairs, scale);
  const forced: Link[] = [];
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const apart = new Set<string>();
  for (const ruling of said) {
    const a = claimAt(x.claims, ruling.here);
    const b = claimAt(y.claims, ruling.there);
    if (a < 0 || b < 0) continue;
    if (ruling.kind === 'not-same') apart.add(`${a} ${b}`);
    else if (!taken.a.has(a) && !taken.b.has(b)) {
      taken.a.add(a);
      taken.b.add(b);
      forced.push(linked(x, y, a, b, scale, ruling));
    }
  }
  const isOpen = (a: number, b: number): boolean => !taken.a.has(a) && !taken.b.has(b) && !apart.has(`${a} ${b}`);
  const open = pairs.filter(([a, b]) => isOpen(a, b));
  return [...linkClaims(x, y, open, scale, isOpen), ...forced].sort((p, q) => p.a - q.a);
}

function linked(
  x: ClaimedDocument,
  y: ClaimedDocument,
  a: number,
  b: number,
  scale: Scale,
  { kind, reason }: PairRuling,
): Link {
  const [claimA, claimB] = [x.claims[a]!, y.claims[b]!];
  if (kind === 'superseded') {
    const judgement: FigureJudgement = { verdict: 'updated', reason, difference: 'plain' };
    return worded({ a, b, judgement, similarity: similarity(claimA, claimB, scale) }, x, y, scale);
  }
  const [known] = linkClaims(x, y, [[a, b]], scale, (p, q) => p === a && q === b);
  if (known) return known;
  const judgement = judge(stated(x, claimA), stated(y, claimB));
  const incomparable: FigureJudgement = { verdict: 'compatible', reason, difference: 'none' };
  const alike = similarity(claimA, claimB, scale);
  return worded({ a, b, judgement: judgement ?? incomparable, similarity: alike }, x, y, scale);
}

/** The claim whose figure stands at a place, or -1. */
function claimAt(claims: readonly Claim[], place: Span): number {
  const exact = claims.findIndex(({ start, end }) => start === place.start && end === place.end);
  return exact >= 0 ? exact : claims.findIndex((claim) => covers(claim, place));
}
