import { formKey } from '../tag/corrections';
import type { EntityType } from '../tag/model';
import { type Alias, type Aliases, noAliases } from './aliases';
import type { EntityRef } from './entityRefs';
import type { FolderEntities } from './folderEntities';
import type { FolderName } from './folderName';
import { isGuessedOtherwise, sureOnes } from './likeNamed';
import { isFuller } from './nameForms';

export interface EntityGroup {
  /** The fullest form in the folder. */
  readonly name: string;
  readonly type: EntityType;
  /** Ascending by document id, then entity. */
  readonly members: readonly EntityRef[];
}

/** Entities, by their numbers, that have one name: all of them, or one that stands alone. */
export interface Share {
  readonly name: FolderName;
  readonly bearers: readonly number[];
}

/** Which entities of a folder are one: by their names, and by what people said. */
export class WhoIsWho {
  private aliases: Aliases = noAliases;
  /** Alias id -> the names that go by it. Empty while nobody has said anything. */
  private readonly aliased = new Map<string, Set<FolderName>>();

  constructor(private readonly entities: FolderEntities) {
    entities.names.watch(
      (name) => this.noteAlias(name),
      (name) => this.dropAlias(name),
    );
  }

  /** Does it matter what names people said are one's? */
  get hasAliases(): boolean {
    return this.aliases.size > 0;
  }

  setAliases(aliases: Aliases): void {
    this.aliases = aliases;
    this.aliased.clear();
    for (const name of this.entities.names.all()) this.noteAlias(name);
  }

  /** All entities that are the same one, itself included, ascending; only itself where nothing else is known to be. None for -1. */
  same(number: number): number[] {
    if (number < 0) return [];
    const known = this.sameByName(number);
    if (this.aliased.size === 0) return known;
    const all = new Set(known);
    const seen = new Set<FolderName>();
    const joined = new Set<string>();
    // Grows while it is gone through: who is joined may bring others along.
    for (const each of all) {
      const name = this.entities.nameOf(each);
      const alias = seen.has(name) ? undefined : this.aliasOf(name);
      seen.add(name);
      if (!alias || joined.has(alias.id)) continue;
      joined.add(alias.id);
      for (const other of this.entities.bearersOf(this.aliased.get(alias.id)!)) {
        if (!all.has(other)) for (const one of this.sameByName(other)) all.add(one);
      }
    }
    return joined.size === 0 ? known : this.entities.sorted(all);
  }

  /** Is it the same for all who bear the entity's name who is the same? Not where a family name leaves that open. */
  goesByName(number: number): boolean {
    const name = this.entities.nameOf(number);
    const { names } = this.entities;
    return names.readAsOne(name) !== null || isGuessedOtherwise(name, sureOnes(names.alike(name)));
  }

  /** What entities that are one are called. */
  group(members: readonly number[]): EntityGroup {
    return { ...this.called(members), members: members.map((number) => this.entities.refOf(number)) };
  }

  /** The same without its members. */
  called(members: readonly number[]): Pick<EntityGroup, 'name' | 'type'> {
    let name = '';
    let type: EntityType = 'other';
    let said: Alias | undefined;
    let sure = false;
    let last: FolderName | null = null;
    for (const member of members) {
      const found = this.entities.nameOf(member);
      // Most are called the same one after the other.
      if (found === last) continue;
      last = found;
      const alias = this.aliasOf(found);
      if (alias && (!said || alias.id < said.id)) said = alias;
      // Where people joined what was read as two kinds of thing, it is what the name that they chose was read as.
      if (said ? type === 'other' || formKey(found.name) === formKey(said.name) : !sure) type = found.type;
      sure ||= !found.tentative;
      if (isFuller(found.name, name)) name = found.name;
    }
    return { name: said?.name ?? name, type };
  }

  /** Every entity of the folder once. */
  groups(): EntityGroup[] {
    return Array.from(this.walk(), (members) => this.group(members));
  }

  /** The members of every entity of the folder, as `same` has them, one after the other. */
  *walk(): Generator<readonly number[]> {
    const { names } = this.entities;
    const done = new Set<FolderName>();
    const joined = new Set<number>();
    for (const name of names.all()) {
      if (done.has(name)) continue;
      const read = names.readAsOne(name);
      for (const each of read ?? [name]) done.add(each);
      // Whom a family name means that several people have is open, so each document's bearer stands alone.
      const apart = read
        ? [read.map((each) => this.shareOf(each))]
        : names.bearersOf(name).map((bearer) => [{ name, bearers: [bearer] }]);
      for (const shares of apart) {
        const members = this.sorted(this.settled(shares));
        if (members.length === 0 || joined.has(members[0]!)) continue;
        const isAliased = this.aliased.size > 0 && members.some((number) => this.aliasOf(this.entities.nameOf(number)));
        const same = isAliased ? this.same(members[0]!) : members;
        if (isAliased) for (const number of same) joined.add(number);
        yield same;
      }
    }
  }

  /** The same as `same` has, by their names, in no order. For folders without aliases. */
  shares(number: number): readonly Share[] {
    const { names } = this.entities;
    const asked = this.entities.nameOf(number);
    const sure = sureOnes(names.alike(asked));
    const known = isGuessedOtherwise(asked, sure) ? this.entities.first(this.entities.bearersOf(sure)) : number;
    const name = this.entities.nameOf(known);
    const shares = names.readAsOne(name)?.map((each) => this.shareOf(each));
    return this.settled(shares ?? [{ name, bearers: [known] }]);
  }

  private sameByName(number: number): number[] {
    return this.sorted(this.shares(number));
  }

  private sorted(shares: readonly Share[]): number[] {
    return this.entities.sorted(shares.flatMap(({ bearers }) => bearers));
  }

  /** Those read as one, without whom the folder knows as something else, and with those who were guessed to be something else. */
  private settled(shares: readonly Share[]): Share[] {
    const { names } = this.entities;
    const staying = shares.filter(({ name }) => !isGuessedOtherwise(name, sureOnes(names.alike(name))));
    const all = [...staying];
    const keys = new Set<string>();
    for (const { name } of staying) {
      if (keys.has(name.key)) continue;
      keys.add(name.key);
      const alike = names.alike(name);
      const sure = sureOnes(alike);
      const guessed = alike.filter((each) => isGuessedOtherwise(each, sure));
      if (guessed.length === 0) continue;
      const first = this.entities.first(this.entities.bearersOf(sure));
      if (staying.some(({ bearers }) => bearers.includes(first)))
        for (const each of guessed) all.push(this.shareOf(each));
    }
    return all;
  }

  private shareOf(name: FolderName): Share {
    return { name, bearers: this.entities.names.bearersOf(name) };
  }

  private noteAlias(name: FolderName): void {
    const alias = this.aliasOf(name);
    if (!alias) return;
    const held = this.aliased.get(alias.id);
    if (held) held.add(name);
    else this.aliased.set(alias.id, new Set([name]));
  }

  private dropAlias(name: FolderName): void {
    const alias = this.aliasOf(name);
    const held = alias && this.aliased.get(alias.id);
    held?.delete(name);
    if (alias && held?.size === 0) this.aliased.delete(alias.id);
  }

  /** By the entity's own name: a surname among its other forms is not only this one's. */
  private aliasOf({ name }: FolderName): Alias | undefined {
    return this.aliases.size === 0 ? undefined : this.aliases.get(formKey(name));
  }
}
