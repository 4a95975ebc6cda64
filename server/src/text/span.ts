/** A half-open range of UTF-16 offsets into a document's text: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function spanText(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/**
 * The index of the last item that starts at or before `offset`, or -1; `items` is in ascending order of `start`.
 * Logarithmic, so that a hover in a file of 5 MB costs what it costs in one of 5 kB.
 */
export function lastStartingAtOrBefore(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
