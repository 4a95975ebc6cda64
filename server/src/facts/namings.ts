import type { EntityIndex } from './entities';
import type { RelatedStatement } from './model';
import { byRank } from './statementOrder';
import type { EntityGroup } from './whoIsWho';

/** Where the entities of a folder are named. A few have thousands of mentions, and are asked for again and again. */
export class Namings {
  private readonly known = new WeakMap<EntityGroup, readonly RelatedStatement[]>();

  constructor(private readonly people: Pick<EntityIndex, 'mentionsOf'>) {}

  /** Every mention of an entity, by the rank of its document, then by offset; listed once for each object. */
  of(entity: EntityGroup, ranks: ReadonlyMap<string, number>): readonly RelatedStatement[] {
    let found = this.known.get(entity);
    if (!found) this.known.set(entity, (found = this.listed(entity, ranks)));
    return found;
  }

  /** The same, for once. */
  listed({ members }: EntityGroup, ranks: ReadonlyMap<string, number>): RelatedStatement[] {
    const out: RelatedStatement[] = [];
    let last = '';
    let first = 0;
    for (const i of byRank(members.map(({ document }) => ranks.get(document) ?? 0))) {
      const { document, entity } = members[i]!;
      const isFurther = document === last;
      if (!isFurther) first = out.length;
      last = document;
      for (const { start, end } of this.people.mentionsOf(document, entity))
        out.push({ document, start, end, judgement: null });
      // Of several entities that a document has for one.
      if (isFurther) out.push(...out.splice(first).sort((a, b) => a.start - b.start));
    }
    return out;
  }
}
