import type { Claim } from './claims';
import { keysOf } from './blockingKeys';
import { areOneClaim, type ClaimColumns } from './claimColumns';
import type { FolderStatistics } from './knownLinks';
import { Numbering } from './numbering';
import type { CandidatePair } from './pairing';
import { Postings } from './postings';

/** What meets in one key alone is of one kind, and hardly of one thing: it is not worth comparing. */
const FEWEST_SHARED_KEYS = 2;

/** Whose candidates are asked for, or which comes or goes. */
export interface Proposer {
  readonly claims: readonly Claim[];
  /** Of the people whom the document names in full. */
  readonly people: readonly number[];
}

/** The same, with its claims as columns. */
export interface Asking extends Proposer {
  readonly columns: ClaimColumns;
}

type Keys = readonly (readonly number[])[];

/** What was worked out of the document that came, or was asked for, last: whoever writes in one changes a claim or none with a letter. */
interface Latest {
  readonly id: string;
  /** By claim. */
  readonly keys: Keys;
  /** Where it was asked for, its claims then. */
  readonly columns: ClaimColumns | null;
  /** By claim with the same keys as then, whom it met; none where that may be otherwise now. */
  met: (Met | undefined)[];
}

/** Numbers of other documents' claims. */
interface Met {
  readonly all: readonly number[];
  /** Those of them with which there may be a link. */
  readonly linkable: readonly number[];
}

/**
 * Which claims of other documents may state what a claim states: those that share two live blocking keys with it. Documents that name one
 * person in full may tell of one event, whatever keys their claims have. Keys are made of the claims each time, and kept of one document.
 */
export class Candidates {
  private readonly numbers = new Numbering();
  private readonly claims: Postings;
  private readonly people: Postings;
  /** By number, how many keys a claim shares with the one that is looked at; all 0 in between. */
  private shared = new Uint8Array(1024);
  private latest: Latest | null = null;

  /** @param cap a key that more claims, or a name that more documents, share than this proposes nothing */
  constructor(cap: number) {
    this.claims = new Postings(cap);
    this.people = new Postings(cap);
  }

  /** A document that is not in the index. `keys`: what `keysOf` gives for each of its claims. */
  add(id: string, keys: Keys, people: readonly number[]): void {
    const base = this.numbers.allot(id, keys.length);
    keys.forEach((own, i) => this.claims.add(base + i, own));
    if (keys.length > 0) this.people.add(base, people);
    this.latest = { id, keys, columns: null, met: [] };
  }

  /** One that is, `before` as it was added, for another that is like it. */
  replace(id: string, before: () => Proposer, keys: Keys, people: readonly number[]): void {
    const { latest } = this;
    if (latest?.id !== id || latest.keys.length !== keys.length || keys.length === 0) {
      this.remove(id, before);
      this.add(id, keys, people);
      return;
    }
    const base = this.numbers.base(id);
    keys.forEach((own, i) => {
      if (areSame(own, latest.keys[i]!)) return;
      this.claims.remove(base + i, latest.keys[i]!);
      this.claims.add(base + i, own);
      latest.met[i] = undefined;
    });
    this.people.remove(base, before().people);
    this.people.add(base, people);
    this.latest = { ...latest, keys };
  }

  /** One that is, as it was added. */
  remove(id: string, before: () => Proposer): void {
    const base = this.numbers.base(id);
    const { claims, people } = before();
    const keys = this.keysOf(id, claims);
    keys.forEach((own, i) => this.claims.remove(base + i, own));
    if (keys.length > 0) this.people.remove(base, people);
    this.numbers.release(id);
    this.latest = null;
  }

  /** With whom there may be a link is to be looked at again. */
  doubt(): void {
    if (this.latest) this.latest.met = [];
  }

  private keysOf(id: string, claims: readonly Claim[]): Keys {
    return this.latest?.id === id ? this.latest.keys : claims.map(keysOf);
  }

  /** The documents with a key that became live, or ceased to be, since the last call. */
  crossed(): Set<string> {
    return this.owners([...this.claims.crossed(), ...this.people.crossed()]);
  }

  /** The keys that are not live. */
  dead(): Pick<FolderStatistics, 'claims' | 'people'> {
    return { claims: this.claims.dead(), people: this.people.dead() };
  }

  /** The same as `crossed`, since the keys that were not live then were these. */
  crossedSince({ claims, people }: Pick<FolderStatistics, 'claims' | 'people'>): Set<string> {
    return this.owners([...this.claims.crossedSince(claims), ...this.people.crossedSince(people)]);
  }

  private owners(items: readonly number[]): Set<string> {
    if (items.length > 0) this.doubt();
    return new Set(items.map((item) => this.numbers.owner(item)));
  }

  /** The claims of the document itself that carry a live key, by index. */
  within(id: string, key: number): number[] {
    const base = this.numbers.base(id);
    const own = this.claims.get(key).filter((item) => this.numbers.owner(item) === id);
    return own.map((item) => item - base).sort((a, b) => a - b);
  }

  /**
   * By other document, the pairs of claims to compare, ascending; none where only an event may be common. Pairs of which `mayLink` is false
   * are left out.
   */
  of(
    id: string,
    { claims, people, columns }: Asking,
    mayLink: (claim: number, other: string, theirs: number) => boolean,
  ): Map<string, CandidatePair[]> {
    const out = new Map<string, CandidatePair[]>();
    const listOf = (other: string): CandidatePair[] => {
      let list = out.get(other);
      if (!list) out.set(other, (list = []));
      return list;
    };
    const keys = this.keysOf(id, claims);
    const known = this.latest?.id === id ? this.latest : null;
    const met = keys.map((own, claim) => {
      const before = known?.met[claim];
      if (before && known.columns && areOneClaim(known.columns, claim, columns, claim)) return before;
      const all = this.meeting(own).filter((item) => this.numbers.owner(item) !== id);
      const isLinkable = (item: number): boolean => {
        const { document: other, base } = this.numbers.rangeOf(item);
        return mayLink(claim, other, item - base);
      };
      return { all, linkable: all.filter(isLinkable) };
    });
    this.latest = { id, keys, columns, met };
    met.forEach(({ all, linkable }, claim) => {
      for (const item of all) listOf(this.numbers.owner(item));
      for (const item of linkable) {
        const { document: other, base } = this.numbers.rangeOf(item);
        listOf(other).push([claim, item - base]);
      }
    });
    if (claims.length > 0)
      for (const key of people) for (const item of this.people.get(key)) listOf(this.numbers.owner(item));
    out.delete(id);
    for (const list of out.values()) list.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    return out;
  }

  /** The numbers of the claims that share enough of these keys. */
  private meeting(keys: readonly number[]): number[] {
    if (this.shared.length < this.numbers.size) this.shared = new Uint8Array(2 * this.numbers.size);
    const { shared } = this;
    const seen: number[] = [];
    for (const key of keys) {
      this.claims.each(key, (item) => {
        if (shared[item]!++ === 0) seen.push(item);
      });
    }
    const out = seen.filter((item) => shared[item]! >= FEWEST_SHARED_KEYS);
    for (const item of seen) shared[item] = 0;
    return out;
  }
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
