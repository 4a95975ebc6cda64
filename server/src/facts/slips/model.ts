import type { TaggedText } from '../../tag/model';
import type { Span } from '../../text/span';

/** Where a document cannot be right by itself. The span is that of the figure which is reported. */
export interface Slip extends Span {
  readonly code: 'conflicting-figure' | 'conflicting-date';
  /** In an editor's words, without a full stop: “May 17, 2024 was a Friday”. */
  readonly reason: string;
  /** The other figures that it does not sit with. */
  readonly related: readonly Span[];
}

/** A slip with what its finding is recognized by. Plain data. */
export interface SlipInSentence extends Slip {
  /** The words around it, with single spaces. */
  readonly sentence: string;
}

/** Total and linear in the text: what it finds depends on this one document alone. */
export type SlipCheck = (tagged: TaggedText) => Slip[];
