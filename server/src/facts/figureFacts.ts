import { compareStrings } from '../text/compareStrings';
import { ClaimSet } from './claimMap';
import type { ClaimRef, FigureIndex } from './figureIndex';
import { figureInWords } from './figureMessages';
import { shortHash } from './hash';
import type { Fact, RelatedStatement, Statement } from './model';
import { judge, type Stated } from './verdict';
import { reaches, stated, AGREEMENT, type Link } from './pairing';

/** A fact is followed from claim to claim no farther than this: a chain that long has drifted off its subject. */
const MOST_STATEMENTS = 1000;

/** A claim that states the same fact as another, and the words by which it was found. */
interface Member {
  readonly ref: ClaimRef;
  readonly link: Link | null;
}

/** All claims of the fact that `ref` states, itself first, then outward along the links. */
function membersOf(index: FigureIndex, ref: ClaimRef): Member[] {
  const members: Member[] = [{ ref, link: null }];
  const seen = new Set([keyOf(ref)]);
  for (let i = 0; i < members.length && members.length < MOST_STATEMENTS; i++) {
    const at = members[i]!.ref;
    const next = [...index.linked(at), ...repeated(index, at)];
    for (const { ref: other, link } of next) {
      // “$61 billion” may be another's “$60 billion”; but what conflicts with that in turn is no longer about the first.
      if (i > 0 && link && link.judgement.verdict !== 'agree') continue;
      const key = keyOf(other);
      if (seen.has(key)) continue;
      seen.add(key);
      members.push({ ref: other, link: i === 0 ? link : null });
    }
  }
  return members;
}

function keyOf(ref: ClaimRef): string {
  return `${ref.claim} ${ref.document}`;
}

/** The same value, of the same thing, again in the same document. */
function repeated(index: FigureIndex, ref: ClaimRef): Member[] {
  const others = index.sameValue(ref);
  if (others.length === 0) return [];
  const claim = index.claim(ref);
  const out: Member[] = [];
  for (const other of others) {
    const there = { document: ref.document, claim: other };
    const alike = index.similarity(claim, index.claim(there));
    if (!alike.opposed && reaches(alike, AGREEMENT)) out.push({ ref: there, link: null });
  }
  return out;
}

/**
 * Every statement of the fact, ascending by document label and offset, each with its verdict as seen from `ref`. Of a document no more is unpacked
 * than the claim that the verdict is on.
 */
export function statementsOf(
  index: FigureIndex,
  ref: ClaimRef,
  members: readonly Member[] = membersOf(index, ref),
): RelatedStatement[] {
  let own: Stated | null = null;
  return members
    .map(({ ref: at, link }) => {
      const itself = at.document === ref.document && at.claim === ref.claim;
      const judgement = itself ? null : (link?.judgement ?? judge((own ??= statedIn(index, ref)), statedIn(index, at)));
      return {
        label: index.entry(at.document)!.document.label,
        statement: {
          document: at.document,
          ...index.placeOf(at),
          judgement: judgement && { verdict: judgement.verdict, reason: judgement.reason },
        },
      };
    })
    .sort((a, b) => compareStrings(a.label, b.label) || a.statement.start - b.statement.start)
    .map(({ statement }) => statement);
}

function statedIn(index: FigureIndex, ref: ClaimRef): Stated {
  return stated(index.entry(ref.document)!, index.claim(ref));
}

/** The facts that are stated in more than one place, ascending by their first statement. The dates of the stories themselves are none. */
export function figureFacts(index: FigureIndex): Fact[] {
  const facts: Fact[] = [];
  for (const found of walkFigureFacts(index)) for (const members of found) facts.push(factOf(index, members));
  return facts;
}

function factOf(index: FigureIndex, members: readonly Member[]): Fact {
  const { ref } = members[0]!;
  const statements = statementsOf(index, ref, members);
  return {
    id: shortHash(statements.map((s) => `${index.entry(s.document)!.document.label}:${s.start}`).join(' ')),
    kind: index.claim(ref).dimension === 'date' ? 'date' : 'figure',
    label: factLabel(index, ref),
    statements: statements.map(({ document, start, end }): Statement => ({ document, start, end })),
  };
}

/** Document by document, by the claims of each, the facts of which nothing was said before: those who state each, the claim itself first. */
export function* walkFigureFacts(index: FigureIndex): Generator<readonly (readonly Member[])[]> {
  /** Of documents whose turn is still to come. */
  const seen = new ClaimSet();
  for (const document of index.ids()) {
    yield index.linkedClaims(document).flatMap((claim) => {
      const ref = { document, claim };
      if (seen.has(ref) || index.isDateline(ref)) return [];
      const found = membersOf(index, ref);
      for (const member of found) if (member.ref.document >= document) seen.add(member.ref);
      const members = found.filter((member) => !index.isDateline(member.ref));
      return members.length < 2 ? [] : [members];
    });
    seen.delete(document);
  }
}

/** What the fact is about: the figure as first written, and the words that its statements share. */
export function factLabel(index: FigureIndex, ref: ClaimRef): string {
  const links = index.linked(ref).map(({ link }) => link);
  const link = links.sort((a, b) => b.score - a.score)[0];
  const written = figureInWords(index, ref);
  return link ? `${written} · ${link.shared.split(' ').join(' … ')}` : written;
}
