import { compareStrings } from '../text/compareStrings';
import { compareRefs, sameValue, valueKey, type FigureGroup, type Member } from './figureGroups';
import type { ClaimRef, FigureIndex } from './figureIndex';
import { countWitnesses } from './witnesses';

/** All who give one value of a fact. */
export interface Side {
  readonly value: string;
  /** Those of the group, drafts left out; ascending by document label, id and claim. */
  readonly members: readonly Member[];
  /** The members, and the other sources that agree with one of them. */
  readonly sources: readonly ClaimRef[];
  /** Drafts outside of the group that follow one of the members. */
  readonly drafts: readonly ClaimRef[];
  /** How many of the sources know for themselves; one that the user trusts outweighs all others. */
  readonly weight: number;
}

const TRUSTED_WEIGHT = 1e6;

/** The values that the sources of a group give, the one with the most weight first. */
export function sidesOf(index: FigureIndex, group: FigureGroup, members: readonly Member[]): Side[] {
  const byValue = new Map<string, Member[]>();
  for (const member of members) {
    const value = valueKey(index, member.ref);
    const known = byValue.get(value);
    if (known) known.push(member);
    else byValue.set(value, [member]);
  }
  const inGroup = new Set(group.members.map(({ ref }) => placeOf(ref)));
  return [...byValue]
    .map(([value, list]): Side => {
      const followers = followersOf(index, list, inGroup);
      const sources = [...list.map(({ ref }) => ref), ...followers.filter((ref) => !isDraft(index, ref))];
      sources.sort((a, b) => compareRefs(index, a, b));
      const drafts = followers.filter((ref) => isDraft(index, ref));
      drafts.sort((a, b) => compareRefs(index, a, b));
      return { value, members: list, sources, drafts, weight: weightOf(index, sources) };
    })
    .sort((a, b) => b.weight - a.weight || compareStrings(a.value, b.value));
}

function weightOf(index: FigureIndex, sources: readonly ClaimRef[]): number {
  const trusted = sources.some(({ document }) => index.entry(document)!.document.trusted === true);
  return countWitnesses(index, sources) + (trusted ? TRUSTED_WEIGHT : 0);
}

/** Those who state the same value of the same thing, and whom nobody contradicts. */
function followersOf(index: FigureIndex, members: readonly Member[], known: ReadonlySet<string>): ClaimRef[] {
  const out = new Map<string, ClaimRef>();
  for (const { ref } of members) {
    for (const { ref: other, link } of index.linked(ref)) {
      if (link.judgement.verdict !== 'agree' || !sameValue(index, ref, other)) continue;
      const place = placeOf(other);
      if (!known.has(place)) out.set(place, other);
    }
  }
  return [...out.values()];
}

function placeOf({ document, claim }: ClaimRef): string {
  return `${claim} ${document}`;
}

export function isDraft(index: FigureIndex, { document }: ClaimRef): boolean {
  return index.entry(document)!.document.draft;
}

/** The figure of a claim as a value that ids are made of. */
export function valuesOf(index: FigureIndex, refs: readonly ClaimRef[]): string[] {
  return [...new Set(refs.map((ref) => valueKey(index, ref)))].sort();
}

export function spanOf(index: FigureIndex, ref: ClaimRef): { document: string; start: number; end: number } {
  return { document: ref.document, ...index.placeOf(ref) };
}
