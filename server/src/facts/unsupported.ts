import type { Claim } from './claims';
import { shortHash } from './hash';
import { lostHedgesOf } from './lostHedges';
import type { Span } from '../text/span';
import type { Finding, SourceDocument } from './model';
import { fitsTogether } from './pairing';
import type { QuotationIndex } from './quotations';
import { figureAsWritten } from './valueInWords';
import type { FigureIndex } from './figureIndex';
import { judge } from './verdict';

/** A draft's count this small is more often a manner of speaking than a fact with a source. */
const SMALLEST_COUNT = 10;

/**
 * What a draft states and no source does: figures whose value stands nowhere in the sources for that unit and counted thing, and
 * quotations that no source prints, and figures that every source hedges. Where another finding already speaks of the mention, it is left to that one. Without any source
 * nothing is said: there is nothing to compare with.
 */
export function unsupportedFindingsOf(
  draft: SourceDocument,
  figures: FigureIndex,
  quotations: QuotationIndex,
  known: readonly Finding[],
): Finding[] {
  if (!figures.hasSources()) return [];
  const reported = new Set(known.map((f) => f.start));
  const claims = figures.entry(draft.id)?.claims ?? [];
  const asked = claims.filter((claim) => needsSource(claim) && !reported.has(claim.start));
  const stated = figures.mayState(asked);
  const found = [
    ...unsupportedFigures(draft, asked, stated),
    ...lostHedges(draft, figures, asked, stated),
    ...unsupportedQuotes(draft, quotations, reported),
  ];
  const seen = new Map<string, number>();
  return found.map((finding) => {
    const nth = seen.get(finding.id) ?? 0;
    seen.set(finding.id, nth + 1);
    return nth === 0 ? finding : { ...finding, id: shortHash(`${finding.id} ${nth}`) };
  });
}

/** By claim of the draft, the sources' claims that may state its value, whatever they are about and however they are meant. */
type Stated = ReadonlyMap<Claim, Iterable<Claim>>;

function unsupportedFigures(draft: SourceDocument, asked: readonly Claim[], stated: Stated): Finding[] {
  const text = draft.tagged.scanned.text;
  return asked
    .filter((claim) => !some(stated.get(claim)!, (source) => supports(source, claim)))
    .map((claim) =>
      finding(draft, claim, {
        code: 'unsupported-figure',
        severity: 'hint',
        message: `No source has ${figureAsWritten(text, claim.figure)}.`,
        reason: 'nothing in the sources has this value',
        related: [],
      }),
    );
}

function lostHedges(draft: SourceDocument, figures: FigureIndex, asked: readonly Claim[], stated: Stated): Finding[] {
  const isStated = (claim: Claim): boolean =>
    some(stated.get(claim)!, ({ figure }) => figure.op === '=' && figure.low === claim.figure.low);
  return lostHedgesOf(figures, draft, asked, isStated).map(({ claim, message, reason, related }) =>
    finding(draft, claim, { code: 'unsupported-figure', severity: 'information', message, reason, related }),
  );
}

function some(claims: Iterable<Claim>, is: (claim: Claim) => boolean): boolean {
  for (const claim of claims) if (is(claim)) return true;
  return false;
}

function needsSource(claim: Claim): boolean {
  const { figure } = claim;
  if (figure.type === 'money' || figure.type === 'percent') return true;
  return figure.type === 'quantity' && figure.low! >= SMALLEST_COUNT;
}

/** A claim without what keeps two of one value apart. */
function bare(claim: Claim): Claim {
  return { ...claim, figure: { ...claim.figure, role: 'level' }, hypothetical: false, modality: 'said', periods: [] };
}

/** Whatever the two are about: a value that some source has is left alone, for being wrong about that would be a false alarm. */
function supports(source: Claim, claim: Claim): boolean {
  const judgement = judge({ claim: bare(source), storyDay: null }, { claim: bare(claim), storyDay: null });
  return judgement !== null && fitsTogether(judgement);
}

function unsupportedQuotes(
  draft: SourceDocument,
  quotations: QuotationIndex,
  reported: ReadonlySet<number>,
): Finding[] {
  return draft.tagged.quotes.flatMap((quote, index) => {
    if (!quote.direct || quote.use !== 'speech' || reported.has(quote.start)) return [];
    if (!quotations.compares(draft.id, index) || quotations.related(draft.id, index).length > 0) return [];
    return [
      finding(draft, quote, {
        code: 'unsupported-quote',
        severity: 'hint',
        message: 'No source prints this quotation.',
        reason: 'no source has these words, nor words like them',
        related: [],
      }),
    ];
  });
}

function finding(
  draft: SourceDocument,
  span: Span,
  found: Pick<Finding, 'code' | 'severity' | 'message' | 'reason' | 'related'>,
): Finding {
  const words = draft.tagged.scanned.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    id: shortHash([found.code, draft.label, words].join('\n')),
    verdict: 'conflict',
    ...found,
    document: draft.id,
    start: span.start,
    end: span.end,
  };
}
