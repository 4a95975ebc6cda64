import type { Entity, NamedPerson, TaggedText } from '../model';
import { fold } from './fold';
import { compatibleNames, personName } from './personName';

/** The people among the entities of a section. */
export function peopleAmong(entities: readonly Entity[]): NamedPerson[] {
  return entities.flatMap(({ type, name }, entity) => {
    const parts = type === 'person' ? personName(name.split(/[\s-]+/).map((word) => fold(word))) : null;
    return parts ? [{ entity, name, parts }] : [];
  });
}

/**
 * Who is called otherwise in the whole of a text than in a section of it, by section and entity: a person whom a section names by the surname
 * alone has the full name of the one person that other sections name so. Where these name two, nobody knows which, and the surname stands.
 */
export function namesThroughout(sections: readonly (readonly NamedPerson[])[]): ReadonlyMap<number, string>[] {
  /** Family name -> the fullest who bears it; null where two people do. */
  const byFamily = new Map<string, NamedPerson | null>();
  const seen = new Set<string>();
  for (const people of sections) {
    for (const person of people) {
      const { name, parts } = person;
      if (parts.parts.length < 2 || seen.has(name)) continue;
      seen.add(name);
      const family = parts.familyFirst ? parts.given : parts.family;
      const known = byFamily.get(family);
      if (known === undefined) byFamily.set(family, person);
      else if (known && !compatibleNames(known.parts, parts)) byFamily.set(family, null);
      else if (known && parts.parts.length > known.parts.parts.length) byFamily.set(family, person);
    }
  }
  return sections.map((people) => {
    const called = new Map<number, string>();
    for (const { entity, parts } of people) {
      const full = parts.parts.length === 1 ? byFamily.get(parts.family) : null;
      if (full) called.set(entity, full.name);
    }
    return called;
  });
}

/** A tagged text some of whose entities are called otherwise, and with them the speakers of its quotations. */
export function withNames(tagged: TaggedText, called: ReadonlyMap<number, string>): TaggedText {
  const { storyDate, names, entities, quotes, figures } = tagged;
  if (called.size === 0) return tagged;
  return {
    // What came from a string is scanned when it is asked for.
    get scanned() {
      return tagged.scanned;
    },
    storyDate,
    names,
    figures,
    entities: entities.map((entity, e) => renamed(entity, called.get(e) ?? entity.name)),
    quotes: quotes.map((quote) => {
      const { speaker } = quote;
      const name = speaker && called.get(speaker.entity);
      if (!speaker || !name || speaker.name !== entities[speaker.entity]!.name) return quote;
      return { ...quote, speaker: { ...speaker, name } };
    }),
  };
}

function renamed(entity: Entity, name: string): Entity {
  if (name === entity.name) return entity;
  return { ...entity, name, aliases: [entity.name, ...entity.aliases.filter((alias) => alias !== name)] };
}
