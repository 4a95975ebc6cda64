import type { Claim } from './claims';
import { keysOf } from './blockingKeys';
import type { EventTraces } from './eventTraces';
import type { FolderStatistics } from './knownLinks';
import { Numbering } from './numbering';
import type { CandidatePair } from './pairing';
import { Postings } from './postings';

/** What meets in one key alone is of one kind, and hardly of one thing: it is not worth comparing. */
const FEWEST_SHARED_KEYS = 2;

interface Entry {
  /** By claim. */
  readonly keys: readonly (readonly number[])[];
  /** Of the people whom the document names in full. */
  readonly people: readonly number[];
}

/**
 * Which claims of other documents may state what a claim states: those that share two live blocking keys with it. Documents that name one
 * person in full may tell of one event, whatever keys their claims have.
 */
export class Candidates {
  private readonly entries = new Map<string, Entry>();
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

  /** A document that is not in the index. */
  add(id: string, claims: readonly Claim[], traces: EventTraces): void {
    const base = this.numbers.allot(id, claims.length);
    const keys = claims.map(keysOf);
    const people = claims.length === 0 ? [] : traces.people;
    keys.forEach((list, claim) => this.claims.add(base + claim, list));
    this.people.add(base, people);
    this.entries.set(id, { keys, people });
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    const base = this.numbers.base(id);
    entry.keys.forEach((list, claim) => this.claims.remove(base + claim, list));
    this.people.remove(base, entry.people);
    this.numbers.release(id);
    this.entries.delete(id);
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

  /** By other document, the pairs of claims to compare, ascending; none where only an event may be common. */
  of(id: string): Map<string, CandidatePair[]> {
    const out = new Map<string, CandidatePair[]>();
    const entry = this.entries.get(id);
    if (!entry) return out;
    const listOf = (other: string): CandidatePair[] => {
      let list = out.get(other);
      if (!list) out.set(other, (list = []));
      return list;
    };
    entry.keys.forEach((keys, claim) => {
      for (const item of this.meeting(keys)) {
        const other = this.numbers.owner(item);
        if (other !== id) listOf(other).push([claim, item - this.numbers.base(other)]);
      }
    });
    for (const key of entry.people) for (const item of this.people.get(key)) listOf(this.numbers.owner(item));
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
