import { fold } from '../tag/names/fold';
import { Lex, lexicon } from '../tag/names/lexicon';
import { personName } from '../tag/names/personName';
import { sameFamilyName, sameGivenName } from '../tag/names/spelling';
import { shortHash } from './hash';
import type { Finding, SourceDocument, Statement } from './model';

interface Spelling {
  /** The folded part, and how it is written. */
  readonly folded: string;
  readonly written: string;
  readonly document: SourceDocument;
  readonly first: Statement;
  count: number;
}

export interface Bearer {
  readonly document: SourceDocument;
  readonly entity: number;
}

/**
 * One person whose family or given name is spelled in two ways: within this document, or against another where one of the two is a draft.
 * Between two sources it is the outlets' style and no finding. `membersOf` gives all bearers of one entity of the document, itself included.
 */
export function spellingFindingsOf(
  document: SourceDocument,
  membersOf: (entity: number) => readonly Bearer[],
): Finding[] {
  const out: Finding[] = [];
  document.tagged.entities.forEach((entity, id) => {
    if (entity.type !== 'person') return;
    const own = spellingsOf(document, id);
    for (const part of [own.family, own.given]) {
      const finding =
        within(part, entity.name) ??
        across(document, part, part === own.family ? 'family' : 'given', membersOf(id), id);
      if (finding) {
        out.push(finding);
        return;
      }
    }
  });
  return out;
}

function spellingsOf(document: SourceDocument, entity: number): { family: Spelling[]; given: Spelling[] } {
  const family = new Map<string, Spelling>();
  const given = new Map<string, Spelling>();
  const { names, entities, scanned } = document.tagged;
  for (const mention of entities[entity]!.mentions) {
    const { start, end } = names[mention]!;
    const written = scanned.text.slice(start, end).split(/[\s-]+/);
    const name = personName(written.map((w) => fold(w)));
    if (!name || name.familyFirst) continue;
    const note = (map: Map<string, Spelling>, folded: string): void => {
      const held = map.get(folded);
      if (held) held.count++;
      else
        map.set(folded, {
          folded,
          written: written.find((w) => fold(w) === folded) ?? folded,
          document,
          first: { document: document.id, start, end },
          count: 1,
        });
    };
    if (name.parts.length > 1) {
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
  return (
    a.folded !== b.folded &&
    (sameFamilyName(a.folded, b.folded) ||
      (a.folded.length > 1 && b.folded.length > 1 && sameGivenName(a.folded, b.folded)))
  );
}

function within(spellings: readonly Spelling[], name: string): Finding | null {
  for (let i = 1; i < spellings.length; i++) {
    for (let k = 0; k < i; k++) {
      const [a, b] = [spellings[k]!, spellings[i]!];
      if (!isVariant(a, b)) continue;
      // The rarer one is the one to look at; of two as frequent, the later.
      const [odd, usual] = a.count < b.count ? [a, b] : [b, a];
      return finding(odd, usual, `${name} is written ${quote(odd)} and ${quote(usual)} in this document`);
    }
  }
  return null;
}

function across(
  document: SourceDocument,
  own: readonly Spelling[],
  part: 'family' | 'given',
  members: readonly Bearer[],
  entity: number,
): Finding | null {
  if (!document.draft) return null;
  const elsewhere = new Map<string, Spelling>();
  for (const { document: other, entity: id } of members) {
    if (other.draft || (other.id === document.id && id === entity)) continue;
    for (const spelling of spellingsOf(other, id)[part]) {
      const held = elsewhere.get(spelling.folded);
      if (held) held.count++;
      else elsewhere.set(spelling.folded, { ...spelling, count: 1 });
    }
  }
  for (const mine of own) {
    // The sources themselves write it this way too: a matter of style.
    if (elsewhere.has(mine.folded)) continue;
    for (const theirs of elsewhere.values()) {
      if (isVariant(mine, theirs))
        return finding(mine, theirs, `the draft has ${quote(mine)}, ${theirs.document.label} has ${quote(theirs)}`);
    }
  }
  return null;
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
