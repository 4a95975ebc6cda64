import type { EntityType, TaggedText } from '../tag/model';
import type { Span } from '../text/span';

/** An entity of a document as the index keeps it. Plain data. */
export interface EntityFacts {
  /** See `Entity`. */
  readonly name: string;
  readonly type: EntityType;
  readonly tentative?: true;
  /** As the text introduces it; there only where it does. */
  readonly role?: string;
  readonly aliases: readonly string[];
  /** What stands in the text and is neither the name nor an alias to the letter: a form broken by the end of a line. */
  readonly others?: readonly string[];
  /** Mention after mention, ascending: its offset, and the number of the form that stands there (see `formOf`). */
  readonly mentions: readonly number[];
}

/** The entities of a text, in its order. */
export function entityFactsOf({ entities, names, scanned }: TaggedText): EntityFacts[] {
  return entities.map(({ name, type, tentative, role, aliases, mentions }) => {
    const numbers = new Map<string, number>();
    for (const form of [name, ...aliases]) if (!numbers.has(form)) numbers.set(form, numbers.size);
    // An alias given twice would shift those behind it.
    const known = [...numbers.keys()].slice(1);
    const others: string[] = [];
    const places = mentions.flatMap((mention) => {
      const { start, end } = names[mention]!;
      const written = scanned.text.slice(start, end);
      let number = numbers.get(written);
      if (number === undefined) {
        numbers.set(written, (number = numbers.size));
        others.push(written);
      }
      return [start, number];
    });
    return {
      name,
      type,
      ...(tentative ? { tentative } : {}),
      ...(role === '' ? {} : { role }),
      aliases: known,
      ...(others.length > 0 ? { others } : {}),
      mentions: places,
    };
  });
}

interface Forms extends Pick<EntityFacts, 'name' | 'aliases'> {
  readonly others?: readonly string[] | undefined;
}

/** How an entity is written where a mention has this number: 0 is its name, then come the aliases, then the others. */
export function formOf({ name, aliases, others }: Forms, number: number): string {
  if (number === 0) return name;
  return aliases[number - 1] ?? others?.[number - 1 - aliases.length] ?? name;
}

interface WrittenMention extends Span {
  readonly written: string;
}

/** Where a document mentions an entity, and how, ascending. */
export function writtenMentionsOf(entity: EntityFacts): WrittenMention[] {
  const { mentions } = entity;
  const out: WrittenMention[] = [];
  for (let i = 0; i + 1 < mentions.length; i += 2) {
    const start = mentions[i]!;
    const written = formOf(entity, mentions[i + 1]!);
    out.push({ start, end: start + written.length, written });
  }
  return out;
}
