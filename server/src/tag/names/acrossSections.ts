import type { Entity, TaggedText } from '../model';
import { fold } from './fold';
import { compatibleNames, personName, type PersonName } from './personName';

/** A person whom a text names in full. */
interface Named {
  readonly name: string;
  readonly parts: PersonName;
}

/**
 * What the entities of each section of a text are called in the whole of it: a person whom a section names by the surname alone has the full
 * name of the one person that other sections name so. Where these name two, nobody knows which, and the surname stands.
 */
export function namesThroughout(sections: readonly (readonly Entity[])[]): string[][] {
  const read = new Map<string, PersonName | null>();
  const partsOf = (name: string): PersonName | null => {
    let parts = read.get(name);
    if (parts === undefined) read.set(name, (parts = personName(name.split(/[\s-]+/).map((word) => fold(word)))));
    return parts;
  };
  /** Family name -> the fullest who bears it; null where two people do. */
  const byFamily = new Map<string, Named | null>();
  const seen = new Set<string>();
  for (const { type, name } of sections.flat()) {
    if (type !== 'person' || seen.has(name)) continue;
    seen.add(name);
    const parts = partsOf(name);
    if (!parts || parts.parts.length < 2) continue;
    const family = parts.familyFirst ? parts.given : parts.family;
    const known = byFamily.get(family);
    if (known === undefined) byFamily.set(family, { name, parts });
    else if (known && !compatibleNames(known.parts, parts)) byFamily.set(family, null);
    else if (known && parts.parts.length > known.parts.parts.length) byFamily.set(family, { name, parts });
  }
  return sections.map((entities) =>
    entities.map(({ type, name }) => {
      const parts = type === 'person' ? partsOf(name) : null;
      if (parts?.parts.length !== 1) return name;
      return byFamily.get(parts.family)?.name ?? name;
    }),
  );
}

/** A tagged text whose entities are called otherwise, by index, and the speakers of its quotations with them. */
export function withNames(tagged: TaggedText, names: readonly string[]): TaggedText {
  const { entities, quotes } = tagged;
  if (entities.every(({ name }, e) => name === names[e])) return tagged;
  return {
    ...tagged,
    entities: entities.map((entity, e) => renamed(entity, names[e]!)),
    quotes: quotes.map((quote) => {
      const { speaker } = quote;
      const before = speaker && entities[speaker.entity]?.name;
      if (!speaker || before !== speaker.name) return quote;
      return { ...quote, speaker: { ...speaker, name: names[speaker.entity]! } };
    }),
  };
}

function renamed(entity: Entity, name: string): Entity {
  if (name === entity.name) return entity;
  return { ...entity, name, aliases: [entity.name, ...entity.aliases.filter((alias) => alias !== name)] };
}
