import { lastStartingAtOrBefore, overlaps, type Span } from '../text/span';
import type { Entity, TaggedText } from '../tag/model';
import { nameStem } from './canonicalWords';
import { keyHash } from './keyHash';
import { stemOf } from './stems';

/** A name in the sentence, with the key under which its forms meet: a person's surname, else all its words. */
export interface Named extends Span {
  readonly person: boolean;
  readonly key: string;
}

export function namesIn(tagged: TaggedText, start: number, end: number): Named[] {
  const out: Named[] = [];
  const { names, entities } = tagged;
  for (let i = Math.max(0, lastStartingAtOrBefore(names, start)); i < names.length && names[i]!.start < end; i++) {
    const mention = names[i]!;
    const entity = entities[mention.entity];
    if (mention.end <= start || !entity) continue;
    out.push({ start: mention.start, end: mention.end, person: entity.type === 'person', key: entityKey(entity) });
  }
  return out;
}

/**
 * The key of a name: all its words; for a person the family name and, where the document has it, the first letter of the given name,
 * so that two people of one family name stay two.
 */
export function entityKey({ type, name }: Entity): string {
  if (type !== 'person') return nameStem(name);
  const words = name.split(' ');
  const family = stemOf(words[words.length - 1]!);
  return words.length > 1 ? `${family}${GIVEN}${words[0]![0]!.toLowerCase()}` : family;
}

const GIVEN = '/';

/** A name as a number: the hash of its words, and, for a person with a given name, a digit for its first letter. */
export type NameKey = number;

const LETTERS = 64;

export function nameKey(key: string): NameKey {
  const given = key.indexOf(GIVEN);
  if (given <= 0) return keyHash(key) * LETTERS;
  return keyHash(key.slice(0, given)) * LETTERS + 1 + (key.charCodeAt(given + 1) % (LETTERS - 1));
}

/** The key of the name's words alone, as `keyHash` makes it; of a person with a given name, none. */
export function plainKey(name: NameKey): number | null {
  return name % LETTERS === 0 ? name / LETTERS : null;
}

/** Is this name, or what may be a shorter or longer form of it, among them? */
export function hasName(names: readonly NameKey[], name: NameKey): boolean {
  return names.some((other) => mayBeOne(other, name));
}

export function mayBeOne(a: NameKey, b: NameKey): boolean {
  if (a === b) return true;
  const [x, y] = [a % LETTERS, b % LETTERS];
  return (x === 0 || y === 0) && a - x === b - y;
}

export function nameAt(names: readonly Named[], offset: number): Named | null {
  const named = names[lastStartingAtOrBefore(names, offset)];
  return named && offset < named.end ? named : null;
}

/** Who says what the sentence says: he is not what it is about. */
export interface Source {
  readonly key: string;
  readonly mention: Span | null;
}

/** How many sentences back a sentence without names looks for what it is about. */
const CARRIED = 3;

/** The name that leads the nearest sentence before this one that has any; where none is near, the one that leads the document. */
export function carriedNames(tagged: TaggedText, sentence: number, source: Source): string[] {
  const { sentences } = tagged.scanned;
  const back = Array.from({ length: CARRIED }, (_, i) => sentences[sentence - 1 - i]);
  for (const before of [...back, sentences[0]]) {
    if (!before) continue;
    const lead = namesIn(tagged, before.start, before.end).find((name) => !isSource(name, source));
    if (lead) return [lead.key];
  }
  return [];
}

function isSource(name: Named, { key, mention }: Source): boolean {
  return name.key === key || (mention !== null && overlaps(name, mention));
}

/** Keys of the names in the order of their distance from the figure. */
export function namesByDistance(names: readonly Named[], figure: Span, source: Source): string[] {
  const away = (n: Named): number => (n.end <= figure.start ? figure.start - n.end : n.start - figure.end);
  const near = names.filter((n) => !isSource(n, source)).sort((a, b) => away(a) - away(b) || a.start - b.start);
  return [...new Set(near.map((n) => n.key))];
}
