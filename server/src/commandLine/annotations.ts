import type { Entity, Figure, NameMention, Quote, TaggedText } from '../tag/model';
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
    ...quotes.map((quote, i) => ofQuote(scanned.text, `q${i}`, quote)),
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

function ofQuote(text: string, id: string, quote: Quote): Annotation {
  const { start, end, direct, use, closed, cue, rule, confidence, modality } = quote;
  const speaker = quote.speaker && { name: quote.speaker.name, start: quote.speaker.start, end: quote.speaker.end };
  const said = spanText(text, quote);
  // Words in marks that nobody is said to have spoken (“no limits”, the title of a work) are no quotation.
  const kind = quote.use === 'speech' || speaker ? 'quote' : 'phrase';
  return { id, kind, direct, use, start, end, text: said, closed, speaker, cue, rule, confidence, modality };
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
