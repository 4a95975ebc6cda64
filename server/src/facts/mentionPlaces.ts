import type { NameMention, TaggedText } from '../tag/model';
import type { Span } from '../text/span';
import type { Mentions } from './mentionAt';

/** Where a figure stands, and whether it is a date. */
interface FigurePlace extends Span {
  readonly date: boolean;
}

/** Where the mentions of a text stand, by their indices in it: what there is at an offset is known without unpacking what was tagged. */
export interface MentionPlaces extends Mentions {
  readonly figures: readonly FigurePlace[];
  readonly names: readonly Pick<NameMention, 'start' | 'end' | 'titleStart' | 'entity'>[];
}

/**
 * The places as a string of some six characters a mention, each a byte: numbers in base 28, the lowest digit first, a digit behind which
 * another comes as one of 28 further characters. None of them needs an escape in JSON.
 */
export function packPlaces({ figures, names, quotes }: TaggedText): string {
  const numbers: number[] = [figures.length, names.length];
  let at = 0;
  const place = ({ start, end }: Span, flag: boolean): void => {
    numbers.push(start - at, 2 * (end - start) + (flag ? 1 : 0));
    at = start;
  };
  for (const figure of figures) place(figure, figure.type === 'date');
  at = 0;
  for (const name of names) {
    const title = name.start - name.titleStart;
    place(name, title > 0);
    if (title > 0) numbers.push(title);
    numbers.push(name.entity);
  }
  at = 0;
  for (const quote of quotes) place(quote, false);
  return numbers.map(digitsOf).join('');
}

/** The places that a string was made of. */
export function placesIn(packed: string): MentionPlaces {
  let read = 0;
  const next = (): number => {
    let value = 0;
    for (let worth = 1; read < packed.length; worth *= BASE) {
      const digit = packed.charCodeAt(read++) - FIRST;
      if (digit < BASE) return value + digit * worth;
      value += (digit - BASE) * worth;
    }
    return value;
  };
  let at = 0;
  const place = (): { start: number; end: number; flag: boolean } => {
    const start = (at += next());
    const length = next();
    return { start, end: start + Math.floor(length / 2), flag: length % 2 === 1 };
  };
  const figureCount = next();
  const nameCount = next();
  const figures: FigurePlace[] = [];
  while (figures.length < figureCount && read < packed.length) {
    const { start, end, flag } = place();
    figures.push({ start, end, date: flag });
  }
  at = 0;
  const names: MentionPlaces['names'][number][] = [];
  while (names.length < nameCount && read < packed.length) {
    const { start, end, flag } = place();
    names.push({ start, end, titleStart: flag ? start - next() : start, entity: next() });
  }
  at = 0;
  const quotes: Span[] = [];
  while (read < packed.length) {
    const { start, end } = place();
    quotes.push({ start, end });
  }
  return { figures, names, quotes };
}

/** `#` to `Z`: before them stands the quotation mark, behind them the backslash. */
const FIRST = 35;
const BASE = 28;

function digitsOf(number: number): string {
  let out = '';
  for (; number >= BASE; number = Math.floor(number / BASE)) out += String.fromCharCode(FIRST + BASE + (number % BASE));
  return out + String.fromCharCode(FIRST + number);
}
