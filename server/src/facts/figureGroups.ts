import { compareStrings } from '../text/compareStrings';
import { ClaimMap } from './claimMap';
import type { ClaimRef, FigureIndex } from './figureIndex';
import { reaches, type Link } from './pairing';
import { wholeOf } from './sectionIds';

/** Which findings a claim takes part in: it is contradicted, or no more than out of date. */
export type GroupKind = 'contested' | 'dated';

export interface Member {
  readonly ref: ClaimRef;
  /** Its links with the other members, as seen from it, in their order. */
  readonly links: readonly { readonly to: number; readonly link: Link }[];
}

/** The claims of one fact that do not all sit together; ascending by document label, id and claim. */
export interface FigureGroup {
  readonly kind: GroupKind;
  readonly members: readonly Member[];
}

export interface FigureGroups {
  /** The group that a claim belongs to, or null where all sits together. The same object for every member until `forget` or `trim`. */
  of(ref: ClaimRef): FigureGroup | null;
  /** Those of the claims that agree with one. */
  followedBy(ref: ClaimRef): FigureGroup[];
  /**
   * The links of these claims changed, and these documents came, went or were replaced. Gives back the documents whose groups may depend on the
   * claims, their own included; what was worked out of others still holds.
   */
  reach(claims: readonly ClaimRef[], replaced: Iterable<string>): Set<string>;
  /** Nothing that was worked out holds. */
  forget(): void;
  /** Between two questions: gives up what was worked out, where it has become much. */
  trim(): void;
}

interface Edge {
  readonly from: ClaimRef;
  readonly to: ClaimRef;
  readonly link: Link;
}

/** Groups hold the links between their members, which are kept in less room elsewhere: so many documents' are at hand. */
const MOST_DOCUMENTS = 512;

/** Claims that differ, and agree with each other as plainly as this, are on one side of one dispute. */
const SAME_SIDE = { score: 0.4, evidence: 2 };

/**
 * Puts the pairs that differ together into facts. Two claims of one fact are joined along the links, the likeliest first, but never so that one
 * document would state two values of it: then the chain has drifted from one fact to another, and it is cut at its weakest link.
 */
export function groupFigures(index: FigureIndex): FigureGroups {
  let known = new ClaimMap<FigureGroup | null>();
  let kinds = new ClaimMap<GroupKind | null>();
  /** By document, the claims that may be of a kind at all: few. */
  let told = new Map<string, ReadonlySet<number>>();
  const isTold = ({ document, claim }: ClaimRef): boolean => {
    let claims = told.get(document);
    if (!claims) told.set(document, (claims = index.claimsLinkedAs(document, TOLD)));
    return claims.has(claim);
  };
  const kindOf = (ref: ClaimRef): GroupKind | null => {
    if (!isTold(ref)) return null;
    let kind = kinds.get(ref);
    if (kind === undefined) kinds.set(ref, (kind = readKind(index, ref)));
    return kind;
  };
  const of = (ref: ClaimRef): FigureGroup | null => {
    if (!kindOf(ref)) return null;
    if (known.get(ref) === undefined) {
      known.set(ref, null);
      for (const group of groupsAround(index, ref, kindOf)) remember(known, group);
    }
    return known.get(ref) ?? null;
  };
  const forget = (): void => {
    known = new ClaimMap();
    kinds = new ClaimMap();
    told = new Map();
  };
  return {
    of,
    followedBy: (ref) =>
      index.linked(ref).flatMap(({ ref: other, link }) => {
        const group = link.judgement.verdict === 'agree' ? of(other) : null;
        return group ? [group] : [];
      }),
    reach: (claims, replaced) => {
      const out = new Set(claims.map(({ document }) => document));
      for (const list of [out, replaced])
        for (const document of list) {
          kinds.delete(document);
          told.delete(document);
        }
      const seen = new Set<string>();
      for (const claim of claims) {
        // A claim that nothing contradicts any more may have held two groups together.
        for (const ref of [claim, ...index.linked(claim).map(({ ref: other }) => other)]) {
          if (seen.has(keyOf(ref)) || !kindOf(ref)) continue;
          for (const member of walk(index, ref, kindOf, seen).refs) {
            out.add(member.document);
            for (const { ref: other } of index.linked(member)) out.add(other.document);
          }
        }
      }
      for (const list of [out, replaced]) for (const document of list) known.delete(document);
      return out;
    },
    forget,
    trim: () => {
      if (told.size > MOST_DOCUMENTS) forget();
    },
  };
}

function remember(known: ClaimMap<FigureGroup | null>, group: FigureGroup): void {
  for (const { ref } of group.members) known.set(ref, group);
}

function keyOf({ document, claim }: ClaimRef): string {
  return `${claim} ${document}`;
}

export function contradicts({ judgement }: Link): boolean {
  return judgement.verdict === 'conflict' || judgement.verdict === 'disputed';
}

type Kinds = (ref: ClaimRef) => GroupKind | null;

/** What a finding may be of. */
const TOLD = ['conflict', 'disputed', 'updated'] as const;

function readKind(index: FigureIndex, ref: ClaimRef): GroupKind | null {
  const links = index.linkedAs(ref, TOLD);
  if (links.some(({ link }) => contradicts(link))) return 'contested';
  return links.some(({ ref: other, link }) => supersedes(index, ref, other, link)) ? 'dated' : null;
}

/**
 * Two counts of something that is counted anew, in stories of two days. Figures for two years are two figures, and no update; where a
 * person said that one is superseded (a plain difference), there is nothing left to tell.
 */
function supersedes(index: FigureIndex, x: ClaimRef, y: ClaimRef, link: Link): boolean {
  if (link.judgement.verdict !== 'updated' || link.judgement.difference !== 'none') return false;
  const [a, b] = [index.claim(x), index.claim(y)];
  if (!a.volatile && !b.volatile) return false;
  if (a.periods.length > 0 && b.periods.length > 0) return false;
  const [dayA, dayB] = [storyDay(index, x), storyDay(index, y)];
  return dayA !== null && dayB !== null && dayA !== dayB;
}

export function storyDay(index: FigureIndex, { document }: ClaimRef): number | null {
  return index.entry(document)!.storyDay;
}

export function sameValue(index: FigureIndex, x: ClaimRef, y: ClaimRef): boolean {
  return valueKey(index, x) === valueKey(index, y);
}

/** What tells two values of one fact apart. */
export function valueKey(index: FigureIndex, ref: ClaimRef): string {
  const { op, low, high } = index.valueOf(ref);
  return `${op}${low}..${high}`;
}

/** All claims of the kind that the links lead to from one, and the links. */
function walk(
  index: FigureIndex,
  start: ClaimRef,
  kindOf: Kinds,
  seen: Set<string>,
): { refs: ClaimRef[]; edges: Edge[] } {
  const kind = kindOf(start)!;
  const refs = [start];
  const edges: Edge[] = [];
  seen.add(keyOf(start));
  for (let i = 0; i < refs.length; i++) {
    const from = refs[i]!;
    for (const { ref: to, link } of index.linked(from)) {
      if (!joins(index, from, to, link, kind) || kindOf(to) !== kind) continue;
      if (before(index, from, to)) edges.push({ from, to, link });
      if (seen.has(keyOf(to))) continue;
      seen.add(keyOf(to));
      refs.push(to);
    }
  }
  return { refs, edges };
}

function joins(index: FigureIndex, from: ClaimRef, to: ClaimRef, link: Link, kind: GroupKind): boolean {
  const apart = kind === 'contested' ? contradicts(link) : supersedes(index, from, to, link);
  const together = link.judgement.verdict === 'agree' && reaches(link, SAME_SIDE);
  return apart || together;
}

function before(index: FigureIndex, x: ClaimRef, y: ClaimRef): boolean {
  return compareRefs(index, x, y) < 0;
}

export function compareRefs(index: FigureIndex, x: ClaimRef, y: ClaimRef): number {
  const label = (ref: ClaimRef): string => index.entry(ref.document)!.document.label;
  return compareStrings(label(x), label(y)) || compareStrings(x.document, y.document) || x.claim - y.claim;
}

/** The groups into which the claims around one fall: mostly one. */
function groupsAround(index: FigureIndex, start: ClaimRef, kindOf: Kinds): FigureGroup[] {
  const kind = kindOf(start)!;
  const { refs, edges } = walk(index, start, kindOf, new Set());
  edges.sort(
    (p, q) =>
      Number(p.link.judgement.verdict === 'agree') - Number(q.link.judgement.verdict === 'agree') ||
      q.link.score - p.link.score ||
      compareRefs(index, p.from, q.from) ||
      compareRefs(index, p.to, q.to),
  );
  const clusterOf = new Map(refs.map((ref) => [keyOf(ref), [ref]]));
  for (const { from, to } of edges) {
    const [a, b] = [clusterOf.get(keyOf(from))!, clusterOf.get(keyOf(to))!];
    if (a === b || statesTwo(index, a, b)) continue;
    const [small, large] = a.length < b.length ? [a, b] : [b, a];
    for (const ref of small) {
      large.push(ref);
      clusterOf.set(keyOf(ref), large);
    }
  }
  const clusters = [...new Set(clusterOf.values())].filter((cluster) => cluster.length > 1);
  return clusters.map((cluster) => groupOf(index, cluster, edges, kind));
}

/** Would one document state two values in one? */
function statesTwo(index: FigureIndex, a: readonly ClaimRef[], b: readonly ClaimRef[]): boolean {
  const [small, large] = a.length < b.length ? [a, b] : [b, a];
  const values = new Map(small.map((ref) => [wholeOf(ref.document), ref]));
  return large.some((ref) => {
    const other = values.get(wholeOf(ref.document));
    return other !== undefined && !sameValue(index, ref, other);
  });
}

function groupOf(
  index: FigureIndex,
  cluster: readonly ClaimRef[],
  edges: readonly Edge[],
  kind: GroupKind,
): FigureGroup {
  const refs = [...cluster].sort((x, y) => compareRefs(index, x, y));
  const at = new Map(refs.map((ref, i) => [keyOf(ref), i]));
  const links = refs.map((): { to: number; link: Link }[] => []);
  for (const { from, to, link } of edges) {
    const [a, b] = [at.get(keyOf(from)), at.get(keyOf(to))];
    if (a === undefined || b === undefined) continue;
    links[a]!.push({ to: b, link });
    links[b]!.push({ to: a, link });
  }
  for (const list of links) list.sort((p, q) => p.to - q.to);
  return { kind, members: refs.map((ref, i) => ({ ref, links: links[i]! })) };
}
