import type { TaggedText } from '../tag/model';
import { lastStartingAtOrBefore, type Span } from '../text/span';

/** Quotations nest a few deep at most. */
const DEEPEST = 6;
const LONGEST_SAYER = 60;
/** Behind these stands who says it; behind “announced” or “showed” perhaps what was announced. */
const PLAIN_CUE = /^(sa(id|ys|ying)|according to|told|tells)\b/i;

/** Who says the words at a span, as the text names him; '' where nobody is named for certain. */
export function sayerOf({ quotes, entities }: TaggedText, span: Span): string {
  for (let i = lastStartingAtOrBefore(quotes, span.start), seen = 0; i >= 0 && seen < DEEPEST; i--, seen++) {
    const { start, end, speaker, confidence, cue } = quotes[i]!;
    if (start > span.start || end < span.end || !speaker || confidence === 'low') continue;
    const { name, pronoun, entity } = speaker;
    const type = entities[entity]?.type;
    const named = type === 'person' || type === 'organization';
    const described = entity < 0 && confidence === 'high' && PLAIN_CUE.test(cue) && /^(the|an?)\s/i.test(name);
    if (name === pronoun || name.length > LONGEST_SAYER || !(named || described)) return '';
    return (described ? name.charAt(0).toLowerCase() + name.slice(1) : name).replace(/\s+/g, ' ');
  }
  return '';
}
