import type { Claim } from './claims';
import { figureInWords, namesOf } from './figureMessages';
import type { ClaimRef, FigureIndex } from './figureIndex';
import type { SourceDocument, Statement } from './model';
import { reaches } from './pairing';

/** A figure that a draft states flatly and its sources only with a hedge. */
export interface LostHedge {
  readonly claim: Claim;
  readonly message: string;
  readonly reason: string;
  readonly related: readonly Statement[];
}

/** How plainly the two have to be about one thing. */
const ONE_THING = { score: 0.45, evidence: 2.5 };

/**
 * Where the draft says “60” and every source of it “about 60”, “at least 60” or “dozens”. One source that has the flat figure, of whatever, is
 * enough to leave the draft alone: `isStated` says so.
 */
export function lostHedgesOf(
  index: FigureIndex,
  draft: SourceDocument,
  asked: readonly Claim[],
  isStated: (claim: Claim) => boolean,
): LostHedge[] {
  const claims = index.entry(draft.id)?.claims ?? [];
  const out: LostHedge[] = [];
  for (const i of index.linkedClaims(draft.id)) {
    const claim = asked.find(({ start, index: figure }) => start === claims[i]!.start && figure === claims[i]!.index);
    if (!claim || claim.figure.op !== '=' || claim.figure.definite) continue;
    const ref: ClaimRef = { document: draft.id, claim: i };
    const links = index.linked(ref).filter(({ ref: other }) => !index.entry(other.document)!.document.draft);
    const hedged = links.filter(({ link }) => link.judgement.verdict === 'compatible');
    if (hedged.length === 0 || hedged.length < links.length || isStated(claim)) continue;
    const sources = hedged.map(({ ref: other }) => other);
    const figures = sources.map(({ document, claim: c }) => index.entry(document)!.claims[c]!.figure);
    if (figures.some(({ op, type }) => op === '=' || type === 'date')) continue;
    if (!hedged.some(({ link }) => reaches(link, ONE_THING))) continue;
    const theirs = figureInWords(index, sources[0]!);
    out.push({
      claim,
      message: `${figureInWords(index, ref)} here; ${theirs} in ${namesOf(index, sources)}: the hedge is lost.`,
      reason: 'no source is as firm as the draft',
      related: sources.map(({ document, claim: c }) => {
        const { start, end } = index.entry(document)!.claims[c]!;
        return { document, start, end };
      }),
    });
  }
  return out;
}
