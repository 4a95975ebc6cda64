import type { Span } from '../text/span';
import { align } from './alignment';
import type { SourceDocument } from './model';
import { unpackWording } from './packedWording';
import { covers, type PairRuling, type Rulings } from './rulings';
import { compareUtterances, type Comparison } from './sameUtterance';
import { placesOf, type Utterance } from './utterances';

interface Quoting {
  readonly document: SourceDocument;
  readonly utterances: readonly Utterance[];
}

/** What people said of two utterances of two documents, given by their indices; null where they said nothing. */
export function ruledPair(said: Rulings | null, a: Quoting, x: number, b: Quoting, y: number): PairRuling | null {
  const rulings = said?.between(a.document.id, b.document.id) ?? [];
  return (
    rulings.find(({ here, there }) => standsAt(a.utterances[x]!, here) && standsAt(b.utterances[y]!, there)) ?? null
  );
}

/** Are two quotations one utterance? What people joined is one as soon as any words agree, and what they parted is none. */
export function compareAsSaid(a: Utterance, b: Utterance, ruling: PairRuling | null): Comparison | null {
  if (ruling?.kind === 'not-same') return null;
  const found = compareUtterances(a, b);
  if (found || !ruling) return found;
  const alignment = align(unpackWording(a), unpackWording(b));
  return alignment && { relation: alignment.differences.length === 0 ? 'agree' : 'content', alignment };
}

function standsAt(utterance: Utterance, place: Span): boolean {
  return placesOf(utterance).some((quote) => covers(quote, place));
}
