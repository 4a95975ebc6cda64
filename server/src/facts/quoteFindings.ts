import { fileName } from '../text/fileName';
import { shortHash } from './hash';
import type { Finding, Severity, Statement } from './model';
import type { QuotePair } from './quotePairs';
import { excerptOf, listDifferences, openingOf, speakerOf } from './quoteReasons';
import type { UtteranceRelation } from './sameUtterance';
import type { Utterance } from './utterances';

type Side = QuotePair['a'];

/**
 * The findings among pairs of quotations, which must come in the order of labels and places. Two wordings that many outlets print are one finding, at the first of each;
 * a draft’s quotation is measured at the sources: no word where one of them prints it so, else one finding against the likeliest.
 */
export function findingsOfPairs(pairs: readonly QuotePair[]): Finding[] {
  const wordings = new SameWordings(pairs);
  const out: Finding[] = [];
  const used = new Map<string, number>();
  const add = (here: Side, there: Side, pair: QuotePair): void => {
    const turned: QuotePair = here === pair.a ? pair : turn(pair);
    out.push(findingOf(turned, used));
  };
  const byDraft = new Map<Utterance, QuotePair>();
  for (const pair of pairs) {
    const { relation } = pair.comparison;
    const drafts = Number(pair.a.document.draft) + Number(pair.b.document.draft);
    if (relation === 'agree' || drafts === 2) continue;
    if (drafts === 1) {
      const draft = pair.a.document.draft ? pair.a : pair.b;
      const known = byDraft.get(draft.utterance);
      if (relation !== 'speaker' && wordings.printedBySource(draft.utterance)) continue;
      if (!known || rank(pair) > rank(known)) byDraft.set(draft.utterance, pair);
      continue;
    }
    if (wordings.report(pair)) add(pair.a, pair.b, pair);
  }
  for (const pair of byDraft.values()) {
    const draft = pair.a.document.draft ? pair.a : pair.b;
    add(draft, draft === pair.a ? pair.b : pair.a, pair);
  }
  return out;
}

const WEIGHT: Readonly<Record<UtteranceRelation, number>> = { speaker: 3, content: 2, small: 1, agree: 0 };

function rank({ comparison }: QuotePair): number {
  return comparison.relation === 'small'
    ? 2 + comparison.alignment.likeness
    : comparison.relation === 'speaker'
      ? 1
      : comparison.alignment.likeness;
}

function turn({ a, b, comparison, superseded }: QuotePair): QuotePair {
  const { alignment } = comparison;
  const differences = alignment.differences.map((d) => ({
    aFrom: d.bFrom,
    aTo: d.bTo,
    bFrom: d.aFrom,
    bTo: d.aTo,
    weight: d.weight,
  }));
  const turned = {
    ...alignment,
    aFrom: alignment.bFrom,
    aTo: alignment.bTo,
    bFrom: alignment.aFrom,
    bTo: alignment.aTo,
    differences,
  };
  return { a: b, b: a, comparison: { ...comparison, alignment: turned }, superseded };
}

function findingOf(pair: QuotePair, used: Map<string, number>): Finding {
  const { relation, alignment } = pair.comparison;
  const code = relation === 'speaker' ? 'quote-speaker' : 'quote-wording';
  const sides = [pair.a, pair.b].map((side) => `${side.document.label}\n${side.utterance.words}`).sort();
  const key = shortHash([code, ...sides].join('\n'));
  const ordinal = used.get(key) ?? 0;
  used.set(key, ordinal + 1);
  const draft = pair.a.document.draft || pair.b.document.draft;
  const base = {
    id: ordinal === 0 ? key : `${key}-${ordinal + 1}`,
    code,
    verdict: 'conflict',
    severity: severityOf(relation, draft),
    ...placeOf(pair.a),
    related: [placeOf(pair.b)],
  } as const;
  const there = fileName(pair.b.document.label);
  if (relation === 'speaker') {
    const [here, other] = [speakerOf(pair.a), speakerOf(pair.b)];
    return {
      ...base,
      message: `${here} says this here, ${other} in ${there}: ${openingOf(pair.a)}`,
      reason: 'the same words under two names: one of the two said them, or one repeated the other',
    };
  }
  const [ours, theirs] = [excerptOf(pair.a, alignment.differences, 'a'), excerptOf(pair.b, alignment.differences, 'b')];
  const differences = listDifferences(pair);
  return {
    ...base,
    message: draft
      ? `Altered quotation: ${ours} here, ${theirs} in ${there}.`
      : `Worded differently: ${ours} here, ${theirs} in ${there}.`,
    reason:
      relation === 'small'
        ? `the same but for small words (here / there): ${differences}`
        : draft
          ? `no source prints it so (here / there): ${differences}`
          : `one utterance in two wordings (here / there): ${differences}; both cannot be exact, unless they are two translations`,
  };
}

function severityOf(relation: UtteranceRelation, draft: boolean): Severity {
  if (relation === 'small') return draft ? 'information' : 'hint';
  return draft ? 'warning' : 'information';
}

function placeOf({ document, utterance }: Side): Statement {
  return { document: document.id, start: utterance.start, end: utterance.end };
}

/** Which quotations print the same words, so that one difference is reported once. */
class SameWordings {
  private readonly parent = new Map<Utterance, Utterance>();
  private readonly cuts = new Map<Utterance, Utterance[]>();
  private readonly fromSource = new Set<Utterance>();
  private readonly reported = new Map<Utterance, Map<Utterance, number>>();

  constructor(pairs: readonly QuotePair[]) {
    for (const { a, b, comparison } of pairs) {
      if (comparison.relation !== 'agree' && comparison.relation !== 'speaker') continue;
      const { matched, aFrom, aTo, bFrom, bTo } = comparison.alignment;
      if (!b.document.draft && aTo - aFrom >= a.utterance.count) this.fromSource.add(a.utterance);
      if (!a.document.draft && bTo - bFrom >= b.utterance.count) this.fromSource.add(b.utterance);
      if (matched >= Math.max(a.utterance.count, b.utterance.count))
        this.parent.set(this.root(b.utterance), this.root(a.utterance));
      push(this.cuts, a.utterance, b.utterance);
      push(this.cuts, b.utterance, a.utterance);
    }
  }

  /** Does a source print all of these words? One that prints a part of them says nothing about the rest. */
  printedBySource(utterance: Utterance): boolean {
    return this.fromSource.has(utterance);
  }

  /** True the first time that these two wordings, or cuts of them, meet at this weight or a lower one. */
  report({ a, b, comparison }: QuotePair): boolean {
    const weight = WEIGHT[comparison.relation];
    const as = this.alike(a.utterance);
    const bs = this.alike(b.utterance);
    for (const x of as) for (const y of bs) if ((this.reported.get(x)?.get(y) ?? 0) >= weight) return false;
    this.mark(this.root(a.utterance), this.root(b.utterance), weight);
    this.mark(this.root(b.utterance), this.root(a.utterance), weight);
    return true;
  }

  private mark(x: Utterance, y: Utterance, weight: number): void {
    const row = this.reported.get(x) ?? new Map<Utterance, number>();
    row.set(y, Math.max(weight, row.get(y) ?? 0));
    this.reported.set(x, row);
  }

  private alike(utterance: Utterance): Set<Utterance> {
    return new Set([utterance, ...(this.cuts.get(utterance) ?? [])].map((one) => this.root(one)));
  }

  private root(utterance: Utterance): Utterance {
    let at = utterance;
    for (;;) {
      const above = this.parent.get(at);
      if (!above || above === at) return at;
      const next = this.parent.get(above);
      if (next) this.parent.set(at, next);
      at = above;
    }
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
