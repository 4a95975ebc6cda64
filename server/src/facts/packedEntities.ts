import { type EntityFacts, formOf } from './entityFacts';
import type { Intern } from './intern';

/** The entities of a document, in columns: an object for each would take several times the room. What their names say is kept elsewhere. */
export interface PackedEntities {
  readonly aliases: readonly (readonly string[])[];
  /** By entity; most documents have none. */
  readonly others: ReadonlyMap<number, readonly string[]> | null;
  /** The number of each entity that has a role, and the role, one after the other. */
  readonly roles: readonly (number | string)[];
  /**
   * Where in this list the mentions of each entity begin, and where all end; then the mentions, one after the other: the offset, and the length
   * of what stands there with the number of its form. In one list, for an answer may go through thousands of documents.
   */
  readonly mentions: readonly number[];
}

/** More than there are forms of an entity in any document. */
const FORMS = 2 ** 16;

export function packEntities(entities: readonly EntityFacts[], intern: Intern): PackedEntities {
  const others = entities.flatMap(({ others: list }, e) => (list ? [[e, list.map(intern)] as const] : []));
  const roles = entities.flatMap(({ role }, e) => (role === undefined ? [] : [e, intern(role)])).slice();
  let end = entities.length + 1;
  const starts = [end, ...entities.map(({ mentions }) => (end += mentions.length))];
  return {
    aliases: entities.map(({ aliases }) => (aliases.length === 0 ? NONE : aliases.map(intern))),
    others: others.length > 0 ? new Map(others) : null,
    roles: roles.length > 0 ? roles : NONE,
    // A list that was joined has room for more than is in it.
    mentions: [...starts, ...entities.flatMap(cellsOf)].slice(),
  };
}

function cellsOf(entity: EntityFacts): number[] {
  const { mentions } = entity;
  return mentions.map((cell, i) => (i % 2 === 0 ? cell : formOf(entity, cell).length * FORMS + cell));
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
    mentions: packed.mentions
      .slice(packed.mentions[entity], packed.mentions[entity + 1])
      .map((cell, i) => (i % 2 === 0 ? cell : cell % FORMS)),
  };
}

/** As its document introduces an entity, or ''. */
export function roleOf({ roles }: PackedEntities, entity: number): string {
  for (let i = 0; i < roles.length; i += 2) if (roles[i] === entity) return String(roles[i + 1]);
  return '';
}

/** Where an entity is mentioned, ascending: `writtenMentionsOf` without what is written. */
export function eachMention(
  mentions: PackedEntities['mentions'],
  entity: number,
  take: (start: number, end: number) => void,
): void {
  const end = mentions[entity + 1]!;
  for (let i = mentions[entity]!; i < end; i += 2) {
    const start = mentions[i]!;
    take(start, start + Math.floor(mentions[i + 1]! / FORMS));
  }
}

/** Equal for entities that say the same to other documents: of one name and type, written in the same forms. Where they stand is not among it, nor what they are called besides. */
export function signatureOf({ name, type, tentative, aliases, others }: Omit<EntityFacts, 'mentions'>): string {
  return [name, type, tentative ? '?' : '', ...aliases, '', ...(others ?? NONE)].join('\n');
}

const NONE: readonly string[] = [];
