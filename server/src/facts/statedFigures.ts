import type { TaggedText } from '../tag/model';
import { entityKey, type NameKey, nameKey } from './claimNames';
import { type Claim, claimsOf } from './claims';
import { type EventTraces, eventTraces } from './eventTraces';

/** What a document states with its figures, and what tells which event it is of: plain data, made of the tagged text alone. */
export interface StatedFigures {
  /** Days since 1970-01-01 of the story, or null. */
  readonly storyDay: number | null;
  /** Ascending by `start`. */
  readonly claims: readonly Claim[];
  /** All the names of the document. */
  readonly names: readonly NameKey[];
  readonly traces: EventTraces;
}

export function statedFigures(tagged: TaggedText): StatedFigures {
  const claims = claimsOf(tagged);
  return {
    storyDay: tagged.storyDate?.day ?? null,
    claims,
    names: [...new Set(tagged.entities.map((entity) => nameKey(entityKey(entity))))],
    traces: eventTraces(tagged, claims),
  };
}
