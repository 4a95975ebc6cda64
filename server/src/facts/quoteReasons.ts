import type { Span } from '../text/span';
import type { Difference } from './alignment';
import type { Judgement } from './model';
import type { QuotePair } from './quotePairs';
import { wordingOf } from './wording';

const CONTEXT_WORDS = 3;
const MOST_WORDS = 26;
const MOST_LISTED = 3;
const LONGEST_PART = 80;

/** How two quotations of one utterance stand to each other, in an editor’s words. */
export function judgementOf(pair: QuotePair): Judgement {
  const { relation, alignment } = pair.comparison;
  switch (relation) {
    case 'speaker':
      return {
        verdict: 'conflict',
        reason: `the same words, said by ${speakerOf(pair.a)} here and by ${speakerOf(pair.b)} there`,
      };
    case 'content':
      return { verdict: 'conflict', reason: `one utterance in two wordings: ${listDifferences(pair)}` };
    case 'small':
      return { verdict: 'compatible', reason: `the same but for small words: ${listDifferences(pair)}` };
    case 'agree': {
      const a = pair.a.utterance.count;
      const b = pair.b.utterance.count;
      if (alignment.matched >= Math.max(a, b)) return { verdict: 'agree', reason: 'the same words' };
      return {
        verdict: 'agree',
        reason:
          alignment.matched >= Math.min(a, b)
            ? 'the same words, cut shorter in one of the two'
            : 'the same words where the two cuts overlap',
      };
    }
  }
}

export function speakerOf(side: QuotePair['a']): string {
  return side.utterance.speaker || 'nobody named';
}

/** “reached” / “is on”; “the” / nothing. First side first. */
export function listDifferences(pair: QuotePair): string {
  const { differences } = pair.comparison.alignment;
  const weighty = differences.filter((d) => d.weight === 'content');
  const listed = (weighty.length > 0 ? weighty : differences).slice(0, MOST_LISTED);
  const [a, b] = [printed(pair.a), printed(pair.b)];
  const parts = listed.map((d) => `${partOf(a, d.aFrom, d.aTo)} / ${partOf(b, d.bFrom, d.bTo)}`);
  const more = (weighty.length > 0 ? weighty : differences).length - listed.length;
  return parts.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

interface Printed {
  readonly text: string;
  /** Where each word of the utterance stands in it. */
  readonly spans: readonly Span[];
}

function printed({ document, utterance }: QuotePair['a']): Printed {
  const { scanned, quotes } = document.tagged;
  return { text: scanned.text, spans: wordingOf(scanned, quotes[utterance.quote]!.content).spans };
}

function partOf(side: Printed, from: number, to: number): string {
  if (to <= from) return 'nothing';
  const text = sliceOf(side, from, to);
  return `“${text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text}”`;
}

function sliceOf({ text, spans }: Printed, from: number, to: number): string {
  return text.slice(spans[from]!.start, spans[to - 1]!.end).replace(/\s+/g, ' ');
}

/** The quotation around its differences, as printed, the words that differ between asterisks: “hopes for *Europe’s* early return …”. */
export function excerptOf(side: QuotePair['a'], differences: readonly Difference[], own: 'a' | 'b'): string {
  const { count } = side.utterance;
  const ranges = differences.map((d) => (own === 'a' ? { from: d.aFrom, to: d.aTo } : { from: d.bFrom, to: d.bTo }));
  const from = Math.max(0, ranges[0]!.from - CONTEXT_WORDS);
  const to = Math.min(count, ranges[ranges.length - 1]!.to + CONTEXT_WORDS, from + MOST_WORDS);
  if (to <= from) return '“…”';
  const { text, spans } = printed(side);
  let out = '';
  let at = spans[from]!.start;
  for (const range of ranges) {
    if (range.to <= range.from || range.from >= to) continue;
    const { start } = spans[range.from]!;
    const { end } = spans[Math.min(range.to, to) - 1]!;
    if (start < at) continue;
    out += `${text.slice(at, start)}*${text.slice(start, end)}*`;
    at = end;
  }
  out += text.slice(at, Math.max(at, spans[to - 1]!.end));
  return `“${from > 0 ? '… ' : ''}${out.replace(/\s+/g, ' ')}${to < count ? ' …' : ''}”`;
}

/** The beginning of a quotation, as printed. */
export function openingOf(side: QuotePair['a']): string {
  const { count } = side.utterance;
  const to = Math.min(count, 12);
  return `“${sliceOf(printed(side), 0, to)}${to < count ? ' …' : ''}”`;
}
