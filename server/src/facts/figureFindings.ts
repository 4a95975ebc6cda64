import { compareStrings } from '../text/compareStrings';
import type { Claim } from './claims';
import type { ClaimRef, FigureIndex } from './figureIndex';
import { shortHash } from './hash';
import type { Finding, Severity, SourceDocument, Statement } from './model';
import type { ClaimedDocument, Link } from './pairing';
import { figureAsWritten } from './valueInWords';

interface Opponent {
  readonly ref: ClaimRef;
  readonly link: Link;
  readonly side: ClaimedDocument;
}

/** How alike two sentences must be before their difference is worth a warning. */
const WARNING_SCORE = 0.5;

/**
 * The findings of a document: its claims that do not sit with what other documents state. A pair of claims is reported once, at the
 * side that stands more alone: the value that fewer sources share, then a draft before a source, then the later document.
 */
export function figureFindingsOf(index: FigureIndex, id: string): Finding[] {
  const entry = index.entry(id);
  if (!entry) return [];
  const out: Finding[] = [];
  const taken = new Map<string, number>();
  for (const claim of index.linkedClaims(id)) {
    const opponents = opponentsOf(index, { document: id, claim });
    if (opponents.length === 0) continue;
    out.push(findingAt(entry, entry.claims[claim]!, opponents, taken));
  }
  return out;
}

function opponentsOf(index: FigureIndex, ref: ClaimRef): Opponent[] {
  const entry = index.entry(ref.document)!;
  const out: Opponent[] = [];
  for (const { ref: other, link } of index.linked(ref)) {
    const side = index.entry(other.document)!;
    if (!isWorthReporting(link)) continue;
    if (standsMoreAlone(index, entry.document, ref, side.document, other)) out.push({ ref: other, link, side });
  }
  return out.sort((a, b) => compareStrings(a.side.document.label, b.side.document.label) || a.ref.claim - b.ref.claim);
}

function isWorthReporting(link: Link): boolean {
  const { verdict } = link.judgement;
  return verdict === 'conflict' || verdict === 'disputed';
}

function standsMoreAlone(index: FigureIndex, x: SourceDocument, a: ClaimRef, y: SourceDocument, b: ClaimRef): boolean {
  const supportOfA = support(index, a);
  const supportOfB = support(index, b);
  // A draft that more sources agree with than with the other side is not what stands alone.
  if (x.draft !== y.draft) return x.draft ? supportOfA <= supportOfB : supportOfA < supportOfB;
  if (supportOfA !== supportOfB) return supportOfA < supportOfB;
  return x.label !== y.label ? x.label > y.label : a.document > b.document;
}

function support(index: FigureIndex, ref: ClaimRef): number {
  const agreeing = index.linked(ref).filter(({ link }) => link.judgement.verdict === 'agree');
  return agreeing.filter(({ ref: other }) => !index.entry(other.document)!.document.draft).length;
}

function findingAt(
  entry: ClaimedDocument,
  claim: Claim,
  opponents: readonly Opponent[],
  taken: Map<string, number>,
): Finding {
  const { document } = entry;
  const text = document.tagged.scanned.text;
  const first = opponents[0]!;
  const { judgement, similarity } = first.link;
  const theirs = first.side.claims[first.ref.claim]!;
  const theirText = first.side.document.tagged.scanned.text;
  const here = figureAsWritten(text, claim.figure);
  const there = figureAsWritten(theirText, theirs.figure);
  const others = new Set(opponents.map((o) => o.ref.document)).size - 1;
  const where = `${nameOf(first.side.document)}${others > 0 ? ` and ${others} more` : ''}`;
  const reason = `both about “${similarity.shared.join(' … ')}”; ${judgement.reason}`;
  const isDate = claim.dimension === 'date';
  const verdict = judgement.verdict === 'disputed' ? 'disputed' : 'conflict';
  const code = isDate ? 'conflicting-date' : 'conflicting-figure';
  const related: Statement[] = opponents.map((o) => {
    const c = o.side.claims[o.ref.claim]!;
    return { document: o.ref.document, start: c.start, end: c.end };
  });
  // What is claimed and what it is held against, not where either stands nor how the other side is worded.
  const values = new Set(opponents.map((o) => valueKey(o.side.claims[o.ref.claim]!)));
  const key = [code, document.label, fingerprint(text, claim), ...[...values].sort()].join('\n');
  const nth = taken.get(key) ?? 0;
  taken.set(key, nth + 1);
  return {
    id: shortHash(nth === 0 ? key : `${key}\n${nth}`),
    code,
    verdict,
    severity: severityOf(document, claim, first),
    message: `${here} here, ${there} in ${where}: ${reason}${reason.endsWith('?') ? '' : '.'}`,
    reason,
    document: document.id,
    start: claim.start,
    end: claim.end,
    related,
  };
}

/** The figure in its sentence, folded: it survives moves of the text and edits elsewhere, and changes with what is claimed. */
function fingerprint(text: string, claim: Claim): string {
  return text.slice(claim.sentence.start, claim.sentence.end).replace(/\s+/g, ' ') + text.slice(claim.start, claim.end);
}

function valueKey(claim: Claim): string {
  return `${claim.figure.op}${claim.figure.low}..${claim.figure.high}`;
}

function severityOf(document: SourceDocument, claim: Claim, opponent: Opponent): Severity {
  const { verdict, difference } = opponent.link.judgement;
  const hedged = [claim, opponent.side.claims[opponent.ref.claim]!].some(({ figure }) => figure.op !== '=');
  if (difference === 'rounding' || verdict === 'disputed' || hedged) return 'information';
  if (document.draft) return 'warning';
  return opponent.link.similarity.score >= WARNING_SCORE ? 'warning' : 'information';
}

function nameOf(document: SourceDocument): string {
  return document.label.slice(document.label.lastIndexOf('/') + 1);
}
