import namewords from '../data/namewords.json';
import { Lex } from './lexicon';
import { charOf, foldedAt, has, phraseAt, type Reading } from './reading';
import { isCapital, Shape, type Word } from './words';
import { isAbstract } from './wordEvidence';

const TOPICS = new Set(namewords.topics.split(' '));
const PERSONAL = Lex.Given | Lex.Surname | Lex.EastAsian;
/** How many words of a coordinated part are looked at. */
const LONGEST_PART = 5;

/** What an institution is for, and no name by itself: Health, Planning, Scientific. */
export function isTopic(reading: Reading, i: number): boolean {
  const word = reading.of[i];
  if (word === undefined || word.shape !== Shape.Capital) return false;
  if (word.flags & Lex.Department || TOPICS.has(word.folded)) return true;
  if (word.flags & (PERSONAL | Lex.Function | Lex.Calendar | Lex.Demonym | Lex.Honorific)) return false;
  if (word.flags & Lex.OrgHead) return false;
  if (word.flags & Lex.Common) return word.folded !== 'new';
  return isAbstract(word.folded) || (word.folded.length > 5 && TOPIC_ENDS.test(word.folded));
}

const TOPIC_ENDS = /(?:al|ics?|ive|ings?|ogy|aphy|[ae]ry|ture)$/;

/**
 * Does the “and” at a token join two parts of one name: Truth and Reconciliation Commission, Institute of Art and Design? `next` is the capital
 * behind it, `afterOf` says that the name so far holds “of” or “for”.
 */
export function joinsByAnd(
  reading: Reading,
  from: number,
  and: number,
  next: number,
  limit: number,
  afterOf: boolean,
): boolean {
  if (next !== and + 1) return false;
  const { of } = reading;
  if (afterOf) {
    if (isTopic(reading, and - 1) && beginsTopic(reading, next, limit) && !isOwnOrganization(reading, next, limit))
      return true;
    for (let k = and - 1; k > from && k > and - 4; k--)
      if (of[k]!.folded === 'for')
        return !(of[next]!.flags & (Lex.Given | Lex.Office)) && phraseAt(reading, next, limit) === null;
    return false;
  }
  // Food and Drug Administration: what it is for on the left, an organization's head on the right.
  if (and - from > LONGEST_PART || !(isTopic(reading, and - 1) || has(reading, and - 1, Lex.PlaceHead))) return false;
  for (let k = from; k < and; k++) {
    const { flags } = of[k]!;
    if (flags & Lex.OrgHead && !(flags & Lex.OrgWeakHead) && !isTopic(reading, k)) return false;
    if (flags & (Lex.Given | Lex.Honorific) && !(flags & Lex.Weak) && !isTopic(reading, k)) return false;
    if (flags & Lex.Office && k === and - 1 && !isTopic(reading, k)) return false;
  }
  if (!beginsTopic(reading, next, limit)) return false;
  const last = runEnd(reading, next, limit);
  return last > next && has(reading, last, Lex.OrgHead) && !has(reading, last, PERSONAL);
}

/** Does the list of what an institution is for go on behind a comma: “… of Agriculture, Livestock and Fisheries”? */
export function listsTopics(reading: Reading, comma: number, limit: number): boolean {
  if (!isTopic(reading, comma - 1) || !isTopic(reading, comma + 1)) return false;
  let k = comma + 1;
  while (k < limit && k < comma + 4 && isTopic(reading, k)) k++;
  const sign = charOf(reading, k);
  return (sign === ',' || sign === '&' || foldedAt(reading, k) === 'and') && isTopic(reading, k + 1);
}

function beginsTopic(reading: Reading, next: number, limit: number): boolean {
  if (isTopic(reading, next)) return true;
  // Oriental and African Studies
  return has(reading, next, Lex.Demonym) && next + 1 < limit && isTopic(reading, next + 1);
}

/** “the Ministry of Health and National Bank”: the right part is an institution itself. */
function isOwnOrganization(reading: Reading, next: number, limit: number): boolean {
  const last = runEnd(reading, next, limit);
  return last > next && has(reading, last, Lex.OrgHead) && !has(reading, last, Lex.OrgWeakHead);
}

function runEnd(reading: Reading, from: number, limit: number): number {
  let last = from;
  while (last + 1 < limit && last < from + LONGEST_PART && isCapital(reading.of[last + 1]!)) last++;
  return last;
}

/**
 * The end of what owns an institution, where a possessive stands at a token (King's College, the Teachers' Union): the token behind it, or -1. `from`
 * is where the run of capitals begins.
 */
export function ownerEnd(reading: Reading, from: number, at: number, limit: number): number {
  const sign = foldedAt(reading, at);
  if (sign !== "'s" && sign !== "'") return -1;
  if (at + 1 >= limit || reading.scanned.tokens.glued[at] !== 1) return -1;
  if (sign === "'" && reading.scanned.tokens.glued[at + 1] === 1) return -1;
  const owned = reading.of[at + 1]!;
  if (!isCapital(owned)) return -1;
  const last = runEnd(reading, at + 1, limit);
  const headed = has(reading, last, Lex.OrgHead | Lex.PlaceHead) && !has(reading, last, PERSONAL | Lex.Office);
  const owner = reading.of[at - 1]!;
  if (sign === "'s" && OWNERS.has(owner.folded) && !(owned.flags & Lex.Office)) return at + 1;
  if (!headed) return -1;
  if (isHolder(owner)) return at + 1;
  return at - 2 >= from && SAINT.test(reading.of[at - 2]!.folded) ? at + 1 : -1;
}

const SAINT = /^(?:st\.?|saint)$/;
/** Whose institutions carry them in their name: the People's Party, King's College. */
const OWNERS = new Set(namewords.ownersInNames.split(' '));

/** Magistrate's Court, Attorney General's Office, Teachers' Union: the word for people who hold an office or have a trade. */
function isHolder({ folded, flags }: Word): boolean {
  if (OWNERS.has(folded)) return true;
  if (flags & (PERSONAL | Lex.OrgHead | Lex.PlaceHead | Lex.Department)) return false;
  if (flags & Lex.Office) return true;
  return folded.endsWith('s') && (flags & Lex.Common) !== 0;
}
