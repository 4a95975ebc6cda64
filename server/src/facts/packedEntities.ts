import { type EntityFacts, formOf } from './entityFacts';
import type { Intern } from './intern';

/** The entities of a document, in columns: an object for each would take several times the room. What their names say is kept elsewhere. */
export interface PackedEntities {
  readonly aliases: readonly (readonly string[])[];
  /** By entity; most documents have none. */
  readonly others: ReadonlyMap<number, readonly string[]> | null;
  /** The number of each entity that has a role, and the role, one after the other. */
  readonly roles: readonly (number | string)[];
  /** All entities' `mentions`, one after the other. */
  readonly mentions: readonly number[];
  /** Where in them those of each entity end. */
  readonly ends: readonly number[];
}

export function packEntities(entities: readonly EntityFacts[], intern: Intern): PackedEntities {
  const others = entities.flatMap(({ others: list }, e) => (list ? [[e, list.map(intern)] as const] : []));
  const roles = entities.flatMap(({ role }, e) => (role === undefined ? [] : [e, intern(role)])).slice();
  let end = 0;
  return {
    aliases: entities.map(({ aliases }) => (aliases.length === 0 ? NONE : aliases.map(intern))),
    others: others.length > 0 ? new Map(others) : null,
    roles: roles.length > 0 ? roles : NONE,
    // A list that was joined has room for more than is in it.
    mentions: entities.flatMap(({ mentions }) => mentions).slice(),
    ends: entities.map(({ mentions }) => (end += mentions.length)),
  };
}

export function unpackEntity(
  packed: PackedEntities,
  entity: number,
  name: Pick<EntityFacts, 'name' | 'type'> & { readonly tentative: boolean },
): EntityFacts {
  const others = packed.others?.get(entity);
  const role = roleOf(packed, entity);
  return {
    name: name.name,
    type: name.type,
    ...(name.tentative ? { tentative: true } : {}),
    ...(role === '' ? {} : { role }),
    aliases: packed.aliases[entity]!,
    ...(others ? { others } : {}),
    mentions: packed.mentions.slice(packed.ends[entity - 1] ?? 0, packed.ends[entity]),
  };
}

/** As its document introduces an entity, or ''. */
export function roleOf({ roles }: PackedEntities, entity: number): string {
  for (let i = 0; i < roles.length; i += 2) if (roles[i] === entity) return String(roles[i + 1]);
  return '';
}

/** Where an entity of this name is mentioned, ascending: `writtenMentionsOf` without what is written, for there may be thousands to go through. */
export function eachMention(
  packed: PackedEntities,
  entity: number,
  name: string,
  take: (start: number, end: number) => void,
): void {
  const { mentions, ends } = packed;
  const written = { name, aliases: packed.aliases[entity]!, others: packed.others?.get(entity) };
  for (let i = ends[entity - 1] ?? 0; i < ends[entity]!; i += 2) {
    const start = mentions[i]!;
    take(start, start + formOf(written, mentions[i + 1]!).length);
  }
}

/** Equal for entities that say the same to other documents: of one name and type, written in the same forms. Where they stand is not among it, nor what they are called besides. */
export function signatureOf({ name, type, tentative, aliases, others }: Omit<EntityFacts, 'mentions'>): string {
  return [name, type, tentative ? '?' : '', ...aliases, '', ...(others ?? NONE)].join('\n');
}

const NONE: readonly string[] = [];
