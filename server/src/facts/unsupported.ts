import type { Claim } from './claims';
import { shortHash } from './hash';
import type { Finding, SourceDocument } from './model';
import { fitsTogether, type ClaimedDocument } from './pairing';
import type { QuotationIndex } from './quotations';
import { figureAsWritten } from './valueInWords';
import type { FigureIndex } from './figureIndex';
import { judge } from './verdict';

/** A draft's count this small is more often a manner of speaking than a fact with a source. */
const SMALLEST_COUNT = 10;

/**
 * What a draft states and no source does: figures whose value stands nowhere in the sources for that unit and counted thing, and
 * quotations that no source prints. Where another finding already speaks of the mention, it is left to that one. Without any source
 * nothing is said: there is nothing to compare with.
 */
export function unsupportedFindingsOf(
  draft: SourceDocument,
  figures: FigureIndex,
  quotations: QuotationIndex,
  known: readonly Finding[],
): Finding[] {
  const sources = figures.all().filter(({ document }) => !document.draft);
  if (sources.length === 0) return [];
  const reported = new Set(known.map((f) => f.start));
  const claims = figures.entry(draft.id)?.claims ?? [];
  const asked = claims.filter((claim) => needsSource(claim) && !reported.has(claim.start));
  const found = [...unsupportedFigures(draft, asked, sources), ...unsupportedQuotes(draft, quotations, reported)];
  const seen = new Map<string, number>();
  return found.map((finding) => {
    const nth = seen.get(finding.id) ?? 0;
    seen.set(finding.id, nth + 1);
    return nth === 0 ? finding : { ...finding, id: shortHash(`${finding.id} ${nth}`) };
  });
}

function unsupportedFigures(
  draft: SourceDocument,
  asked: readonly Claim[],
  sources: readonly ClaimedDocument[],
): Finding[] {
  const known = new Map<string, Claim[]>(asked.map((claim) => [claim.dimension, []]));
  if (known.size === 0) return [];
  for (const source of sources) for (const claim of source.claims) known.get(claim.dimension)?.push(claim);
  const text = draft.tagged.scanned.text;
  return asked
    .filter((claim) => !known.get(claim.dimension)!.some((source) => supports(source, claim)))
    .map((claim) => {
      const written = figureAsWritten(text, claim.figure);
      return finding(
        draft,
        claim,
        'unsupported-figure',
        `No source has ${written}.`,
        'no source states this value of this unit',
      );
    });
}

function needsSource(claim: Claim): boolean {
  const { figure } = claim;
  if (figure.type === 'money' || figure.type === 'percent') return true;
  return figure.type === 'quantity' && figure.low! >= SMALLEST_COUNT;
}

/** Whatever the two are about: a value that some source has is left alone, for being wrong about that would be a false alarm. */
function supports(source: Claim, claim: Claim): boolean {
  const bare = (c: Claim): Claim => ({
    ...c,
    figure: { ...c.figure, role: 'level' },
    hypothetical: false,
    modality: 'said',
    periods: [],
  });
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
      finding(draft, quote, 'unsupported-quote', 'No source prints this quotation.', 'no source has these words'),
    ];
  });
}

function finding(
  draft: SourceDocument,
  span: { readonly start: number; readonly end: number },
  code: 'unsupported-figure' | 'unsupported-quote',
  message: string,
  reason: string,
): Finding {
  const words = draft.tagged.scanned.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    id: shortHash([code, draft.label, words].join('\n')),
    code,
    verdict: 'conflict',
    severity: 'warning',
    message,
    reason,
    document: draft.id,
    start: span.start,
    end: span.end,
    related: [],
  };
}
