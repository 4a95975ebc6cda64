import type { Entity, EntityType } from '../tag/model';
import { fold } from '../tag/names/fold';
import { Lex, lexicon } from '../tag/names/lexicon';
import { personName, type PersonName } from '../tag/names/personName';
import { skeleton } from '../tag/names/spelling';
import { familyOf, groupForms, type NameForm } from './personCell';
import { spellingFindingsOf } from './nameSpelling';
import type { Finding, SourceDocument } from './model';

/** An entity of a document. */
export interface EntityRef {
  readonly document: string;
  readonly entity: number;
}

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
    { readonly document: SourceDocument; readonly addresses: readonly Address[] }
  >();
  private readonly cells = new Map<string, Cell>();
  private readonly others = new Map<string, Set<string>>();

  replace(document: SourceDocument): void {
    this.remove(document.id);
    const addresses = document.tagged.entities.map((entity) => addressOf(entity));
    this.documents.set(document.id, { document, addresses: addresses.map((a) => a.address) });
    addresses.forEach(({ address, name }, entity) => {
      const ref = refKey(document.id, entity);
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
  }

  remove(id: string): void {
    const entry = this.documents.get(id);
    if (!entry) return;
    this.documents.delete(id);
    entry.addresses.forEach((address, entity) => {
      const ref = refKey(id, entity);
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
    for (const refs of this.others.values()) out.push(this.group(sorted(refs)));
    for (const cell of this.cells.values()) {
      const byGroup = new Map<string, string[]>();
      const grouped = this.grouped(cell);
      for (const [form, { refs }] of cell.forms) {
        const group = grouped.get(form);
        if (group === undefined) {
          // A family name that several people have: whom it means is open, so each document's bearer stands alone.
          for (const ref of refs) out.push(this.group(sorted([ref])));
          continue;
        }
        const held = byGroup.get(group);
        if (held) held.push(...refs);
        else byGroup.set(group, [...refs]);
      }
      for (const refs of byGroup.values()) out.push(this.group(sorted(refs)));
    }
    return out.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : compareRefs(a.members[0]!, b.members[0]!)));
  }

  /** Names of people whose spelling differs, within this document or, if it or the other is a draft, across documents. */
  findingsOf(id: string): Finding[] {
    const entry = this.documents.get(id);
    if (!entry) return [];
    return spellingFindingsOf(entry.document, (entity) =>
      this.members(id, entity).flatMap((ref) => {
        const other = this.documents.get(ref.document);
        return other ? [{ document: other.document, entity: ref.entity }] : [];
      }),
    );
  }

  private grouped(cell: Cell): Map<string, string> {
    if (cell.grouped) return cell.grouped;
    const forms: NameForm[] = [...cell.forms].map(([key, { name }]) => ({ key, name }));
    return (cell.grouped = groupForms(forms));
  }

  private group(members: EntityRef[]): EntityGroup {
    let name = '';
    let type: EntityType = 'other';
    for (const { document, entity } of members) {
      const found = this.documents.get(document)!.document.tagged.entities[entity]!;
      type = found.type;
      if (isFuller(found.name, name)) name = found.name;
    }
    return { name, type, members };
  }
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

const SEPARATOR = '\u0000';

function refKey(document: string, entity: number): string {
  return `${entity}${SEPARATOR}${document}`;
}

function sorted(refs: Iterable<string>): EntityRef[] {
  const out: EntityRef[] = [];
  for (const ref of refs) {
    const at = ref.indexOf(SEPARATOR);
    out.push({ document: ref.slice(at + 1), entity: Number(ref.slice(0, at)) });
  }
  return out.sort(compareRefs);
}

function compareRefs(a: EntityRef, b: EntityRef): number {
  return a.document < b.document ? -1 : a.document > b.document ? 1 : a.entity - b.entity;
}
