import type { FolderFacts } from '../facts/index';
import { type KeptDocuments, keepLinks, restoreLinks } from './keptLinks';
import type { TagCache } from './tagCache';

/** So many new documents, and so large a part of the folder, are linked anew at the next start without a complaint. */
const fewestNew = 16;
const mostNew = 1 / 20;

/** What the keeping of links is given by its workspace. */
export interface KeepingFrom {
  readonly index: FolderFacts;
  /** The documents of the index without these. */
  readonly documents: (cache: TagCache, without: ReadonlySet<string>) => KeptDocuments;
  /** The documents that are not what their files are. */
  readonly unsaved: () => Promise<ReadonlySet<string>>;
  /** How many there are, read or not. */
  readonly count: () => number;
  /** Grows with every change of the index. */
  readonly generation: () => number;
  /** Is everything read? */
  readonly isIdle: () => boolean;
  readonly isOver: () => boolean;
  /** A pause for work that nobody waits for, as long as `isAwaited` says so. */
  readonly restful: (isAwaited: () => boolean) => () => Promise<void>;
  /** See `Workspace.factCount`. */
  readonly factCount: () => number | null;
}

/** When what documents have in common is kept for the next start, and taken from there: once, when all is read. */
export class LinkKeeping {
  private restored = false;
  private keeping: Promise<void> | null = null;
  private isAwaited = false;
  private isAskedAgain = false;
  /** The documents that came, changed or went since the links were kept. */
  private readonly unkept = new Set<string>();

  constructor(private readonly from: KeepingFrom) {}

  /** A document came, changed or went. */
  note(id: string): void {
    this.unkept.add(id);
  }

  /** Has nobody looked yet whether there are links to be had? */
  get isUnread(): boolean {
    return !this.restored;
  }

  /**
   * Keeps what documents have in common for the next start, where much of it is new; what is not kept is worked out then. For when all is linked.
   * Resolves at once where there is nothing to do.
   */
  keep(cache: TagCache | null): Promise<void> {
    if (this.keeping) this.isAskedAgain = true;
    const most = Math.max(fewestNew, this.from.count() * mostNew);
    const isDue = this.unkept.size > most && !this.keeping && this.from.index.linked;
    if (cache && isDue) this.keeping = this.keepIn(cache);
    return this.keeping ?? Promise.resolve();
  }

  /** The same, where the server ends as soon as it is done. */
  async keepNow(cache: TagCache | null): Promise<void> {
    this.isAwaited = true;
    // What is under way may have been overtaken by an edit.
    await this.keeping;
    await this.keep(cache);
  }

  private async keepIn(cache: TagCache): Promise<void> {
    const { index, documents, unsaved, generation, isIdle, isOver, restful, factCount } = this.from;
    const rest = restful(() => this.isAwaited);
    try {
      await rest(); // to go through all documents is nothing to do after each keystroke
      const start = generation();
      const isLate = (): boolean => isOver() || generation() !== start;
      if (isLate() || !isIdle() || !index.linked) return;
      const kept = await keepLinks(index, factCount(), cache, documents(cache, await unsaved()), rest, isLate);
      if (kept) this.unkept.clear();
    } finally {
      this.keeping = null;
      const again = this.isAskedAgain;
      this.isAskedAgain = false;
      if (again && !isOver()) void this.keep(cache); // for what changed meanwhile
    }
  }

  /**
   * Gives the index what was kept of documents that are the same. How many facts there were, or null where that may be otherwise now;
   * undefined where there was nothing of use.
   */
  async restore(cache: TagCache): Promise<number | null | undefined> {
    this.restored = true;
    const kept = this.from.documents(cache, new Set());
    const found = await restoreLinks(this.from.index, cache, kept);
    if (!found) return undefined;
    for (const id of found.ids) this.unkept.delete(id);
    return found.ids.size === kept.documents.length ? found.factCount : null;
  }
}
