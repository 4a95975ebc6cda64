import type { EntityType } from '../model';

export const enum Kind {
  Person = 0,
  Organization = 1,
  Place = 2,
  Other = 3,
}

export const KINDS: readonly EntityType[] = ['person', 'organization', 'place', 'other'];

/** A span of tokens that may be a name, with the evidence for what it names. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Where a title directly before it begins, or `from`. */
  readonly titleFrom: number;
  /** The folded words; equal keys are one form of the document. */
  readonly key: string;
  /** Evidence of the words themselves, by `Kind`. */
  readonly lexical: readonly [number, number, number, number];
  /** Evidence of the neighbourhood, by `Kind`. */
  readonly context: [number, number, number, number];
  /** The capital says nothing: head of a sentence, one word. */
  readonly weak: boolean;
}
