import { lastStartingAtOrBefore, type Span } from '../text/span';
import type { Figure, TaggedText } from '../tag/model';
import type { Aliases } from './aliases';
import { factsOf, type IndexedFacts } from './documentFacts';
import type { Named } from './entities';
import { shortHash } from './hash';
import { type EntityInFolder, type FactAt, FactIndex, type FolderFacts } from './index';
import type { FolderStatistics, KnownLinks } from './knownLinks';
import {
  type Fact,
  type FactKind,
  type Finding,
  type RelatedStatement,
  sameIdentity,
  type SourceDocument,
  type Statement,
  textOf,
} from './model';
import type { Attached, Orphaned, Ruling } from './rulings';
import { sectionId, wholeOf } from './sectionIds';
import { inDocumentOrder } from './statementOrder';

/** A section of a long document, as a document of the index. It is made anew when it reads otherwise, and moved when text before it changes. */
interface Part {
  readonly id: string;
  whole: SourceDocument;
  /** Which of the document's sections it is now, and its ends. */
  number: number;
  start: number;
  end: number;
  /** What it was made of; null where it came as facts alone. */
  readonly tagged: TaggedText | null;
}

interface LongDocument {
  readonly document: SourceDocument;
  /** Ascending. */
  readonly parts: readonly Part[];
}

/**
 * The folder's facts, with long documents in sections: in the index each section is a document, so that an edit in a text of megabytes replaces
 * and links what it replaces and links in a short one. Sections of one text are one witness and are not held against each other (`sectionIds.ts`).
 * Whoever asks sees whole documents, their offsets and the indices of their mentions.
 */
export class SectionedIndex implements FolderFacts {
  private readonly index = new FactIndex();
  private readonly long = new Map<string, LongDocument>();
  private readonly parts = new Map<string, Part>();
  /** Parts that moved, and documents that were replaced, since `takeChanged` was called. */
  private readonly moved = new Set<string>();
  private readonly replaced = new Set<string>();

  /** `facts`: those of the document. Without them, sections that are tagged as before are left alone. */
  replace(document: SourceDocument, facts: IndexedFacts | undefined = document.facts): void {
    const sections = facts ? facts.sections : document.tagged.sections;
    const before = this.long.get(document.id);
    if (!sections) {
      if (before) this.remove(document.id);
      this.index.replace(document, facts);
      return;
    }
    if (!before && this.index.document(document.id)) this.index.remove(document.id);
    const left = new Map(before?.parts.map((part) => [part.id, part]));
    const renamed = before === undefined || !sameIdentity(before.document, document);
    const parts = sections.map(({ name, start, end }, number): Part => {
      const id = sectionId(document.id, name);
      const known = left.get(id);
      const tagged = facts ? null : document.tagged.sections![number]!.tagged;
      left.delete(id);
      if (known && !renamed && tagged !== null && taggedOf(known) === tagged) {
        if (known.start !== start) this.moved.add(id);
        return Object.assign(known, { whole: document, number, start, end });
      }
      const part: Part = { id, whole: document, number, start, end, tagged };
      this.index.replace(documentOf(part), facts?.sections![number]!.facts ?? factsOf(tagged!));
      return part;
    });
    for (const id of left.keys()) this.drop(id);
    for (const part of parts) this.parts.set(part.id, part);
    this.long.set(document.id, { document, parts });
    this.replaced.add(document.id);
  }

  remove(id: string): void {
    const whole = this.long.get(id);
    if (!whole) return this.index.remove(id);
    for (const part of whole.parts) this.drop(part.id);
    this.long.delete(id);
    this.replaced.add(id);
  }

  private drop(part: string): void {
    this.index.remove(part);
    this.parts.delete(part);
    this.moved.delete(part);
  }

  setAliases(aliases: Aliases): void {
    this.index.setAliases(aliases);
  }

  setRulings(rulings: readonly Ruling[]): void {
    this.index.setRulings(rulings);
  }

  rulings(): readonly Attached[] {
    const attached = this.index.rulings();
    if (this.parts.size === 0) return attached;
    return attached.map((each) => ({ ...each, places: each.places.map((place) => this.placed(place)) }));
  }

  orphans(): readonly Orphaned[] {
    return this.index.orphans();
  }

  document(id: string): SourceDocument | undefined {
    return this.long.get(id)?.document ?? this.index.document(id);
  }

  documents(): SourceDocument[] {
    const all = this.index.documents();
    if (this.parts.size === 0) return all;
    const wholes = new Map(all.map((document) => [wholeOf(document.id), document]));
    return Array.from(wholes, ([id, document]) => this.long.get(id)?.document ?? document);
  }

  storyDay(id: string): number | null {
    return this.index.storyDay(this.long.get(id)?.parts[0]?.id ?? id);
  }

  factAt(id: string, offset: number): FactAt | null {
    const part = this.partAt(id, offset);
    if (!part) return this.whole(this.index.factAt(id, offset), null);
    const found = this.index.factAt(part.id, offset - part.start);
    if (found || offset > part.start || part.number === 0) return this.whole(found, part);
    const above = this.long.get(id)!.parts[part.number - 1]!; // what ends here stands there
    return this.whole(this.index.factAt(above.id, offset - above.start), above);
  }

  factStatedAt(statement: Statement, kind: FactKind): FactAt | null {
    const part = this.partAt(statement.document, statement.start);
    if (!part) return this.whole(this.index.factStatedAt(statement, kind), null);
    return this.whole(this.index.factStatedAt(within(part, statement), kind), part);
  }

  figureStatedAt(statement: Statement): { figure: Figure; sentence: Span } | null {
    const part = this.partAt(statement.document, statement.start);
    if (!part) return this.index.figureStatedAt(statement);
    const found = this.index.figureStatedAt(within(part, statement));
    return (
      found && { figure: { ...found.figure, ...moved(found.figure, part) }, sentence: moved(found.sentence, part) }
    );
  }

  sentenceStatedAt(statement: Statement): Span | null {
    const part = this.partAt(statement.document, statement.start);
    if (!part) return this.index.sentenceStatedAt(statement);
    const found = this.index.sentenceStatedAt(within(part, statement));
    return found && moved(found, part);
  }

  figureStatements(statement: Statement): readonly RelatedStatement[] {
    const part = this.partAt(statement.document, statement.start);
    return this.inOrder(this.index.figureStatements(part ? within(part, statement) : statement));
  }

  nameAtOffset(id: string, offset: number): number {
    const part = this.partAt(id, offset);
    if (!part) return this.index.nameAtOffset(id, offset);
    const name = this.index.nameAtOffset(part.id, offset - part.start);
    return name < 0 ? name : name + mentionsBefore(part, 'names');
  }

  namedAt(statement: Statement): Named | null {
    const whole = this.long.get(statement.document)?.document.tagged;
    if (!whole) return this.index.namedAt(statement);
    // What it is called, and as what it was introduced, may stand in another section.
    const name = whole.names[lastStartingAtOrBefore(whole.names, statement.start)];
    return (name && whole.entities[name.entity]) ?? null;
  }

  identityOf(id: string, entity: number): { name: string; likely: string[] } {
    const { names, entities } = this.long.get(id)?.document.tagged ?? { names: [], entities: [] };
    const mention = names[entities[entity]?.mentions[0] ?? -1];
    const part = mention && this.partAt(id, mention.start);
    if (!part) return this.index.identityOf(id, entity);
    const own = this.index.document(part.id)!.tagged.names;
    const name = own[lastStartingAtOrBefore(own, mention.start - part.start)];
    return this.index.identityOf(part.id, name?.entity ?? -1);
  }

  facts(): Fact[] {
    const facts = this.index.facts();
    if (this.parts.size === 0) return facts;
    return facts.flatMap((fact) => {
      const statements = this.inOrder(fact.statements);
      // Whom two sections of one text name, and no other text, is in no two places.
      const isOne = fact.kind === 'entity' && statements.every(({ document }) => document === statements[0]!.document);
      return isOne ? [] : [statements === fact.statements ? fact : { ...fact, statements }];
    });
  }

  countingFacts(): Generator<undefined, number> {
    return this.index.countingFacts();
  }

  takeChanged(): Set<string> {
    const changed = new Set(Array.from(this.index.takeChanged(), wholeOf));
    for (const part of this.moved) for (const id of this.index.showing(part)) changed.add(wholeOf(id));
    for (const id of this.replaced) changed.add(id);
    this.moved.clear();
    this.replaced.clear();
    return changed;
  }

  findings(): Finding[] {
    return this.documents().flatMap(({ id }) => this.findingsOf(id));
  }

  findingsOf(id: string): readonly Finding[] {
    const whole = this.long.get(id);
    if (!whole) return this.found(this.index.findingsOf(id));
    return withOwnIds(whole.parts.flatMap((part) => this.found(this.index.findingsOf(part.id))));
  }

  checkedIn(id: string): { finding: Finding; ruling: Ruling }[] {
    const parts = this.long.get(id)?.parts.map((part) => part.id) ?? [id];
    return parts.flatMap((part) =>
      this.index.checkedIn(part).map(({ finding, ruling }) => ({ finding: this.found([finding])[0]!, ruling })),
    );
  }

  settleSome(documents: number): boolean {
    return this.index.settleSome(documents);
  }

  get linked(): boolean {
    return this.index.linked;
  }

  knownLinks(id: string): KnownLinks {
    const whole = this.long.get(id);
    if (!whole) return this.index.knownLinks(id);
    const sections = whole.parts.map((part) => [part.id, this.index.knownLinks(part.id)] as const);
    return { judgements: [], figures: [], quotations: [], ruled: false, found: [], sections };
  }

  statistics(): FolderStatistics {
    return this.index.statistics();
  }

  restore(known: ReadonlyMap<string, KnownLinks>, then: FolderStatistics): void {
    this.index.restore(ofSections(known), then);
  }

  restoreFound(known: ReadonlyMap<string, KnownLinks>): void {
    this.index.restoreFound(ofSections(known));
  }

  entities(): EntityInFolder[] {
    const entities = this.index.entities();
    if (this.parts.size === 0) return entities;
    return entities.map((entity) => ({ ...entity, statements: this.inOrder(entity.statements) }));
  }

  /** The part of a long document that an offset falls into. */
  private partAt(id: string, offset: number): Part | undefined {
    const parts = this.long.get(id)?.parts;
    return parts?.[Math.max(0, lastStartingAtOrBefore(parts, offset))];
  }

  /** The same place in its whole document. */
  private placed<T extends Statement>(statement: T): T {
    const part = this.parts.get(statement.document);
    if (!part) return statement;
    return { ...statement, ...moved(statement, part), document: part.whole.id };
  }

  private found(findings: readonly Finding[]): readonly Finding[] {
    if (this.parts.size === 0 || findings.length === 0) return findings;
    return findings.map((finding) => {
      const isInPart = [finding, ...finding.related].some(({ document }) => this.parts.has(document));
      if (!isInPart) return finding;
      return { ...this.placed(finding), related: finding.related.map((place) => this.placed(place)) };
    });
  }

  /** As seen from the whole document: `part` is where it was asked. */
  private whole(fact: FactAt | null, part: Part | null): FactAt | null {
    if (!fact || this.parts.size === 0) return fact;
    const statements = this.inOrder(fact.statements);
    if (!part) return { ...fact, statements };
    const { kind, span, mention } = fact;
    const list = kind === 'entity' ? 'names' : kind === 'quote' ? 'quotes' : 'figures';
    return { ...fact, span: moved(span, part), mention: mention + mentionsBefore(part, list), statements };
  }

  /** Of statements in the order of the index, where the sections of a text come one after the other. */
  private inOrder<T extends Statement>(statements: readonly T[]): readonly T[] {
    if (!statements.some(({ document }) => this.parts.has(document))) return statements;
    const ranks = new Map<string, number>();
    for (const { document } of statements) if (!ranks.has(wholeOf(document))) ranks.set(wholeOf(document), ranks.size);
    return inDocumentOrder(
      statements.map((statement) => this.placed(statement)),
      (document) => ranks.get(document)!,
    );
  }
}

function within(part: Part, { start, end }: Span): Statement {
  return { document: part.id, start: start - part.start, end: end - part.start };
}

function moved({ start, end }: Span, part: Part): Span {
  return { start: start + part.start, end: end + part.start };
}

function ofSections(known: ReadonlyMap<string, KnownLinks>): ReadonlyMap<string, KnownLinks> {
  return new Map([...known].flatMap((each) => each[1].sections ?? [each]));
}

/** Holds on to the texts that it was made of, whatever becomes of the document. */
function documentOf(part: Part): SourceDocument {
  const { label, draft, trusted } = part.whole;
  return {
    id: part.id,
    label,
    draft,
    ...(trusted !== undefined && { trusted }),
    get text() {
      return part.tagged?.scanned.text ?? textOf(part.whole).slice(part.start, part.end);
    },
    get tagged() {
      return taggedOf(part);
    },
  };
}

function taggedOf({ tagged, whole, number }: Part): TaggedText {
  return tagged ?? whole.tagged.sections![number]!.tagged;
}

/** How many mentions of the document stand before a part of it. */
function mentionsBefore({ whole, number }: Part, list: 'names' | 'quotes' | 'figures'): number {
  let count = 0;
  for (const { tagged } of whole.tagged.sections!.slice(0, number)) count += tagged[list].length;
  return count;
}

/** A text may have one sentence in two sections. */
function withOwnIds(findings: readonly Finding[]): readonly Finding[] {
  const taken = new Map<string, number>();
  return findings.map((finding) => {
    const nth = taken.get(finding.id) ?? 0;
    taken.set(finding.id, nth + 1);
    return nth === 0 ? finding : { ...finding, id: shortHash(`${finding.id}\n${nth}`) };
  });
}
