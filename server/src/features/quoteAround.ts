import type { Quote } from '../tag/model';
import { contains, lastStartingAtOrBefore, type Span } from '../text/span';

/** Quotations are looked at this many back: they nest and overlap no deeper. */
const reach = 8;

/** The innermost quotation that holds a span, itself included, and is `wanted`; null where there is none. */
export function quoteAround(quotes: readonly Quote[], span: Span, wanted: (quote: Quote) => boolean): Quote | null {
  const last = lastStartingAtOrBefore(quotes, span.start);
  for (let i = last; i >= 0 && i > last - reach; i--) {
    const quote = quotes[i]!;
    if (contains(quote, span) && wanted(quote)) return quote;
  }
  return null;
}
