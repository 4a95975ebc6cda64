import type { EntityFacts } from './entityFacts';
import type { EntityRef } from './entityRefs';
import type { FolderName } from './folderName';
import { FolderNames } from './folderNames';
import type { Intern } from './intern';
import type { SourceDocument } from './model';
import type { Bearer } from './nameSpelling';
import { blockOf, Numbering } from './numbering';
import { byRank } from './statementOrder';
import { eachMention, packEntities, type PackedEntities, roleOf, unpackEntity } from './packedEntities';

/** A document with its entities. */
interface NamingDocument {
  readonly id: string;
  readonly document: SourceDocument;
  /** The number of its first entity. */
  readonly base: number;
  /** Its place among all documents by id, and as was told last. */
  place: number;
  rank: number;
  /** The name of each entity. */
  readonly names: readonly FolderName[];
  readonly packed: PackedEntities;
  /** Those of `packed`, nearer at hand. */
  readonly mentions: PackedEntities['mentions'];
}

/** From so many on, to compare the ids of two documents again and again costs more than to rank all ids once. */
const MANY = 256;

/** The entities of a folder's documents. Each goes by a number, and its name stands in `names`. */
export class FolderEntities {
  readonly names: FolderNames;
  private readonly documents = new Map<string, NamingDocument>();
  private readonly numbers = new Numbering();
  /** By block of numbers. */
  private readonly owners: (NamingDocument | null)[] = [];
  /** Are the places those of all documents that there are? */
  private placed = false;
  private ranks: ReadonlyMap<string, number> | null = null;

  constructor(private readonly intern: Intern) {
    this.names = new FolderNames(intern);
  }

  /** Takes a document in, or its next version. */
  put(document: SourceDocument, facts: readonly EntityFacts[]): NamingDocument {
    const { id } = document;
    const before = this.documents.get(id);
    this.release(before);
    const base = this.numbers.allot(id, facts.length);
    const names = facts.map((entity, e) => this.names.add(entity, base + e));
    // A name that stays is not lost in between.
    before?.names.forEach((name, e) => this.names.remove(name, before.base + e));
    const packed = packEntities(facts, this.intern);
    const { mentions } = packed;
    const entry: NamingDocument = { id, document, base, place: 0, rank: 0, names, packed, mentions };
    // A label that changes is told with the next ranks.
    if (before) Object.assign(entry, { place: before.place, rank: before.rank });
    else this.placed = false;
    if (!before) this.ranks = null;
    this.documents.set(id, entry);
    this.own(entry, entry);
    return entry;
  }

  remove(id: string): void {
    const entry = this.documents.get(id);
    entry?.names.forEach((name, e) => this.names.remove(name, entry.base + e));
    this.release(entry);
    this.documents.delete(id);
    this.placed = false;
  }

  private release(entry: NamingDocument | undefined): void {
    if (!entry) return;
    this.numbers.release(entry.id);
    this.own(entry, null);
  }

  private own({ base, names }: NamingDocument, owner: NamingDocument | null): void {
    for (let block = blockOf(base); block <= blockOf(base + Math.max(0, names.length - 1)); block++)
      this.owners[block] = owner;
  }

  /** From now on documents have these ranks, by id: see `rankOf`. */
  rank(ranks: ReadonlyMap<string, number>): void {
    if (this.ranks === ranks) return;
    this.ranks = ranks;
    for (const [id, entry] of this.documents) entry.rank = ranks.get(id) ?? 0;
  }

  get(id: string): NamingDocument | undefined {
    return this.documents.get(id);
  }

  *all(): Generator<SourceDocument> {
    for (const { document } of this.documents.values()) yield document;
  }

  /** The numbers of a document's entities. */
  numbersIn(id: string): number[] {
    const base = this.numbers.base(id);
    return this.documents.get(id)?.names.map((_, e) => base + e) ?? [];
  }

  /** The number of an entity, or -1. */
  numberOf(document: string, entity: number): number {
    return this.documents.get(document)?.names[entity] ? this.numbers.base(document) + entity : -1;
  }

  private ownerOf(number: number): NamingDocument {
    return this.owners[blockOf(number)]!;
  }

  refOf(number: number): EntityRef {
    const { id, base } = this.ownerOf(number);
    return { document: id, entity: number - base };
  }

  nameOf(number: number): FolderName {
    const { names, base } = this.ownerOf(number);
    return names[number - base]!;
  }

  documentOf(number: number): string {
    return this.ownerOf(number).id;
  }

  /** The rank of its document, as `rank` said. */
  rankOf(number: number): number {
    return this.ownerOf(number).rank;
  }

  /** An entity with all that is kept of it. */
  bearer(number: number): Bearer {
    const { document, base, names, packed } = this.ownerOf(number);
    return { document, number, entity: unpackEntity(packed, number - base, names[number - base]!) };
  }

  /** Is an entity written in more than one form in its document? */
  hasOtherForms(number: number): boolean {
    const { base, packed } = this.ownerOf(number);
    return packed.aliases[number - base]!.length > 0;
  }

  /** Where its document mentions an entity, ascending. */
  eachMention(number: number, take: (start: number, end: number) => void): void {
    const { base, mentions } = this.ownerOf(number);
    eachMention(mentions, number - base, take);
  }

  /** As its document introduces an entity, or ''. */
  roleOf(number: number): string {
    const { base, packed } = this.ownerOf(number);
    return roleOf(packed, number - base);
  }

  bearersOf(names: Iterable<FolderName>): number[] {
    return Array.from(names, (name) => this.names.bearersOf(name)).flat();
  }

  /** By document id, then by entity. */
  sorted(numbers: Iterable<number>): number[] {
    const all = [...numbers];
    if (all.length < MANY) return all.sort((a, b) => this.compare(a, b));
    if (!this.placed) [...this.documents.keys()].sort().forEach((id, i) => (this.documents.get(id)!.place = i));
    this.placed = true;
    return byRank(all, (number) => this.ownerOf(number).place);
  }

  first(numbers: readonly number[]): number {
    return numbers.reduce((a, b) => (this.compare(b, a) < 0 ? b : a));
  }

  private compare(a: number, b: number): number {
    const [x, y] = [this.documentOf(a), this.documentOf(b)];
    return x < y ? -1 : x > y ? 1 : a - b;
  }
}
