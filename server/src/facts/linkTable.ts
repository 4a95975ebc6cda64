import { compareStrings } from '../text/compareStrings';
import type { ClaimRef } from './figureIndex';
import { type Intern, interner } from './intern';
import {
  claimsAs,
  claimsIn,
  columnsOfLists,
  linksAs,
  linkColumnsOf,
  type LinkColumns,
  type LinkLists,
  linksOfClaim,
} from './linkColumns';
import type { Verdict } from './model';
import type { Link } from './pairing';

/** A claim of another document, and the link with it. */
export interface LinkedClaim {
  readonly ref: ClaimRef;
  readonly link: Link;
}

/** The links between the documents of a folder. Those of two documents are made and taken back together. */
export class LinkTable {
  /** document -> other document -> links, `a` being the claim of the one with the smaller id. The same list from both sides. */
  private readonly links = new Map<string, Map<string, LinkColumns>>();
  private readonly intern: Intern = interner();

  /** Puts the links between two documents that have none. */
  put(x: string, y: string, links: readonly Link[]): void {
    this.putColumns(x, y, linkColumnsOf(links, this.intern));
  }

  /** The same of links that were packed at another start. */
  putKept(x: string, y: string, links: LinkLists): void {
    this.putColumns(x, y, columnsOfLists(links, this.intern));
  }

  private putColumns(x: string, y: string, packed: LinkColumns): void {
    this.store(x, y, packed);
    this.store(y, x, packed);
  }

  /** Takes back all links of a document. */
  remove(id: string): void {
    for (const other of this.partners(id)) this.links.get(other)?.delete(id);
    this.links.delete(id);
  }

  /** The documents that a document has links with. */
  partners(id: string): Iterable<string> {
    return this.links.get(id)?.keys() ?? [];
  }

  /** The links between two documents, still packed. */
  between(x: string, y: string): LinkColumns | null {
    return this.links.get(x)?.get(y) ?? null;
  }

  /** The links of a document with those of greater ids, still packed. */
  beyond(id: string): [other: string, links: LinkColumns][] {
    return [...(this.links.get(id) ?? [])].filter(([other]) => id < other);
  }

  /** The claims linked with a claim, in the order of their documents' ids: read off the columns, for no answer asks for one twice. */
  linked(ref: ClaimRef): readonly LinkedClaim[] {
    return this.readOff(ref, (links, side) => linksOfClaim(links, side, ref.claim));
  }

  /** Those with one of some verdicts. */
  linkedAs(ref: ClaimRef, verdicts: readonly Verdict[]): readonly LinkedClaim[] {
    return this.readOff(ref, (links, side) => linksAs(links, side, ref.claim, verdicts));
  }

  private readOff(
    { document }: ClaimRef,
    linksIn: (links: LinkColumns, side: 'a' | 'b') => readonly Link[],
  ): LinkedClaim[] {
    const out: LinkedClaim[] = [];
    for (const [other, links] of this.links.get(document) ?? []) {
      const forward = document < other;
      for (const link of linksIn(links, forward ? 'a' : 'b'))
        out.push({ ref: { document: other, claim: forward ? link.b : link.a }, link });
    }
    return out.sort((x, y) => compareStrings(x.ref.document, y.ref.document));
  }

  /** Claim indices of a document that `linkedAs` finds something for. */
  claimsLinkedAs(id: string, verdicts: readonly Verdict[]): ReadonlySet<number> {
    const out = new Set<number>();
    for (const [other, links] of this.links.get(id) ?? [])
      for (const claim of claimsAs(links, id < other ? 'a' : 'b', verdicts)) out.add(claim);
    return out;
  }

  /** Claim indices of a document that are linked with any other document, ascending. */
  linkedClaims(id: string): number[] {
    const out = new Set<number>();
    for (const [other, links] of this.links.get(id) ?? [])
      for (const claim of claimsIn(links, id < other ? 'a' : 'b')) out.add(claim);
    return [...out].sort((a, b) => a - b);
  }

  private store(from: string, to: string, links: LinkColumns): void {
    let map = this.links.get(from);
    if (!map) this.links.set(from, (map = new Map()));
    map.set(to, links);
  }
}
