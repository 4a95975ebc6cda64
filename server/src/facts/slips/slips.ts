import { shortHash } from '../hash';
import type { Claim } from '../claims';
import { compareStrings } from '../../text/compareStrings';
import { lastStartingAtOrBefore } from '../../text/span';
import type { Finding, SourceDocument } from '../model';
import type { TaggedText } from '../../tag/model';
import { conversionSlips } from './conversions';
import { digitSlips } from './digits';
import { lifeSlips } from './lives';
import type { Slip, SlipCheck, SlipInSentence } from './model';
import { shareSlips } from './shares';
import { spellSlips } from './spells';
import { sumSlips } from './sums';
import { weekdaySlips } from './weekdays';

const CHECKS: readonly SlipCheck[] = [weekdaySlips, sumSlips, shareSlips, lifeSlips, spellSlips, conversionSlips];

/** An id is made of the sentence, and of one without an end, of this many characters on both sides. */
const MOST_CONTEXT = 400;

/** Where a text cannot be right by itself, ascending by offset. Depends on the text and its claims alone. */
export function slipsOf(tagged: TaggedText, claims: readonly Claim[]): SlipInSentence[] {
  return [...CHECKS.flatMap((check) => check(tagged)), ...digitSlips(tagged, claims)]
    .sort((a, b) => a.start - b.start || compareStrings(a.reason, b.reason))
    .map((slip) => ({ ...slip, sentence: sentenceAround(tagged, slip) }));
}

/** The slips of a document as findings, in their order. */
export function slipFindingsOf(document: SourceDocument, slips: readonly SlipInSentence[]): Finding[] {
  const taken = new Map<string, number>();
  return slips.map((slip) => findingOf(document, slip, taken));
}

function sentenceAround({ scanned }: TaggedText, slip: Slip): string {
  const sentence = scanned.sentences[lastStartingAtOrBefore(scanned.sentences, slip.start)];
  const from = Math.max(sentence?.start ?? 0, slip.start - MOST_CONTEXT);
  const to = Math.min(sentence?.end ?? slip.end, slip.end + MOST_CONTEXT);
  return scanned.text.slice(from, to).replace(/\s+/g, ' ');
}

function findingOf(document: SourceDocument, slip: SlipInSentence, taken: Map<string, number>): Finding {
  const key = [slip.code, document.label, slip.sentence, slip.reason].join('\n');
  const nth = taken.get(key) ?? 0;
  taken.set(key, nth + 1);
  return {
    id: shortHash(nth === 0 ? key : `${key}\n${nth}`),
    code: slip.code,
    verdict: 'conflict',
    severity: 'warning',
    message: `${slip.reason[0]!.toUpperCase()}${slip.reason.slice(1)}${slip.reason.endsWith('?') ? '' : '.'}`,
    reason: slip.reason,
    document: document.id,
    start: slip.start,
    end: slip.end,
    related: slip.related.map(({ start, end }) => ({ document: document.id, start, end })),
  };
}
