import type { Claim } from './claims';
import { keysOf } from './blockingKeys';
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

/**
 * Which claims of other documents may state what a claim states: those that share two live blocking keys with it. Documents that name one
 * person in full may tell of one event, whatever keys their claims have. Keys are made of the claims each time and not kept.
 */
export class Candidates {
  private readonly numbers = new Numbering();
  private readonly claims: Postings;
  private readonly people: Postings;
  /** By number, how many keys a claim shares with the one that is looked at; all 0 in between. */
  private shared = new Uint8Array(1024);

  /** @param cap a key that more claims, or a name that more documents, share than this proposes nothing */
  constructor(cap: number) {
    this.claims = new Postings(cap);
    this.people = new Postings(cap);
  }

  /** A document that is not in the index. `keys`: what `keysOf` gives for each of its claims. */
  add(id: string, keys: readonly (readonly number[])[], people: readonly number[]): void {
    const base = this.numbers.allot(id, keys.length);
    keys.forEach((own, i) => this.claims.add(base + i, own));
    if (keys.length > 0) this.people.add(base, people);
  }

  /** One that is, as it was added. */
  remove(id: string, { claims, people }: Proposer): void {
    const base = this.numbers.base(id);
    claims.forEach((claim, i) => this.claims.remove(base + i, keysOf(claim)));
    if (claims.length > 0) this.people.remove(base, people);
    this.numbers.release(id);
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
    { claims, people }: Proposer,
    mayLink: (claim: number, other: string, theirs: number) => boolean,
  ): Map<string, CandidatePair[]> {
    const out = new Map<string, CandidatePair[]>();
    const listOf = (other: string): CandidatePair[] => {
      let list = out.get(other);
      if (!list) out.set(other, (list = []));
      return list;
    };
    claims.forEach((each, claim) => {
      for (const item of this.meeting(keysOf(each))) {
        const { document: other, base } = this.numbers.rangeOf(item);
        if (other === id) continue;
        const list = listOf(other);
        const theirs = item - base;
        if (mayLink(claim, other, theirs)) list.push([claim, theirs]);
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
      for (const item of this.claims.get(key)) if (shared[item]!++ === 0) seen.push(item);
    }
    const out = seen.filter((item) => shared[item]! >= FEWEST_SHARED_KEYS);
    for (const item of seen) shared[item] = 0;
    return out;
  }
}
