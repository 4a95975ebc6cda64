import type { Entity } from '../tag/model';
import type { Span } from '../text/span';
import type { Aliases } from './aliases';
import { type EntityFacts, entityFactsOf } from './entityFacts';
import { compareRefs, type EntityRef } from './entityRefs';
import { FolderEntities } from './folderEntities';
import type { FolderName } from './folderName';
import { type Intern, interner } from './intern';
import type { Finding, SourceDocument } from './model';
import { type Naming, Namings } from './namings';
import { tellingWords } from './nameForms';
import { type Bearer, isSpelledTwoWays, spellingFindingsOf } from './nameSpelling';
import { wholeOf } from './sectionIds';
import { isJoinedOtherwise, isSlipOf, usualSpelling } from './oddSpelling';
import { signatureOf } from './packedEntities';
import { type EntityGroup, WhoIsWho } from './whoIsWho';

/** An entity as its document has it: see `Entity`. */
export type Named = Pick<Entity, 'name' | 'type' | 'role'>;

/**
 * Who is who across documents, and whose name is spelled in two ways. Replacing a document touches the names that come or go with it, and
 * what it answers is what a rebuild would answer.
 */
export class EntityIndex {
  private readonly entities: FolderEntities;
  private readonly who: WhoIsWho;
  /** The sources whose findings were asked for and may still hold. What is found in drafts depends on every wording of the sources. */
  private readonly asked = new Set<string>();
  private affected = new Set<string>();
  private readonly namings: Namings;
  /** Names of which it is known that nobody usually spells them otherwise. */
  private readonly undisputed = new Set<FolderName>();
  /** See `twofoldIn`; by document, as long as it stays as it is. */
  private readonly twofold = new Map<string, ReadonlySet<number>>();

  constructor(intern: Intern = interner()) {
    this.entities = new FolderEntities(intern);
    this.who = new WhoIsWho(this.entities);
    this.namings = new Namings(this.entities, this.who);
  }

  /** From now on the names that the user said are one's are one's, whatever their letters say. */
  setAliases(aliases: Aliases): void {
    this.who.setAliases(aliases);
    this.namings.forget();
    this.forgetAll();
  }

  replace(document: SourceDocument, facts: readonly EntityFacts[] = entityFactsOf(document.tagged)): void {
    this.namings.forget();
    this.twofold.delete(document.id);
    const { id, draft, label } = document;
    if (this.asked.size === 0) {
      // Nobody has findings that depend on who has which name.
      this.undisputed.clear();
      this.entities.put(document, facts);
      return this.forget(id);
    }
    const before = this.entities.get(id);
    const known = before?.document.draft === draft && before.document.label === label ? this.signaturesIn(id) : [];
    const signatures = facts.map(signatureOf);
    this.forgetLike(before?.names.filter(isOdd(known, signatures)) ?? []);
    const { names } = this.entities.put(document, facts);
    this.forgetLike(names.filter(isOdd(signatures, known)));
    this.forget(id);
  }

  remove(id: string): void {
    this.namings.forget();
    this.twofold.delete(id);
    this.forgetLike(this.entities.get(id)?.names ?? []);
    this.entities.remove(id);
    this.forget(id);
  }

  /**
   * The documents whose findings may be others than when this was last asked. What shows a place in another document that was replaced is
   * for the asker to know.
   */
  takeAffected(): Set<string> {
    const { affected } = this;
    this.affected = new Set();
    return affected;
  }

  /** From now on all is as if the findings of all documents had been asked for. */
  restoreFound(): void {
    for (const { id, draft } of this.entities.all()) if (!draft) this.asked.add(id);
    this.affected.clear();
  }

  /** Where a document mentions one of its entities, ascending. */
  mentionsOf(document: string, entity: number): readonly Span[] {
    const number = this.entities.numberOf(document, entity);
    const out: Span[] = [];
    if (number >= 0) this.entities.eachMention(number, (start, end) => out.push({ start, end }));
    return out;
  }

  /** What a document says of one of its entities; null for none. */
  named(document: string, entity: number): Named | null {
    const number = this.entities.numberOf(document, entity);
    if (number < 0) return null;
    const { name, type } = this.entities.nameOf(number);
    return { name, type, role: this.entities.roleOf(number) };
  }

  /** All documents' entities that are the same one, itself included, ascending; only itself where nothing else is known to be. */
  members(document: string, entity: number): EntityRef[] {
    return this.who.same(this.entities.numberOf(document, entity)).map((number) => this.entities.refOf(number));
  }

  /** What an entity is called in the folder. */
  groupOf(document: string, entity: number): EntityGroup | null {
    const members = this.who.same(this.entities.numberOf(document, entity));
    return members.length > 0 ? this.who.group(members) : null;
  }

  /** The same entity with every mention of it; null for none. `ranks`: see `Namings`. */
  naming(document: string, entity: number, ranks: ReadonlyMap<string, number>): Naming | null {
    const number = this.entities.numberOf(document, entity);
    return number < 0 ? null : this.namings.of(number, ranks);
  }

  /** Every entity of the folder once, ascending by name. */
  groups(): EntityGroup[] {
    return this.who.groups().sort(compareGroups);
  }

  /** The documents of every entity of the folder, one after the other, ascending; once for each of its names there. */
  *walkDocuments(): Generator<readonly string[]> {
    for (const members of this.who.walk()) yield members.map((number) => this.entities.documentOf(number));
  }

  /**
   * Other people, organizations or places who might be this one, by a part of the name or its spelling: a few of the folder, ascending
   * by name. What the lists and the letters decide is not among them.
   */
  likelySame(document: string, entity: number): EntityGroup[] {
    const asked = this.entities.get(document)?.names[entity];
    if (!asked) return [];
    const { names } = this.entities;
    const own = new Set(this.who.same(this.entities.numberOf(document, entity)));
    const byForm = new Map<string, number>();
    for (const name of asked.person ? names.inCell(asked.person.cell) : []) {
      const { form } = name.person!;
      if (!byForm.has(form)) byForm.set(form, names.bearersOf(name)[0]!);
    }
    const likely = [...byForm.values()].slice(0, MOST_LOOKED_AT);
    const words = new Set(tellingWords(asked.name));
    for (const number of this.entities.numbersIn(document)) {
      if (likely.length >= 2 * MOST_LOOKED_AT) break;
      if (tellingWords(this.entities.nameOf(number).name).some((word) => words.has(word))) likely.push(number);
    }
    const out: EntityGroup[] = [];
    for (const number of likely) {
      if (own.has(number)) continue;
      const members = this.who.same(number);
      for (const member of members) own.add(member);
      out.push(this.who.group(members));
    }
    return out.sort(compareGroups);
  }

  /** Names whose spelling differs: within this document, between it and the others where it is a draft, or from what many others have. */
  findingsOf(id: string): Finding[] {
    const found = this.entities.get(id);
    if (!found) return [];
    const { draft } = found.document;
    if (!draft) this.asked.add(id);
    const numbers = this.entities.numbersIn(id);
    // A draft's names are held against everybody's. Of the others most have nothing to be looked at.
    const twofold = draft ? null : this.twofoldIn(id, numbers);
    const usual = numbers.map((number) => (draft ? NOBODY : this.usuallySpelled(this.entities.nameOf(number))));
    const inQuestion = numbers.filter((_, entity) => !twofold || twofold.has(entity) || usual[entity]!.length > 0);
    return spellingFindingsOf(
      this.bearers(inQuestion),
      ({ number }) => this.bearers(this.who.same(number)),
      ({ number }) => this.bearers(usual[number - numbers[0]!]!),
    );
  }

  /** The entities of a document that are spelled in two ways in it, by index. */
  private twofoldIn(id: string, numbers: readonly number[]): ReadonlySet<number> {
    let known = this.twofold.get(id);
    if (!known) {
      const suspect = [...numbers.keys()].filter((entity) => this.entities.hasOtherForms(numbers[entity]!));
      const found = suspect.filter((entity) => isSpelledTwoWays(this.entities.bearer(numbers[entity]!)));
      this.twofold.set(id, (known = found.length > 0 ? new Set(found) : NONE));
    }
    return known;
  }

  /** Those who bear this name in another spelling, where many documents have that one and a single document has its own; ascending. */
  private usuallySpelled(name: FolderName): readonly number[] {
    if (this.undisputed.has(name)) return NOBODY;
    const found = this.lookForUsual(name);
    if (found.length === 0) this.undisputed.add(name);
    return found;
  }

  private lookForUsual(name: FolderName): readonly number[] {
    const { names } = this.entities;
    const { plain, person, type } = name;
    for (const other of names.spelled.count(plain) === 1 ? names.spelled.usualAlike(plain) : []) {
      // People's names are parted and joined by custom: Ki-moon, Ki Moon, Kimoon.
      const joined = type !== 'person' && isJoinedOtherwise(plain, other);
      if (joined || isSlipOf(plain, other)) return this.sortedBearers(names.written(other));
    }
    // To gather the documents of all forms is work: a form that two documents have is not odd.
    if (!person || names.bearersOfForm(name) > 1) return NOBODY;
    const forms = new Map<string, FolderName[]>();
    for (const each of names.readAsOne(name) ?? []) {
      const { form } = each.person!;
      forms.set(form, [...(forms.get(form) ?? []), each]);
    }
    if (forms.size < 2) return NOBODY;
    const written = Array.from(forms.values(), (named) => ({
      name: named[0]!.person!.parts,
      named,
      documents: new Set(this.entities.bearersOf(named).map((number) => wholeOf(this.entities.documentOf(number)))),
    }));
    return this.sortedBearers(usualSpelling(person.parts, written).flatMap(({ named }) => named));
  }

  private sortedBearers(names: readonly FolderName[]): number[] {
    return this.entities.sorted(this.entities.bearersOf(names));
  }

  private bearers(numbers: readonly number[]): Bearer[] {
    return numbers.map((number) => this.entities.bearer(number));
  }

  private signaturesIn(id: string): string[] {
    return this.entities.numbersIn(id).map((number) => signatureOf(this.entities.bearer(number).entity));
  }

  /** Notes what may depend on who has these names: the findings of all that name anybody of a like name. */
  private forgetLike(gone: readonly FolderName[]): void {
    // Whoever else comes or goes may be the first, or the last, to be like it.
    if (this.asked.size === 0 || this.who.hasAliases) this.undisputed.clear();
    if (this.asked.size === 0 || gone.length === 0) return;
    if (this.who.hasAliases) {
      this.forgetAll();
      return;
    }
    const { names } = this.entities;
    const near = new Set<FolderName>();
    const reach = (found: readonly FolderName[]): void => found.forEach((name) => near.add(name));
    for (const name of new Set(gone)) {
      reach(names.written(name.plain));
      for (const plain of names.spelled.alike(name.plain)) reach(names.written(plain));
      for (const alike of name.key.includes(' ') ? names.alike(name) : [name]) {
        // Whoever may be read as one with it, when other names come or go.
        if (alike.person) reach(names.inCell(alike.person.cell));
        else reach(names.readAsOne(alike) ?? []);
      }
    }
    for (const name of near) {
      this.undisputed.delete(name);
      for (const bearer of names.bearersOf(name)) this.forget(this.entities.documentOf(bearer));
    }
  }

  private forgetAll(): void {
    for (const id of this.asked) this.forget(id);
  }

  private forget(id: string): void {
    this.asked.delete(id);
    this.affected.add(id);
  }
}

const MOST_LOOKED_AT = 12;
const NOBODY: readonly number[] = [];
const NONE: ReadonlySet<number> = new Set();

/** Which of the first list are not in the second as often, by their places. */
function isOdd(own: readonly string[], others: readonly string[]): (_: unknown, index: number) => boolean {
  const counts = new Map<string, number>();
  for (const each of own) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of others) counts.set(each, (counts.get(each) ?? 0) - 1);
  return (_, index) => counts.get(own[index]!) !== 0;
}

function compareGroups(a: EntityGroup, b: EntityGroup): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : compareRefs(a.members[0]!, b.members[0]!);
}
