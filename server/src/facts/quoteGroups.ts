import type { SourceDocument } from './model';
import { byLabel, type QuotePair, type QuoteRef, refsOf } from './quotePairs';
import type { Utterance } from './utterances';

interface Quoting {
  readonly document: SourceDocument;
  readonly utterances: readonly Utterance[];
  /** By utterance. */
  readonly pairs: readonly (readonly QuotePair[])[];
}

/** The utterances that more than one document quotes, each with all its quotations; documents come by label, then id. */
export function groupsOf(entries: readonly Quoting[]): QuoteRef[][] {
  const out: QuoteRef[][] = [];
  const seen = new Set<Utterance>();
  const pairsOf = new Map(
    entries.flatMap((entry) => entry.utterances.map((utterance, u) => [utterance, entry.pairs[u]!] as const)),
  );
  for (const entry of entries) {
    entry.utterances.forEach((utterance, u) => {
      if (seen.has(utterance) || entry.pairs[u]!.length === 0) return;
      const members: QuotePair['a'][] = [];
      const open: QuotePair['a'][] = [{ document: entry.document, utterance }];
      seen.add(utterance);
      while (open.length > 0) {
        const member = open.pop()!;
        members.push(member);
        for (const pair of pairsOf.get(member.utterance)!) {
          for (const side of [pair.a, pair.b]) {
            if (seen.has(side.utterance)) continue;
            seen.add(side.utterance);
            open.push(side);
          }
        }
      }
      members.sort((x, y) => byLabel(x.document, y.document) || x.utterance.quote - y.utterance.quote);
      out.push(members.flatMap(refsOf));
    });
  }
  return out;
}
