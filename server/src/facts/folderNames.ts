import { type FolderName, folderNameOf } from './folderName';
import type { EntityFacts } from './entityFacts';
import type { Intern } from './intern';
import { Multimap } from './multimap';
import { groupForms, type NameForm } from './personCell';
import { SpelledNames } from './spelledNames';

/**
 * The names of a folder, and which of them are read as one: people by the consonants of their family name, everything else by its folded,
 * listed name. What is worked out of a name is worked out once, however many documents have it.
 */
export class FolderNames {
  readonly spelled = new SpelledNames();
  private readonly bearers = new Multimap<FolderName, number>();
  private readonly byName = new Multimap<string, FolderName>();
  private readonly byPlain = new Multimap<string, FolderName>();
  private readonly byKey = new Multimap<string, FolderName>();
  private readonly byCell = new Multimap<string, FolderName>();
  /** Cell -> form -> group, as long as no form comes to the cell or leaves it. */
  private readonly grouped = new Map<string, ReadonlyMap<string, string>>();

  private onNew: ((name: FolderName) => void) | null = null;
  private onGone: ((name: FolderName) => void) | null = null;

  constructor(private readonly intern: Intern) {}

  /** Who is told of each name that comes to the folder or leaves it. */
  watch(onNew: (name: FolderName) => void, onGone: (name: FolderName) => void): void {
    this.onNew = onNew;
    this.onGone = onGone;
  }

  add({ name, type, tentative }: EntityFacts, bearer: number): FolderName {
    const held =
      this.byName.get(name).find((each) => each.type === type && each.tentative === (tentative ?? false)) ??
      this.register(folderNameOf(this.intern(name), type, tentative ?? false));
    this.bearers.add(held, bearer);
    this.spelled.add(held.plain);
    return held;
  }

  remove(held: FolderName, bearer: number): void {
    this.bearers.remove(held, bearer);
    this.spelled.remove(held.plain);
    if (this.bearers.count(held) === 0) this.unregister(held);
  }

  /** The numbers of the entities that have a name. */
  bearersOf(name: FolderName): readonly number[] {
    return this.bearers.get(name);
  }

  all(): Iterable<FolderName> {
    return this.bearers.keys();
  }

  /** The names with these folded words. */
  written(plain: string): readonly FolderName[] {
    return this.byPlain.get(plain);
  }

  /** The names of the same key, whatever they were read as; this one among them. */
  alike({ key }: FolderName): readonly FolderName[] {
    return this.byKey.get(key);
  }

  /** The people with a family name of the same consonants. */
  inCell(cell: string): readonly FolderName[] {
    return this.byCell.get(cell);
  }

  /** The names read as one with this, itself among them; null for a bare family name that several people have, so that whom it means is open. */
  readAsOne(name: FolderName): readonly FolderName[] | null {
    const { person, type } = name;
    if (!person) return this.alike(name).filter((each) => each.type === type && !each.person);
    const group = this.groupOf(name);
    if (group === undefined) return null;
    return this.inCell(person.cell).filter((each) => this.groupOf(each) === group);
  }

  /** What the names that are read as one with a person's have in common; undefined where that is open. */
  groupOf({ person }: FolderName): string | undefined {
    if (!person) return undefined;
    let grouped = this.grouped.get(person.cell);
    if (!grouped) {
      const forms = new Map<string, NameForm>();
      for (const each of this.inCell(person.cell)) {
        if (each.person) forms.set(each.person.form, { key: each.person.form, name: each.person.parts });
      }
      grouped = groupForms([...forms.values()]);
      // Most family names are one person's.
      if (forms.size > 1) this.grouped.set(person.cell, grouped);
    }
    return grouped.get(person.form);
  }

  /** How many entities are written with just these parts of a person's name. */
  bearersOfForm({ person }: FolderName): number {
    if (!person) return 0;
    return this.inCell(person.cell).reduce(
      (sum, each) => (each.person!.form === person.form ? sum + this.bearers.count(each) : sum),
      0,
    );
  }

  private register(name: FolderName): FolderName {
    this.byName.add(name.name, name);
    this.byPlain.add(name.plain, name);
    this.byKey.add(name.key, name);
    if (name.person) {
      this.byCell.add(name.person.cell, name);
      this.grouped.delete(name.person.cell);
    }
    this.onNew?.(name);
    return name;
  }

  private unregister(name: FolderName): void {
    this.byName.remove(name.name, name);
    this.byPlain.remove(name.plain, name);
    this.byKey.remove(name.key, name);
    if (name.person) {
      this.byCell.remove(name.person.cell, name);
      this.grouped.delete(name.person.cell);
    }
    this.onGone?.(name);
  }
}
