import counting from '../data/counting.json';
import { type Amount, amountAt, times } from './amounts';
import { countedPlural } from './counted';
import { at, isDash, isGlued, isHyphen, isWord, type Reader } from './reader';

type Range = { first: Amount; second: Amount } | { decoy: true; to: number };

/** “5–7”, “5 to 7 million”, “between $5 and $7”: both ends, in one unit; scores and odds come back as a decoy; null where no range begins. */
export function rangeFrom(r: Reader, a: Amount): Range | null {
  const connector = connectorAt(r, a);
  if (!connector) return null;
  const b = amountAt(r, connector.to);
  if (!b || b.numeral.sense === 'vague') return null;
  const dashed = connector.kind === 'dash';
  if (b.numeral.form === 'words' && a.numeral.form === 'digits' && dashed) return null;
  const bare = a.type === 'count' && b.type === 'count';
  const unitless = !a.signed || !b.signed;
  if (!bare && !unitless && (a.type !== b.type || a.unit !== b.unit)) return null;
  // “200 to $5 million”: a number that counts, and then another figure.
  if (!a.signed && b.type === 'money' && b.from !== b.numeral.from) return null;
  if (a.type === 'count' && a.to > a.numeral.to) return null;
  if (a.signed && !b.signed && a.from === a.numeral.from && a.type !== 'duration') return null;
  if (a.signed && !b.signed && a.type === 'duration') return null;
  const scale =
    a.numeral.scale === 1 &&
    b.numeral.scale > 1 &&
    a.numeral.value < 1000 &&
    !a.numeral.grouped &&
    a.numeral.value * b.numeral.scale < b.numeral.value
      ? b.numeral.scale
      : 1;
  // “6-7,000 people”
  const thousands =
    scale === 1 &&
    connector.kind === 'dash' &&
    b.numeral.grouped &&
    a.numeral.value < 100 &&
    b.numeral.value % 1000 === 0 &&
    a.numeral.value * 1000 < b.numeral.value
      ? 1000
      : scale;
  const first = thousands > 1 ? times(a.numeral, thousands) : a.numeral;
  if (first.value >= b.numeral.value)
    return bare && connector.kind !== 'and' && connector.kind !== 'or' ? { decoy: true, to: b.to } : null;
  if (bare && dashed && (!counts(r, b.to) || isScore(r, a.from, b.to))) return { decoy: true, to: b.to };
  if (connector.kind === 'to' && at(r, a.from - 1) === 'from' && isMovement(r, a.from - 1)) return null;
  // “fell by 30 tonnes to 90 tonnes”, “rose $5 to $45”: a change and the level it led to.
  if (connector.kind === 'to' && a.signed && b.signed && a.type !== 'count') {
    if (CHANGE.has(at(r, a.from - 1)) || (at(r, a.from - 1) === 'by' && isMovement(r, a.from - 1))) return null;
  }
  const aged = /^(?:aged|ages?)$/.test(at(r, a.from - 1));
  if (connector.kind === 'to' && bare && first.scale === 1 && !aged && !counts(r, b.to))
    return { decoy: true, to: b.to };
  if (connector.kind === 'or' && (b.numeral.value - first.value > Math.max(first.fine * 2, first.coarse) || !unitless))
    return null;
  const shared = b.signed ? b : a;
  return {
    first: { ...a, numeral: first, type: shared.type, unit: shared.unit, time: shared.time },
    second: { ...b, type: shared.type, unit: shared.unit, time: shared.time },
  };
}

function connectorAt(r: Reader, a: Amount): { kind: 'dash' | 'to' | 'and' | 'or'; to: number } | null {
  const w = at(r, a.to);
  if (isDash(r, a.to) && isGlued(r, a.to) === isGlued(r, a.to + 1)) return { kind: 'dash', to: a.to + 1 };
  if (w === 'to' || w === 'through') return { kind: 'to', to: a.to + 1 };
  // “a 5- to 10-year plan”, “five- and six-year-olds”
  if (isHyphen(r, a.to) && isGlued(r, a.to) && !isGlued(r, a.to + 1) && /^(?:to|or|and)$/.test(at(r, a.to + 1)))
    return { kind: 'to', to: a.to + 2 };
  // “5-to-7”
  if (isHyphen(r, a.to) && at(r, a.to + 1) === 'to' && isHyphen(r, a.to + 2)) return { kind: 'to', to: a.to + 3 };
  if (
    w === 'and' &&
    (at(r, a.from - 1) === 'between' || (/^ages?$/.test(at(r, a.from - 2)) && at(r, a.from - 4) === 'between'))
  )
    return { kind: 'and', to: a.to + 1 };
  if (w === 'or') return { kind: 'or', to: a.to + 1 };
  return null;
}

function counts(r: Reader, to: number): boolean {
  return countedPlural(r, to) !== null || (isHyphen(r, to) && isWord(r, to + 1));
}

const SCORE_WORDS =
  /^(?:win|wins|won|victory|victories|defeat|defeats|loss|losses|lead|draw|draws|drew|beat|vote|votes|voted|decision|ruling|ruled|aggregate|scoreline|score|record|series|lost|triumph|thrashing|tie|trailed|led|leading|trailing|down|split|majority|win,)$/;

function isScore(r: Reader, from: number, to: number): boolean {
  return (
    SCORE_WORDS.test(at(r, to)) ||
    SCORE_WORDS.test(at(r, from - 1)) ||
    SCORE_WORDS.test(at(r, from - 2)) ||
    SCORE_WORDS.test(at(r, to + 1))
  );
}

const CHANGE = new Set(counting.change.split(' '));

/** “rose from 5 to 7”: two levels, no range; “ranging from 5 to 7” is one. */
function isMovement(r: Reader, from: number): boolean {
  if (/^(?:rang|var)/.test(at(r, from - 1)) || at(r, from - 1) === 'anywhere') return false;
  for (let k = from - 1; k >= from - 8; k--)
    if (
      CHANGE.has(at(r, k)) ||
      /^(?:went|go|goes|moved|moving|changed|dropping|extended|extend|doubled|revised|shifted|expand|expanding|boost|boosted)$/.test(
        at(r, k),
      )
    )
      return true;
  return false;
}
