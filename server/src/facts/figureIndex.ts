import { Backlog } from './backlog';
import { valueKey } from './blockingKeys';
import { Candidates } from './candidates';
import { type LinksBetween, linkComparison } from './changedLinks';
import type { Claim } from './claims';
import { type FolderStatistics, type KnownLinks, unpackLinks } from './knownLinks';
import { lastingMeasures } from './lastingMeasures';
import type { SourceDocument } from './model';
import { linkAsSaid } from './linkAsSaid';
import { type CandidatePair, type ClaimedDocument, type Link, sharedJudgement } from './pairing';
import { Rarities } from './rarities';
import type { Rulings } from './rulings';
import type { StatedFigures } from './statedFigures';
import { similarity, weighAll, type Scale, type Similarity } from './similarity';

interface Entry extends ClaimedDocument {
  /** Every stem of its claims. */
  readonly stems: readonly number[];
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

/** Between two ids: no path and no URI has it. */
const BETWEEN = '\u0000';
/** Documents whose links are kept by claim: those around what is looked at. */
const MOST_READ_OFF = 512;

const LIMITS: Limits = { keyCap: 256, smallestFolder: 32 };

/**
 * Which figures of a folder are about the same thing. Documents are added, replaced and removed at the cost of their postings;
 * links are made when they are asked for, for the documents that changed and those whose keys became, or ceased to be, telling.
 * A link depends on its two documents, on which keys are live and on how rare their words are in the folder, and on nothing else:
 * incremental and rebuilt are equal.
 */
export class FigureIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly candidates: Candidates;
  private readonly rarities: Rarities;
  /** document -> other document -> links, `a` being the claim of the one with the smaller id. The same list from both sides. */
  private readonly links = new Map<string, Map<string, readonly Link[]>>();
  /** document -> by claim, its links: read off `links` when first asked for. */
  private readonly byClaim = new Map<string, ReadonlyMap<number, readonly LinkedClaim[]>>();
  private readonly stale = new Backlog((id, isOpen) => this.link(id, isOpen));
  /** By pair of documents, what the links were when `takeAffected` was called, where they were made anew since. */
  private readonly former = new Map<string, LinksBetween>();
  /** What the words of a claim weigh, as of the last look at the folder's statistics. */
  private totals = new Map<Claim, number>();
  private readonly scale: Scale;

  /** `said` is settled before anything is asked here; whose rulings changed is told by `relink`. */
  constructor(
    { keyCap, smallestFolder }: Limits = LIMITS,
    private readonly said: Rulings | null = null,
  ) {
    this.candidates = new Candidates(keyCap);
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

  replace(document: SourceDocument, figures: StatedFigures): void {
    this.remove(document.id);
    const { claims, traces } = figures;
    const stems = [...new Set([...claims.flatMap((claim) => claim.words.keys), ...traces.people])];
    this.rarities.add(stems);
    this.entries.set(document.id, { ...figures, document, lasting: lastingMeasures(claims), stems });
    this.candidates.add(document.id, claims, traces);
    this.stale.add(document.id);
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.unlink(id);
    this.candidates.remove(id);
    this.rarities.remove(entry.stems);
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

  /** Makes the links of the documents that changed since the last call. Whoever asks for links wants it called before. */
  settle(): void {
    while (!this.settleSome(Infinity));
  }

  /** The same for so many documents at most; true when none is left. Until then some links are missing, and others are as they were. */
  settleSome(documents: number): boolean {
    this.noteStatistics();
    return this.stale.work(documents);
  }

  /** Makes the links of one document, whatever else has changed. */
  settleFirst(id: string): void {
    this.stale.workFirst(id);
  }

  /** The links of a document with those of greater ids. Whoever asks for them wants `settle` called before. */
  linksBeyond(id: string): [other: string, links: readonly Link[]][] {
    return [...(this.links.get(id) ?? [])].filter(([other]) => id < other);
  }

  statistics(): Omit<FolderStatistics, 'quotations'> {
    return { ...this.candidates.dead(), stems: this.rarities.lesser() };
  }

  /**
   * Takes links that were found in documents that were the same then. What came since, and what depends on words or keys that are other than
   * they were, is linked anew when it is asked for. `known` is by document, `then` what `statistics` said.
   */
  restore(known: ReadonlyMap<string, KnownLinks>, then: Omit<FolderStatistics, 'quotations'>): void {
    for (const id of this.entries.keys()) {
      this.unlink(id);
      this.stale.add(id);
    }
    for (const [id, links] of known) {
      this.stale.delete(id);
      for (const [other, list] of unpackLinks(links, sharedJudgement)) {
        if (!known.has(other)) continue;
        this.store(id, other, list);
        this.store(other, id, list);
      }
    }
    this.former.clear();
    this.totals = new Map();
    this.outdate(this.candidates.crossedSince(then), this.rarities.changedSince(then.stems));
  }

  /** Marks the documents whose links depend on what became common or rare in the folder. */
  private noteStatistics(): void {
    this.outdate(this.candidates.crossed(), this.rarities.changed());
  }

  private outdate(ids: Iterable<string>, changed: ((stem: number) => boolean) | null): void {
    for (const id of ids) this.stale.add(id);
    if (!changed) return;
    this.totals = new Map();
    for (const [id, { stems }] of this.entries) if (stems.some(changed)) this.stale.add(id);
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
    const changedLinks = linkComparison();
    for (const [pair, before] of this.former) {
      const [x, y] = pair.split(BETWEEN) as [string, string];
      const now = this.between(x, y);
      for (const { a, b } of changedLinks(before, now)) {
        add(x, a);
        add(y, b);
      }
    }
    this.former.clear();
    return [...out.values()];
  }

  /** The claims linked with a claim, in the order of their documents' ids. */
  linked({ document, claim }: ClaimRef): readonly LinkedClaim[] {
    let byClaim = this.byClaim.get(document);
    if (!byClaim) {
      if (this.byClaim.size >= MOST_READ_OFF) this.byClaim.clear();
      this.byClaim.set(document, (byClaim = linksByClaim(document, this.links.get(document))));
    }
    return byClaim.get(claim) ?? NOTHING;
  }

  /** Claim indices of a document that are linked with any other document, ascending. */
  linkedClaims(id: string): number[] {
    const out = new Set<number>();
    for (const [other, links] of this.links.get(id) ?? []) for (const { a, b } of links) out.add(id < other ? a : b);
    return [...out].sort((a, b) => a - b);
  }

  /** The other claims of the same document with the same dimension and value, ascending. */
  sameValue(ref: ClaimRef): number[] {
    const claim = this.entries.get(ref.document)?.claims[ref.claim];
    if (!claim) return [];
    return this.candidates.within(ref.document, valueKey(claim)).filter((other) => other !== ref.claim);
  }

  similarity(a: Claim, b: Claim): Similarity {
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
      this.byClaim.delete(other);
    }
    this.links.delete(id);
    this.byClaim.delete(id);
  }

  private link(id: string, isOpen: (other: string) => boolean): void {
    this.unlink(id);
    const entry = this.entries.get(id);
    if (!entry) return;
    const candidates = this.candidates.of(id);
    for (const other of this.said?.partners(id) ?? []) if (!candidates.has(other)) candidates.set(other, []);
    for (const [other, pairs] of candidates) {
      const entryOther = this.entries.get(other);
      if (!entryOther || !isOpen(other)) continue;
      // The same order from both sides: ties are decided alike whichever document changed.
      const forward = id < other;
      const links = forward
        ? linkAsSaid(entry, entryOther, pairs, this.scale, this.said?.between(id, other) ?? [])
        : linkAsSaid(entryOther, entry, turned(pairs), this.scale, this.said?.between(other, id) ?? []);
      if (links.length === 0) continue;
      this.note(id, other);
      this.store(id, other, links);
      this.store(other, id, links);
    }
  }

  /** Remembers the links between two documents before they change. */
  private note(x: string, y: string): void {
    const [a, b] = x < y ? [x, y] : [y, x];
    const pair = a + BETWEEN + b;
    if (!this.former.has(pair)) this.former.set(pair, this.between(a, b));
  }

  private between(a: string, b: string): LinksBetween {
    const [mine, theirs] = [this.entries.get(a), this.entries.get(b)];
    return mine && theirs ? { mine, theirs, links: this.links.get(a)?.get(b) ?? [] } : UNLINKED;
  }

  private store(from: string, to: string, links: readonly Link[]): void {
    let map = this.links.get(from);
    if (!map) this.links.set(from, (map = new Map()));
    map.set(to, links);
    this.byClaim.delete(from);
  }
}

/** A claim of another document, and the link with it. */
export interface LinkedClaim {
  readonly ref: ClaimRef;
  readonly link: Link;
}

const NOTHING: readonly LinkedClaim[] = [];

function linksByClaim(
  id: string,
  links: ReadonlyMap<string, readonly Link[]> | undefined,
): ReadonlyMap<number, LinkedClaim[]> {
  const out = new Map<number, LinkedClaim[]>();
  for (const document of [...(links?.keys() ?? [])].sort()) {
    for (const link of links!.get(document)!) {
      const [mine, theirs] = id < document ? [link.a, link.b] : [link.b, link.a];
      const linked = { ref: { document, claim: theirs }, link };
      const known = out.get(mine);
      if (known) known.push(linked);
      else out.set(mine, [linked]);
    }
  }
  return out;
}

const UNLINKED: LinksBetween = { mine: null, theirs: null, links: [] };

function turned(pairs: readonly CandidatePair[]): CandidatePair[] {
  return pairs.map(([a, b]) => [b, a] as const);
}
