import type { SourceDocument } from './model';
import { byLabel, type QuotePair, type QuoteRef, refsOf } from './quotePairs';
import type { Utterance } from './utterances';

interface Quoting {
  readonly document: SourceDocument;
  readonly utterances: readonly Utterance[];
  /** By utterance. */
  readonly pairs: readonly (readonly QuotePair[])[];
}

type Side = QuotePair['a'];

/** The utterances that more than one document quotes, each with all its quotations; documents come by label, then id. */
export function groupsOf(entries: Iterable<Quoting>, pairsOf: (side: Side) => readonly QuotePair[]): QuoteRef[][] {
  return Array.from(walkGroups(entries, pairsOf), (members) => {
    members.sort((x, y) => byLabel(x.document, y.document) || x.utterance.quote - y.utterance.quote);
    return members.flatMap(refsOf);
  });
}

/** Those who quote each utterance, one utterance after the other, in the order of `entries`. */
export function* walkGroups(
  entries: Iterable<Quoting>,
  pairsOf: (side: Side) => readonly QuotePair[],
): Generator<Side[]> {
  const seen = new Set<Utterance>();
  for (const { document, utterances, pairs } of entries) {
    for (const [u, utterance] of utterances.entries()) {
      if (seen.has(utterance) || pairs[u]!.length === 0) continue;
      const members: Side[] = [];
      const open: Side[] = [{ document, utterance }];
      seen.add(utterance);
      while (open.length > 0) {
        const member = open.pop()!;
        members.push(member);
        for (const pair of pairsOf(member)) {
          for (const side of [pair.a, pair.b]) {
            if (seen.has(side.utterance)) continue;
            seen.add(side.utterance);
            open.push(side);
          }
        }
      }
      yield members;
    }
  }
}
