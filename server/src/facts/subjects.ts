import { lowerOf, TokenKind, type Tokens } from '../text/tokens';
import type { Entity, TaggedText } from '../tag/model';
import { entityKey, type Named } from './claimNames';
import type { Measure, Place } from './measures';

/** What a document is about. */
export interface Subject {
  readonly key: string;
  readonly person: boolean;
}

/** A document whose first sentence names what it mentions most, so often at least, is about that. */
const FEWEST_MENTIONS = 2;

/** What a document is plainly about: of the names in its first sentence the one that it has most, or that it begins with. */
export function subjectOf(tagged: TaggedText): Subject | null {
  const opening = tagged.scanned.sentences[0];
  if (!opening) return null;
  let subject: Entity | null = null;
  for (const entity of tagged.entities) {
    const first = tagged.names[entity.mentions[0] ?? -1];
    if (!first || first.start >= opening.end) continue;
    if (entity.mentions.length < FEWEST_MENTIONS && first.titleStart > opening.start) continue;
    if (!subject || entity.mentions.length > subject.mentions.length) subject = entity;
  }
  return subject && { key: entityKey(subject), person: subject.type === 'person' };
}

/** A figure in its sentence, with the word that says what it measures. */
interface Measured extends Place {
  readonly measure: Measure | null;
  readonly subject: Subject | null;
}

/** A census is never what is counted. */
const CENSUS = /\bcensu(?:s)?$/;
/** Words between a name and the measure said of it: “Ana Vale, the singer, was born”; and tokens. */
const NAME_REACH = 4;
const TOKEN_REACH = 10;

/**
 * Whom or what the figure says its measure of: the name right before the word that says so, or behind its “of”; the document's subject
 * where it is a label, as in a table; and where the sentence begins with “he” or “the town”, what was spoken of before (`carried`).
 */
export function aboutOf(of: Measured, names: readonly Named[], carried: string): string[] {
  const { tokens, measure, subject } = of;
  if (!measure) return [];
  const named = names.filter((name) => !CENSUS.test(name.key));
  const out = named
    .filter((name) => leads(of, measure.at, name) || follows(of, measure.at, name))
    .map(({ key }) => key);
  if (measure.label && subject) out.push(subject.key);
  if (out.length === 0 && !named.some((name) => name.end <= tokens.start[measure.at]!)) {
    const personal = /^(?:s?he|his|her)$/.test(lowerOf(tokens, of.from));
    const impersonal = /^(?:its?|the)$/.test(lowerOf(tokens, of.from));
    const census = measure.name === 'population';
    if (named.length === 0 && carried && (personal || impersonal)) out.push(carried);
    if (subject && (subject.person ? personal : impersonal || census)) out.push(subject.key);
  }
  return [...new Set(out)];
}

/** The name stands before the measure's word, with few words and no other name or clause between. */
function leads({ tokens, from }: Place, at: number, name: Named): boolean {
  if (name.end > tokens.start[at]!) return false;
  for (let i = at - 1, words = 0; i >= from && i >= at - TOKEN_REACH && words <= NAME_REACH; i--) {
    if (tokens.end[i]! <= name.end) return !holdsAnother(tokens, from, i, name);
    if (tokens.kind[i] !== TokenKind.Word) continue;
    if (BREAKS.has(lowerOf(tokens, i))) return false;
    words++;
  }
  return false;
}

/** “Varde, Norway, had”, “the port in Norway had”: it is not said of Norway. `last` is the name's last token. */
function holdsAnother(tokens: Tokens, from: number, last: number, name: Named): boolean {
  let i = last;
  while (i > from && i > last - TOKEN_REACH && tokens.start[i]! > name.start) i--;
  if (i <= from) return false;
  const before = lowerOf(tokens, i - 1);
  if (before !== ',') return before === 'in';
  const capital = i - 2 >= from ? tokens.text[tokens.start[i - 2]!]! : '';
  return capital !== capital.toLowerCase();
}

const BREAKS = new Set([
  'and',
  'but',
  'while',
  'after',
  'before',
  'when',
  'as',
  'that',
  'whose',
  'in',
  'by',
  'of',
  'for',
]);

/** “The population of Varde”, “the founding of the Skerry Line”. */
function follows({ tokens, to }: Place, at: number, name: Named): boolean {
  if (at + 2 >= to || lowerOf(tokens, at + 1) !== 'of') return false;
  const next = lowerOf(tokens, at + 2) === 'the' ? at + 3 : at + 2;
  return next < to && name.start <= tokens.start[next]! && tokens.start[next]! < name.end;
}
