import type { Finding } from './model';
import type { Comparison } from './sameUtterance';
import { type LinkColumns, type LinkLists, listsOf } from './linkColumns';
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
  /** By other document, its links: see `LinkLists`, with places in `judgements`. */
  readonly figures: readonly (readonly [other: string, links: KeptColumns])[];
  readonly quotations: readonly KnownPair[];
  /** People had said something of pairs of its claims. */
  readonly ruled: boolean;
  /** What was found in it, which depends on every document of the folder and on all that people said: see `FactIndex.restoreFound`. */
  readonly found: readonly Finding[];
  /** Of a long document, by the ids of its sections, and none of the whole: see `sectionedIndex.ts`. */
  readonly sections?: readonly (readonly [id: string, links: KnownLinks])[];
}

type KeptColumns = Pick<LinkLists, 'numbers' | 'shared'> & { readonly judgements: readonly number[] };

/** On what links depend beside their two documents: what is so common in the folder that it tells little or nothing. */
export interface FolderStatistics {
  /** The keys that are not live: see `Postings`. */
  readonly claims: readonly number[];
  readonly people: readonly number[];
  readonly quotations: readonly number[];
  /** The stems that are worth less than others, with what each is worth: see `Rarities`. */
  readonly stems: readonly (readonly [stem: number, worth: number])[];
}

export function packLinks(links: Iterable<readonly [string, LinkColumns]>): Pick<KnownLinks, 'judgements' | 'figures'> {
  const judgements: FigureJudgement[] = [];
  const written = new Map<string, number>();
  const placeOfWords = (judgement: FigureJudgement): number => {
    const words = JSON.stringify(judgement);
    const place = written.get(words) ?? judgements.push(judgement) - 1;
    written.set(words, place);
    return place;
  };
  // Most are one object: see `sharedJudgement`.
  const places = new Map<FigureJudgement, number>();
  const placeOf = (judgement: FigureJudgement): number => {
    const place = places.get(judgement) ?? placeOfWords(judgement);
    places.set(judgement, place);
    return place;
  };
  const figures = Array.from(links, ([other, columns]): [string, KeptColumns] => {
    const { numbers, judgements: theirs, shared } = listsOf(columns);
    return [other, { numbers, judgements: theirs.map(placeOf), shared }];
  });
  return { judgements, figures };
}

/** `share` gives for a judgement the one that is kept in its stead: most are alike. */
export function unpackLinks(
  { judgements, figures }: KnownLinks,
  share: (judgement: FigureJudgement) => FigureJudgement,
): [string, LinkLists][] {
  const own = judgements.map(share);
  return figures.map(([other, { numbers, judgements: places, shared }]) => [
    other,
    { numbers, judgements: places.map((place) => own[place]!), shared },
  ]);
}
