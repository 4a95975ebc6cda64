import { formKey } from '../tag/corrections';
import type { Entity, EntityType } from '../tag/model';
import { fold } from '../tag/names/fold';
import { Lex, lexicon } from '../tag/names/lexicon';
import { personName, type PersonName } from '../tag/names/personName';
import { skeleton } from '../tag/names/spelling';
import { type Alias, type Aliases, noAliases } from './aliases';
import { compareRefs, type EntityRef, refKey, refOf, sorted } from './entityRefs';
import { LikeNamed } from './likeNamed';
import { familyOf, groupForms, type NameForm } from './personCell';
import { type Bearer, spellingFindingsOf } from './nameSpelling';
import { isJoinedOtherwise, isSlipOf, usualSpelling } from './oddSpelling';
import { SpelledNames } from './spelledNames';
import type { Finding, SourceDocument } from './model';

export type { EntityRef };

export interface EntityGroup {
  /** The fullest form in the folder. */
  readonly name: string;
  readonly type: EntityType;
  /** Ascending by document id, then entity. */
  readonly members: readonly EntityRef[];
}

/** Where a document's entity is kept: a cell of people by family name, or a group of other things by name. */
type Address = { readonly cell: string; readonly form: string } | { readonly group: string };

interface Cell {
  readonly forms: Map<string, { readonly name: PersonName; readonly refs: Set<string> }>;
  /** Form -> group, or null where a change has undone it. */
  grouped: Map<string, string> | null;
}

/**
 * Who is who across documents, kept by keys: people by the consonants of their family name, everything else by its folded, listed name.
 * Replacing a document undoes only the cells that its people are in; what it answers is what a rebuild would answer.
 */
export class EntityIndex {
  private readonly documents = new Map<
    string,
    { readonly document: SourceDocument; readonly addresses: readonly Address[]; readonly keys: readonly string[] }
  >();
  private readonly cells = new Map<string, Cell>();
  private readonly others = new Map<string, Set<string>>();
  private readonly likeNamed = new LikeNamed();
  private readonly spelled = new SpelledNames();
  private aliases: Aliases = noAliases;
  /** Findings that hold until an entity that they may depend on changes; drafts depend on every wording of the sources and are not kept. */
  private readonly kept = new Map<string, readonly Finding[]>();
  /** Document -> those whose kept findings show a place in it. */
  private readonly shownIn = new Map<string, Set<string>>();
  private affected = new Set<string>();
  /** Alias id -> the entities that go by one of its names. Empty while nobody has said anything. */
  private readonly aliased = new Map<string, Set<string>>();

  /** From now on the names that the user said are one's are one's, whatever their letters say. */
  setAliases(aliases: Aliases): void {
    this.aliases = aliases;
    for (const id of this.documents.keys()) this.forget(id);
    this.aliased.clear();
    for (const { document } of this.documents.values()) this.noteAliases(document);
  }

  replace(document: SourceDocument): void {
    const before = this.documents.get(document.id)?.document;
    const same = before !== undefined && sameNames(before, document);
    if (before && !same) this.forgetLike(before);
    this.withdraw(document.id);
    const addresses = document.tagged.entities.map((entity) => addressOf(entity));
    const keys = document.tagged.entities.map(({ name }) => thingKey(fold(name)));
    this.documents.set(document.id, { document, addresses: addresses.map((a) => a.address), keys });
    keys.forEach((key, entity) => {
      this.likeNamed.add(key, { document: document.id, entity }, document.tagged.entities[entity]!);
    });
    addresses.forEach(({ address, name }, entity) => {
      const ref = refKey(document.id, entity);
      this.spelled.add(plainName(document.tagged.entities[entity]!), ref);
      if ('group' in address) {
        const held = this.others.get(address.group);
        if (held) held.add(ref);
        else this.others.set(address.group, new Set([ref]));
        return;
      }
      let cell = this.cells.get(address.cell);
      if (!cell) this.cells.set(address.cell, (cell = { forms: new Map(), grouped: null }));
      cell.grouped = null;
      const held = cell.forms.get(address.form);
      if (held) held.refs.add(ref);
      else cell.forms.set(address.form, { name: name!, refs: new Set([ref]) });
    });
    this.noteAliases(document);
    if (!same) this.forgetLike(document);
    this.forgetShowing(document.id);
  }

  remove(id: string): void {
    const entry = this.documents.get(id);
    if (!entry) return;
    this.forgetLike(entry.document);
    this.forgetShowing(id);
    this.withdraw(id);
  }

  /** The documents whose findings may be others than when this was last asked. */
  takeAffected(): Set<string> {
    const { affected } = this;
    this.affected = new Set();
    return affected;
  }

  private withdraw(id: string): void {
    const entry = this.documents.get(id);
    if (!entry) return;
    this.documents.delete(id);
    entry.keys.forEach((key, entity) => this.likeNamed.remove(key, { document: id, entity }));
    entry.addresses.forEach((address, entity) => {
      const ref = refKey(id, entity);
      this.spelled.remove(plainName(entry.document.tagged.entities[entity]!), ref);
      const alias = this.aliasOf(entry.document, entity);
      if (alias) {
        const held = this.aliased.get(alias.id)!;
        held.delete(ref);
        if (held.size === 0) this.aliased.delete(alias.id);
      }
      if ('group' in address) {
        const held = this.others.get(address.group)!;
        held.delete(ref);
        if (held.size === 0) this.others.delete(address.group);
        return;
      }
      const cell = this.cells.get(address.cell)!;
      cell.grouped = null;
      const form = cell.forms.get(address.form)!;
      form.refs.delete(ref);
      if (form.refs.size === 0) cell.forms.delete(address.form);
      if (cell.forms.size === 0) this.cells.delete(address.cell);
    });
  }

  /** All documents' entities that are the same one, itself included, ascending; only itself where nothing else is known to be. */
  members(document: string, entity: number): EntityRef[] {
    const known = this.sameByName(document, entity);
    if (this.aliased.size === 0) return known;
    const refs = new Map(known.map((ref) => [refKey(ref.document, ref.entity), ref]));
    const joined = new Set<string>();
    // Grows while it is gone through: who is joined may bring others along.
    for (const ref of refs.values()) {
      const alias = this.aliasOf(this.documents.get(ref.document)!.document, ref.entity);
      if (!alias || joined.has(alias.id)) continue;
      joined.add(alias.id);
      for (const other of sorted(this.aliased.get(alias.id)!)) {
        if (refs.has(refKey(other.document, other.entity))) continue;
        for (const same of this.sameByName(other.document, other.entity)) {
          refs.set(refKey(same.document, same.entity), same);
        }
      }
    }
    return joined.size === 0 ? known : [...refs.values()].sort(compareRefs);
  }

  /**
   * Other people, organizations or places who might be this one, by a part of the name or its spelling: a few of the folder, ascending
   * by name. What the lists and the letters decide is not among them.
   */
  likelySame(document: string, entity: number): EntityGroup[] {
    const entry = this.documents.get(document);
    const asked = entry?.document.tagged.entities[entity];
    if (!entry || !asked) return [];
    const own = new Set(this.members(document, entity).map((ref) => refKey(ref.document, ref.entity)));
    const likely: EntityRef[] = [];
    const address = entry.addresses[entity]!;
    if ('cell' in address) {
      for (const { refs } of this.cells.get(address.cell)!.forms.values()) {
        if (likely.length >= MOST_LOOKED_AT) break;
        for (const ref of refs) {
          likely.push(refOf(ref));
          break;
        }
      }
    }
    const words = new Set(tellingWords(asked.name));
    const { entities } = entry.document.tagged;
    for (let e = 0; e < entities.length && likely.length < 2 * MOST_LOOKED_AT; e++) {
      if (tellingWords(entities[e]!.name).some((word) => words.has(word))) likely.push({ document, entity: e });
    }
    const out: EntityGroup[] = [];
    for (const ref of likely) {
      if (own.has(refKey(ref.document, ref.entity))) continue;
      const group = this.group(this.members(ref.document, ref.entity));
      for (const member of group.members) own.add(refKey(member.document, member.entity));
      out.push(group);
    }
    return out.sort(compareGroups);
  }

  /** What an entity is called in the folder. */
  groupOf(document: string, entity: number): EntityGroup | null {
    const members = this.members(document, entity);
    return members.length > 0 ? this.group(members) : null;
  }

  private noteAliases(document: SourceDocument): void {
    if (this.aliases.size === 0) return;
    document.tagged.entities.forEach((_, entity) => {
      const alias = this.aliasOf(document, entity);
      if (!alias) return;
      const held = this.aliased.get(alias.id);
      if (held) held.add(refKey(document.id, entity));
      else this.aliased.set(alias.id, new Set([refKey(document.id, entity)]));
    });
  }

  /** By the entity's own name: a surname among its other forms is not only this one's. */
  private aliasOf({ tagged }: SourceDocument, entity: number): Alias | undefined {
    return this.aliases.size === 0 ? undefined : this.aliases.get(formKey(tagged.entities[entity]!.name));
  }

  private sameByName(document: string, entity: number): EntityRef[] {
    const key = this.documents.get(document)?.keys[entity];
    const known = key === undefined ? null : this.likeNamed.knownAs(key, { document, entity });
    return this.settled(known ? this.sameAsRead(known.document, known.entity) : this.sameAsRead(document, entity));
  }

  /** A group by name, without those whom the folder knows as something else, and with those who were guessed to be something else. */
  private settled(group: EntityRef[]): EntityRef[] {
    const keyOf = ({ document, entity }: EntityRef): string => this.documents.get(document)!.keys[entity]!;
    const staying = group.filter((ref) => this.likeNamed.knownAs(keyOf(ref), ref) === null);
    const joining = [...new Set(staying.map(keyOf))].flatMap((key) => this.likeNamed.guessedWith(key, staying));
    return joining.length === 0 ? staying : [...staying, ...joining].sort(compareRefs);
  }

  private sameAsRead(document: string, entity: number): EntityRef[] {
    const address = this.documents.get(document)?.addresses[entity];
    if (!address) return [];
    if ('group' in address) return sorted(this.others.get(address.group)!);
    const cell = this.cells.get(address.cell)!;
    const group = this.grouped(cell).get(address.form);
    if (group === undefined) return [{ document, entity }];
    const refs: string[] = [];
    for (const [form, { refs: held }] of cell.forms) if (cell.grouped!.get(form) === group) refs.push(...held);
    return sorted(refs);
  }

  /** Every entity of the folder once, ascending by name. */
  groups(): EntityGroup[] {
    const out: EntityGroup[] = [];
    const add = (refs: Iterable<string>): void => {
      const members = this.settled(sorted(refs));
      if (members.length > 0) out.push(this.group(members));
    };
    for (const refs of this.others.values()) add(refs);
    for (const cell of this.cells.values()) {
      const byGroup = new Map<string, string[]>();
      const grouped = this.grouped(cell);
      for (const [form, { refs }] of cell.forms) {
        const group = grouped.get(form);
        if (group === undefined) {
          // A family name that several people have: whom it means is open, so each document's bearer stands alone.
          for (const ref of refs) add([ref]);
          continue;
        }
        const held = byGroup.get(group);
        if (held) held.push(...refs);
        else byGroup.set(group, [...refs]);
      }
      for (const refs of byGroup.values()) add(refs);
    }
    return this.joinedByAlias(out).sort(compareGroups);
  }

  /** Names whose spelling differs: within this document, between it and the others where it is a draft, or from what many others have. */
  findingsOf(id: string): readonly Finding[] {
    const known = this.kept.get(id);
    if (known) return known;
    const entry = this.documents.get(id);
    if (!entry) return [];
    const findings = spellingFindingsOf(
      entry.document,
      (entity) => this.bearers(this.members(id, entity)),
      (entity) => this.usuallySpelled(id, entity),
    );
    if (entry.document.draft) return findings;
    this.kept.set(id, findings);
    for (const { document } of findings.flatMap(({ related }) => related)) {
      const held = this.shownIn.get(document);
      if (held) held.add(id);
      else this.shownIn.set(document, new Set([id]));
    }
    return findings;
  }

  private forget(id: string): void {
    this.kept.delete(id);
    this.affected.add(id);
  }

  private forgetShowing(id: string): void {
    this.forget(id);
    for (const showing of this.shownIn.get(id) ?? []) this.forget(showing);
    this.shownIn.delete(id);
  }

  /** Forgets what may depend on who is named in a document: the findings of all that name anybody of a like name. */
  private forgetLike(document: SourceDocument): void {
    if (this.kept.size === 0) return;
    if (this.aliases.size > 0) return [...this.kept.keys()].forEach((id) => this.forget(id));
    document.tagged.entities.forEach((entity) => {
      const plain = plainName(entity);
      for (const name of [plain, ...this.spelled.alike(plain)]) this.forgetBearers(this.spelled.bearersOf(name));
      this.forgetAddress(addressOf(entity).address);
      for (const ref of this.likeNamed.bearersOf(thingKey(fold(entity.name)))) {
        const other = this.documents.get(ref.document)?.addresses[ref.entity];
        if (other) this.forgetAddress(other);
      }
    });
  }

  private forgetAddress(address: Address): void {
    if ('group' in address) return this.forgetBearers(this.others.get(address.group) ?? []);
    for (const { refs } of this.cells.get(address.cell)?.forms.values() ?? []) this.forgetBearers(refs);
  }

  private forgetBearers(refs: Iterable<string>): void {
    for (const ref of refs) this.forget(refOf(ref).document);
  }

  /** Those who bear this name in another spelling, where many documents have that one and this document alone has its own. */
  private usuallySpelled(id: string, entity: number): Bearer[] {
    const { document, addresses } = this.documents.get(id)!;
    const written = plainName(document.tagged.entities[entity]!);
    const alone = this.spelled.bearersOf(written).size === 1;
    for (const other of alone ? this.spelled.usualAlike(written) : []) {
      // People's names are parted and joined by custom: Ki-moon, Ki Moon, Kimoon.
      const joined = document.tagged.entities[entity]!.type !== 'person' && isJoinedOtherwise(written, other);
      if (joined || isSlipOf(written, other)) return this.bearers(sorted(this.spelled.bearersOf(other)));
    }
    const address = addresses[entity]!;
    if ('group' in address) return [];
    const cell = this.cells.get(address.cell)!;
    const group = this.grouped(cell).get(address.form);
    // To gather the documents of all forms is work: a form that two documents have is not odd.
    if (group === undefined || cell.forms.get(address.form)!.refs.size > 1) return [];
    const forms = [...cell.forms].flatMap(([form, { name, refs }]) =>
      cell.grouped!.get(form) === group
        ? [{ name, refs, documents: new Set(Array.from(refs, (ref) => refOf(ref).document)) }]
        : [],
    );
    const usual = usualSpelling(cell.forms.get(address.form)!.name, forms);
    return this.bearers(sorted(usual.flatMap(({ refs }) => [...refs])));
  }

  private bearers(refs: readonly EntityRef[]): Bearer[] {
    return refs.flatMap(({ document, entity }) => {
      const held = this.documents.get(document);
      return held ? [{ document: held.document, entity }] : [];
    });
  }

  private joinedByAlias(groups: EntityGroup[]): EntityGroup[] {
    if (this.aliased.size === 0) return groups;
    const done = new Set<string>();
    const out: EntityGroup[] = [];
    for (const group of groups) {
      const isAliased = ({ document, entity }: EntityRef): boolean =>
        this.aliasOf(this.documents.get(document)!.document, entity) !== undefined;
      if (!group.members.some(isAliased)) {
        out.push(group);
        continue;
      }
      const { document, entity } = group.members[0]!;
      if (done.has(refKey(document, entity))) continue;
      const members = this.members(document, entity);
      for (const ref of members) done.add(refKey(ref.document, ref.entity));
      out.push(this.group(members));
    }
    return out;
  }

  private grouped(cell: Cell): Map<string, string> {
    if (cell.grouped) return cell.grouped;
    const forms: NameForm[] = [...cell.forms].map(([key, { name }]) => ({ key, name }));
    return (cell.grouped = groupForms(forms));
  }

  private group(members: EntityRef[]): EntityGroup {
    let name = '';
    let type: EntityType = 'other';
    let said: Alias | undefined;
    let sure = false;
    for (const { document, entity } of members) {
      const held = this.documents.get(document)!.document;
      const found = held.tagged.entities[entity]!;
      const alias = this.aliasOf(held, entity);
      if (alias && (!said || alias.id < said.id)) said = alias;
      // Where people joined what was read as two kinds of thing, it is what the name that they chose was read as.
      if (said ? type === 'other' || formKey(found.name) === formKey(said.name) : !sure) type = found.type;
      sure ||= !found.tentative;
      if (isFuller(found.name, name)) name = found.name;
    }
    return { name: said?.name ?? name, type, members };
  }
}

/** Do two versions of a document name the same, by the same forms, in the same order? Where they do it does not matter to others. */
function sameNames(a: SourceDocument, b: SourceDocument): boolean {
  const [x, y] = [a.tagged.entities, b.tagged.entities];
  return (
    a.draft === b.draft &&
    a.label === b.label &&
    x.length === y.length &&
    x.every((entity, e) => {
      const other = y[e]!;
      return (
        entity.name === other.name &&
        entity.type === other.type &&
        entity.tentative === other.tentative &&
        entity.aliases.join('\n') === other.aliases.join('\n')
      );
    })
  );
}

const MOST_LOOKED_AT = 12;

/** The words by which a name may be known in part: not the small ones, nor what many names have. */
function tellingWords(name: string): string[] {
  const { flags } = lexicon();
  const common = Lex.Function | Lex.OrgSuffix | Lex.OrgHead | Lex.PlaceHead | Lex.Common | Lex.Given;
  return fold(name)
    .split(/[\s-]+/)
    .filter((word) => word.length > 2 && !((flags.get(word) ?? 0) & common));
}

function compareGroups(a: EntityGroup, b: EntityGroup): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : compareRefs(a.members[0]!, b.members[0]!);
}

function isFuller(a: string, b: string): boolean {
  if (b === '') return true;
  const shouting = (s: string): boolean => s.length > 5 && s === s.toUpperCase();
  if (shouting(a) !== shouting(b)) return shouting(b);
  const words = a.split(' ').length - b.split(' ').length;
  return words > 0 || (words === 0 && (a.length > b.length || (a.length === b.length && a < b)));
}

function addressOf(entity: Entity): { address: Address; name: PersonName | null } {
  const folded = fold(entity.name);
  if (entity.type === 'person') {
    const name = personName(folded.split(/[\s-]+/));
    if (name) return { address: { cell: skeleton(familyOf(name)), form: name.parts.join(' ') }, name };
  }
  return { address: { group: `${entity.type} ${thingKey(folded)}` }, name: null };
}

/** The words of a name, folded. */
function plainName({ name }: Entity): string {
  return fold(name).replace(/[\s-]+/g, ' ');
}

/** “The Acme Corp.” and “Acme”, “U.S.” and “United States” are one thing. */
function thingKey(folded: string): string {
  const { canonical, flags } = lexicon();
  const whole = canonical.get(folded) ?? canonical.get(folded.replaceAll('.', ''));
  if (whole !== undefined) return whole;
  const words = folded
    .replaceAll('.', '')
    .split(/[\s,-]+/)
    .filter((w) => w !== '');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && (flags.get(words[words.length - 1]!) ?? 0) & Lex.OrgSuffix) words.pop();
  const key = words.join(' ');
  return canonical.get(key) ?? key;
}
