import { compareStrings } from '../../text/compareStrings';
import { fileName } from '../../text/fileName';
import { tokenText } from '../../text/tokens';
import { shortHash } from '../hash';
import { type Intern, interner } from '../intern';
import { keyHash } from '../keyHash';
import { type Finding, type SourceDocument, textOf } from '../model';
import { Multimap } from '../multimap';
import { areOfOneText } from '../sectionIds';
import { tokenAt } from '../slips/words';
import { weightOf } from '../stems';
import { agree, differ } from './judgeOrder';
import { compactOrderClaim, orderClaimsOf, type OrderClaim } from './orderClaims';

interface Entry {
  readonly document: SourceDocument;
  readonly claims: readonly OrderClaim[];
  readonly keys: readonly (readonly number[])[];
}

interface Opponent {
  readonly document: SourceDocument;
  readonly claim: OrderClaim;
}

/** A key that more documents share than this proposes nothing. */
const KEY_CAP = 64;
const MOST_OPPONENTS = 8;
const MOST_KEYS = 40;
/** A reason names this many words of both sentences. */
const MOST_SHARED = 4;
const MOST_CONTEXT = 400;

/**
 * What documents say of order in time (“days before the invasion”, “the first since 2022”), found by the words of the event and of what was
 * then. A document's findings depend on the documents that share a live key with it, and are made again when one of those changes.
 */
export class OrderIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly postings = new Multimap<number, string>();
  private readonly kept = new Map<string, readonly Finding[]>();
  private affected = new Set<string>();
  /** Has anybody what was found? */
  private asked = false;

  constructor(
    private readonly keyCap = KEY_CAP,
    private readonly intern: Intern = interner(),
  ) {}

  replace(document: SourceDocument, facts: readonly OrderClaim[] = orderClaimsOf(document.tagged)): void {
    this.remove(document.id);
    if (facts.length === 0) return;
    const claims = facts.map((claim) => compactOrderClaim(claim, this.intern));
    const keys = claims.map(keysOf);
    this.entries.set(document.id, { document, claims, keys });
    const all = new Set(keys.flat());
    for (const key of all) this.postings.add(key, document.id);
    this.forget(all);
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    const all = new Set(entry.keys.flat());
    this.forget(all);
    for (const key of all) this.postings.remove(key, id);
    this.entries.delete(id);
    this.kept.delete(id);
  }

  /** The documents whose findings may be others than when this was last asked. */
  takeAffected(): Set<string> {
    const { affected } = this;
    this.affected = new Set();
    return affected;
  }

  /** From now on all is as if the findings of all documents had been asked for. */
  restoreFound(): void {
    this.asked = true;
    this.affected.clear();
  }

  /**
   * The findings whose main place is in a document, ascending by offset. A pair is reported once, where it stands more alone: in a draft,
   * else with fewer that agree, else in the later document.
   */
  findingsOf(id: string): readonly Finding[] {
    this.asked = true;
    const entry = this.entries.get(id);
    if (!entry) return [];
    let findings = this.kept.get(id);
    if (!findings) this.kept.set(id, (findings = this.made(entry)));
    return findings;
  }

  private made(entry: Entry): Finding[] {
    const taken = new Map<string, number>();
    return entry.claims.flatMap((claim, index) => {
      const opponents = this.opponentsOf(entry, index);
      return opponents.length === 0 ? [] : [findingOf(entry.document, claim, opponents, taken)];
    });
  }

  private opponentsOf(entry: Entry, claim: number): Opponent[] {
    const out: Opponent[] = [];
    let support = -1;
    for (const other of this.others(entry, claim)) {
      const theirs = other.claims.findIndex((each) => differ(entry.claims[claim]!, each));
      if (theirs < 0) continue;
      if (support < 0) support = this.support(entry, claim);
      const more = support - this.support(other, theirs);
      if (standsMoreAlone(entry.document, other.document, more)) {
        out.push({ document: other.document, claim: other.claims[theirs]! });
      }
    }
    out.sort(
      (a, b) => compareStrings(a.document.label, b.document.label) || compareStrings(a.document.id, b.document.id),
    );
    return out.slice(0, MOST_OPPONENTS);
  }

  /** How many other sources agree with a claim. */
  private support(entry: Entry, claim: number): number {
    const agreeing = this.others(entry, claim).filter(({ claims }) =>
      claims.some((c) => agree(entry.claims[claim]!, c)),
    );
    return agreeing.filter(({ document }) => !document.draft).length;
  }

  /** The documents that share a live key with a claim. */
  private others({ document, keys }: Entry, claim: number): Entry[] {
    const ids = new Set<string>();
    for (const key of keys[claim]!) {
      if (this.postings.count(key) > this.keyCap) continue;
      for (const id of this.postings.get(key)) if (!areOfOneText(id, document.id)) ids.add(id);
    }
    return [...ids].map((id) => this.entries.get(id)!);
  }

  /** A finding depends on the documents that share a key with its own, and, as their support counts, on those that share one with them. */
  private forget(keys: ReadonlySet<number>): void {
    if (!this.asked) return;
    const near = this.sharing(keys);
    const further = new Set([...near].flatMap((id) => this.entries.get(id)?.keys.flat() ?? []));
    for (const ids of [near, this.sharing(further)]) {
      for (const id of ids) {
        this.kept.delete(id);
        this.affected.add(id);
      }
    }
  }

  /** The documents on the lists of keys. Far beyond the cap nothing is found through a list, whoever joins or leaves it. */
  private sharing(keys: ReadonlySet<number>): Set<string> {
    const out = new Set<string>();
    for (const key of keys) {
      if (this.postings.count(key) <= this.keyCap + 1) for (const id of this.postings.get(key)) out.add(id);
    }
    return out;
  }
}

/** `more`: by how many the sources that agree with `x` outnumber those that agree with `y`. */
function standsMoreAlone(x: SourceDocument, y: SourceDocument, more: number): boolean {
  if (x.draft !== y.draft) return x.draft ? more <= 0 : more < 0;
  if (more !== 0) return more < 0;
  return x.label !== y.label ? x.label > y.label : x.id > y.id;
}

/** Of an event, each of its words with each word of what was then; of a superlative, its words two by two with a name. */
function keysOf({ kind, group, anchor, words, names }: OrderClaim): number[] {
  const heavy = words.filter((stem) => weightOf(stem) === 1);
  const heads = kind === 'offset' ? anchor : names;
  const out = new Set<string>();
  for (const head of heads) {
    for (const stem of heavy) {
      if (stem === head) continue;
      if (out.size >= MOST_KEYS) return hashed(out);
      out.add(kind === 'offset' ? `${head} ${stem}` : `${group} ${[head, stem].sort().join(' ')}`);
    }
  }
  return hashed(out);
}

function hashed(keys: ReadonlySet<string>): number[] {
  return [...new Set(Array.from(keys, (key) => keyHash(key)))];
}

function findingOf(
  document: SourceDocument,
  claim: OrderClaim,
  opponents: readonly Opponent[],
  taken: Map<string, number>,
): Finding {
  const [first] = opponents as [Opponent, ...Opponent[]];
  const here = wordsOf(document, claim);
  const there = wordsOf(first.document, first.claim);
  const others = opponents.length - 1;
  const where = `${fileName(first.document.label)}${others > 0 ? ` and ${others} more` : ''}`;
  const reason = `both about “${sharedWords(document, claim, first.claim)}”; ${claim.kind === 'offset' ? 'it cannot have been at both times' : 'both dates cannot be right, unless two things are measured'}`;
  const sentence = contextOf(document, claim);
  const key = [
    'conflicting-date',
    document.label,
    sentence,
    here,
    ...new Set(opponents.map((o) => wordsOf(o.document, o.claim))),
  ].join('\n');
  const nth = taken.get(key) ?? 0;
  taken.set(key, nth + 1);
  return {
    id: shortHash(nth === 0 ? key : `${key}\n${nth}`),
    code: 'conflicting-date',
    verdict: 'conflict',
    severity: document.draft ? 'warning' : 'information',
    message: `“${here}” here; “${there}” in ${where}.`,
    reason,
    document: document.id,
    start: claim.start,
    end: claim.end,
    related: opponents.map((o) => ({ document: o.document.id, start: o.claim.start, end: o.claim.end })),
  };
}

/** The words that tell most of those in both sentences, as the first has them and in its order. */
function sharedWords({ tagged }: SourceDocument, { words, at }: OrderClaim, other: OrderClaim): string {
  const { tokens } = tagged.scanned;
  const shared = words.flatMap((stem, i) =>
    other.words.includes(stem) ? [{ weight: weightOf(stem), at: at[i]! }] : [],
  );
  const telling = shared.sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, MOST_SHARED);
  return telling
    .sort((a, b) => a.at - b.at)
    .map((word) => tokenText(tokens, tokenAt(tokens, word.at)))
    .join(' … ');
}

/** The sentence; of one without an end, what stands around the claim. */
function contextOf(document: SourceDocument, { start, end, sentence }: OrderClaim): string {
  const from = Math.max(sentence.start, start - MOST_CONTEXT);
  return textOf(document)
    .slice(from, Math.min(sentence.end, end + MOST_CONTEXT))
    .replace(/\s+/g, ' ');
}

function wordsOf(document: SourceDocument, { told: { start, end } }: OrderClaim): string {
  return textOf(document).slice(start, end).replace(/\s+/g, ' ');
}
