import type { Entity, Figure, NameMention, Quote, Speaker, TaggedText } from '../tag/model';
import { speakerLabel } from '../tag/speakerLabel';
import { type Span, spanText } from '../text/span';
import { isoDay } from '../text/isoDay';

interface Annotation extends Span {
  readonly [field: string]: unknown;
}

/** One document of `annotate --format json`: the contract is in README.md, “The command line”. */
export function annotationsOf(path: string, tagged: TaggedText): object {
  const { scanned, storyDate, names, entities, quotes, figures } = tagged;
  const annotations = [
    ...names.map((name, i) => ofName(scanned.text, `n${i}`, name, entities[name.entity])),
    ...quotes.map((quote, i) => ofQuote(scanned.text, `q${i}`, quote, entities)),
    ...figures.map((figure, i) => ofFigure(scanned.text, `f${i}`, figure)),
  ];
  annotations.sort((a, b) => a.start - b.start || b.end - a.end);
  return { path, date: storyDate ? isoDay(storyDate.day) : null, annotations };
}

function ofName(text: string, id: string, mention: NameMention, entity: Entity | undefined): Annotation {
  const { start, end, type } = mention;
  return {
    id,
    kind: 'entity',
    type,
    start,
    end,
    text: spanText(text, mention),
    name: entity?.name ?? '',
    role: entity?.role ?? '',
  };
}

function ofQuote(text: string, id: string, quote: Quote, entities: readonly Entity[]): Annotation {
  const { start, end, direct, use, closed, cue, rule, confidence, modality } = quote;
  const speaker = quote.speaker && ofSpeaker(quote.speaker, entities);
  const said = spanText(text, quote);
  // Words in marks that nobody is said to have spoken (“no limits”, the title of a work) are no quotation.
  const kind = quote.use === 'speech' || speaker ? 'quote' : 'phrase';
  return { id, kind, direct, use, start, end, text: said, closed, speaker, cue, rule, confidence, modality };
}

/** `entity`: the canonical name of whom the document names elsewhere, or null. */
function ofSpeaker(speaker: Speaker, entities: readonly Entity[]): object {
  const { start, end, entity } = speaker;
  return { name: speakerLabel(speaker), entity: entities[entity]?.name ?? null, start, end };
}

function ofFigure(text: string, id: string, figure: Figure): Annotation {
  const { type, start, end, value, unit, op, hedge, role, counted, resolution } = figure;
  const bound = (n: number | null): number | string | null => (n !== null && type === 'date' ? isoDay(n) : n);
  const [low, high] = [bound(figure.low), bound(figure.high)]; // JSON writes an open end as null
  const words = spanText(text, figure);
  return {
    id,
    kind: 'figure',
    type,
    start,
    end,
    text: words,
    value,
    unit,
    op,
    low,
    high,
    hedge,
    role,
    counted,
    resolution,
  };
}
