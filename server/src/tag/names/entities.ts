import type { Entity, NameMention } from '../model';
import type { EntityDraft } from './drafts';
import { fold } from './fold';
import type { Found } from './headlines';
import { Kind, KINDS } from './model';
import { linkPeople } from './people';
import { foldedAt, type Reading } from './reading';
import { genderOf, pronounVotes } from './gender';
import { roleOf } from './roles';
import { linkThings } from './things';

/**
 * Says which mentions name the same person, organization or place: full name, surname, given name after it was introduced, initials,
 * acronym and expansion, listed aliases. Two people of one surname stay two. `respelled` gives words to be read as others.
 */
export function linkEntities(
  reading: Reading,
  found: readonly Found[],
  respelled: ReadonlyMap<string, string>,
): { names: NameMention[]; entities: Entity[] } {
  const drafts: EntityDraft[] = [];
  const entityOf = new Int32Array(found.length).fill(-1);
  const words = found.map((f) => wordsOf(reading, f).map((word) => respelled.get(word) ?? word));
  const open = (kind: Kind): number => drafts.push({ kind, mentions: [], surfaces: new Map(), names: [] }) - 1;

  linkPeople(reading, found, words, drafts, entityOf, open);
  linkThings(reading, found, words, entityOf, open);

  const { text, tokens } = reading.scanned;
  const names: NameMention[] = found.map((f, i) => {
    const start = tokens.start[f.from]!;
    const end = tokens.end[f.to - 1]!;
    const draft = drafts[entityOf[i]!]!;
    draft.mentions.push(i);
    const surface = text.slice(start, end).replace(/\s+/g, ' ');
    draft.surfaces.set(surface, (draft.surfaces.get(surface) ?? 0) + 1);
    return { start, end, type: KINDS[f.kind]!, titleStart: tokens.start[f.titleFrom]!, entity: entityOf[i]! };
  });
  const votes = pronounVotes(reading, found, entityOf, drafts.length);
  const entities = drafts.map((draft, id): Entity => {
    const name = fullestOf(draft);
    const person = draft.kind === Kind.Person;
    const spans = draft.mentions.map((m) => found[m]!);
    return {
      type: KINDS[draft.kind]!,
      name,
      aliases: [...draft.surfaces.keys()].filter((s) => s !== name),
      role: person ? roleOf(reading, spans) : '',
      gender: person ? genderOf(reading, spans, votes, id) : '',
      mentions: draft.mentions,
    };
  });
  return { names, entities };
}

function wordsOf(reading: Reading, { from, to }: Found): string[] {
  const words: string[] = [];
  for (let k = from; k < to; k++) words.push(foldedAt(reading, k));
  return words;
}

/** The form with most words; not one in capitals where another is not; then the more frequent, then the first. */
function fullestOf({ surfaces, kind }: EntityDraft): string {
  let best = '';
  let bestScore = -1;
  for (const [surface, count] of surfaces) {
    const shouting = surface.length > 5 && surface === surface.toUpperCase();
    const parts = surface.split(/[ -]/).length;
    const score =
      (shouting ? 0 : 1000) +
      Math.min(parts, kind === Kind.Person ? 5 : 12) * 50 +
      Math.min(count, 20) +
      (fold(surface) === surface.toLowerCase() ? 0 : 1);
    if (score > bestScore) {
      best = surface;
      bestScore = score;
    }
  }
  return best;
}
