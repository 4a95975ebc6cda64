import { compareStrings } from '../text/compareStrings';
import { figureInWords, figureMessage, figureReason, type Voice } from './figureMessages';
import { contradicts, storyDay, valueKey, type FigureGroup, type FigureGroups, type Member } from './figureGroups';
import type { ClaimRef, FigureIndex } from './figureIndex';
import { shortHash } from './hash';
import { type Finding, type Severity, textOf } from './model';
import type { Link } from './pairing';
import { areOfOneText, wholeOf } from './sectionIds';
import { isDraft, sidesOf, spanOf, valuesOf, type Side } from './sides';
import { sentenceAround } from './witnesses';

/** How alike two sentences must be before their difference is worth a warning. */
const WARNING_SCORE = 0.5;

/** More values than this are no dispute about one thing: it is another thing in every document. */
const MOST_VALUES = 4;

/** A finding of a group, before it has a place among those of its document. */
interface Dispute {
  readonly ref: ClaimRef;
  /** The side of the claim, where a source shares its value. */
  readonly own: Side | null;
  readonly others: readonly Side[];
  readonly links: readonly Link[];
  readonly severity: Severity;
  readonly verdict: Finding['verdict'];
}

/**
 * The findings of a document about its figures, ascending by offset. A fact is reported once, at the side that stands most alone: the value
 * that the fewest sources share, then the later document; a count that was overtaken, at the oldest. Each draft is measured at the
 * sources for itself.
 */
export function figureFindingsOf(
  index: FigureIndex,
  groups: FigureGroups,
  id: string,
  findingsIn: (group: FigureGroup) => readonly Finding[] = (group) => groupFindings(index, group),
): Finding[] {
  const mine = new Set<FigureGroup>();
  const draft = index.entry(id)?.document.draft === true;
  for (const claim of index.linkedClaims(id)) {
    const group = groups.of({ document: id, claim });
    if (group) mine.add(group);
    else if (draft) for (const followed of groups.followedBy({ document: id, claim })) mine.add(followed);
  }
  const found = [...mine].flatMap((group) => findingsIn(group).filter((finding) => finding.document === id));
  return withOwnIds(oncePerPlace(found));
}

/** A draft’s figure may go with several disputes: the gravest is told. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  const gravest = new Map<number, Finding>();
  for (const finding of [...findings].sort(byGravity)) {
    if (!gravest.has(finding.start)) gravest.set(finding.start, finding);
  }
  return [...gravest.values()].sort((a, b) => a.start - b.start);
}

function byGravity(a: Finding, b: Finding): number {
  const rank = ({ severity }: Finding): number => (severity === 'warning' ? 0 : 1);
  return rank(a) - rank(b) || compareStrings(a.id, b.id);
}

function withOwnIds(findings: readonly Finding[]): Finding[] {
  const taken = new Map<string, number>();
  return findings.map((finding) => {
    const nth = taken.get(finding.id) ?? 0;
    taken.set(finding.id, nth + 1);
    return nth === 0 ? finding : { ...finding, id: shortHash(`${finding.id}\n${nth}`) };
  });
}

/** What there is to say of a group: one finding between its sources, and one for each draft that does not go with them. */
export function groupFindings(index: FigureIndex, group: FigureGroup): Finding[] {
  const sources = group.members.filter(({ ref }) => !isDraft(index, ref));
  const drafts = group.members.filter(({ ref }) => isDraft(index, ref));
  const between = sources.length > 0 ? sources : drafts;
  const sides = sidesOf(index, group, between);
  if (group.kind === 'contested' && sides.length > MOST_VALUES) return [];
  const disputes = [group.kind === 'contested' ? outlier(index, group, sides) : oldest(index, group, sides)];
  if (sources.length > 0) {
    for (const draft of drafts) {
      disputes.push(
        group.kind === 'contested' ? strayDraft(index, group, draft, sides) : oldDraft(index, draft, sides),
      );
    }
  }
  if (group.kind === 'contested') for (const side of sides) disputes.push(...followers(index, group, side, sides));
  return disputes.flatMap((dispute) => (dispute ? [findingOf(index, dispute)] : []));
}

function outlier(index: FigureIndex, group: FigureGroup, sides: readonly Side[]): Dispute | null {
  const all = sides.flatMap((side) => side.members);
  const contradicted = (side: Side): Member | undefined =>
    side.members.find((member) => differing(group, member, all).length > 0);
  const last = (a: Side, b: Side): number => compareLabels(index, b.members[0]!, a.members[0]!);
  for (const side of [...sides].sort((a, b) => a.weight - b.weight || last(a, b))) {
    const member = contradicted(side);
    if (!member) continue;
    const links = differing(group, member, all);
    const others = opposing(index, member.ref, side, sides);
    if (others.length === 0) continue;
    return { ref: member.ref, own: side, others, links, ...judged(index, member, links, group) };
  }
  return null;
}

function strayDraft(index: FigureIndex, group: FigureGroup, draft: Member, sides: readonly Side[]): Dispute | null {
  const links = differing(
    group,
    draft,
    sides.flatMap((side) => side.members),
  );
  if (links.length === 0) return null;
  const own = sides.find((side) => side.value === valueKey(index, draft.ref)) ?? null;
  const others = opposing(index, draft.ref, own, sides);
  const support = own?.weight ?? 0;
  // A draft that goes with the most of the sources is not what stands alone.
  if (others.length === 0 || others.every((side) => side.weight < support)) return null;
  const { severity, verdict } = judged(index, draft, links, group);
  const split = others.every((side) => side.weight <= support);
  return { ref: draft.ref, own, others, links, verdict, severity: split ? 'information' : severity };
}

/** Drafts that go with a source that most of the others contradict: as grave there as in the source. */
function followers(index: FigureIndex, group: FigureGroup, own: Side, sides: readonly Side[]): Dispute[] {
  const others = opposing(index, own.members[0]!.ref, own, sides).filter((side) => side.weight > own.weight);
  if (others.length === 0) return [];
  const among = others.flatMap((side) => side.members);
  const member = own.members.find((each) => differing(group, each, among).length > 0);
  if (!member) return [];
  const links = differing(group, member, among);
  const judgement = judged(index, member, links, group);
  return own.drafts.map((ref) => ({ ref, own, others, links, ...judgement }));
}

/** A count that grew from story to story: the latest is news to the others. */
function oldest(index: FigureIndex, group: FigureGroup, sides: readonly Side[]): Dispute | null {
  const ordered = sides
    .flatMap((side) => side.members)
    .sort((a, b) => storyDay(index, a.ref)! - storyDay(index, b.ref)! || compareLabels(index, a, b));
  const [member] = ordered;
  return member ? overtaken(index, member, sides) : null;
}

function oldDraft(index: FigureIndex, draft: Member, sides: readonly Side[]): Dispute | null {
  return overtaken(index, draft, sides);
}

function overtaken(index: FigureIndex, member: Member, sides: readonly Side[]): Dispute | null {
  const own = sides.find((side) => side.value === valueKey(index, member.ref)) ?? null;
  const day = (side: Side): number => Math.max(...side.members.map(({ ref }) => storyDay(index, ref)!));
  const later = sides.filter((side) => side !== own && day(side) > storyDay(index, member.ref)!);
  const links = member.links.filter(({ link }) => link.judgement.verdict === 'updated').map(({ link }) => link);
  if (later.length === 0 || links.length === 0) return null;
  later.sort((a, b) => day(b) - day(a));
  return { ref: member.ref, own, others: later, links, severity: 'information', verdict: 'updated' };
}

/**
 * The sides that a claim cannot be reconciled with. Where one document states both values, they are of two things; where both are
 * written alike, the reader sees no difference.
 */
function opposing(index: FigureIndex, ref: ClaimRef, own: Side | null, sides: readonly Side[]): Side[] {
  const mine = new Set([ref, ...(own?.sources ?? [])].map(({ document }) => wholeOf(document)));
  const here = figureInWords(index, ref);
  return sides.filter(
    (side) =>
      side !== own &&
      !side.sources.some(({ document }) => mine.has(wholeOf(document))) &&
      figureInWords(index, side.sources[0]!) !== here,
  );
}

/** The links with those of other values, the likeliest first. */
function differing(group: FigureGroup, member: Member, among: readonly Member[]): Link[] {
  return member.links
    .filter(({ to, link }) => contradicts(link) && among.includes(group.members[to]!))
    .map(({ link }) => link)
    .sort((a, b) => b.score - a.score);
}

function judged(
  index: FigureIndex,
  member: Member,
  links: readonly Link[],
  group: FigureGroup,
): { severity: Severity; verdict: Finding['verdict'] } {
  const verdict = links.every(({ judgement }) => judgement.verdict === 'disputed') ? 'disputed' : 'conflict';
  const firm = (to: number): boolean => [member, group.members[to]!].every(({ ref }) => index.valueOf(ref).op === '=');
  const strong = member.links.some(
    ({ to, link }) =>
      links.includes(link) &&
      link.judgement.verdict === 'conflict' &&
      link.judgement.difference !== 'rounding' &&
      firm(to) &&
      (isDraft(index, member.ref) || link.score >= WARNING_SCORE),
  );
  return { severity: strong ? 'warning' : 'information', verdict };
}

function compareLabels(index: FigureIndex, a: Member, b: Member): number {
  const label = ({ ref }: Member): string => index.entry(ref.document)!.document.label;
  return compareStrings(label(a), label(b)) || compareStrings(a.ref.document, b.ref.document);
}

function findingOf(index: FigureIndex, { ref, own, others, links, severity, verdict }: Dispute): Finding {
  const claim = index.claim(ref);
  const { document } = index.entry(ref.document)!;
  const code = claim.dimension === 'date' ? 'conflicting-date' : 'conflicting-figure';
  const mates = (own?.sources ?? []).filter((other) => !areOfOneText(other.document, ref.document));
  const theirs = others.flatMap((side) => side.sources);
  const voice: Voice = { ref, mates, others: others.map((side) => side.sources), verdict };
  // What is claimed and what it is held against, not where either stands nor how the other side is worded.
  const written = textOf(document).slice(claim.start, claim.end);
  const key = [code, document.label, sentenceAround(index, ref), written, ...valuesOf(index, theirs)];
  return {
    id: shortHash(key.join('\n')),
    code,
    verdict,
    severity,
    message: figureMessage(index, voice),
    reason: figureReason(
      index,
      ref,
      links[0]!,
      others.reduce((sum, side) => sum + side.sources.length, 0),
    ),
    ...spanOf(index, ref),
    related: [...theirs, ...mates].map((other) => spanOf(index, other)),
  };
}
