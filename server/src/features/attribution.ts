import type { Attribution, AttributionQuestion } from '../protocol';
import { fileName } from '../text/fileName';
import { offsetAt } from '../text/lines';
import type { Sources } from '../workspace/sources';
import { quoteAround } from './quoteAround';
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
  // The quotation that the copied words are, or are a part of: then they are somebody's.
  const quote = quoteAround(quotes, span, ({ direct, use }) => direct && use === 'speech');
  if (!quote?.speaker) return { text: `${words} ${origin}` };
  const said = words.replace(/^["“«]|["”»]$/g, '').trim();
  const marked = /[?!…]$/.test(said) ? `“${said}”` : `“${said.replace(/[.,]$/, '')},”`;
  return { text: `${marked} ${quote.speaker.name} said ${origin}` };
}
