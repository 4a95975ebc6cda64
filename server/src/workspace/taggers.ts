import type { Corrections } from '../tag/corrections';
import type { TextFormat } from '../text/markdown';
import type { PackedDocument } from './packedTags';

export interface TextToTag {
  readonly text: string;
  readonly format: TextFormat;
}

/** Others that tag texts while this thread does something else. A door has them, or not. */
export interface Taggers {
  /** How many texts at once are worth handing over: more would only wait. */
  readonly batches: number;
  /** What `packDocument` makes of each text, in their order; rejects when the tagging came to nothing: then they are ours to tag. */
  tag(texts: readonly TextToTag[], corrections: Corrections): Promise<readonly PackedDocument[]>;
  /** Nothing is left to tag for now: whatever it holds may go. */
  rest(): void;
}
