import { type LinksBetween, linkComparison } from './changedLinks';
import { type LinkColumns, linksFrom } from './linkColumns';
import type { Link } from './pairing';

/** The same as `LinksBetween`, with the links as they are kept. */
export interface KeptBetween extends Omit<LinksBetween, 'links'> {
  readonly links: LinkColumns | null;
}

/** The links between two documents that became others, those from before among them. */
export interface ChangedBetween {
  /** The documents that the `a` and the `b` of the links are claims of. */
  readonly documents: readonly [a: string, b: string];
  readonly links: readonly Link[];
}

/** Between two ids: no path and no URI has it. */
const BETWEEN = '\u0000';

/** What the links were when `take` was called, between those documents whose links were made anew since. */
export class FormerLinks {
  /** By pair of documents, the smaller id first; null before the first call. */
  private before: Map<string, KeptBetween> | null = null;

  /** `between` gives the links that there are, seen from the smaller of two ids. */
  constructor(private readonly between: (a: string, b: string) => KeptBetween) {}

  /** The links between two documents are about to change. */
  note(x: string, y: string): void {
    if (!this.before) return;
    const [a, b] = x < y ? [x, y] : [y, x];
    const pair = a + BETWEEN + b;
    if (!this.before.has(pair)) this.before.set(pair, this.between(a, b));
  }

  /** What changed since the last call, to the reader's eye; null where there was none, for all is new then. */
  take(): ChangedBetween[] | null {
    const { before } = this;
    this.forget();
    if (!before) return null;
    const changedLinks = linkComparison();
    return Array.from(before, ([pair, then]) => {
      const [a, b] = pair.split(BETWEEN) as [string, string];
      return { documents: [a, b], links: changedLinks(unpacked(then), unpacked(this.between(a, b))) };
    });
  }

  /** The same as `take`, for whoever need not know. */
  forget(): void {
    this.before = new Map();
  }
}

function unpacked({ mine, theirs, links }: KeptBetween): LinksBetween {
  return { mine, theirs, links: links ? linksFrom(links) : [] };
}
