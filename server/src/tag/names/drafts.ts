import type { Kind } from './model';
import type { PersonName } from './personName';

/** An entity while its mentions are being gathered. */
export interface EntityDraft {
  readonly kind: Kind;
  readonly mentions: number[];
  /** By surface form, in the order of appearance, how often. */
  readonly surfaces: Map<string, number>;
  /** For a person, the full names that were read. */
  readonly names: PersonName[];
}
