import { keysOf, valueKey } from './blockingKeys';
import { entityKey, nameSet } from './claimNames';
import { claimsOf, type Claim } from './claims';
import { eventTraces, rarityKey } from './eventTraces';
import { lastingMeasures } from './lastingMeasures';
import type { SourceDocument } from './model';
import { linkAsSaid } from './linkAsSaid';
import type { CandidatePair, ClaimedDocument, Link } from './pairing';
import { Postings } from './postings';
import { Rarities } from './rarities';
import type { Rulings } from './rulings';
import { similarity, weighAll, type Scale, type Similarity } from './similarity';

interface Entry extends ClaimedDocument {
  readonly keys: readonly (readonly string[])[];
  /** Every stem of its claims. */
  readonly stems: ReadonlySet<string>;
}

/** A claim of a document in the index. */
export interface ClaimRef {
  readonly document: string;
  readonly claim: number;
}

/** From where on a folder's own statistics count. Tests set these low, to reach with six documents what ten thousand do. */
export interface Limits {
  /** A key that more claims share than this is about everything. */
  readonly keyCap: number;
  /** Below this many documents, how many hold a word says nothing. */
  readonly smallestFolder: number;
}

/** Pairs of claims are counted under one number; a document's claims beyond this many are not linked. */
const PAIR_BASE = 1 << 20;

/** Between two ids: no path and no URI has it. */
const BETWEEN = '\u0000';
/** Of a sentence longer than this the rest is not compared. */
const MOST_COMPARED = 2000;

const LIMITS: Limits = { keyCap: 256, smallestFolder: 32 };

/**
 * Which figures of a folder are about the same thing. Documents are added, replaced and removed at the cost of their postings;
 * links are made when they are asked for, for the documents that changed and those whose keys became, or ceased to be, telling.
 * A link depends on its two documents, on which keys are live and on how rare their words are in the folder, and on nothing else:
 * incremental and rebuilt are equal.
 */
export class FigureIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly postings: Postings;
  private readonly rarities: Rarities;
  /** document -> other document -> links, `a` being the claim of the first. Kept for both directions. */
  private readonly links = new Map<string, Map<string, readonly Link[]>>();
  private readonly stale = new Set<string>();
  /** By pair of documents, what the links were when `takeAffected` was called, where they were made anew since. */
  private readonly former = new Map<string, ReadonlyMap<string, Between>>();
  /** What the words of a claim weigh, as of the last settling. */
  private totals = new Map<Claim, number>();
  private readonly scale: Scale;

  /** `said` is settled before anything is asked here; whose rulings changed is told by `relink`. */
  constructor(
    { keyCap, smallestFolder }: Limits = LIMITS,
    private readonly said: Rulings | null = null,
  ) {
    this.postings = new Postings(keyCap);
    this.rarities = new Rarities(smallestFolder);
    const rarity = this.rarities.of;
    this.scale = {
      rarity,
      total: (claim) => {
        let total = this.totals.get(claim);
        if (total === undefined) this.totals.set(claim, (total = weighAll(claim, rarity)));
        return total;
      },
    };
  }

  replace(document: SourceDocument): void {
    this.remove(document.id);
    const claims = claimsOf(document.tagged);
    const keys = claims.map(keysOf);
    const traces = eventTraces(document.tagged, claims);
    const stems = new Set(claims.flatMap((claim) => [...claim.words.keys()]));
    for (const person of traces.people) stems.add(rarityKey(person));
    this.rarities.add(stems);
    const names = nameSet(document.tagged.entities.map(entityKey));
    const lasting = lastingMeasures(claims);
    this.entries.set(document.id, { document, claims, names, lasting, traces, keys, stems });
    keys.forEach((list, claim) => this.postings.add(document.id, claim, list));
    this.stale.add(document.id);
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.postings.remove(id, [...new Set(entry.keys.flat())]);
    this.rarities.remove(entry.stems);
    this.unlink(id);
    this.entries.delete(id);
    this.stale.delete(id);
  }

  /** Something else was said of claims of these documents. */
  relink(ids: Iterable<string>): void {
    for (const id of ids) if (this.entries.has(id)) this.stale.add(id);
  }

  entry(id: string): ClaimedDocument | undefined {
    return this.entries.get(id);
  }

  /** Makes the links of the documents that changed since the last call. Every answer calls it; a door may, to spread the work. */
  settle(): void {
    for (const id of this.postings.crossed()) this.stale.add(id);
    const changed = this.rarities.changed();
    if (changed) {
      for (const [id, entry] of this.entries) {
        for (const stem of entry.stems) {
          if (!changed(stem)) continue;
          this.stale.add(id);
          break;
        }
      }
    }
    if (this.stale.size === 0) return;
    this.totals = new Map();
    const stale = [...this.stale].filter((id) => this.entries.has(id)).sort();
    this.stale.clear();
    for (const id of stale) this.unlink(id);
    const done = new Set<string>();
    for (const id of stale) {
      this.link(id, done);
      done.add(id);
    }
  }

  /**
   * The claims with other links than at the last call, to the reader's eye: those of a document that was replaced are not among them where
   * its links came out as they were.
   */
  takeAffected(): ClaimRef[] {
    this.settle();
    const out = new Map<string, ClaimRef>();
    const add = (document: string, claim: number): void => {
      if (claim < (this.entries.get(document)?.claims.length ?? 0))
        out.set(`${claim} ${document}`, { document, claim });
    };
    for (const [pair, before] of this.former) {
      const [x, y] = pair.split(BETWEEN) as [string, string];
      const now = this.written(x, y);
      for (const [links, others] of [[before, now] as const, [now, before] as const]) {
        for (const [said, { a, b }] of links) {
          if (others.has(said)) continue;
          add(x, a);
          add(y, b);
        }
      }
    }
    this.former.clear();
    return [...out.values()];
  }

  /** The claims linked with a claim, in the order of their documents' ids. */
  linked(ref: ClaimRef): { ref: ClaimRef; link: Link }[] {
    this.settle();
    const out: { ref: ClaimRef; link: Link }[] = [];
    for (const [document, links] of this.links.get(ref.document) ?? []) {
      const link = links.find((l) => l.a === ref.claim);
      if (link) out.push({ ref: { document, claim: link.b }, link });
    }
    return out.sort((p, q) => (p.ref.document < q.ref.document ? -1 : 1));
  }

  /** Claim indices of a document that are linked with any other document, ascending. */
  linkedClaims(id: string): number[] {
    this.settle();
    const out = new Set<number>();
    for (const links of this.links.get(id)?.values() ?? []) for (const link of links) out.add(link.a);
    return [...out].sort((a, b) => a - b);
  }

  /** The other claims of the same document with the same dimension and value, ascending. */
  sameValue(ref: ClaimRef): number[] {
    const entry = this.entries.get(ref.document);
    const claim = entry?.claims[ref.claim];
    if (!entry || !claim) return [];
    const list = this.postings.get(valueKey(claim)).get(ref.document) ?? [];
    return list.filter((other) => other !== ref.claim);
  }

  similarity(a: Claim, b: Claim): Similarity {
    this.settle();
    return similarity(a, b, this.scale);
  }

  all(): ClaimedDocument[] {
    return [...this.entries.values()];
  }

  ids(): string[] {
    return [...this.entries.keys()].sort();
  }

  private unlink(id: string): void {
    for (const other of this.links.get(id)?.keys() ?? []) {
      this.note(id, other);
      this.links.get(other)?.delete(id);
    }
    this.links.delete(id);
  }

  private link(id: string, done: ReadonlySet<string>): void {
    const entry = this.entries.get(id)!;
    for (const [other, pairs] of this.candidates(id, entry, done)) {
      const entryOther = this.entries.get(other)!;
      // The same order from both sides: ties are decided alike whichever document changed.
      const forward = id < other;
      const links = forward
        ? linkAsSaid(entry, entryOther, pairs, this.scale, this.said?.between(id, other) ?? [])
        : linkAsSaid(entryOther, entry, pairs.map(turned), this.scale, this.said?.between(other, id) ?? []);
      if (links.length === 0) continue;
      this.note(id, other);
      const back = links.map((l) => ({ ...l, a: l.b, b: l.a })).sort((p, q) => p.a - q.a);
      this.store(id, other, forward ? links : back);
      this.store(other, id, forward ? back : links);
    }
  }

  /** By other document, the pairs of claims that share a live key. */
  private candidates(id: string, entry: Entry, done: ReadonlySet<string>): Map<string, CandidatePair[]> {
    const counts = new Map<string, Map<number, number>>();
    entry.keys.slice(0, PAIR_BASE).forEach((keys, claim) => {
      for (const key of keys) {
        for (const [other, claims] of this.postings.get(key)) {
          if (other === id || done.has(other)) continue;
          let count = counts.get(other);
          if (!count) counts.set(other, (count = new Map()));
          for (const b of claims) {
            const pair = claim * PAIR_BASE + b;
            count.set(pair, (count.get(pair) ?? 0) + 1);
          }
        }
      }
    });
    const out = new Map<string, CandidatePair[]>();
    for (const other of this.said?.partners(id) ?? [])
      if (this.entries.has(other) && !done.has(other)) out.set(other, []);
    for (const [other, count] of counts) {
      out.set(
        other,
        [...count].map(([pair, n]): CandidatePair => [Math.floor(pair / PAIR_BASE), pair % PAIR_BASE, n]),
      );
    }
    return out;
  }

  /** Remembers the links between two documents before they change. */
  private note(x: string, y: string): void {
    const pair = x < y ? x + BETWEEN + y : y + BETWEEN + x;
    if (!this.former.has(pair)) this.former.set(pair, this.written(x, y));
  }

  /** All that a reader can see of the links between two documents, but for where in its document each claim stands. */
  private written(x: string, y: string): ReadonlyMap<string, Between> {
    const [a, b] = x < y ? [x, y] : [y, x];
    const [mine, theirs] = [this.entries.get(a), this.entries.get(b)];
    if (!mine || !theirs) return new Map();
    const links = this.links.get(a)?.get(b) ?? [];
    return new Map(
      links.map(({ a: i, b: j, ...link }) => [
        JSON.stringify([i, inDocument(mine, i), j, inDocument(theirs, j), link]),
        { a: i, b: j },
      ]),
    );
  }

  private store(from: string, to: string, links: readonly Link[]): void {
    let map = this.links.get(from);
    if (!map) this.links.set(from, (map = new Map()));
    map.set(to, links);
  }
}

/** The two claims of a link. */
type Between = Pick<Link, 'a' | 'b'>;

/** What the findings of other documents may say of a claim: its words, its speaker, its document. */
function inDocument({ document, claims }: Entry, index: number): unknown[] {
  const { figure, sentence, start, end, speaker, volatile, periods } = claims[index]!;
  const { label, draft, trusted, tagged } = document;
  const words = tagged.scanned.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MOST_COMPARED));
  const { op, low, high } = figure;
  return [
    words,
    start - sentence.start,
    end - start,
    op,
    low,
    high,
    speaker,
    volatile,
    periods,
    label,
    draft,
    trusted,
    tagged.storyDate?.day,
  ];
}

function turned([a, b, shared]: CandidatePair): CandidatePair {
  return [b, a, shared];
}
