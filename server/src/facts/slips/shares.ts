import type { Figure, TaggedText } from '../../tag/model';
import data from '../data/partitions.json';
import type { Slip } from './model';
import { figuresBySentence, isExact, tokenAt, wordAt, wordsBetween, written, type SentenceFigures } from './words';

const POLES = data.poles.split('|').map((pair) => pair.split(' '));
const UNDECIDED = new Set(data.undecided.split(' '));
const COMPARED = new Set(data.compared.split(' '));

/** Shares rounded each for itself may come to this much in all. */
const MOST = 102;
/** How far behind its share an answer stands: “62 percent of those asked said yes”. */
const REACH = 6;

/** Yes, no and undecided that come to more than everybody: “62 percent for, 48 percent against”. */
export function shareSlips(tagged: TaggedText): Slip[] {
  const out: Slip[] = [];
  for (const sentence of figuresBySentence(tagged, 2)) {
    const slip = answers(tagged, sentence);
    if (slip) out.push(slip);
  }
  return out;
}

function answers(tagged: TaggedText, { start, end, from, to }: SentenceFigures): Slip | null {
  const shares = tagged.figures.slice(from, to).filter((figure) => figure.type === 'percent');
  if (shares.length < 2 || shares.length > 3 || !shares.every(isShare)) return null;
  const { tokens } = tagged.scanned;
  const words = wordsBetween(tokens, start, end, 60);
  if (!words || words.some((word) => COMPARED.has(word))) return null;
  // Of two groups, each has answers of its own.
  if (shares.slice(1).some((share) => wordAt(tokens, tokenAt(tokens, share.end)) === 'of')) return null;
  const said = shares.map((share, i) => answerBehind(tagged, share, shares[i + 1]?.start ?? end));
  const poles = said.filter((answer) => !UNDECIDED.has(answer));
  if (poles.length !== 2 || !POLES.some((pair) => poles.every((p) => pair.includes(p)) && poles[0] !== poles[1]))
    return null;
  const sum = shares.reduce((total, { low }) => total + low!, 0);
  if (sum <= MOST) return null;
  const last = shares[shares.length - 1]!;
  return {
    code: 'conflicting-figure',
    start: last.start,
    end: last.end,
    reason: `${shares.map((share) => written(tagged, share)).join(' + ')} are more than everybody`,
    related: shares.slice(0, -1).map((share) => ({ start: share.start, end: share.end })),
  };
}

function isShare(figure: Figure): boolean {
  return (
    isExact(figure) && figure.unit === 'percent' && figure.role === 'level' && figure.per === '' && figure.low! <= 100
  );
}

/** The first word behind a share, and before the next, that is an answer; '' where there is none. */
function answerBehind({ scanned: { tokens } }: TaggedText, share: Figure, stop: number): string {
  for (
    let i = tokenAt(tokens, share.end), seen = 0;
    i < tokens.count && tokens.start[i]! < stop && seen < REACH;
    i++, seen++
  ) {
    const word = wordAt(tokens, i);
    if (UNDECIDED.has(word) || POLES.some((pair) => pair.includes(word))) return word;
  }
  return '';
}
