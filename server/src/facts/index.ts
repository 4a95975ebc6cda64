import { compareStrings } from '../text/compareStrings';
import { contains, lastStartingAtOrBefore, type Span } from '../text/span';
import type { EntityType, Figure } from '../tag/model';
import type { Aliases } from './aliases';
import { Checks } from './checks';
import { isReadOut } from './claimColumns';
import { factsOf, type IndexedFacts } from './documentFacts';
import { EntityIndex, type Named } from './entities';
import { factLabel, figureFacts, statementsOf, walkFigureFacts } from './figureFacts';
import { figureFindingsOf, groupFindings } from './figureFindings';
import { groupFigures, type FigureGroup, type FigureGroups } from './figureGroups';
import { FigureIndex, type Limits } from './figureIndex';
import { factOf } from './factOf';
import { interner } from './intern';
import { type FolderStatistics, type KnownLinks, packLinks } from './knownLinks';
import { exactly, mentionAt, type MentionAt, nameHolding } from './mentionAt';
import { type MentionPlaces, placesIn } from './mentionPlaces';
import {
  type Fact,
  type FactKind,
  type Finding,
  type RelatedStatement,
  type SourceDocument,
  type Statement,
  textOf,
} from './model';
import { byLabel } from './quotePairs';
import { QuotationIndex } from './quotations';
import { areOfOneText } from './sectionIds';
import { inDocumentOrder } from './statementOrder';
import { accountsFor, type Attached, isParted, type Orphaned, type Ruling, Rulings } from './rulings';
import { unsupportedFindingsOf } from './unsupported';

/** What stands at an offset, and every statement of the same fact. */
export interface FactAt {
  readonly kind: FactKind;
  /** The mention at the offset. */
  readonly span: Span;
  /** Index of the mention in the document's `figures`, `quotes` or `names`, by `kind` (dates are figures). */
  readonly mention: number;
  /** What the fact is about; '' where it is stated nowhere else. */
  readonly label: string;
  /** Every statement of it in every document, the one asked about included, ascending by document label and offset. */
  readonly statements: readonly RelatedStatement[];
}

export interface EntityInFolder {
  readonly name: string;
  readonly type: EntityType;
  readonly statements: readonly Statement[];
}

/**
 * The folder's facts: inverted indexes over the claims, quotations and entities of its documents. Replacing a document touches only the
 * facts its claims take part in; the result is the same as building the index anew (a property test says so).
 */
export class FactIndex {
  private readonly byId = new Map<string, SourceDocument>();
  /** By document, see `DocumentFacts.places`. */
  private readonly places = new Map<string, string>();
  private readonly figures: FigureIndex;
  private readonly said = new Rulings();
  private readonly intern = interner();
  private readonly quotations = new QuotationIndex(this.said, this.intern);
  private readonly people = new EntityIndex(this.intern);
  private readonly groups: FigureGroups;
  /** As long as nothing changed: a document of it that says the same may stand elsewhere, or its followers do. */
  private ofGroup = new WeakMap<FigureGroup, readonly Finding[]>();
  private readonly checks = new Checks(this.intern);
  /** What was found in each document, as long as nothing changed that it depends on. */
  private readonly found = new Map<string, readonly Finding[]>();
  /** The same of its figures alone: a name that comes or goes changes no more than what is said of names, in a thousand documents perhaps. */
  private readonly foundFigures = new Map<string, readonly Finding[]>();
  /** And of its names: what a letter changes around it is said of figures and quotations. */
  private readonly foundNames = new Map<string, readonly Finding[]>();
  /** What was found in each document before it was put together anew, where all places in it are still the same. */
  private readonly former = new Map<string, readonly Finding[]>();
  private changed = new Set<string>();
  /** Document -> those whose findings show a place in it. */
  private readonly shownIn = new Map<string, Set<string>>();
  private readonly moved = new Set<string>();
  private unsettled = false;
  /** What was asked for last, as long as nothing changed: a hover, a definition and references are asked of one place after the other. */
  private asked: (MentionAt & { readonly document: SourceDocument; readonly fact: FactAt }) | null = null;
  private readonly drafts = new Set<string>();
  /** By id, the place among all that are sorted by label, then by id; in that order. Null since one came, went or was renamed. */
  private ranks: ReadonlyMap<string, number> | null = null;

  constructor(limits?: Limits) {
    this.figures = new FigureIndex(limits, this.said);
    this.groups = groupFigures(this.figures);
  }

  /** `facts`: those of the document. Given here and not with it, they are not kept beside what the index makes of them. */
  replace(document: SourceDocument, facts: IndexedFacts = document.facts ?? factsOf(document.tagged)): void {
    const before = this.byId.get(document.id);
    if (before?.label !== document.label) this.ranks = null;
    this.byId.set(document.id, document);
    this.places.set(document.id, facts.places);
    if (document.draft) this.drafts.add(document.id);
    else this.drafts.delete(document.id);
    this.outdate(document.id);
    this.moved.add(document.id);
    this.said.touch(document.id);
    this.figures.replace(document, facts.figures);
    this.quotations.replace(document, facts.utterances);
    this.people.replace(document, facts.entities);
    this.checks.replace(document, facts.slips, facts.order);
  }

  remove(id: string): void {
    this.ranks = null;
    this.byId.delete(id);
    this.places.delete(id);
    this.drafts.delete(id);
    this.outdate(id);
    this.moved.add(id);
    this.said.touch(id);
    this.figures.remove(id);
    this.quotations.remove(id);
    this.people.remove(id);
    this.checks.remove(id);
  }

  /** What people said is one: see `aliasesOf`. */
  setAliases(aliases: Aliases): void {
    this.people.setAliases(aliases);
    this.asked = null;
    this.unsettled = true;
  }

  /** What people said of findings and of pairs of claims, all of it. */
  setRulings(rulings: readonly Ruling[]): void {
    this.said.set(rulings);
  }

  /** The rulings that hold, in the order given, with the places that they speak of. */
  rulings(): readonly Attached[] {
    this.heed();
    return this.said.attached;
  }

  /** The rulings without effect: their words are gone, or stand in several places. */
  orphans(): readonly Orphaned[] {
    this.heed();
    return this.said.orphaned;
  }

  document(id: string): SourceDocument | undefined {
    return this.byId.get(id);
  }

  /** Ascending by label, then by id. */
  documents(): SourceDocument[] {
    return Array.from(this.ranked().keys(), (id) => this.byId.get(id)!);
  }

  private ranked(): ReadonlyMap<string, number> {
    return (this.ranks ??= new Map([...this.byId.values()].sort(byLabel).map(({ id }, rank) => [id, rank])));
  }

  /** Days since 1970-01-01 of a document's story, or null. */
  storyDay(id: string): number | null {
    return this.figures.entry(id)?.storyDay ?? null;
  }

  /** The innermost mention that holds `offset` (its end counts as inside), or null. */
  factAt(id: string, offset: number): FactAt | null {
    const settled = this.settleFirst(id);
    const document = this.byId.get(id);
    if (!document) return null;
    const at = mentionAt(this.placesIn(id), offset);
    if (!at) return null;
    const { asked } = this;
    if (settled && asked?.document === document && asked.among === at.among && asked.mention === at.mention)
      return asked.fact;
    const fact = this.factOf(document, at);
    this.asked = settled ? { ...at, document, fact } : null;
    return fact;
  }

  /** The fact that a statement belongs to, as `facts()` lists it; null where it is stated no more. */
  factStatedAt({ document: id, start, end }: Statement, kind: FactKind): FactAt | null {
    this.settleFirst(id);
    const document = this.byId.get(id);
    if (!document) return null;
    const { figures, quotes } = this.placesIn(id);
    const among = kind === 'quote' ? quotes : figures;
    const mention = exactly(among, { start, end });
    if (mention < 0 || kind === 'entity') return null;
    return kind === 'quote' ? this.quoteAt(document, mention) : this.figureAt(document, mention);
  }

  /**
   * The figure that a statement is, as it was tagged, and its sentence: known without unpacking a document. Null for what is no claim, and
   * for a date that was read out of another figure, an end of a life span above all.
   */
  figureStatedAt(statement: Statement): { figure: Figure; sentence: Span } | null {
    const ref = this.figures.claimAt(statement);
    const claim = ref && this.figures.claim(ref);
    // Such dates are read where something is said of them.
    return claim && !isReadOut(claim) ? claim : null;
  }

  /** The sentence of what `figureStatedAt` finds. */
  sentenceStatedAt(statement: Statement): Span | null {
    const ref = this.figures.claimAt(statement);
    return ref && !this.figures.isReadOut(ref) ? this.figures.sentenceOf(ref) : null;
  }

  /** The statements of a figure's or date's fact with their verdicts as seen from one of them, as `factStatedAt` has them; no document is unpacked. */
  figureStatements(statement: Statement): readonly RelatedStatement[] {
    this.settleFirst(statement.document);
    const ref = this.figures.claimAt(statement);
    return ref ? statementsOf(this.figures, ref) : [];
  }

  /** The name at an offset, a title before it included: its index in the document's `names`, or -1. Cheap. */
  nameAtOffset(id: string, offset: number): number {
    return nameHolding(this.placesIn(id).names, offset);
  }

  /** Who or what a name is in its document, and the role that it is given there. No document is unpacked. */
  namedAt({ document, start }: Statement): Named | null {
    const { names } = this.placesIn(document);
    const name = names[lastStartingAtOrBefore(names, start)];
    return name ? this.people.named(document, name.entity) : null;
  }

  private placesIn(id: string): MentionPlaces {
    return placesIn(this.places.get(id) ?? '');
  }

  /** What an entity of a document is called in the folder, and who else might be the same. */
  identityOf(id: string, entity: number): { name: string; likely: string[] } {
    const name = this.people.groupOf(id, entity)?.name ?? '';
    return { name, likely: this.people.likelySame(id, entity).map((group) => group.name) };
  }

  /** The documents whose findings, as far as they were asked for, show a place in this one; perhaps some more. */
  showing(id: string): Iterable<string> {
    return this.shownIn.get(id) ?? [];
  }

  /** The facts with statements in more than one place. */
  facts(): Fact[] {
    this.settle();
    return [...figureFacts(this.figures), ...this.quoteFacts(), ...this.entityFacts()];
  }

  /**
   * How many `facts` there are, counted without making them; in steps of a millisecond at most, for doors that must not stand still. What is
   * counted while the index changes is no number of anything.
   */
  *countingFacts(): Generator<undefined, number> {
    this.settle();
    let count = 0;
    for (const found of walkFigureFacts(this.figures)) {
      count += found.length;
      yield;
    }
    for (const _ of this.quotations.walkGroups()) {
      count++;
      yield;
    }
    let steps = 0;
    for (const documents of this.people.walkDocuments()) {
      if (!areOfOneText(documents[0]!, documents[documents.length - 1]!)) count++;
      if (++steps % NAMES_A_STEP === 0) yield;
    }
    return count;
  }

  /**
   * The documents, removed ones included, whose findings may be others than when this was last asked. To ask these for their findings
   * first makes `findings()` cheap.
   */
  takeChanged(): Set<string> {
    this.settle();
    const { changed } = this;
    this.changed = new Set();
    return changed;
  }

  /** Every finding, by document label, then offset. */
  findings(): Finding[] {
    return this.documents().flatMap((document) => this.findingsOf(document.id));
  }

  /** The findings whose main place is in this document, ascending by offset, without those that somebody marked as checked. */
  findingsOf(id: string): readonly Finding[] {
    const found = this.foundIn(id);
    if (this.said.attached.length === 0) return found;
    return found.filter((finding) => !this.checkOf(finding) && !isParted(this.said, finding, this.wordsAt));
  }

  /** The findings of a document that somebody marked as checked, each with what was said. */
  checkedIn(id: string): { finding: Finding; ruling: Ruling }[] {
    return this.foundIn(id).flatMap((finding) => {
      const check = this.checkOf(finding);
      return check ? [{ finding, ruling: check.ruling }] : [];
    });
  }

  private checkOf(finding: Finding): Attached | undefined {
    return this.said.attached.find((each) => accountsFor(each, finding, this.wordsAt));
  }

  /** The words of a place, with single spaces. */
  private readonly wordsAt = ({ document, start, end }: Statement): string =>
    textOf(this.byId.get(document)).slice(start, end).replace(/\s+/g, ' ').trim();

  private readonly labelOf = (id: string): string => this.byId.get(id)!.label;

  /** Brings the links up to date with what was said of the documents as they are. */
  private heed(): void {
    const touched = this.said.settle(this.byId);
    if (touched.size === 0) return;
    this.figures.relink(touched);
    this.quotations.relinkAll(touched);
    for (const id of touched) this.outdate(id);
  }

  private foundIn(id: string): readonly Finding[] {
    this.settle();
    let found = this.found.get(id);
    const document = found ? undefined : this.byId.get(id);
    if (document) this.keep(id, (found = this.again(id, this.made(document))));
    return found ?? [];
  }

  /** The same objects as before where they say the same, for whoever shows them. */
  private again(id: string, found: readonly Finding[]): readonly Finding[] {
    const before = this.former.get(id);
    this.former.delete(id);
    if (!before) return found;
    const written = new Map(before.map((finding) => [JSON.stringify(finding), finding]));
    return found.map((finding) => written.get(JSON.stringify(finding)) ?? finding);
  }

  private keep(id: string, found: readonly Finding[]): void {
    this.found.set(id, found);
    for (const { document } of found.flatMap(({ related }) => related)) {
      const showing = this.shownIn.get(document);
      if (showing) showing.add(id);
      else this.shownIn.set(document, new Set([id]));
    }
  }

  private made(document: SourceDocument): Finding[] {
    this.groups.trim();
    const quotes = this.quotations.findingsOf(document.id);
    // A figure inside a quotation that is worded differently is one of the words that differ.
    const figures = this.figuresIn(document.id).filter((figure) => !quotes.some((quote) => contains(quote, figure)));
    const checks = this.checks.findingsOf(document, figures);
    const unsupported = document.draft
      ? unsupportedFindingsOf(document, this.figures, this.quotations, [...figures, ...checks, ...quotes])
      : [];
    return [...figures, ...checks, ...quotes, ...this.namesIn(document.id), ...unsupported].sort(
      (a, b) => a.start - b.start || compareStrings(a.id, b.id),
    );
  }

  private figuresIn(id: string): readonly Finding[] {
    let found = this.foundFigures.get(id);
    if (!found) {
      found = figureFindingsOf(this.figures, this.groups, id, (group) => this.findingsIn(group));
      this.foundFigures.set(id, found.length > 0 ? found : NONE);
    }
    return found;
  }

  private namesIn(id: string): readonly Finding[] {
    let found = this.foundNames.get(id);
    if (!found) {
      found = this.people.findingsOf(id);
      this.foundNames.set(id, found.length > 0 ? found : NONE);
    }
    return found;
  }

  /**
   * Links so many of the documents that changed at most; true when none is left. What is asked for the whole folder links them all at once: a
   * door that must not stand still calls this first, until it is true.
   */
  settleSome(documents: number): boolean {
    this.heed();
    return this.figures.settleSome(documents) && this.quotations.settleSome(documents);
  }

  /** Is nothing left to be linked? */
  get linked(): boolean {
    return this.settleSome(0);
  }

  /** What a document has in common with others, for `restore` at another start, when all is linked. */
  knownLinks(id: string): KnownLinks {
    const quotations = this.quotations.pairsBeyond(id);
    const ruled = this.said.partners(id).length > 0;
    return { ...packLinks(this.figures.linksBeyond(id)), quotations, ruled, found: this.foundIn(id) };
  }

  statistics(): FolderStatistics {
    return { ...this.figures.statistics(), quotations: this.quotations.dead() };
  }

  /**
   * Takes what documents had in common when the folder's statistics were `then`, instead of working it out: `known` are those whose text, label and
   * standing are the same as then. The rest is linked as if it had come since, so that all is as if it had been worked out.
   */
  restore(known: ReadonlyMap<string, KnownLinks>, then: FolderStatistics): void {
    this.heed();
    this.groups.forget();
    this.figures.restore(known, then);
    this.quotations.restore(known, then.quotations);
    // What people said then may be taken back, and what they say now may be new.
    const ruled = [...this.byId.keys()].filter((id) => known.get(id)?.ruled || this.said.partners(id).length > 0);
    this.figures.relink(ruled);
    this.quotations.relinkAll(ruled);
    for (const id of this.byId.keys()) this.outdate(id);
  }

  /**
   * After `restore`, where every document is known and people say what they said then: takes what was found, too, and all is as if it had been
   * asked for.
   */
  restoreFound(known: ReadonlyMap<string, KnownLinks>): void {
    this.groups.forget();
    for (const part of [this.quotations, this.people, this.checks]) part.restoreFound(known);
    this.shownIn.clear();
    this.moved.clear();
    for (const [id, { found }] of known) this.keep(id, found);
    // What people said of pairs of claims is heeded anew.
    this.unsettled = !this.linked;
  }

  /**
   * Links one document with what there is: a question about it does not wait for a folder that is still being read. True when nothing else is left
   * to be linked.
   */
  private settleFirst(id: string): boolean {
    this.heed();
    const waiting = Math.max(this.figures.waiting, this.quotations.waiting);
    if (waiting <= AT_ONCE && this.settleSome(AT_ONCE)) return true;
    this.figures.settleFirst(id);
    this.quotations.settleFirst(id);
    return false;
  }

  /** Outdates the findings that depend on what was replaced since the last time, and no others. */
  private settle(): void {
    this.heed();
    if (!this.unsettled) return;
    for (const id of this.reached()) {
      this.foundFigures.delete(id);
      this.unmake(id);
    }
    for (const id of this.people.takeAffected()) {
      this.foundNames.delete(id);
      this.unmake(id);
    }
    for (const part of [this.quotations, this.checks]) for (const id of part.takeAffected()) this.unmake(id);
    this.ofGroup = new WeakMap();
    // Where a place that they show has moved, they are made again.
    for (const id of this.moved) for (const showing of this.shownIn.get(id) ?? []) this.outdate(showing);
    for (const id of this.moved) this.shownIn.delete(id);
    this.moved.clear();
    // What no source supports depends on every source, and so do the names of a draft.
    for (const id of this.drafts) {
      this.foundNames.delete(id);
      this.unmake(id);
    }
    this.unsettled = false;
  }

  /** The documents whose figures' findings may be others. */
  private reached(): Iterable<string> {
    const isFound = this.found.size + this.foundFigures.size > 0;
    if (isFound || [...this.byId.keys()].some((id) => !this.changed.has(id)))
      return this.groups.reach(this.figures.takeAffected(), this.moved);
    // Nothing was found yet: a folder that was just read needs not be told which of it changed.
    this.figures.forgetAffected();
    this.groups.forget();
    return [];
  }

  private outdate(id: string): void {
    this.foundFigures.delete(id);
    this.foundNames.delete(id);
    this.unmake(id);
    // It, or a place that it shows, reads otherwise now.
    this.former.delete(id);
  }

  /** Puts the findings of a document together anew, of those of its figures and of its names where these still hold. */
  private unmake(id: string): void {
    this.asked = null;
    const found = this.found.get(id);
    if (found && found.length > 0) this.former.set(id, found);
    this.found.delete(id);
    this.changed.add(id);
    this.unsettled = true;
  }

  /** For workspace symbols: people, organizations and places by canonical name. */
  entities(): EntityInFolder[] {
    return this.people.groups().map(({ name, type, members }) => ({
      name,
      type,
      statements: this.inOrder(members.flatMap(({ document, entity }) => this.mentionsOf(document, entity))),
    }));
  }

  private findingsIn(group: FigureGroup): readonly Finding[] {
    let findings = this.ofGroup.get(group);
    if (!findings) this.ofGroup.set(group, (findings = groupFindings(this.figures, group)));
    return findings;
  }

  private factOf(document: SourceDocument, { among, mention }: MentionAt): FactAt {
    if (among === 'figures') return this.figureAt(document, mention);
    return among === 'names' ? this.nameAt(document, mention) : this.quoteAt(document, mention);
  }

  private figureAt(document: SourceDocument, mention: number): FactAt {
    const { date, ...span } = this.placesIn(document.id).figures[mention]!;
    const kind = date ? 'date' : 'figure';
    const ref = this.figures.claimOf(document.id, mention);
    if (!ref) return { kind, span, mention, label: '', statements: [alone(document.id, span)] };
    const statements = statementsOf(this.figures, ref);
    return { kind, span, mention, label: statements.length > 1 ? factLabel(this.figures, ref) : '', statements };
  }

  private nameAt(document: SourceDocument, mention: number): FactAt {
    const { start, end, entity } = this.placesIn(document.id).names[mention]!;
    const naming = this.people.naming(document.id, entity, this.ranked());
    const { name = '', statements = [] } = naming ?? {};
    return { kind: 'entity', span: { start, end }, mention, label: name, statements };
  }

  private quoteAt(document: SourceDocument, mention: number): FactAt {
    const span = this.placesIn(document.id).quotes[mention]!;
    const related = this.quotations
      .related(document.id, mention)
      .map(({ document: other, start, end, judgement }) => ({ document: other, start, end, judgement }));
    const statements = this.inOrder([alone(document.id, span), ...related]);
    return {
      kind: 'quote',
      span,
      mention,
      label: related.length > 0 ? this.quotations.speakerOf(document.id, mention) : '',
      statements,
    };
  }

  private mentionsOf(id: string, entity: number): Statement[] {
    return this.people.mentionsOf(id, entity).map(({ start, end }) => ({ document: id, start, end }));
  }

  private inOrder<T extends Statement>(statements: readonly T[]): T[] {
    const ranks = this.ranked();
    return inDocumentOrder(statements, (id) => ranks.get(id) ?? -1);
  }

  private quoteFacts(): Fact[] {
    return this.quotations.groups().flatMap((group) => {
      const statements = this.inOrder(group);
      // A draft may have misspelled the name.
      const named = statements.filter((s) => s.speaker);
      const speaker = (named.find((s) => !this.drafts.has(s.document)) ?? named[0])?.speaker ?? '';
      return statements.length > 1 ? [factOf('quote', speaker, statements, this.labelOf)] : [];
    });
  }

  private entityFacts(): Fact[] {
    return this.entities().flatMap(({ name, statements }) => {
      const documents = new Set(statements.map((s) => s.document));
      return documents.size > 1 ? [factOf('entity', name, statements, this.labelOf)] : [];
    });
  }
}

/** What is asked of a folder's facts, whoever answers. */
export type FolderFacts = Omit<Pick<FactIndex, keyof FactIndex>, 'showing'>;

const NONE: readonly Finding[] = [];

/** Names that are counted in one step. */
const NAMES_A_STEP = 64;

/** Documents that a question about one has linked before it is answered: what an edit touches, not what a folder holds. */
const AT_ONCE = 32;

function alone(document: string, span: Span): RelatedStatement {
  return { document, start: span.start, end: span.end, judgement: null };
}
