import type { EntityDraft } from './drafts';
import type { Found } from './headlines';
import { Lex, lexicon } from './lexicon';
import { Kind } from './model';
import { nameWords, nicknameIn } from './nicknames';
import { compatibleNames, personName, type PersonName } from './personName';
import type { Reading } from './reading';
import { sameFamilyName, skeleton } from './spelling';

/** No list of people who share a part of their name is searched further: one more namesake does not make the text clearer. */
const MOST_NAMESAKES = 12;

/**
 * Gives each person's mention its entity: full names by compatible parts, bare names by the part that they are. Opens entities with `open`
 * and writes them to `entityOf`, by the index of the mention.
 */
export function linkPeople(
  reading: Reading,
  found: readonly Found[],
  words: readonly string[][],
  drafts: EntityDraft[],
  entityOf: Int32Array,
  open: (kind: Kind) => number,
): void {
  const byKey = new Map<string, number>();
  const byInitialAndPart = new Map<string, number[]>();
  const byPart = new Map<string, { entity: number; family: boolean }[]>();
  const bySkeleton = new Map<string, { part: string; entity: number }[]>();
  const learn = (name: PersonName, entity: number): void => {
    for (const key of blockingKeys(name)) push(byInitialAndPart, key, entity);
    for (let k = 0; k < name.parts.length; k++) {
      const part = name.parts[k]!;
      if (part.length < 2) continue;
      const family = k === name.parts.length - 1 || (k === 0 && name.familyFirst);
      const held = byPart.get(part) ?? [];
      const same = held.find((h) => h.entity === entity);
      if (same) same.family ||= family;
      else if (held.length < MOST_NAMESAKES) held.push({ entity, family });
      byPart.set(part, held);
      if (!family || same || name.familyFirst) continue;
      const spelled = bySkeleton.get(skeleton(part)) ?? [];
      if (spelled.length < MOST_NAMESAKES) spelled.push({ part, entity });
      bySkeleton.set(skeleton(part), spelled);
    }
  };
  const read = memoized((key: string) => personName(key.split(' ')));
  for (let i = 0; i < found.length; i++) {
    const { from, to, kind } = found[i]!;
    const nickname = kind === Kind.Person ? nicknameIn(reading, from, to) : null;
    const name = nickname && read(words[i]!.join(' '));
    if (!name || name.parts.length < 2 || byKey.has(name.parts.join(' '))) continue;
    const entity = open(Kind.Person);
    byKey.set(name.parts.join(' '), entity);
    drafts[entity]!.names.push(name);
    learn(name, entity);
    // Robert “Bob” Reed is Bob Reed, and Bob.
    const called = personName([...nameWords(reading, nickname.from, nickname.to), name.family]);
    if (!called || called.parts.length < 2) continue;
    if (!byKey.has(called.parts.join(' '))) byKey.set(called.parts.join(' '), entity);
    learn({ ...called, familyFirst: false }, entity);
  }
  const single: number[] = [];
  for (let i = 0; i < found.length; i++) {
    if (found[i]!.kind !== Kind.Person) continue;
    const name = read(words[i]!.join(' '));
    if (name === null || name.parts.length < 2) {
      single.push(i);
      continue;
    }
    const key = name.parts.join(' ');
    let entity = byKey.get(key);
    if (entity === undefined) {
      for (const key of blockingKeys(name)) {
        entity ??= byInitialAndPart
          .get(key)
          ?.find((other) => drafts[other]!.names.every((n) => compatibleNames(n, name)));
      }
      entity ??= open(Kind.Person);
      byKey.set(key, entity);
      drafts[entity]!.names.push(name);
      learn(name, entity);
    }
    entityOf[i] = entity;
  }
  const spelledAlike = memoized((part: string) =>
    (bySkeleton.get(skeleton(part)) ?? [])
      .filter((s) => sameFamilyName(s.part, part))
      .map(({ entity }) => ({ entity, family: true })),
  );
  const lone = new Map<string, number>();
  const latest = new Int32Array(drafts.length).fill(-1);
  let next = 0;
  for (const i of single) {
    while (next < i) {
      const e = entityOf[next]!;
      if (e >= 0 && e < latest.length) latest[e] = next;
      next++;
    }
    const whole = words[i]!.join(' ');
    const part = read(whole)?.parts[0] ?? whole;
    const held = byPart.get(part) ?? spelledAlike(part);
    const families = held.filter((h) => h.family);
    const choice = bestOf(reading, families.length > 0 ? families : held, found, i, drafts, latest);
    if (choice >= 0) {
      entityOf[i] = choice;
      latest[choice] = i;
      continue;
    }
    let entity = lone.get(part);
    if (entity === undefined) lone.set(part, (entity = open(Kind.Person)));
    entityOf[i] = entity;
  }
}

/** Names repeat, and reading one is dear. */
function memoized<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(key)));
    return value;
  };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.length < MOST_NAMESAKES && list[list.length - 1] !== value) list.push(value);
}

/** Under what a full name is looked for: the first letter of the first part with every part behind it, its spelling taken out. */
function blockingKeys(name: PersonName): string[] {
  const keys: string[] = [];
  for (let k = 1; k < name.parts.length && k < 7; k++)
    if (name.parts[k]!.length > 1)
      keys.push(`${name.given.charAt(0)} ${name.familyFirst ? name.parts[k]! : skeleton(name.parts[k]!)}`);
  return keys;
}

/** Of the people with that name, not one whom the title excludes; the one named last before, else the first; -1 for none. */
function bestOf(
  reading: Reading,
  held: readonly { entity: number }[],
  found: readonly Found[],
  i: number,
  drafts: readonly EntityDraft[],
  latest: Int32Array,
): number {
  if (held.length === 0) return -1;
  const title = honorificGender(reading, found[i]!);
  let best = -1;
  for (const { entity } of held) {
    if (title !== '') {
      const given = lexicon().flags.get(drafts[entity]!.names[0]!.given) ?? 0;
      if (title === 'male' && (given & Lex.Given) === Lex.Female) continue;
      if (title === 'female' && (given & Lex.Given) === Lex.Male) continue;
    }
    if (best < 0 || latest[entity]! > latest[best]!) best = entity;
  }
  return best;
}

function honorificGender(reading: Reading, { from, titleFrom }: Found): 'male' | 'female' | '' {
  for (let k = titleFrom; k < from; k++) {
    const { flags } = reading.of[k]!;
    if (flags & Lex.HonorificFemale) return 'female';
    if (flags & Lex.HonorificMale) return 'male';
  }
  return '';
}
