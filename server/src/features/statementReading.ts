import { isDateline } from '../facts/eventTraces';
import type { Figure, TaggedText } from '../tag/model';
import { isoDay } from '../text/isoDay';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import { quoteAround } from './quoteAround';
import { valueInWords } from './readings';

/** What a statement of a fact was read as, for views: all of it in words or ISO 8601. */
export interface StatementReading {
  /** “61,000,000,000 US dollars”; '' for a quotation. */
  readonly value: string;
  /** Who says so, or ''. */
  readonly speaker: string;
  /** The day that the statement itself or, where there is but one, a date in its sentence means; never that on which the story was written. */
  readonly day: string | null;
}

export function statementReading(tagged: TaggedText, span: Span): StatementReading {
  const own = figureOf(tagged, span);
  return {
    value: statedValue(tagged, span),
    speaker: speakerOf(tagged, span),
    day: own?.type === 'date' ? dayStated(tagged, own) : dayOfSentence(tagged, span),
  };
}

/** The `value` of a reading. */
export function statedValue(tagged: TaggedText, span: Span): string {
  const own = figureOf(tagged, span);
  return own ? valueInWords(own) : '';
}

function figureOf({ figures }: TaggedText, { start, end }: Span): Figure | null {
  const figure = figures[lastStartingAtOrBefore(figures, start)];
  return figure && figure.start === start && figure.end === end ? figure : null;
}

/** The speaker of the innermost quotation that holds the span, itself included. */
function speakerOf({ quotes }: TaggedText, span: Span): string {
  return quoteAround(quotes, span, ({ speaker }) => speaker !== null)?.speaker?.name ?? '';
}

function dayOfSentence(tagged: TaggedText, span: Span): string | null {
  const { scanned, figures } = tagged;
  const sentence = scanned.sentences[lastStartingAtOrBefore(scanned.sentences, span.start)];
  if (!sentence || span.end > sentence.end) return null;
  const days = new Set<string>();
  const first = lastStartingAtOrBefore(figures, sentence.start - 1) + 1;
  for (let i = first; i < figures.length && figures[i]!.start < sentence.end; i++) {
    const day = figures[i]!.type === 'date' ? dayStated(tagged, figures[i]!) : null;
    if (day !== null) days.add(day);
  }
  return days.size === 1 ? [...days][0]! : null;
}

function dayStated(tagged: TaggedText, figure: Figure): string | null {
  return figure.furniture || isDateline(tagged, figure) ? null : dayOf(figure);
}

/** A day, month or year: what is no longer than a year has its place on a line of time. */
function dayOf({ low, high, value }: Figure): string | null {
  if (low === null || high === null || high - low > 366) return null;
  if (low === high) return isoDay(low);
  return typeof value === 'string' && /^\d{4}(-\d\d)?$/.test(value) ? value : isoDay(low);
}
