import { Backlog } from './backlog';
import { keysOf } from './blockingKeys';
import { Candidates, type Proposer } from './candidates';
import type { Figure } from '../tag/model';
import type { Span } from '../text/span';
import {
  claimAtPlace,
  type ClaimColumns,
  claimOfFigure,
  isReadOutAt,
  placeAt,
  sentenceAt,
  someWord,
  statedAt,
  stemsOf,
  valueAt,
  weighWords,
} from './claimColumns';
import type { Claim } from './claims';
import { areOfOneEvent } from './eventTraces';
import { type HeldDocument, HeldFigures } from './heldFigures';
import { linkAsSaid } from './linkAsSaid';
import { mayLink } from './linkFilter';
import { FormerLinks, type KeptBetween } from './formerLinks';
import { type LinkedClaim, LinkTable } from './linkTable';
import { type FolderStatistics, type KnownLinks, unpackLinks } from './knownLinks';
import type { SourceDocument, Statement, Verdict } from './model';
import { type LinkColumns } from './linkColumns';
import { type CandidatePair, type ClaimedDocument, sharedJudgement } from './pairing';
import type { PackedFigures } from './packedFigures';
import { Rarities } from './rarities';
import type { Rulings } from './rulings';
import { quoteTheSame, stateTheSame } from './sameStatements';
import { statedBy } from './statedElsewhere';
import type { StatedFigures } from './statedFigures';
import { areOfOneText, isSection } from './sectionIds';
import { similarity, weighAll, type Scale, type Similarity } from './similarity';

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
  /** Claims kept as objects: see `HeldFigures`. */
  readonly mostClaims?: number;
}

const LIMITS: Limits = { keyCap: 256, smallestFolder: 32 };

/**
 * Which figures of a folder are about the same thing. Documents are added, replaced and removed at the cost of their postings;
 * links are made when they are asked for, for the documents that changed and those whose keys became, or ceased to be, telling.
 * A link depends on its two documents, on which keys are live and on how rare their words are in the folder, and on nothing else:
 * incremental and rebuilt are equal.
 */
export class FigureIndex {
  private readonly entries = new Map<string, HeldDocument>();
  private readonly held: HeldFigures;
  private readonly candidates: Candidates;
  private readonly rarities: Rarities;
  private readonly links = new LinkTable();
  /** A document that is only requoted has its links, but for those that others make in their turn. */
  private readonly stale = new Backlog((id, isOpen) =>
    this.link(id, (other) => isOpen(other) || this.requoted.has(other)),
  );
  /** By stale document, as it was when its links were made, where only its quotations are others since. */
  private readonly requoted = new Map<string, HeldDocument>();
  private readonly former = new FormerLinks((a, b) => this.between(a, b));
  /** What the words of a claim weigh, as of the last look at the folder's statistics; and how often these have changed. */
  private totals = new WeakMap<Claim, number>();
  private weighing = 0;
  private readonly scale: Scale;

  /** `said` is settled before anything is asked here; whose rulings changed is told by `relink`. */
  constructor(
    { keyCap, smallestFolder, mostClaims }: Limits = LIMITS,
    private readonly said: Rulings | null = null,
  ) {
    this.held = mostClaims === undefined ? new HeldFigures() : new HeldFigures(mostClaims, 0);
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

  replace(document: SourceDocument, figures: StatedFigures | PackedFigures): void {
    const { id } = document;
    const before = this.entries.get(id);
    const entry = this.held.hold(document, figures);
    this.entries.set(id, entry);
    if (before && this.keepsLinks(before, entry)) return this.held.release(before);
    if (before) this.unlink(id);
    const keys = 'keys' in figures ? figures.keys : figures.claims.map(keysOf);
    if (before) {
      this.rarities.replace(stemsOfEntry(before), stemsOfEntry(entry));
      this.candidates.replace(id, () => proposerOf(before), keys, entry.signs.people);
      this.held.release(before);
    } else {
      this.rarities.add(stemsOfEntry(entry));
      this.candidates.add(id, keys, entry.signs.people);
    }
    this.stale.delete(id); // whose turn is the last now
    this.outdate(id);
  }

  /**
   * Does a version of a document have the links that the last one has, or would have? A letter in a sentence without figures leaves them as they
   * are; one in a quotation does unless it tells that the document is of one event with another, or that it is not.
   */
  private keepsLinks(before: HeldDocument, entry: HeldDocument): boolean {
    const { id } = entry.document;
    if (!entry.atHand || (this.stale.has(id) && !this.requoted.has(id))) return false;
    if (!stateTheSame(before.opened(), entry.opened())) return false;
    if (quoteTheSame(before.opened(), entry.opened())) return true;
    this.stale.add(id);
    if (!this.requoted.has(id)) this.requoted.set(id, before);
    return true;
  }

  private outdate(id: string): void {
    this.stale.add(id);
    this.requoted.delete(id);
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.unlink(id);
    this.candidates.remove(id, () => proposerOf(entry));
    this.rarities.remove(stemsOfEntry(entry));
    this.held.release(entry);
    this.entries.delete(id);
    this.stale.delete(id);
    this.requoted.delete(id);
  }

  /** Something else was said of claims of these documents. */
  relink(ids: Iterable<string>): void {
    for (const id of ids) if (this.entries.has(id)) this.outdate(id);
  }

  entry(id: string): ClaimedDocument | undefined {
    return this.entries.get(id);
  }

  /** A claim. Nothing else of its document is unpacked for it. */
  claim({ document, claim }: ClaimRef): Claim {
    return this.entries.get(document)!.claim(claim);
  }

  /** The first claim of a figure, by its index among the document's, or null. */
  claimOf(document: string, figure: number): ClaimRef | null {
    return this.ref(document, (columns) => claimOfFigure(columns, figure));
  }

  /** The claim that stands just there, or null. */
  claimAt({ document, start, end }: Statement): ClaimRef | null {
    return this.ref(document, (columns) => claimAtPlace(columns, { start, end }));
  }

  private ref(document: string, find: (columns: ClaimColumns) => number): ClaimRef | null {
    const entry = this.entries.get(document);
    const claim = entry ? find(entry.columns) : -1;
    return claim < 0 ? null : { document, claim };
  }

  /** Where a claim stands. Nothing is unpacked for it. */
  placeOf({ document, claim }: ClaimRef): Span {
    const { cells } = this.entries.get(document)!.columns;
    return placeAt(cells, cells[claim]!);
  }

  /** The sentence in which it stands. Nothing is unpacked for it. */
  sentenceOf({ document, claim }: ClaimRef): Span {
    const { cells } = this.entries.get(document)!.columns;
    return sentenceAt(cells, cells[claim]!);
  }

  /** Is it a date that was read out of another figure? Nothing is unpacked for it. */
  isReadOut({ document, claim }: ClaimRef): boolean {
    const { cells } = this.entries.get(document)!.columns;
    return isReadOutAt(cells, cells[claim]!);
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

  /** How many documents are known to be linked anew. */
  get waiting(): number {
    return this.stale.size;
  }

  /** Makes the links of one document, whatever else has changed. */
  settleFirst(id: string): void {
    this.stale.workFirst(id);
  }

  /** The links of a document with those of greater ids. Whoever asks for them wants `settle` called before. */
  linksBeyond(id: string): [other: string, links: LinkColumns][] {
    return this.links.beyond(id);
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
      this.outdate(id);
    }
    for (const [id, links] of known) {
      this.stale.delete(id);
      for (const [other, list] of unpackLinks(links, sharedJudgement)) {
        if (known.has(other)) this.links.putKept(id, other, list);
      }
    }
    this.former.forget();
    this.outdateAll(this.candidates.crossedSince(then), this.rarities.changedSince(then.stems));
    this.reweigh();
  }

  /** Marks the documents whose links depend on what became common or rare in the folder. */
  private noteStatistics(): void {
    this.outdateAll(this.candidates.crossed(), this.rarities.changed());
  }

  private reweigh(): void {
    this.totals = new WeakMap();
    this.weighing++;
    this.candidates.doubt();
  }

  private outdateAll(ids: Iterable<string>, changed: ((stem: number) => boolean) | null): void {
    for (const id of ids) this.outdate(id);
    if (!changed) return;
    this.reweigh();
    for (const [id, { columns, signs }] of this.entries) {
      if (someWord(columns, changed) || signs.people.some(changed)) this.outdate(id);
    }
  }

  /**
   * The claims with other links than at the last call, to the reader's eye: those of a document that was replaced are not among them where
   * its links came out as they were.
   */
  takeAffected(): ClaimRef[] {
    this.settle();
    const changed = this.former.take();
    if (!changed) return this.ids().flatMap((id) => this.linkedClaims(id).map((claim) => ({ document: id, claim })));
    const out = new Map<string, ClaimRef>();
    const add = (document: string, claim: number): void => {
      if (claim < (this.entries.get(document)?.columns.count ?? 0))
        out.set(`${claim} ${document}`, { document, claim });
    };
    for (const { documents, links } of changed) {
      for (const { a, b } of links) {
        add(documents[0], a);
        add(documents[1], b);
      }
    }
    return [...out.values()];
  }

  /** `takeAffected` for whoever takes all claims to have other links. */
  forgetAffected(): void {
    this.settle();
    this.former.forget();
  }

  /** The claims linked with a claim, in the order of their documents' ids. */
  linked(ref: ClaimRef): readonly LinkedClaim[] {
    return this.links.linked(ref);
  }

  /** Those with one of some verdicts; see `LinkTable`. */
  linkedAs(ref: ClaimRef, verdicts: readonly Verdict[]): readonly LinkedClaim[] {
    return this.links.linkedAs(ref, verdicts);
  }

  /** Claim indices of a document that `linkedAs` finds something for. */
  claimsLinkedAs(id: string, verdicts: readonly Verdict[]): ReadonlySet<number> {
    return this.links.claimsLinkedAs(id, verdicts);
  }

  /** Claim indices of a document that are linked with any other document, ascending. */
  linkedClaims(id: string): number[] {
    return this.links.linkedClaims(id);
  }

  /** The other claims of the same document with the same dimension and value, ascending. */
  sameValue(ref: ClaimRef): number[] {
    const columns = this.entries.get(ref.document)?.columns;
    if (!columns || ref.claim >= columns.count) return [];
    const key = valueAt(columns.cells, columns.cells[ref.claim]!);
    return this.candidates.within(ref.document, key).filter((other) => other !== ref.claim);
  }

  /** What the figure of a claim is given as. The document is not unpacked for it. */
  valueOf({ document, claim }: ClaimRef): Pick<Figure, 'op' | 'low' | 'high'> {
    const { cells } = this.entries.get(document)!.columns;
    return statedAt(cells, cells[claim]!);
  }

  /** The day of the story itself, which is no fact of it. The document is not unpacked for it. */
  isDateline({ document, claim }: ClaimRef): boolean {
    return this.entries.get(document)?.datelines.includes(claim) ?? false;
  }

  similarity(a: Claim, b: Claim): Similarity {
    return similarity(a, b, this.scale);
  }

  hasSources(): boolean {
    return this.sources().next().done !== true;
  }

  /** By claim, the claims of sources that may state its value: all that do are among them. Each is unpacked when its turn comes. */
  mayState(claims: readonly Claim[]): ReadonlyMap<Claim, Iterable<Claim>> {
    const found = statedBy(this.sources(), claims);
    return new Map(claims.map((claim, i) => [claim, found[i]!]));
  }

  private *sources(): Generator<HeldDocument> {
    for (const entry of this.entries.values()) if (!entry.document.draft) yield entry;
  }

  ids(): string[] {
    return [...this.entries.keys()].sort();
  }

  private unlink(id: string): void {
    for (const other of this.links.partners(id)) this.former.note(id, other);
    this.links.remove(id);
  }

  private link(id: string, isOpen: (other: string) => boolean): void {
    const requoted = this.requoted.get(id);
    this.requoted.delete(id);
    if (!requoted) this.unlink(id);
    const entry = this.entries.get(id);
    if (!entry) return;
    const { rarity } = this.scale;
    const columns = this.weighed(entry);
    const inSection = isSection(id);
    let isWhole = true;
    const candidates = this.candidates.of(id, { ...proposerOf(entry), columns }, (claim, other, theirs) => {
      if (!isOpen(other)) return (isWhole = false);
      if (inSection && areOfOneText(id, other)) return false;
      return mayLink(columns, claim, this.weighed(this.entries.get(other)!), theirs, rarity);
    });
    if (!isWhole) this.candidates.doubt();
    if (requoted) {
      if (this.areOfTheSameEvents(requoted, entry, candidates.keys())) return;
      this.unlink(id);
    }
    const mine = entry.opened();
    for (const other of this.said?.partners(id) ?? []) if (!candidates.has(other)) candidates.set(other, []);
    for (const [other, pairs] of candidates) {
      const entryOther = this.entries.get(other);
      if (!entryOther || !isOpen(other) || areOfOneText(id, other)) continue;
      // The same order from both sides: ties are decided alike whichever document changed.
      const forward = id < other;
      const said = (forward ? this.said?.between(id, other) : this.said?.between(other, id)) ?? [];
      if (pairs.length === 0 && said.length === 0 && !areOfOneEvent(entry.signs, entryOther.signs, rarity)) continue;
      const theirs = entryOther.opened();
      const links = forward
        ? linkAsSaid(mine, theirs, pairs, this.scale, said)
        : linkAsSaid(theirs, mine, turned(pairs), this.scale, said);
      if (links.length === 0) continue;
      this.former.note(id, other);
      this.links.put(id, other, links);
    }
  }

  private areOfTheSameEvents(before: HeldDocument, now: HeldDocument, others: Iterable<string>): boolean {
    const { rarity } = this.scale;
    for (const other of others) {
      const signs = this.entries.get(other)?.signs;
      if (signs && areOfOneEvent(before.signs, signs, rarity) !== areOfOneEvent(now.signs, signs, rarity)) return false;
    }
    return true;
  }

  /** The columns of a document with its words weighed as of now. */
  private weighed({ columns }: HeldDocument): ClaimColumns {
    weighWords(columns, this.weighing, this.scale.rarity);
    return columns;
  }

  private between(a: string, b: string): KeptBetween {
    const [mine, theirs] = [this.entries.get(a), this.entries.get(b)];
    return mine && theirs ? { mine, theirs, links: this.links.between(a, b) } : UNLINKED;
  }
}

function proposerOf({ claims, signs }: HeldDocument): Proposer {
  return { claims, people: signs.people };
}

function stemsOfEntry({ columns, signs }: HeldDocument): Set<number> {
  const out = stemsOf(columns);
  for (const person of signs.people) out.add(person);
  return out;
}

const UNLINKED: KeptBetween = { mine: null, theirs: null, links: null };

function turned(pairs: readonly CandidatePair[]): CandidatePair[] {
  return pairs.map(([a, b]) => [b, a] as const);
}
