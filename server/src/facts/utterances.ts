import type { Quote, SpeakerRule, TaggedText } from '../tag/model';
import type { Span } from '../text/span';
import type { Intern } from './intern';
import { packWording, type PackedWording } from './packedWording';
import { speakerWords } from './speakerWords';
import { shinglesOf, wordingOf } from './wording';

/** Where a quotation stands. */
export interface QuotePlace extends Span {
  /** Index in the document's `quotes`. */
  readonly quote: number;
  /** Who says it, as the text names him; '' for nobody. */
  readonly speaker: string;
}

/** A quotation as the index keeps it. Plain data. */
export interface Utterance extends QuotePlace, PackedWording {
  /** Further quotations of the document in the same words by the same speaker: page furniture, a pull quote. */
  readonly repeats?: readonly QuotePlace[];
  /** Folded words of the speaker's name; empty where none is known well enough to compare. */
  readonly speakerWords: readonly string[];
  /** The speaker is a person named beside the quotation, not a role or a pronoun. */
  readonly named: boolean;
}

const FEWEST_WORDS = 4;
const FEWEST_WORDS_OF_PHRASE = 5;

/** The quotations of a text that are compared with others', in its order. */
export function utterancesOf(tagged: TaggedText): Utterance[] {
  const { quotes, scanned } = tagged;
  const out: { readonly utterance: Utterance; readonly repeats: QuotePlace[] }[] = [];
  /** The repeats of what was said, by speaker and words. */
  const first = new Map<string, QuotePlace[]>();
  let outerEnd = -1;
  quotes.forEach((quote, index) => {
    if (!quote.direct || quote.use === 'title') return;
    if (quote.end <= outerEnd) return; // a quotation inside one that is compared
    const wording = wordingOf(scanned, quote.content);
    if (wording.words.length < (quote.use === 'phrase' ? FEWEST_WORDS_OF_PHRASE : FEWEST_WORDS)) return;
    outerEnd = Math.max(outerEnd, quote.end);
    if (shinglesOf(wording.words).length === 0) return;
    const place = { quote: index, start: quote.start, end: quote.end, speaker: quote.speaker?.name ?? '' };
    const packed = packWording(wording);
    const speaker = speakerWords(quote);
    const said = `${speaker.join(' ')}: ${packed.words}`;
    const known = first.get(said);
    if (known) {
      known.push(place);
      return;
    }
    const repeats: QuotePlace[] = [];
    first.set(said, repeats);
    out.push({ utterance: { ...place, ...packed, speakerWords: speaker, named: isNamed(tagged, quote) }, repeats });
  });
  return out.map(({ utterance, repeats }) => (repeats.length > 0 ? { ...utterance, repeats } : utterance));
}

/** The same, with names and lists that take no more room than they need. */
export function compactUtterance(utterance: Utterance, intern: Intern): Utterance {
  const { quote, start, end, count, gaps, repeats, named } = utterance;
  const speaker = intern(utterance.speaker);
  const words = intern(utterance.words);
  const opens = isFirst(utterance.opens) ? FIRST : utterance.opens.slice();
  const speakerWords = utterance.speakerWords.map(intern);
  // Written out, for the engine makes a larger object of one that is spread.
  const compact = { quote, start, end, speaker, words, count, opens, speakerWords, named };
  if (!gaps && !repeats) return compact;
  return { ...compact, ...(gaps ? { gaps: gaps.slice() } : {}), ...(repeats ? { repeats } : {}) };
}

/** Most quotations are of one sentence. */
const FIRST: readonly number[] = [0];

function isFirst(opens: readonly number[]): boolean {
  return opens.length === 1 && opens[0] === 0;
}

/** The quotations of an utterance. */
export function placesOf(utterance: Utterance): readonly QuotePlace[] {
  return utterance.repeats ? [utterance, ...utterance.repeats] : [utterance];
}

/** The rules by which the speaker stands in the quotation's own sentence. */
const NAMED_BESIDE: ReadonlySet<SpeakerRule> = new Set(['label', 'after', 'afterInverted', 'before', 'accordingTo']);

/** A person's name stands beside the quotation itself: not a pronoun, a role, or a speaker carried over. */
function isNamed({ entities, scanned }: TaggedText, quote: Quote): boolean {
  const { speaker } = quote;
  if (!speaker || speaker.entity < 0 || !NAMED_BESIDE.has(quote.rule)) return false;
  if (quote.confidence === 'low' || (quote.rule === 'before' && quote.confidence !== 'high')) return false;
  if (entities[speaker.entity]?.type !== 'person') return false;
  const written = scanned.text.slice(speaker.start, speaker.end).toLowerCase();
  return speaker.name
    .toLowerCase()
    .split(' ')
    .some((word) => word.length > 1 && written.includes(word));
}
