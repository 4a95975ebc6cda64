import { compareStrings } from '../text/compareStrings';
import { claimsIn, type LinkColumns, linksFrom } from './linkColumns';
import type { LinkedClaim } from './linkTable';

/** Documents whose links are kept by claim: those around what is looked at. */
const MOST_READ_OFF = 256;

/** Of some documents, their links by claim. A document that is written in changes a link or two of each of the dozen that it has links with. */
export class LinksByClaim {
  private readonly known = new Map<string, Map<number, readonly LinkedClaim[]>>();

  /** Those of a document that were read off before, by claim, in the order of the other documents' ids. */
  get(document: string): ReadonlyMap<number, readonly LinkedClaim[]> | undefined {
    return this.known.get(document);
  }

  /** Reads them off; `links` are all that the document has, by the other document. */
  read(
    document: string,
    links: ReadonlyMap<string, LinkColumns> | undefined,
  ): ReadonlyMap<number, readonly LinkedClaim[]> {
    if (this.known.size >= MOST_READ_OFF) this.known.clear();
    const out = new Map<number, LinkedClaim[]>();
    for (const other of [...(links?.keys() ?? [])].sort()) {
      for (const [claim, linked] of seenFrom(document, other, links!.get(other)!)) {
        const known = out.get(claim);
        if (known) known.push(linked);
        else out.set(claim, [linked]);
      }
    }
    this.known.set(document, out);
    return out;
  }

  forget(document: string): void {
    this.known.delete(document);
  }

  /** A document has these links with another from now on. */
  join(document: string, other: string, links: LinkColumns): void {
    const byClaim = this.known.get(document);
    if (!byClaim) return;
    for (const [claim, linked] of seenFrom(document, other, links)) {
      const list = byClaim.get(claim) ?? NONE;
      const at = list.findIndex(({ ref }) => compareStrings(ref.document, other) > 0);
      byClaim.set(claim, at < 0 ? [...list, linked] : [...list.slice(0, at), linked, ...list.slice(at)]);
    }
  }

  /** It has them no more. */
  part(document: string, other: string, links: LinkColumns): void {
    const byClaim = this.known.get(document);
    if (!byClaim) return;
    for (const claim of claimsIn(links, document < other ? 'a' : 'b')) {
      const left = byClaim.get(claim)?.filter(({ ref }) => ref.document !== other) ?? NONE;
      if (left.length > 0) byClaim.set(claim, left);
      else byClaim.delete(claim);
    }
  }
}

const NONE: readonly LinkedClaim[] = [];

/** The links between two documents by the claim of the first. */
function seenFrom(document: string, other: string, links: LinkColumns): [claim: number, linked: LinkedClaim][] {
  const forward = document < other;
  return linksFrom(links).map((link) => {
    const [mine, theirs] = forward ? [link.a, link.b] : [link.b, link.a];
    return [mine, { ref: { document: other, claim: theirs }, link }];
  });
}
