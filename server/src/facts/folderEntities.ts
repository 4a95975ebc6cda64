import type { Span } from '../text/span';
import type { EntityFacts } from './entityFacts';
import type { EntityRef } from './entityRefs';
import type { FolderName } from './folderName';
import { FolderNames } from './folderNames';
import type { Intern } from './intern';
import type { SourceDocument } from './model';
import type { Bearer } from './nameSpelling';
import { Numbering } from './numbering';
import { byRank } from './statementOrder';
import { packEntities, packedMentions, type PackedEntities, roleOf, unpackEntity } from './packedEntities';

/** A document with its entities. */
interface NamingDocument {
  readonly document: SourceDocument;
  /** The name of each entity. */
  readonly names: readonly FolderName[];
  readonly packed: PackedEntities;
}

/** From so many on, to compare the ids of two documents again and again costs more than to rank all ids once. */
const MANY = 256;

/** The entities of a folder's documents. Each goes by a number, and its name stands in `names`. */
export class FolderEntities {
  readonly names: FolderNames;
  private readonly documents = new Map<string, NamingDocument>();
  /** By document, its place among the ids of all; null since one came or went. */
  private ranks: ReadonlyMap<string, number> | null = null;
  private readonly numbers = new Numbering();

  constructor(private readonly intern: Intern) {
    this.names = new FolderNames(intern);
  }

  /** Takes a document in, or its next version. */
  put(document: SourceDocument, facts: readonly EntityFacts[]): NamingDocument {
    const { id } = document;
    const before = this.documents.get(id);
    if (!before) this.ranks = null;
    const base = this.numbers.base(id);
    this.numbers.release(id);
    const first = this.numbers.allot(id, facts.length);
    const names = facts.map((entity, e) => this.names.add(entity, first + e));
    // A name that stays is not lost in between.
    before?.names.forEach((name, e) => this.names.remove(name, base + e));
    const entry = { document, names, packed: packEntities(facts, this.intern) };
    this.documents.set(id, entry);
    return entry;
  }

  remove(id: string): void {
    const base = this.numbers.base(id);
    this.documents.get(id)?.names.forEach((name, e) => this.names.remove(name, base + e));
    this.numbers.release(id);
    this.documents.delete(id);
    this.ranks = null;
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

  refOf(number: number): EntityRef {
    const { document, base } = this.numbers.rangeOf(number);
    return { document, entity: number - base };
  }

  nameOf(number: number): FolderName {
    const { document, base } = this.numbers.rangeOf(number);
    return this.documents.get(document)!.names[number - base]!;
  }

  documentOf(number: number): string {
    return this.numbers.owner(number);
  }

  /** An entity with all that is kept of it. */
  bearer(number: number): Bearer {
    const { document: id, entity } = this.refOf(number);
    const { document, names, packed } = this.documents.get(id)!;
    return { document, number, entity: unpackEntity(packed, entity, names[entity]!) };
  }

  /** Where its document mentions an entity, ascending. */
  mentionsOf(number: number): Span[] {
    const { document, base } = this.numbers.rangeOf(number);
    const { names, packed } = this.documents.get(document)!;
    return packedMentions(packed, number - base, names[number - base]!.name);
  }

  /** As its document introduces an entity, or ''. */
  roleOf(number: number): string {
    const { document, base } = this.numbers.rangeOf(number);
    return roleOf(this.documents.get(document)!.packed, number - base);
  }

  bearersOf(names: Iterable<FolderName>): number[] {
    return Array.from(names, (name) => this.names.bearersOf(name)).flat();
  }

  /** By document id, then by entity. */
  sorted(numbers: Iterable<number>): number[] {
    const all = [...numbers];
    if (all.length < MANY) return all.sort((a, b) => this.compare(a, b));
    const ranks = (this.ranks ??= new Map([...this.documents.keys()].sort().map((id, rank) => [id, rank])));
    all.sort((a, b) => a - b);
    return byRank(all.map((number) => ranks.get(this.numbers.owner(number))!)).map((i) => all[i]!);
  }

  first(numbers: readonly number[]): number {
    return numbers.reduce((a, b) => (this.compare(b, a) < 0 ? b : a));
  }

  private compare(a: number, b: number): number {
    const [x, y] = [this.numbers.owner(a), this.numbers.owner(b)];
    return x < y ? -1 : x > y ? 1 : a - b;
  }
}
