import type { Entity, NameMention } from '../model';
import type { EntityDraft } from './drafts';
import { fold } from './fold';
import type { Found } from './headlines';
import { Kind, KINDS } from './model';
import { linkPeople } from './people';
import { nameWords, nicknameIn } from './nicknames';
import { properName } from './properName';
import type { Reading } from './reading';
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
  const words = found.map(({ from, to }) => {
    const written = nameWords(reading, from, to);
    return respelled.size === 0 ? written : written.map((word) => respelled.get(word) ?? word);
  });
  const open = (kind: Kind): number => drafts.push({ kind, mentions: [], surfaces: new Map(), names: [] }) - 1;

  linkPeople(reading, found, words, drafts, entityOf, open);
  linkThings(reading, found, words, entityOf, open);

  const { text, tokens } = reading.scanned;
  /** Forms with a nickname in them: never what somebody is called throughout. */
  const nicknamed = new Set<string>();
  const slice = (from: number, to: number): string => {
    const written = to - from === 1 ? reading.forms[from]!.text : text.slice(tokens.start[from], tokens.end[to - 1]);
    return UNEVEN_SPACE.test(written) ? written.replace(/\s+/g, ' ') : written;
  };
  const names: NameMention[] = found.map((f, i) => {
    const start = tokens.start[f.from]!;
    const end = tokens.end[f.to - 1]!;
    const draft = drafts[entityOf[i]!]!;
    draft.mentions.push(i);
    const nickname = f.kind === Kind.Person ? nicknameIn(reading, f.from, f.to) : null;
    const whole = slice(f.from, f.to);
    if (nickname) {
      nicknamed.add(whole);
      count(draft, `${slice(f.from, nickname.from - 1)} ${slice(nickname.to + 1, f.to)}`);
      count(draft, slice(nickname.from, nickname.to));
    }
    count(draft, whole);
    return { start, end, type: KINDS[f.kind]!, titleStart: tokens.start[f.titleFrom]!, entity: entityOf[i]! };
  });
  const votes = pronounVotes(reading, found, entityOf, drafts.length);
  const entities = drafts.map((draft, id): Entity => {
    const person = draft.kind === Kind.Person;
    const fullest = fullestOf(draft, nicknamed);
    const name = person ? properName(fullest) : fullest;
    const spans = draft.mentions.map((m) => found[m]!);
    return {
      type: KINDS[draft.kind]!,
      ...(spans.every((f) => f.tentative) && { tentative: true as const }),
      name,
      aliases: [...draft.surfaces.keys()].filter((s) => s !== name),
      role: person ? roleOf(reading, spans) : '',
      gender: person ? genderOf(reading, spans, votes, id) : '',
      mentions: draft.mentions,
    };
  });
  return { names, entities };
}

/** Few names have any, and a test is cheaper than a replacement. */
const UNEVEN_SPACE = /\s\s|[^\S ]/;

function count({ surfaces }: EntityDraft, surface: string): void {
  surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1);
}

/** The form with most words; not one in capitals where another is not; then the more frequent, then the first. */
function fullestOf({ surfaces, kind }: EntityDraft, nicknamed: ReadonlySet<string>): string {
  if (surfaces.size === 1) for (const surface of surfaces.keys()) if (!nicknamed.has(surface)) return surface;
  let best = '';
  let bestScore = -1;
  for (const [surface, count] of surfaces) {
    if (nicknamed.has(surface)) continue;
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
