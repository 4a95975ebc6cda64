import type { EntityType } from '../tag/model';
import { fold } from '../tag/names/fold';
import { Lex, lexicon } from '../tag/names/lexicon';
import { personName, type PersonName } from '../tag/names/personName';
import { skeleton } from '../tag/names/spelling';
import { familyOf } from './personCell';

/** A name as documents of the folder have it: one for each name, type and certainty, whoever bears it. */
export interface FolderName {
  readonly name: string;
  readonly type: EntityType;
  /** See `Entity`. */
  readonly tentative: boolean;
  /** The words, folded, with single spaces. */
  readonly plain: string;
  /** Equal for all ways to write the name of one thing: see `thingKey`. */
  readonly key: string;
  /** A person's name in parts; null for all else, and for what does not read as a person's. */
  readonly person: Person | null;
}

interface Person {
  readonly parts: PersonName;
  /** Equal for all names with this one's parts. */
  readonly form: string;
  /** The consonants of the family name: whoever may be the same person has the same. */
  readonly cell: string;
}

export function folderNameOf(name: string, type: EntityType, tentative: boolean): FolderName {
  const folded = fold(name);
  const parts = type === 'person' ? personName(folded.split(/[\s-]+/)) : null;
  return {
    name,
    type,
    tentative,
    plain: folded.replace(/[\s-]+/g, ' '),
    key: thingKey(folded),
    person: parts && { parts, form: parts.parts.join(' '), cell: skeleton(familyOf(parts)) },
  };
}

/** “The Acme Corp.” and “Acme”, “U.S.” and “United States” are one thing. */
function thingKey(folded: string): string {
  const { canonical, flags } = lexicon();
  const whole = canonical.get(folded) ?? canonical.get(folded.replaceAll('.', ''));
  if (whole !== undefined) return whole;
  const words = folded
    .replaceAll('.', '')
    .split(/[\s,-]+/)
    .filter((w) => w !== '');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && (flags.get(words[words.length - 1]!) ?? 0) & Lex.OrgSuffix) words.pop();
  const key = words.join(' ');
  return canonical.get(key) ?? key;
}
