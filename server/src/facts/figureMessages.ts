import { fileName } from '../text/fileName';
import { storyDay } from './figureGroups';
import type { ClaimRef, FigureIndex } from './figureIndex';
import { type Finding, textOf } from './model';
import type { Link } from './pairing';

/** Who says what of a fact, as seen from one place. */
export interface Voice {
  readonly ref: ClaimRef;
  /** Others who say the same. */
  readonly mates: readonly ClaimRef[];
  /** By value, those who say otherwise. */
  readonly others: readonly (readonly ClaimRef[])[];
  readonly verdict: Finding['verdict'];
}

const MOST_VALUES = 3;
const MOST_NAMED = 2;

/** “21 dead here, according to the ministry; 20 dead in a.txt, b.txt and 2 more.” */
export function figureMessage(index: FigureIndex, { ref, mates, others, verdict }: Voice): string {
  const names = naming(index, [ref, ...mates, ...others.flat()]);
  const along = mates.length > 0 ? `, as in ${names(mates)}` : '';
  const parts = [`${figureInWords(index, ref)} here${accordingTo(index, [ref])}${along}`];
  for (const side of others.slice(0, MOST_VALUES)) {
    const later = verdict === 'updated' ? `, ${daysLater(index, ref, side)}` : '';
    parts.push(`${figureInWords(index, side[0]!)} in ${names(side)}${accordingTo(index, side)}${later}`);
  }
  const more = others.length - MOST_VALUES;
  if (more > 0) parts.push(`${more} more ${more === 1 ? 'value' : 'values'} elsewhere`);
  return `${parts.join('; ')}.`;
}

/** Why they are taken to be one fact, and why they do not sit together. `others` is how many say otherwise. */
export function figureReason(index: FigureIndex, ref: ClaimRef, link: Link, others: number): string {
  const claim = index.claim(ref);
  const text = textOf(index.entry(ref.document)!.document);
  const words = wordsInOrder(
    text.slice(claim.sentence.start, claim.sentence.end),
    link.shared === '' ? [] : link.shared.split(' '),
  );
  const about = words === '' ? '' : `${others > 1 ? 'all' : 'both'} about “${words}”; `;
  return `${about}${link.judgement.reason}`;
}

/** Words of a sentence as they stand in it, what is left out between them marked with “…”. */
function wordsInOrder(sentence: string, words: readonly string[]): string {
  let out = '';
  let at = 0;
  for (const word of words) {
    const next = sentence.indexOf(word, at);
    const gap = next < 0 ? ' … ' : sentence.slice(at, next);
    out += out === '' ? word : (/^[\s-]+$/.test(gap) ? gap.replace(/\s+/g, ' ') : ' … ') + word;
    if (next >= 0) at = next + word.length;
  }
  return out;
}

/** The figure as written, but for the capital of its sentence. */
export function figureInWords(index: FigureIndex, ref: ClaimRef): string {
  const { figure, sentence, printed } = index.claim(ref);
  const atHead = figure.start === sentence.start && figure.type !== 'date' && figure.type !== 'money';
  return atHead ? printed.charAt(0).toLowerCase() + printed.slice(1) : printed;
}

/** “a.txt, b.txt and 2 more” */
export function namesOf(index: FigureIndex, refs: readonly ClaimRef[]): string {
  return naming(index, refs)(refs);
}

/** Names documents by their files, and by their paths where two files share a name. */
function naming(index: FigureIndex, all: readonly ClaimRef[]): (refs: readonly ClaimRef[]) => string {
  const labels = (refs: readonly ClaimRef[]): string[] => [
    ...new Set(refs.map(({ document }) => index.entry(document)!.document.label)),
  ];
  const known = labels(all);
  const shared = new Set(known.map(fileName)).size < known.length;
  return (refs) => {
    const named = labels(refs).map((label) => (shared ? label : fileName(label)));
    const more = named.length - MOST_NAMED;
    if (more > 0) return `${named.slice(0, MOST_NAMED).join(', ')} and ${more} more`;
    return named.join(' and ');
  };
}

/** Whom the figure is laid at, where all name one and the same. */
function accordingTo(index: FigureIndex, refs: readonly ClaimRef[]): string {
  const named = new Set(refs.map((ref) => index.claim(ref).sayer));
  const [only = ''] = named;
  return only !== '' && named.size === 1 ? `, according to ${only}` : '';
}

function daysLater(index: FigureIndex, ref: ClaimRef, later: readonly ClaimRef[]): string {
  const days = Math.max(...later.map((other) => storyDay(index, other) ?? 0)) - (storyDay(index, ref) ?? 0);
  return days === 1 ? 'a day later' : `${days} days later`;
}
