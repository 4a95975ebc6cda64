import type { NameMention } from '../tag/model';
import { lastStartingAtOrBefore, type Span } from '../text/span';

/** A mention by its index in the document's `figures`, `names` or `quotes`. */
export interface MentionAt {
  readonly among: 'figures' | 'names' | 'quotes';
  readonly mention: number;
}

/** Where the mentions of a text stand, each list ascending: of a tagged text, or of what is kept of it. */
export interface Mentions {
  readonly figures: readonly Span[];
  readonly names: readonly NamePlace[];
  readonly quotes: readonly Span[];
}

type NamePlace = Pick<NameMention, 'start' | 'end' | 'titleStart'>;

/** The mention that holds `offset` (its end counts as inside), a figure before a name and that before a quotation; or null. */
export function mentionAt({ figures, names, quotes }: Mentions, offset: number): MentionAt | null {
  const figure = holding(figures, offset);
  if (figure >= 0) return { among: 'figures', mention: figure };
  const name = nameHolding(names, offset);
  if (name >= 0) return { among: 'names', mention: name };
  const quote = holding(quotes, offset);
  return quote >= 0 ? { among: 'quotes', mention: quote } : null;
}

/** A name's title belongs to it for the reader: the pointer on “Mr.” asks for Mr. Putin. */
export function nameHolding(names: readonly NamePlace[], offset: number): number {
  const here = holding(names, offset);
  if (here >= 0) return here;
  const next = lastStartingAtOrBefore(names, offset) + 1;
  const name = names[next];
  return name && name.titleStart <= offset ? next : -1;
}

/** The innermost of the spans, ascending by start, that holds the offset, or -1. Spans nest a few deep at most. */
function holding(spans: readonly Span[], offset: number): number {
  const last = lastStartingAtOrBefore(spans, offset);
  for (let i = last; i >= 0 && i > last - 8; i--) if (offset <= spans[i]!.end) return i;
  return -1;
}

/** The span with just these ends, or -1. */
export function exactly(spans: readonly Span[], { start, end }: Span): number {
  for (let i = lastStartingAtOrBefore(spans, start); i >= 0 && spans[i]!.start === start; i--) {
    if (spans[i]!.end === end) return i;
  }
  return -1;
}
