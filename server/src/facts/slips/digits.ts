import type { TaggedText } from '../../tag/model';
import type { Claim } from '../claims';
import { hasKey } from '../claimWords';
import { keyHash } from '../keyHash';
import { FULL_WORTH } from '../rarities';
import { similarity, weighAll, type Scale } from '../similarity';
import { stemOf } from '../stems';
import { judge } from '../verdict';
import type { Slip } from './model';
import { written } from './words';

/** How alike two statements of one document must be for a slip of digits between them: a text seldom says one thing twice in one way. */
const ALIKE = { score: 0.6, evidence: 2, near: 2 };
/** Figures of one dimension and the same digits: where there are more, they are a table. */
const MOST = 12;

const evenly = (): number => FULL_WORTH;
const EVEN: Scale = { rarity: evenly, total: (claim) => weighAll(claim, evenly) };

/** One fact stated twice in one document, with a factor of ten between the two or the digits in another order. */
export function digitSlips(tagged: TaggedText, all: readonly Claim[]): Slip[] {
  const out: Slip[] = [];
  const byDigits = new Map<string, Claim[]>();
  const company = new Map<string, number>();
  const place = ({ sentence, dimension }: Claim): string => `${sentence.start} ${dimension}`;
  for (const claim of all) company.set(place(claim), (company.get(place(claim)) ?? 0) + 1);
  for (const claim of all) {
    // In a sentence with several figures of a dimension, position alone tells them apart.
    if (company.get(place(claim))! > 1) continue;
    const key = digitsOf(claim);
    if (!key) continue;
    const list = byDigits.get(key);
    if (list) list.push(claim);
    else byDigits.set(key, [claim]);
  }
  for (const claims of byDigits.values()) {
    if (claims.length < 2 || claims.length > MOST) continue;
    const slip = firstSlip(tagged, claims);
    if (slip) out.push(slip);
  }
  return out.sort((a, b) => a.start - b.start);
}

function firstSlip(tagged: TaggedText, claims: readonly Claim[]): Slip | null {
  const storyDay = tagged.storyDate?.day ?? null;
  for (let i = 0; i < claims.length; i++) {
    for (let j = i + 1; j < claims.length; j++) {
      const a = claims[i]!;
      const b = claims[j]!;
      if (!areOneFact(a, b)) continue;
      const judgement = judge({ claim: a, storyDay }, { claim: b, storyDay });
      if (judgement?.verdict !== 'conflict' || judgement.difference !== 'slip') continue;
      const { start, end } = b;
      const reason = `${written(tagged, b)} here, ${written(tagged, a)} before: ${judgement.reason}`;
      return { code: 'conflicting-figure', start, end, reason, related: [{ start: a.start, end: a.end }] };
    }
  }
  return null;
}

function areOneFact(a: Claim, b: Claim): boolean {
  if (a.sentence.start === b.sentence.start || a.partial || b.partial) return false;
  if (a.figure.definite || b.figure.definite || a.sampled || b.sampled || a.speaker !== b.speaker) return false;
  const alike = similarity(a, b, EVEN);
  if (alike.opposed || alike.subject === 'other') return false;
  if (isOfHead(a, b) || isOfHead(b, a)) return true;
  // “the first fire”, “the second fire”: each has beside its figure what the other sentence has not.
  if (hasOwn(a, b) && hasOwn(b, a)) return false;
  const near = alike.subject === 'same' ? ALIKE.near : ALIKE.near + 1;
  return alike.near >= near && alike.score >= ALIKE.score && alike.evidence >= ALIKE.evidence;
}

function hasOwn(a: Claim, b: Claim): boolean {
  const head = keyHash(stemOf(b.figure.head));
  return a.near.some((key) => !hasKey(b.words.keys, key) && !b.near.includes(key) && key !== head);
}

/** “the 240-metre bridge”, and a bridge beside the other figure of that unit. */
function isOfHead({ figure }: Claim, other: Claim): boolean {
  if (figure.unit === '' || figure.head === '' || figure.head === other.figure.head) return false;
  // “the 240-metre Skerry bridge” is of one bridge among several.
  return !figure.counted.includes(' ') && other.near.includes(keyHash(stemOf(figure.head)));
}

/** The dimension and the significant digits in order of size; '' where they are too few to be told by. */
function digitsOf({ dimension, figure }: Claim): string {
  if (dimension === 'date' || figure.op !== '=' || figure.low === null) return '';
  const digits = String(figure.low)
    .replace(/[^0-9]/g, '')
    .replace(/^0+|0+$/g, '');
  return digits.length < 2 || digits.length > 15 ? '' : `${dimension} ${[...digits].sort().join('')}`;
}
