import type { QuotePair } from './quotePairs';
import type { Utterance } from './utterances';

type Side = QuotePair['a'];

/**
 * The quotations that hang together with those of some documents, through any number of pairs, and all pairs between them, in the order
 * of labels and places. What is found among pairs depends on such a whole and on nothing beside it.
 */
export function clusterAround(
  start: Iterable<Side>,
  pairsOf: (side: Side) => readonly QuotePair[],
  inOrder: (x: QuotePair, y: QuotePair) => number,
): { readonly sides: readonly Side[]; readonly pairs: QuotePair[] } {
  const reached = new Map<Utterance, Side>();
  const open: Side[] = [];
  const reach = (side: Side): void => {
    if (reached.has(side.utterance)) return;
    reached.set(side.utterance, side);
    open.push(side);
  };
  for (const side of start) reach(side);
  const pairs = new Set<QuotePair>();
  for (let side = open.pop(); side; side = open.pop()) {
    for (const pair of pairsOf(side)) {
      pairs.add(pair);
      reach(pair.a);
      reach(pair.b);
    }
  }
  return { sides: [...reached.values()], pairs: [...pairs].sort(inOrder) };
}
