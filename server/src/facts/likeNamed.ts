import type { Entity } from '../tag/model';
import { compareRefs, type EntityRef, refKey } from './entityRefs';

interface Bearers {
  readonly all: Map<string, { readonly ref: EntityRef; readonly entity: Entity }>;
  /** See `sureOf`; undefined since the bearers last changed. */
  sure: EntityRef | null | undefined;
}

/**
 * The entities of a folder by their full name, whatever they were read as. Where one document only guessed what a name is, and all that are
 * sure of it agree, it is what they say. Names of one word are left alone: they are people's as well as towns'.
 */
export class LikeNamed {
  private readonly byName = new Map<string, Bearers>();

  add(name: string, ref: EntityRef, entity: Entity): void {
    if (!name.includes(' ')) return;
    const held = this.byName.get(name) ?? { all: new Map(), sure: undefined };
    held.all.set(refKey(ref.document, ref.entity), { ref, entity });
    held.sure = undefined;
    this.byName.set(name, held);
  }

  remove(name: string, ref: EntityRef): void {
    const held = this.byName.get(name);
    if (!held) return;
    held.all.delete(refKey(ref.document, ref.entity));
    held.sure = undefined;
    if (held.all.size === 0) this.byName.delete(name);
  }

  bearersOf(name: string): EntityRef[] {
    return Array.from(this.byName.get(name)?.all.values() ?? [], ({ ref }) => ref);
  }

  /** The first entity of this name whose document is sure that it is something else than was guessed of this one, or null. */
  knownAs(name: string, { document, entity }: EntityRef): EntityRef | null {
    const held = this.byName.get(name);
    const asked = held?.all.get(refKey(document, entity))?.entity;
    const sure = held && asked?.tentative ? sureOf(held) : null;
    return sure && held && typeOf(held, sure) !== asked?.type ? sure : null;
  }

  /** Those of this name who were guessed to be something else than the group is in which the first sure one stands. */
  guessedWith(name: string, group: readonly EntityRef[]): EntityRef[] {
    const held = this.byName.get(name);
    if (!held || held.all.size < 2) return [];
    const sure = sureOf(held);
    if (!sure || !group.some((ref) => compareRefs(ref, sure) === 0)) return [];
    const type = typeOf(held, sure);
    return Array.from(held.all.values())
      .filter(({ entity }) => entity.tentative && entity.type !== type)
      .map(({ ref }) => ref);
  }
}

/** The first of those whose type is no guess, if they are all of one type. */
function sureOf(held: Bearers): EntityRef | null {
  if (held.sure !== undefined) return held.sure;
  let first: { readonly ref: EntityRef; readonly entity: Entity } | null = null;
  for (const bearer of held.all.values()) {
    if (bearer.entity.tentative) continue;
    if (first && first.entity.type !== bearer.entity.type) return (held.sure = null);
    if (!first || compareRefs(bearer.ref, first.ref) < 0) first = bearer;
  }
  return (held.sure = first?.ref ?? null);
}

function typeOf(held: Bearers, { document, entity }: EntityRef): string | undefined {
  return held.all.get(refKey(document, entity))?.entity.type;
}
