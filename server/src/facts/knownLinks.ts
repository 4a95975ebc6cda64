import type { Finding } from './model';
import type { Comparison } from './sameUtterance';
import type { Link } from './pairing';
import type { FigureJudgement } from './verdict';

/** A pair of quotations: of this document the utterance `mine`, of the other `theirs`, by index. */
export interface KnownPair {
  readonly other: string;
  readonly mine: number;
  readonly theirs: number;
  readonly comparison: Comparison;
  readonly superseded: string;
}

/** What one document has in common with those of greater ids, as it was found once. Plain data that goes through JSON. */
export interface KnownLinks {
  readonly judgements: readonly FigureJudgement[];
  /** By other document, its links: the two claims, the place in `judgements`, score, evidence, shared words. */
  readonly figures: readonly (readonly [other: string, links: readonly PackedLink[]])[];
  readonly quotations: readonly KnownPair[];
  /** People had said something of pairs of its claims. */
  readonly ruled: boolean;
  /** What was found in it, which depends on every document of the folder and on all that people said: see `FactIndex.restoreFound`. */
  readonly found: readonly Finding[];
  /** Of a long document, by the ids of its sections, and none of the whole: see `sectionedIndex.ts`. */
  readonly sections?: readonly (readonly [id: string, links: KnownLinks])[];
}

type PackedLink = readonly [a: number, b: number, judgement: number, score: number, evidence: number, shared: string];

/** On what links depend beside their two documents: what is so common in the folder that it tells little or nothing. */
export interface FolderStatistics {
  /** The keys that are not live: see `Postings`. */
  readonly claims: readonly number[];
  readonly people: readonly number[];
  readonly quotations: readonly number[];
  /** The stems that are worth less than others, with what each is worth: see `Rarities`. */
  readonly stems: readonly (readonly [stem: number, worth: number])[];
}

export function packLinks(
  links: Iterable<readonly [string, readonly Link[]]>,
): Pick<KnownLinks, 'judgements' | 'figures'> {
  const judgements: FigureJudgement[] = [];
  const places = new Map<string, number>();
  const placeOf = (judgement: FigureJudgement): number => {
    const written = JSON.stringify(judgement);
    let place = places.get(written);
    if (place === undefined) places.set(written, (place = judgements.push(judgement) - 1));
    return place;
  };
  const figures = Array.from(links, ([other, list]): [string, PackedLink[]] => [
    other,
    list.map(({ a, b, judgement, score, evidence, shared }) => [a, b, placeOf(judgement), score, evidence, shared]),
  ]);
  return { judgements, figures };
}

/** `share` gives for a judgement the one that is kept in its stead: most are alike. */
export function unpackLinks(
  { judgements, figures }: KnownLinks,
  share: (judgement: FigureJudgement) => FigureJudgement,
): [string, Link[]][] {
  const shared = judgements.map(share);
  return figures.map(([other, list]) => [
    other,
    list.map(([a, b, judgement, score, evidence, words]) => ({
      a,
      b,
      judgement: shared[judgement]!,
      score,
      evidence,
      shared: words,
    })),
  ]);
}
