import { textOf } from './model';
import type { ClaimedDocument, Link } from './pairing';

/** The links between two documents, and the documents as they were; null for one that is gone. */
export interface LinksBetween {
  readonly mine: ClaimedDocument | null;
  readonly theirs: ClaimedDocument | null;
  readonly links: readonly Link[];
}

/** Of a sentence longer than this the rest is not compared. */
const MOST_COMPARED = 2000;

/**
 * The links that a reader would not find alike before and after: between two documents, for one pair after the other. A document has links with
 * a hundred others; what became of its claims is looked at once.
 */
export function linkComparison(): (before: LinksBetween, now: LinksBetween) => Link[] {
  const known = new Map<ClaimedDocument, Map<ClaimedDocument, (boolean | undefined)[]>>();

  function isSame(before: ClaimedDocument, now: ClaimedDocument, claim: number): boolean {
    if (before === now) return true;
    let since = known.get(before);
    if (!since) known.set(before, (since = new Map()));
    let same = since.get(now);
    if (!same) since.set(now, (same = []));
    return (same[claim] ??= inDocument(before, claim) === inDocument(now, claim));
  }

  return (before, now) => {
    if (before.links.length === 0 || now.links.length === 0) return [...before.links, ...now.links];
    const among = (link: Link, links: readonly Link[]): boolean =>
      links.some(
        (other) =>
          isSameLink(link, other) &&
          isSame(before.mine!, now.mine!, link.a) &&
          isSame(before.theirs!, now.theirs!, link.b),
      );
    return [
      ...before.links.filter((link) => !among(link, now.links)),
      ...now.links.filter((link) => !among(link, before.links)),
    ];
  };
}

function isSameLink(p: Link, q: Link): boolean {
  if (p.a !== q.a || p.b !== q.b) return false;
  if (p.score !== q.score || p.evidence !== q.evidence || p.shared !== q.shared) return false;
  return p.judgement === q.judgement || JSON.stringify(p.judgement) === JSON.stringify(q.judgement);
}

/** What the findings of other documents may say of a claim: its words, its speaker, its document. */
function inDocument({ document, claims, storyDay }: ClaimedDocument, index: number): string {
  const claim = claims[index];
  if (!claim) return '';
  const { figure, sentence, start, end, speaker, volatile, periods } = claim;
  const { label, draft, trusted } = document;
  const words = textOf(document).slice(sentence.start, Math.min(sentence.end, sentence.start + MOST_COMPARED));
  const { op, low, high } = figure;
  return JSON.stringify([
    words,
    start - sentence.start,
    end - start,
    op,
    low,
    high,
    speaker,
    volatile,
    periods,
    label,
    draft,
    trusted,
    storyDay,
  ]);
}
