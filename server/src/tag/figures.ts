import type { ScannedText } from '../text/scan';
import { TokenKind, tokenText, type Tokens } from '../text/tokens';
import { apposedAgeAt } from './figures/ages';
import { classesAt, WordClass } from './figures/classes';
import { isDefinite } from './figures/counted';
import { groupingOf } from './figures/digits';
import { dateRangeAt, resolveCalendarDate } from './figures/dates';
import { namedDateAt } from './figures/namedDates';
import { numericDateAt, slashOrder } from './figures/numericDates';
import { furnitureOf } from './figures/furniture';
import { halfTimeAt } from './figures/halfTimes';
import { currencyBefore } from './figures/money';
import { ordinalAt } from './figures/ordinals';
import { quantityAt } from './figures/quantities';
import { isCapital, isWord, type Reader } from './figures/reader';
import { ratioAt } from './figures/ratios';
import { isReading, type DateContext, type Found, type Reading } from './figures/reading';
import { namedUnitAt, relativeDateAt } from './figures/relativeDates';
import { timeAt } from './figures/times';
import { vagueAt } from './figures/vague';
import { isRomanCentury } from './figures/centuries';
import { yearishAt } from './figures/years';
import type { Figure, NameMention, StoryDate } from './model';
import { formsOf } from './wordForms';

/**
 * The figures of a text: numbers with what they count, money, percents, ages, ordinals, dates, times and durations, ascending and disjoint.
 * Numbers inside names (“Power of Siberia 2”) are none. Dates are resolved against `storyDate` or left open, never guessed. Offsets are UTF-16; total and linear:
 * the rules look only at tokens that can begin a figure, and only a bounded number of tokens around them.
 */
export function tagFigures(scanned: ScannedText, names: readonly NameMention[], storyDate: StoryDate | null): Figure[] {
  const { tokens } = scanned;
  const forms = formsOf(tokens);
  const context: DateContext = {
    story: storyDate?.day ?? null,
    slashes: slashOrder({ tokens, forms, from: 0, to: tokens.count }),
  };
  const grouping = groupingOf(numbersOf(scanned.tokens));
  const furniture = furnitureOf(scanned);
  const figures: Figure[] = [];
  let name = 0;
  for (const sentence of scanned.sentences) {
    const r: Reader = { tokens, forms, from: sentence.from, to: sentence.to, grouping };
    for (let i = sentence.from; i < sentence.to;) {
      if (!isTrigger(r, i)) {
        i++;
        continue;
      }
      while (name < names.length && names[name]!.end <= tokens.start[i]!) name++;
      const around = names[name];
      const covered = around !== undefined && around.start <= tokens.start[i]! && tokens.end[i]! <= around.end;
      // “US” and “Rs” may be taken for names, but not in “US$5” and “Rs 5”.
      const currency = covered ? currencyBefore(r, i) : null;
      const inName = covered && (currency === null || around.end > tokens.end[currency.to - 1]!);
      const personBefore = (token: number): boolean | null => personAt(names, name, tokens.start[token]!);
      const found = figureAt(r, i, context, inName, personBefore);
      if (!found) {
        i++;
        continue;
      }
      // A rule may reach back over a word before its trigger (“this spring”); never into the figure before.
      if (
        isReading(found) &&
        found.to > i &&
        (figures.length === 0 || tokens.start[found.from]! >= figures[figures.length - 1]!.end)
      ) {
        figures.push(figureOf(scanned, found, isDefinite(r, found), furniture[sentence.paragraph] ?? false));
      }
      i = Math.max(i + 1, found.to);
    }
  }
  return figures;
}

function isTrigger(r: Reader, i: number): boolean {
  const kind = r.tokens.kind[i]!;
  if (kind === TokenKind.Number || kind === TokenKind.Currency) return true;
  if (kind === TokenKind.Address || kind === TokenKind.Clitic) return false;
  if (kind === TokenKind.Punctuation) {
    const c = r.tokens.text.charCodeAt(r.tokens.start[i]!);
    return c === 45 || c === 0x2212 || c === 0x2013 || (c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215e);
  }
  const classes = classesAt(r, i);
  if (classes & WordClass.Article) return mayFollow(r, i + 1);
  if (classes & WordClass.Trigger || (classes & WordClass.RomanNumeral && isRomanCentury(r, i))) return true;
  return (
    (classes & WordClass.Currency) !== 0 &&
    i + 1 < r.to &&
    (r.tokens.kind[i + 1] === TokenKind.Number || r.tokens.kind[i + 1] === TokenKind.Currency || isCapital(r, i)) &&
    currencyBefore(r, i) !== null
  );
}

/** May what stands behind an article make a figure of it? Of all that can begin one, the articles are the most frequent and the least often do. */
function mayFollow(r: Reader, i: number): boolean {
  return !isWord(r, i) || (classesAt(r, i) & WordClass.BehindArticle) !== 0;
}

/** The figure that begins at token `i`; the first rule that reads one wins, the more specific ones come first. */
function figureAt(
  r: Reader,
  i: number,
  context: DateContext,
  inName: boolean,
  isPerson: (token: number) => boolean | null,
): Found | null {
  if (inName) {
    // Names stages may take a weekday or a month into a name; a full date is a date all the same.
    const date = namedDateAt(r, i);
    return date && date.day !== null ? resolveCalendarDate(r, date, context) : null;
  }
  if (classesAt(r, i) & WordClass.Which) return namedUnitAt(r, i, context);
  const age = apposedAgeAt(r, i, isPerson);
  if (age) return age;
  const numeric = numericDateAt(r, i, context);
  if (numeric) return numeric;
  const named = namedDateAt(r, i);
  if (named) return dateRangeAt(r, named, context) ?? resolveCalendarDate(r, named, context);
  return (
    timeAt(r, i) ??
    yearishAt(r, i, context) ??
    relativeDateAt(r, i, context) ??
    halfTimeAt(r, i) ??
    vagueAt(r, i) ??
    ordinalAt(r, i) ??
    ratioAt(r, i) ??
    quantityAt(r, i)
  );
}

function* numbersOf(tokens: Tokens): Iterable<string> {
  for (let i = 0; i < tokens.count; i++) if (tokens.kind[i] === TokenKind.Number) yield tokenText(tokens, i);
}

function personAt(names: readonly NameMention[], near: number, offset: number): boolean | null {
  if (names.length === 0) return null;
  for (let n = Math.min(near, names.length - 1); n >= 0 && n >= near - 2; n--) {
    const mention = names[n]!;
    if (mention.start <= offset && offset < mention.end) return mention.type === 'person';
  }
  return null;
}

function figureOf(scanned: ScannedText, reading: Reading, definite: boolean, furniture: boolean): Figure {
  const { text, tokens } = scanned;
  const slice = (from: number, to: number): string =>
    to > from ? text.slice(tokens.start[from], tokens.end[to - 1]) : '';
  const { from, to, hedge, counted } = reading;
  return {
    start: tokens.start[from]!,
    end: tokens.end[to - 1]!,
    type: reading.type,
    value: reading.value,
    unit: reading.unit,
    per: reading.per,
    op: reading.op,
    low: reading.low,
    high: reading.high,
    fine: reading.fine,
    coarse: reading.coarse,
    hedge: hedge ? slice(hedge.from, hedge.to) : '',
    role: reading.role,
    counted: counted ? slice(counted.from, counted.to) : '',
    head: counted?.head ?? '',
    definite,
    resolution: reading.resolution,
    furniture,
  };
}
