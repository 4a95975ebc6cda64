import { fold } from '../tag/names/fold';
import { Lex, lexicon } from '../tag/names/lexicon';
import { personName } from '../tag/names/personName';
import { isSlip } from '../tag/names/slip';
import { sameFamilyName, sameGivenName } from '../tag/names/spelling';
import { type EntityFacts, writtenMentionsOf } from './entityFacts';
import { shortHash } from './hash';
import { isJoinedOtherwise, isNearSlip, MANY } from './oddSpelling';
import type { Finding, SourceDocument, Statement } from './model';
import { areOfOneText, wholeOf } from './sectionIds';

interface Spelling {
  /** The folded part, and how it is written. */
  readonly folded: string;
  readonly written: string;
  readonly document: SourceDocument;
  readonly first: Statement;
  /** Every place where it is written so. */
  readonly places: Statement[];
  readonly ofPerson: boolean;
  count: number;
}

/** An entity of a document of the folder. */
export interface Bearer {
  readonly document: SourceDocument;
  /** Its number in the folder. */
  readonly number: number;
  readonly entity: EntityFacts;
}

/** Others who are shown beside a finding: enough to see that the spelling is theirs. */
const MOST_RELATED = 3;

/**
 * One name that is spelled in two ways: within this document, against the sources where this is a draft, or in this document alone where
 * many have it otherwise. Between single sources it is the outlets' style and no finding. `named` are the entities of the document;
 * `membersOf` gives all bearers of one of them, itself included; `usuallyOf` those who are spelled as most spell it, none where this document's spelling is not odd.
 */
export function spellingFindingsOf(
  named: readonly Bearer[],
  membersOf: (bearer: Bearer) => readonly Bearer[],
  usuallyOf: (bearer: Bearer) => readonly Bearer[],
): Finding[] {
  const out: Finding[] = [];
  named.forEach((bearer) => {
    const { document, entity } = bearer;
    const usual = document.draft ? [] : usuallyOf(bearer);
    // One form alone agrees with itself.
    if (entity.aliases.length === 0 && !document.draft && usual.length === 0) return;
    const own = spellingsOf(bearer);
    const parts = [
      ['family', own.family],
      ['given', own.given],
    ] as const;
    for (const [part, spellings] of parts) {
      const found = within(spellings);
      const across =
        found === null && document.draft && entity.type === 'person'
          ? againstSources(spellings, spellingsElsewhere(bearer, part, membersOf(bearer)))
          : null;
      if (!found && !across) continue;
      out.push(found ? withWitnesses(found, part, membersOf(bearer)) : across!);
      return;
    }
    const found = usual.length > 0 ? (againstMany(own, usual) ?? joinedAgainstMany(bearer, usual)) : null;
    if (found) out.push(found);
  });
  return out;
}

/** Does its own document spell an entity in two ways? That depends on nobody else. */
export function isSpelledTwoWays(bearer: Bearer): boolean {
  const { family, given } = spellingsOf(bearer);
  return within(family) !== null || within(given) !== null;
}

function spellingsOf({ document, entity }: Bearer): { family: Spelling[]; given: Spelling[] } {
  const family = new Map<string, Spelling>();
  const given = new Map<string, Spelling>();
  const person = entity.type === 'person';
  for (const { start, end, written: form } of writtenMentionsOf(entity)) {
    const written = form.split(/[\s-]+/);
    const name = personName(written.map((w) => fold(w)));
    if (!name || (person && name.familyFirst)) continue;
    const note = (map: Map<string, Spelling>, folded: string): void => {
      const held = map.get(folded);
      const place = { document: document.id, start, end };
      held?.places.push(place);
      if (held) held.count++;
      else
        map.set(folded, {
          folded,
          written: written.find((w) => fold(w) === folded) ?? folded,
          document,
          first: place,
          places: [place],
          ofPerson: person,
          count: 1,
        });
    };
    // Of anything else each word is looked at by itself: a slip in one of them is all that counts.
    if (!person) name.parts.forEach((part) => note(family, part));
    else if (name.parts.length > 1) {
      note(family, name.family);
      if (name.given.length > 1) note(given, name.given);
    } else if (!isGiven(name.family)) note(family, name.family);
  }
  return { family: [...family.values()], given: [...given.values()] };
}

function isGiven(part: string): boolean {
  return ((lexicon().flags.get(part) ?? 0) & Lex.Given) !== 0;
}

/** Are these two ways to write one name, as against two names: a short form, a first name, another part? */
function isVariant(a: Spelling, b: Spelling): boolean {
  if (a.folded === b.folded) return false;
  if (isSlip(a.folded, b.folded)) return true;
  if (!a.ofPerson || !b.ofPerson) return false;
  return (
    sameFamilyName(a.folded, b.folded) ||
    (a.folded.length > 1 && b.folded.length > 1 && sameGivenName(a.folded, b.folded))
  );
}

interface Pair {
  readonly finding: Finding;
  readonly usual: Spelling;
}

function within(spellings: readonly Spelling[]): Pair | null {
  // Of two words with the same letters one is out of order; a name of more words than this is none.
  const most = Math.min(spellings.length, 40);
  for (let i = 1; i < most; i++) {
    for (let k = 0; k < i; k++) {
      const [a, b] = [spellings[k]!, spellings[i]!];
      if (!isVariant(a, b)) continue;
      // The rarer one is the one to look at; of two as frequent, the later.
      const [odd, usual] = a.count < b.count ? [a, b] : [b, a];
      const nearby = { ...usual, first: nearest(usual, odd.first) };
      return {
        usual,
        finding: finding(odd, nearby, `${quote(odd)} stands here ${times(odd)}, ${quote(usual)} ${times(usual)}`),
      };
    }
  }
  return null;
}

/** Side by side the two are compared best. */
function nearest({ places, first }: Spelling, { start }: Statement): Statement {
  return places.reduce(
    (best, place) => (Math.abs(place.start - start) < Math.abs(best.start - start) ? place : best),
    first,
  );
}

/** Other documents with the spelling that is the usual one here: they tell which of the two is right. */
function withWitnesses({ finding, usual }: Pair, part: 'family' | 'given', members: readonly Bearer[]): Finding {
  const witnesses: Statement[] = [];
  for (const member of members) {
    if (witnesses.length >= MOST_RELATED) break;
    if (areOfOneText(member.document.id, finding.document)) continue;
    const same = spellingsOf(member)[part].find(({ folded }) => folded === usual.folded);
    if (same) witnesses.push(same.first);
  }
  return { ...finding, related: [...finding.related, ...witnesses] };
}

function spellingsElsewhere(
  own: Bearer,
  part: 'family' | 'given',
  members: readonly Bearer[],
): ReadonlyMap<string, Spelling> {
  const elsewhere = new Map<string, Spelling>();
  for (const member of members) {
    if (member.document.draft || member.number === own.number) continue;
    for (const spelling of spellingsOf(member)[part]) {
      const held = elsewhere.get(spelling.folded);
      if (held) held.count++;
      else elsewhere.set(spelling.folded, { ...spelling, count: 1 });
    }
  }
  return elsewhere;
}

function againstSources(own: readonly Spelling[], elsewhere: ReadonlyMap<string, Spelling>): Finding | null {
  for (const mine of own) {
    // The sources themselves write it this way too: a matter of style.
    if (elsewhere.has(mine.folded)) continue;
    for (const theirs of elsewhere.values()) {
      if (isVariant(mine, theirs))
        return finding(
          mine,
          theirs,
          `no source has ${quote(mine)}, ${theirs.count} ${theirs.count === 1 ? 'has' : 'have'} ${quote(theirs)}`,
        );
    }
  }
  return null;
}

/** Another way to write what many write alike is worth a look, in a tone below that of a slip of the pen. */
function againstMany(
  own: { readonly family: readonly Spelling[]; readonly given: readonly Spelling[] },
  usual: readonly Bearer[],
): Finding | null {
  for (const part of ['family', 'given'] as const) {
    for (const mine of own[part]) {
      const theirs = usual.flatMap((bearer) => {
        const found = spellingsOf(bearer)[part].find(
          (other) => isVariant(mine, other) || isNearSlip(mine.folded, other.folded),
        );
        return found && !bearer.document.draft ? [found] : [];
      });
      const first = theirs[0];
      if (!first || theirs.some(({ folded }) => folded !== first.folded)) continue;
      const found = oneAgainstMany(mine, theirs);
      if (found) return found;
    }
  }
  return null;
}

/** A name in one word that many write in two, or the other way round. */
function joinedAgainstMany(own: Bearer, usual: readonly Bearer[]): Finding | null {
  const mine = wholeName(own);
  const theirs = usual.flatMap((other) => {
    const whole = other.document.draft ? null : wholeName(other);
    return whole && mine && isJoinedOtherwise(mine.folded, whole.folded) ? [whole] : [];
  });
  return mine && oneAgainstMany(mine, theirs);
}

/** An entity's name as it is first written in full. */
function wholeName({ document, entity }: Bearer): Spelling | null {
  const { name } = entity;
  const folded = fold(name).replace(/[\s-]+/g, ' ');
  for (const { start, end, written: form } of writtenMentionsOf(entity)) {
    const written = form.replace(/\s+/g, ' ');
    const first = { document: document.id, start, end };
    if (written === name) return { folded, written, document, first, places: [first], ofPerson: false, count: 1 };
  }
  return null;
}

function oneAgainstMany(mine: Spelling, theirs: readonly Spelling[]): Finding | null {
  const first = theirs[0];
  const others = new Set(theirs.map(({ document }) => wholeOf(document.id))).size;
  if (!first || others < MANY) return null;
  return {
    ...finding(mine, first, `${quote(mine)} stands in this document alone`),
    message: `“${mine.written}” is spelled “${first.written}” in ${others} other documents`,
    severity: isNearSlip(mine.folded, first.folded) ? 'information' : 'hint',
    related: theirs.slice(0, MOST_RELATED).map((spelling) => spelling.first),
  };
}

function times({ count }: Spelling): string {
  return count === 1 ? 'once' : `${count} times`;
}

function quote({ written }: Spelling): string {
  return `“${written}”`;
}

function finding(odd: Spelling, usual: Spelling, reason: string): Finding {
  const pair = [odd.folded, usual.folded].sort().join('/');
  return {
    id: shortHash(`name-spelling ${odd.document.label} ${pair}`),
    code: 'name-spelling',
    verdict: 'conflict',
    severity: 'information',
    message: `“${odd.written}” is spelled “${usual.written}” ${usual.document === odd.document ? 'elsewhere in this document' : `in ${usual.document.label}`}`,
    reason,
    ...odd.first,
    related: [usual.first],
  };
}
