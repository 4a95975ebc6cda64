import type { Attribution, AttributionQuestion } from '../protocol';
import type { Quote } from '../tag/model';
import { fileName } from '../text/fileName';
import { offsetAt } from '../text/lines';
import { contains, lastStartingAtOrBefore, type Span } from '../text/span';
import type { Sources } from '../workspace/sources';
import { dayInWords } from './readings';

/** Passages longer than this are whole texts, which nobody quotes. */
const longest = 5000;

/** What a passage copied from a source and pasted into a draft says of where it is from; null for anything else. */
export function provideAttribution(
  sources: Sources,
  { source, target, text }: AttributionQuestion,
): Attribution | null {
  const from = sources.index.document(source.uri);
  const lines = sources.lines(source.uri);
  const words = text.trim();
  if (!from || from.draft || !lines || !sources.index.document(target)?.draft) return null;
  if (words === '' || words.length > longest || source.uri === target) return null;
  const span = { start: offsetAt(lines, source.range.start), end: offsetAt(lines, source.range.end) };
  const file = fileName(from.label);
  const { storyDate, quotes } = from.tagged;
  const origin = `(${storyDate ? `${file}, ${dayInWords(storyDate.day)}` : file})`;
  const quote = quoteAround(quotes, span);
  if (!quote?.speaker) return { text: `${words} ${origin}` };
  const said = words.replace(/^["“«]|["”»]$/g, '').trim();
  const marked = /[?!…]$/.test(said) ? `“${said}”` : `“${said.replace(/[.,]$/, '')},”`;
  return { text: `${marked} ${quote.speaker.name} said ${origin}` };
}

/** The quotation that the copied words are, or are a part of: then they are somebody's. */
function quoteAround(quotes: readonly Quote[], span: Span): Quote | null {
  for (let i = lastStartingAtOrBefore(quotes, span.start), n = 0; i >= 0 && n < 8; i--, n++) {
    const quote = quotes[i]!;
    if (quote.direct && quote.use === 'speech' && contains(quote, span)) return quote;
  }
  return null;
}
